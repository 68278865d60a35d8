/**
 * All that a command sees of the outside, so that a test can be the outside. Results go to `stdout`, everything else to
 * `stderr`.
 */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readStdin(): Promise<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Ends a command that runs until it is stopped. */
  readonly stopped?: AbortSignal;
}

export interface Output {
  /** Text, or the bytes of a file. */
  write(content: string | Uint8Array): void;
  readonly isTerminal: boolean;
  /** The terminal's width in columns, where it is known. */
  readonly columns?: number;
}

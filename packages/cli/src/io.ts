/**
 * All that a command sees of the outside, so that a test can be the outside. Results go to `stdout`, everything else to
 * `stderr`.
 */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readStdin(): Promise<Uint8Array>;
  /** Standard input as it comes, for a command that answers line by line. */
  readonly input?: () => AsyncIterable<Uint8Array>;
  /** Writes to standard output and resolves when its reader is ready for more. */
  readonly writeOut?: (content: string) => Promise<void>;
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

/** A rule or vocabulary file that cannot be used. The message is one sentence: file, line, what is wrong, what to do. */
export class RuleFileError extends Error {
  readonly path: string;
  readonly line: number;

  constructor(path: string, line: number, problem: string, remedy: string) {
    super(`${path}:${line} ${problem}; ${remedy}.`);
    this.name = 'RuleFileError';
    this.path = path;
    this.line = line;
  }
}

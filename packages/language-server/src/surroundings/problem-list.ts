import type { Problem } from './surroundings.ts';

/** Problems to tell the user, each once for as long as it lasts. */
export class ProblemList {
  private known = new Set<string>();
  private before = new Set<string>();
  private waiting: Problem[] = [];

  /** Takes what a reader of configuration or rules threw. Anything but its own errors is thrown on. */
  add(error: unknown): void {
    const { name, message } = error as Error;
    if (name !== 'UsageError' && name !== 'RuleFileError') throw error;
    this.addSentence(message);
  }

  /** Takes a sentence that begins with the file and line it is about. */
  addSentence(message: string): void {
    if (this.known.has(message)) return;
    this.known.add(message);
    if (this.before.has(message)) return;
    const place = /^(\/.*?|[A-Za-z]:[\\/].*?)(?::(\d+))? /.exec(message);
    this.waiting.push({
      message,
      ...(place?.[1] && { uri: `file://${encodeURI(place[1].replaceAll('\\', '/').replace(/^(?!\/)/, '/'))}` }),
      ...(place?.[2] && { line: Number(place[2]) - 1 }),
    });
  }

  take(): readonly Problem[] {
    const { waiting } = this;
    this.waiting = [];
    return waiting;
  }

  /** Begins anew: a problem that is still there is not told again, one that comes back is. */
  renew(): void {
    this.before = this.known;
    this.known = new Set();
  }
}

import type { Output } from '../io.ts';

/** A line that counts drafts while an archive is reviewed. */
export interface Progress {
  advance(): void;
  /** Takes the line away, so that something else can be printed. */
  clear(): void;
}

/** Fewer drafts than this are done before the line could be read. */
const MANY = 20;
const EVERY_MS = 100;

/** Progress for so many drafts; silent where nobody watches. */
export function createProgress(total: number, stderr: Output): Progress {
  if (!stderr.isTerminal || total < MANY) return { advance: () => {}, clear: () => {} };
  let done = 0;
  let shownAt = 0;
  return {
    advance() {
      done++;
      const now = performance.now();
      if (now - shownAt < EVERY_MS) return;
      shownAt = now;
      stderr.write(`\r${done} of ${total} drafts`);
    },
    clear: () => stderr.write('\r\u001b[K'),
  };
}

/**
 * Finds the places where a Markdown document may be cut: lines without indentation after a blank line.
 * At such a line every list, quote, footnote and paragraph has ended. Only a fence or raw HTML at the top
 * level may still be open, which the parser reports.
 */
export class SegmentCutter {
  readonly #text: string;
  /** The next carriage return at or after the place last asked for: most documents have none to look for. */
  #return: number;

  constructor(text: string) {
    this.#text = text;
    this.#return = find(text, '\r', 0);
  }

  /** The first such place after the line that holds `start`, or the document's end. */
  next(start: number): number {
    const text = this.#text;
    let blank = false;
    for (let margin = this.#nextLine(start); margin < text.length; margin = this.#nextLine(margin)) {
      const first = text.charCodeAt(margin);
      if (first === 10 || first === 13) blank = true;
      else if (first === 32 || first === 9) blank = isBlankLine(text, margin);
      // The parser would swallow a byte order mark at the start of what it is given.
      else if (first === 0xfeff) blank = false;
      else if (blank) return margin;
    }
    return text.length;
  }

  /** The start of the line after the one that holds `at`. */
  #nextLine(at: number): number {
    if (this.#return < at) this.#return = find(this.#text, '\r', at);
    const feed = find(this.#text, '\n', at);
    if (this.#return + 1 < feed) return this.#return + 1;
    return Math.min(feed, this.#text.length) + 1;
  }
}

function find(text: string, character: string, from: number): number {
  const at = text.indexOf(character, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

function isBlankLine(text: string, margin: number): boolean {
  let at = margin;
  while (at < text.length && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  const code = text.charCodeAt(at);
  return at === text.length || code === 10 || code === 13;
}

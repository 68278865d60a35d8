import type { Span } from '@poclint/core';

/** A place as editors count: lines and UTF-16 code units from 0. */
export interface TextPlace {
  readonly line: number;
  readonly character: number;
}

export interface TextRange {
  readonly start: TextPlace;
  readonly end: TextPlace;
}

/** Turns offsets of one text into lines and back. Lines end at LF, CRLF or a lone CR, as editors have it. */
export class Places {
  private readonly text: string;
  private readonly starts: number[] = [0];

  constructor(text: string) {
    this.text = text;
    const lonely = text.includes('\r');
    if (!lonely) {
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
      return;
    }
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) this.starts.push(at + 1);
    }
  }

  at(offset: number): TextPlace {
    const within = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= within) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: within - (this.starts[low] as number) };
  }

  range(span: Span): TextRange {
    return { start: this.at(span[0]), end: this.at(span[1]) };
  }

  offset({ line, character }: TextPlace): number {
    if (line >= this.starts.length) return this.text.length;
    const start = this.starts[Math.max(0, line)] as number;
    const next = this.starts[line + 1] ?? this.text.length + 1;
    return Math.min(start + Math.max(0, character), Math.max(start, next - 1), this.text.length);
  }

  span(range: TextRange): Span {
    return [this.offset(range.start), this.offset(range.end)];
  }

  /** A stretch with all of the lines that it touches. */
  lines(span: Span): Span {
    const last = this.at(span[1]).line;
    const end = (this.starts[last + 1] ?? this.text.length + 1) - 1;
    return [this.starts[this.at(span[0]).line] as number, Math.max(span[1], end)];
  }

  /** The words of the line before an offset. */
  lineBefore(offset: number): string {
    return this.text.slice(this.starts[this.at(offset).line] as number, offset);
  }

  /** The end of the first line, for what is said of a text as a whole. */
  get firstLine(): Span {
    const end = this.text.search(/[\r\n]|$/);
    return [0, end < 0 ? this.text.length : end];
  }
}

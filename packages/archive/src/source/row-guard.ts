const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
/** One character beyond the limit, of up to four bytes, tells that a cell was cut. */
const BEYOND = 4;
/** No table has more; what has more is told by the number of its cells. */
const MOST_CELLS = 16_384;

/**
 * Parts the bytes of a CSV at the ends of rows, so that a parser is given whole rows only and reads each byte once, however
 * a file is cut into chunks. Every cell is cut after `most` bytes: none, however long, fills the memory. A cell that was cut
 * is longer than `most` and is told by that.
 *
 * A quotation mark opens a cell at its beginning only, and closes it only before a delimiter or the end of the row, spaces
 * allowed; a doubled one stands for itself. This is how Papa Parse reads them.
 */
export class RowGuard {
  private readonly most: number;
  private readonly delimiter: number;
  private pieces: Buffer[] = [];
  /** Where in the pieces the last whole row ends: so many pieces, and so many bytes of the last of them. */
  private rows = { pieces: 0, bytes: 0 };
  /** Bytes at the end of a chunk whose meaning the next chunk decides. */
  private rest = Buffer.alloc(0);
  private isQuoted = false;
  private isAtStart = true;
  /** Bytes of the cell, and cells of the row, so far. */
  private length = 0;
  private cells = 0;

  constructor(most: number, delimiter: string) {
    this.most = most + BEYOND;
    this.delimiter = delimiter.charCodeAt(0);
  }

  /** Takes a chunk in. Gives the bytes of all rows that are whole with it. */
  push(chunk: Buffer): Buffer {
    this.scan(this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk, false);
    return this.wholeRows();
  }

  /** Gives what is left: the last row, with or without an end. */
  end(): Buffer {
    this.scan(this.rest, true);
    return Buffer.concat(this.pieces.splice(0));
  }

  private scan(bytes: Buffer, isLast: boolean): void {
    this.rest = Buffer.alloc(0);
    for (let at = 0; at < bytes.length; ) {
      const next = this.isQuoted ? this.inQuotes(bytes, at, isLast) : this.outsideQuotes(bytes, at);
      if (next === undefined) return;
      at = next;
    }
  }

  /** Goes on to behind the next quotation mark; gives undefined where the next chunk tells what it does. */
  private inQuotes(bytes: Buffer, from: number, isLast: boolean): number | undefined {
    const found = bytes.indexOf(QUOTE, from);
    const quote = found < 0 ? bytes.length : found;
    this.keep(bytes, from, quote);
    if (found < 0) return quote;
    if (bytes[quote + 1] === QUOTE) {
      if (this.length < this.most) this.take(bytes, quote, quote + 2);
      this.length++;
      return quote + 2;
    }
    let after = quote + 1;
    while (bytes[after] === SPACE || bytes[after] === RETURN) after++;
    if (after >= bytes.length && !isLast) {
      this.rest = Buffer.from(bytes.subarray(quote));
      return undefined;
    }
    const next = bytes[after];
    this.isQuoted = next !== undefined && next !== this.delimiter && next !== NEWLINE;
    if (this.isQuoted) this.keep(bytes, quote, quote + 1);
    else this.take(bytes, quote, quote + 1);
    return quote + 1;
  }

  /** Goes on to behind the end of the cell, or to behind the mark that opens it. */
  private outsideQuotes(bytes: Buffer, from: number): number {
    if (this.isAtStart && bytes[from] === QUOTE) {
      this.isQuoted = true;
      this.isAtStart = false;
      this.take(bytes, from, from + 1);
      return from + 1;
    }
    let end = from;
    while (end < bytes.length && bytes[end] !== this.delimiter && bytes[end] !== NEWLINE) end++;
    this.keep(bytes, from, end);
    if (end > from) this.isAtStart = false;
    if (end === bytes.length) return end;
    this.isAtStart = true;
    this.length = 0;
    if (bytes[end] === NEWLINE) {
      this.take(bytes, end, end + 1);
      this.rows = { pieces: this.pieces.length, bytes: (this.pieces.at(-1) as Buffer).length };
      this.cells = 0;
    } else if (++this.cells < MOST_CELLS) this.take(bytes, end, end + 1);
    return end + 1;
  }

  /** Keeps of a cell's bytes what has room. */
  private keep(bytes: Buffer, from: number, to: number): void {
    const room = this.most - this.length;
    if (room > 0) this.take(bytes, from, Math.min(to, from + room));
    this.length += to - from;
  }

  /** Adds bytes; those that follow on one another stay one piece. */
  private take(bytes: Buffer, from: number, to: number): void {
    if (to === from) return;
    const last = this.pieces.at(-1);
    const start = bytes.byteOffset + from;
    if (last?.buffer === bytes.buffer && last.byteOffset + last.length === start)
      this.pieces[this.pieces.length - 1] = Buffer.from(last.buffer, last.byteOffset, last.length + to - from);
    else this.pieces.push(bytes.subarray(from, to));
  }

  private wholeRows(): Buffer {
    const { pieces, bytes } = this.rows;
    this.rows = { pieces: 0, bytes: 0 };
    if (pieces === 0) return Buffer.alloc(0);
    const whole = this.pieces.splice(0, pieces);
    const last = whole.pop() as Buffer;
    if (last.length > bytes) this.pieces.unshift(last.subarray(bytes));
    whole.push(last.subarray(0, bytes));
    return whole.length === 1 ? (whole[0] as Buffer) : Buffer.concat(whole);
  }
}

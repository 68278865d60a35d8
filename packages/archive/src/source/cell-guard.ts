import { Transform, type TransformCallback } from 'node:stream';

const QUOTE = 0x22;
const NEWLINE = 0x0a;
/** One character beyond the limit, of up to four bytes, tells that a cell was cut. */
const BEYOND = 4;

/**
 * Cuts every cell of a CSV after `most` bytes and drops the rest of it, so that no cell, however long, fills the memory of
 * the parser behind it. A cell that was cut is longer than `most` and is told by that. A quotation mark opens and closes;
 * a doubled one does both at once, and the cell goes on.
 */
export class CellGuard extends Transform {
  private readonly most: number;
  private isQuoted = false;
  /** Bytes of the cell in quotes, or of the line outside them, so far. */
  private length = 0;
  private justClosed = false;
  private lengthInQuotes = 0;

  constructor(most: number) {
    super();
    this.most = most + BEYOND;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    let from = 0;
    while (from < chunk.length) {
      const found = chunk.indexOf(QUOTE, from);
      const end = found < 0 ? chunk.length : found;
      if (end > from) this.pass(chunk.subarray(from, end));
      if (found < 0) break;
      this.turn(end > from);
      this.push(chunk.subarray(found, found + 1));
      from = found + 1;
    }
    done();
  }

  private turn(hasContent: boolean): void {
    if (this.isQuoted) {
      this.lengthInQuotes = this.length;
      this.length = 0;
      this.justClosed = true;
    } else {
      this.length = this.justClosed && !hasContent ? this.lengthInQuotes : 0;
      this.justClosed = false;
    }
    this.isQuoted = !this.isQuoted;
  }

  private pass(piece: Buffer): void {
    if (this.isQuoted) {
      this.keep(piece);
      return;
    }
    this.justClosed = false;
    if (this.length + piece.length <= this.most && piece.indexOf(NEWLINE) < 0) {
      this.length += piece.length;
      this.push(piece);
      return;
    }
    let from = 0;
    for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, from)) {
      this.keep(piece.subarray(from, end));
      this.push(piece.subarray(end, end + 1));
      this.length = 0;
      from = end + 1;
    }
    this.keep(piece.subarray(from));
  }

  private keep(piece: Buffer): void {
    const room = this.most - this.length;
    if (room > 0 && piece.length > 0) this.push(piece.length > room ? piece.subarray(0, room) : piece);
    this.length += piece.length;
  }
}

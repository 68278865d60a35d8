import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { DocumentResult } from '../review-document.ts';

const PARTS = ['report', 'coverage', 'findings', 'clauses', 'text'] as const;
/** A mark for the status, then the lengths of the parts, each in four bytes. */
const HEAD = 4 + 4 * PARTS.length;
const REVIEWED = 1;
/** No code unit becomes more bytes than these. */
const MOST_BYTES = 3;

/** A `DocumentResult` as it travels and as it is written: UTF-8, never turned into strings again by who passes it on. */
export type ResultParts = { readonly status: DocumentResult['status'] } & {
  readonly [Part in (typeof PARTS)[number]]: Buffer;
};

/** A result and the same compressed, for the store. */
export interface Outcome {
  readonly plain: Uint8Array;
  readonly packed: Uint8Array;
}

/** Puts the results of a batch into one buffer as they come: how many, two lengths for each, then the bytes. */
export class OutcomeBundle {
  private static scratch = Buffer.allocUnsafeSlow(1 << 20);
  private readonly lengths: number[] = [];
  private size = 0;

  add(result: DocumentResult): void {
    const began = this.size;
    this.size = writeResult(result, began, (size) => this.room(size));
    const plain = OutcomeBundle.scratch.subarray(began, this.size);
    const packed = compress(plain);
    this.room(this.size + packed.length).set(packed, this.size);
    this.lengths.push(plain.length, packed.length);
    this.size += packed.length;
  }

  /** A buffer of its own, which can change hands without being copied. */
  finish(): ArrayBuffer {
    const head = 4 + 4 * this.lengths.length;
    const bytes = new Uint8Array(head + this.size);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, this.lengths.length / 2);
    this.lengths.forEach((length, index) => void view.setUint32(4 + 4 * index, length));
    bytes.set(OutcomeBundle.scratch.subarray(0, this.size), head);
    if (OutcomeBundle.scratch.length > MOST_KEPT) OutcomeBundle.scratch = Buffer.allocUnsafeSlow(1 << 20);
    return bytes.buffer;
  }

  private room(size: number): Buffer {
    if (OutcomeBundle.scratch.length < size) {
      const larger = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(size)));
      OutcomeBundle.scratch.copy(larger);
      OutcomeBundle.scratch = larger;
    }
    return OutcomeBundle.scratch;
  }
}

/** Bytes that a thread keeps for its next batch; a long agreement may have needed more. */
const MOST_KEPT = 4 << 20;

/** What an `OutcomeBundle` put together. */
export function unbundle(buffer: ArrayBuffer): Outcome[] {
  const view = new DataView(buffer);
  const count = view.getUint32(0);
  const outcomes: Outcome[] = [];
  let at = 4 + 8 * count;
  for (let index = 0; index < count; index++) {
    const plain = view.getUint32(4 + 8 * index);
    const packed = view.getUint32(8 + 8 * index);
    outcomes.push({ plain: new Uint8Array(buffer, at, plain), packed: new Uint8Array(buffer, at + plain, packed) });
    at += plain + packed;
  }
  return outcomes;
}

/** Writes a result into a buffer that makes room as asked, from `at` on. Gives its end. */
function writeResult(result: DocumentResult, at: number, room: (size: number) => Buffer): number {
  let end = at + HEAD;
  const lengths = PARTS.map((name) => {
    const part = result[name];
    const length = room(end + part.length * MOST_BYTES).write(part, end, 'utf8');
    end += length;
    return length;
  });
  const buffer = room(end);
  buffer.writeUInt32LE(result.status === 'reviewed' ? REVIEWED : 0, at);
  lengths.forEach((length, index) => void buffer.writeUInt32LE(length, at + 4 + 4 * index));
  return end;
}

/** A single result in parts. */
export function partsOf(result: DocumentResult): ResultParts {
  const parts = PARTS.map((name) => [name, Buffer.from(result[name], 'utf8')] as const);
  return { status: result.status, ...Object.fromEntries(parts) } as ResultParts;
}

/** The parts of a plain outcome: views of its bytes. */
export function readParts(bytes: Uint8Array): ResultParts {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = HEAD;
  const parts = PARTS.map((name, index) => {
    const from = at;
    at += buffer.readUInt32LE(4 + 4 * index);
    return [name, buffer.subarray(from, at)] as const;
  });
  if (at !== buffer.length) throw new RangeError('The parts of a result do not add up.');
  const status = buffer.readUInt32LE(0) === REVIEWED ? 'reviewed' : 'unreadable';
  return { status, ...Object.fromEntries(parts) } as ResultParts;
}

/** Reports repeat themselves: the fastest level makes a sixth of them. */
function compress(plain: Uint8Array): Buffer {
  return zstdCompressSync(plain, { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
}

/** The plain outcome of a packed one. Throws where it is damaged. */
export function decompress(packed: Uint8Array): Buffer {
  return zstdDecompressSync(packed);
}

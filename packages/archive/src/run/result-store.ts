import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readSync, rmSync, writeSync, writevSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { decompress, type ResultParts, readParts } from './result-bytes.ts';

/** `key length checksum\n`, in hexadecimal, before each result. */
const HEAD = 32 + 1 + 8 + 1 + 8 + 1;
const ENDING = '.results';

interface Place {
  readonly file: number;
  readonly offset: number;
  readonly length: number;
  readonly checksum: number;
}

/**
 * Results of reviews by what they depend on: journal of an interrupted run and cache of the next in one. Every run appends
 * to a file of its own, so that two may share a folder; a result whose end was not written, or whose bytes have changed,
 * is not there. A few large files: thousands of small ones would take longer to open than to read.
 */
export class ResultStore {
  private readonly folder: string;
  private readonly places = new Map<string, Place>();
  private readonly files: number[] = [];
  private own: { readonly file: number; readonly path: string; index: number; size: number } | undefined;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Opens a folder of results, which need not exist. */
  static open(folder: string): ResultStore {
    const store = new ResultStore(folder);
    let names: string[] = [];
    try {
      names = readdirSync(folder).filter((name) => name.endsWith(ENDING));
    } catch {
      // No folder, no results.
    }
    for (const name of names.sort()) store.scan(join(folder, name));
    return store;
  }

  get size(): number {
    return this.places.size;
  }

  has(key: string): boolean {
    return this.places.has(key);
  }

  get(key: string): ResultParts | undefined {
    const place = this.places.get(key);
    if (!place) return undefined;
    const packed = Buffer.allocUnsafe(place.length);
    const read = readSync(this.files[place.file] as number, packed, 0, place.length, place.offset);
    if (read === place.length && crc32(packed) === place.checksum) {
      try {
        return readParts(decompress(packed));
      } catch {
        // As if it were not there.
      }
    }
    this.places.delete(key);
    return undefined;
  }

  /** Appends a packed result. Throws as the file system does where it cannot be written. */
  add(key: string, packed: Uint8Array): void {
    if (this.places.has(key)) return;
    const own = this.ownFile();
    const checksum = crc32(packed);
    const head = Buffer.from(`${key} ${hexadecimal(packed.length)} ${hexadecimal(checksum)}\n`, 'latin1');
    writeAllOf(own.file, [head, packed], own.size);
    this.places.set(key, { file: own.index, offset: own.size + HEAD, length: packed.length, checksum });
    own.size += HEAD + packed.length;
  }

  close(): void {
    for (const file of this.files) closeSync(file);
    this.files.length = 0;
    this.places.clear();
    this.own = undefined;
  }

  /** Closes the store and takes away what this and earlier runs wrote into the folder. */
  remove(): void {
    this.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private ownFile(): { readonly file: number; readonly path: string; index: number; size: number } {
    if (this.own) return this.own;
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, `${Date.now().toString(36)}-${randomBytes(6).toString('hex')}${ENDING}`);
    const file = openSync(path, 'wx+', 0o600);
    this.own = { file, path, index: this.files.push(file) - 1, size: 0 };
    return this.own;
  }

  private scan(path: string): void {
    let file: number;
    try {
      file = openSync(path, 'r');
    } catch {
      // Another run has just taken it away.
      return;
    }
    const index = this.files.push(file) - 1;
    const head = Buffer.alloc(HEAD);
    const last = Buffer.alloc(1);
    for (let at = 0; readSync(file, head, 0, HEAD, at) === HEAD; ) {
      const match = /^([0-9a-f]{32}) ([0-9a-f]{8}) ([0-9a-f]{8})\n$/.exec(head.toString('latin1'));
      if (!match) break;
      const length = Number.parseInt(match[2] as string, 16);
      const offset = at + HEAD;
      if (length > 0 && readSync(file, last, 0, 1, offset + length - 1) !== 1) break;
      this.places.set(match[1] as string, {
        file: index,
        offset,
        length,
        checksum: Number.parseInt(match[3] as string, 16),
      });
      at = offset + length;
    }
  }
}

export function writeAll(file: number, bytes: Uint8Array, position: number | null = null): void {
  for (let at = 0; at < bytes.length; )
    at += writeSync(file, bytes, at, bytes.length - at, position === null ? null : position + at);
}

/** Writes pieces one after the other without joining them first. */
export function writeAllOf(file: number, pieces: readonly Uint8Array[], position: number | null = null): void {
  let written = writevSync(file, pieces, position ?? undefined);
  // A disk that is nearly full takes a part, and says why at the next attempt.
  let at = 0;
  for (const piece of pieces) {
    if (written < piece.length)
      writeAll(file, piece.subarray(written), position === null ? null : position + at + written);
    written = Math.max(0, written - piece.length);
    at += piece.length;
  }
}

function hexadecimal(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}

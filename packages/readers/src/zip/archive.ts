import { Inflate } from 'fflate';
import { UnreadableDraft } from '../unreadable-draft.ts';
import { crc32 } from './checksum.ts';
import type { Limits } from './limits.ts';

/** One entry of a package, by what the central directory says of it. All offsets in bytes of the file. */
export interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly storedSize: number;
  readonly size: number;
  /** Where the local header begins, and where the data after it begins. */
  readonly header: number;
  readonly data: number;
  /** The record in the central directory. */
  readonly record: readonly [start: number, end: number];
}

/** A zip package whose directory has been checked. Nothing is inflated until it is asked for. */
export interface Archive {
  readonly bytes: Uint8Array;
  readonly limits: Limits;
  readonly entries: ReadonlyMap<string, Entry>;
  /** Where the central directory begins, and where the record that ends it begins. */
  readonly directory: number;
  readonly end: number;
}

export const signature = { local: 0x04034b50, record: 0x02014b50, end: 0x06054b50 };
export const method = { stored: 0, deflated: 8 };
const endSize = 22;
const recordSize = 46;
const headerSize = 30;

/**
 * Checks the directory of a zip package, strictly: a package that two programs would read differently
 * (duplicate names, overlapping entries, false bounds) is refused.
 *
 * @throws UnreadableDraft `truncated`, `damaged`, `password-protected`, `bomb` or `too-large`
 */
export function openArchive(bytes: Uint8Array, limits: Limits): Archive {
  if (bytes.length > limits.fileBytes) {
    throw new UnreadableDraft(
      'too-large',
      `The file is larger than ${inMegabytes(limits.fileBytes)}: remove its pictures or split it.`,
    );
  }
  const data = view(bytes);
  const end = findEnd(bytes, data);
  const count = data.getUint16(end + 10, true);
  const size = data.getUint32(end + 12, true);
  const directory = data.getUint32(end + 16, true);
  if (count === 0xffff || directory === 0xffffffff) throw damaged('it uses the zip64 extension, which no draft needs');
  if (count > limits.entries) throw bomb(`it holds ${count} parts`);
  if (directory + size > end) throw damaged('its directory of parts is out of bounds');

  const entries = new Map<string, Entry>();
  let position = directory;
  let total = 0;
  for (let index = 0; index < count; index++) {
    const entry = readRecord(bytes, data, position, directory, end);
    if (entries.has(entry.name)) throw damaged(`the part ${entry.name} occurs twice`);
    checkSize(entry, limits);
    total += entry.size;
    if (total > limits.totalBytes) throw bomb(`it would unpack to more than ${inMegabytes(limits.totalBytes)}`);
    entries.set(entry.name, entry);
    position = entry.record[1];
  }
  checkOverlaps([...entries.values()]);
  return { bytes, limits, entries, directory, end };
}

/**
 * The content of an entry, or undefined where there is none of that name.
 *
 * @throws UnreadableDraft `damaged` where size or checksum are not as declared
 */
export function readEntry(archive: Archive, name: string): Uint8Array | undefined {
  const entry = archive.entries.get(name);
  if (!entry) return undefined;
  const stored = archive.bytes.subarray(entry.data, entry.data + entry.storedSize);
  const content = entry.method === method.stored ? stored : inflate(stored, entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc) {
    throw damaged(`the part ${name} does not match its checksum`);
  }
  return content;
}

/** The stored bytes of an entry as they lie in the file. */
export function storedBytes(archive: Archive, entry: Entry): Uint8Array {
  return archive.bytes.subarray(entry.data, entry.data + entry.storedSize);
}

function findEnd(bytes: Uint8Array, data: DataView): number {
  const lowest = Math.max(0, bytes.length - endSize - 0xffff);
  for (let at = bytes.length - endSize; at >= lowest; at--) {
    if (data.getUint32(at, true) !== signature.end) continue;
    if (at + endSize + data.getUint16(at + 20, true) <= bytes.length) return at;
  }
  throw new UnreadableDraft('truncated', 'The file is cut off before its end: copy or download it again.');
}

function readRecord(bytes: Uint8Array, data: DataView, at: number, directory: number, end: number): Entry {
  if (at + recordSize > end || data.getUint32(at, true) !== signature.record) {
    throw damaged('its directory of parts is broken');
  }
  const flags = data.getUint16(at + 8, true);
  const packing = data.getUint16(at + 10, true);
  const storedSize = data.getUint32(at + 20, true);
  const nameSize = data.getUint16(at + 28, true);
  const recordEnd = at + recordSize + nameSize + data.getUint16(at + 30, true) + data.getUint16(at + 32, true);
  if (recordEnd > end) throw damaged('its directory of parts is broken');
  const name = new TextDecoder().decode(bytes.subarray(at + recordSize, at + recordSize + nameSize));
  if (flags & 1) {
    throw new UnreadableDraft('password-protected', 'The file is protected by a password: save a copy without it.');
  }
  if (packing !== method.stored && packing !== method.deflated) {
    throw damaged(`the part ${name} is packed in a way that drafts never use`);
  }
  if (/(?:^|\/)\.\.(?:\/|$)|^\/|\\|\0/.test(name)) throw damaged('one of its parts has a name that points outside it');

  const header = data.getUint32(at + 42, true);
  if (header + headerSize > bytes.length || data.getUint32(header, true) !== signature.local) {
    throw damaged(`the part ${name} is not where the directory says`);
  }
  const start = header + headerSize + data.getUint16(header + 26, true) + data.getUint16(header + 28, true);
  if (start + storedSize > directory) throw damaged(`the part ${name} is out of bounds`);
  return {
    name,
    flags,
    method: packing,
    crc: data.getUint32(at + 16, true),
    storedSize,
    size: data.getUint32(at + 24, true),
    header,
    data: start,
    record: [at, recordEnd],
  };
}

function checkSize(entry: Entry, limits: Limits): void {
  if (entry.size > limits.entryBytes) {
    throw bomb(`the part ${entry.name} would unpack to more than ${inMegabytes(limits.entryBytes)}`);
  }
  if (entry.size > limits.ratioFloor && entry.size > entry.storedSize * limits.ratio) {
    throw bomb(`the part ${entry.name} is packed more than ${limits.ratio} to 1`);
  }
}

/** Entries that share bytes are the way to make a small file unpack to petabytes. */
function checkOverlaps(entries: Entry[]): void {
  entries.sort((a, b) => a.header - b.header);
  let end = 0;
  for (const entry of entries) {
    if (entry.header < end) throw bomb('its parts overlap');
    end = entry.data + entry.storedSize;
  }
}

/**
 * Inflates in small steps and stops at the declared size: the declared size is only a claim, and the
 * whole-buffer functions cut an entry that is longer without a word.
 */
function inflate(stored: Uint8Array, entry: Entry): Uint8Array {
  const content = new Uint8Array(entry.size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > content.length) throw bomb(`the part ${entry.name} is larger than it declares`);
    content.set(chunk, length);
    length += chunk.length;
  });
  // A step can grow a thousandfold before it is seen.
  const step = 4096;
  try {
    for (let at = 0; at < stored.length || at === 0; at += step) {
      stream.push(stored.subarray(at, at + step), at + step >= stored.length);
    }
  } catch (cause) {
    if (cause instanceof UnreadableDraft) throw cause;
    throw damaged(`the part ${entry.name} cannot be unpacked`);
  }
  return content.subarray(0, length);
}

export function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(what: string): UnreadableDraft {
  return new UnreadableDraft(
    'damaged',
    `The file is damaged (${what}): open it in the program that made it and save it again.`,
  );
}

function bomb(what: string): UnreadableDraft {
  return new UnreadableDraft(
    'bomb',
    `The file was not opened because it is built to exhaust a computer (${what}): ask its sender for a clean copy.`,
  );
}

function inMegabytes(bytes: number): string {
  return `${Math.floor(bytes / (1 << 20))} MB`;
}

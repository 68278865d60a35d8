import { deflateSync } from 'fflate';
import { type Archive, type Entry, method, signature, view } from './archive.ts';
import { crc32 } from './checksum.ts';

/**
 * The package with some parts replaced or added. Every other entry keeps its header, its compressed
 * bytes and its directory record: only the offsets move. Same input, same bytes.
 *
 * @param changes the new content by entry name
 */
export function rewriteArchive(archive: Archive, changes: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const put = (chunk: Uint8Array): void => {
    chunks.push(chunk);
    length += chunk.length;
  };
  const records = new Map<string, Uint8Array>();

  const inFileOrder = [...archive.entries.values()].sort((a, b) => a.header - b.header);
  for (const [index, entry] of inFileOrder.entries()) {
    const record = archive.bytes.slice(entry.record[0], entry.record[1]);
    view(record).setUint32(42, length, true);
    records.set(entry.name, record);
    const content = changes.get(entry.name);
    if (content) {
      const packed = pack(content);
      put(describe(localHeader(archive, entry), 6, entry.flags & ~descriptorFollows, packed));
      put(packed.stored);
      describe(record, 8, entry.flags & ~descriptorFollows, packed);
    } else {
      // Up to the next header, so that a data descriptor after the entry comes along.
      put(archive.bytes.subarray(entry.header, inFileOrder[index + 1]?.header ?? archive.directory));
    }
  }
  for (const [name, content] of changes) {
    if (archive.entries.has(name)) continue;
    const packed = pack(content);
    records.set(name, newRecord(name, packed, length));
    put(newHeader(name, packed));
    put(packed.stored);
  }

  const directory = length;
  for (const name of archive.entries.keys()) put(records.get(name) as Uint8Array);
  for (const name of changes.keys()) if (!archive.entries.has(name)) put(records.get(name) as Uint8Array);
  const end = archive.bytes.slice(archive.end);
  const fields = view(end);
  fields.setUint16(8, records.size, true);
  fields.setUint16(10, records.size, true);
  fields.setUint32(12, length - directory, true);
  fields.setUint32(16, directory, true);
  put(end);
  return join(chunks, length);
}

interface Packed {
  readonly stored: Uint8Array;
  readonly size: number;
  readonly crc: number;
}

/** The flag that sizes follow the data; a rewritten entry has them in its header. */
const descriptorFollows = 8;
/** 1 January 1980, the first day that a zip entry can have, so that the output does not depend on the clock. */
const fixedDate = 0x21;
const version = 20;

function pack(content: Uint8Array): Packed {
  return { stored: deflateSync(content, { level: 6 }), size: content.length, crc: crc32(content) };
}

function localHeader(archive: Archive, entry: Entry): Uint8Array {
  return archive.bytes.slice(entry.header, entry.data);
}

/** Writes flags, method, checksum and sizes, which local header and directory record hold in the same order. */
function describe(header: Uint8Array, at: number, flags: number, packed: Packed): Uint8Array {
  const fields = view(header);
  fields.setUint16(at, flags, true);
  fields.setUint16(at + 2, method.deflated, true);
  fields.setUint32(at + 8, packed.crc, true);
  fields.setUint32(at + 12, packed.stored.length, true);
  fields.setUint32(at + 16, packed.size, true);
  return header;
}

function newHeader(name: string, packed: Packed): Uint8Array {
  const encoded = new TextEncoder().encode(name);
  const header = new Uint8Array(30 + encoded.length);
  const fields = view(header);
  fields.setUint32(0, signature.local, true);
  fields.setUint16(4, version, true);
  fields.setUint16(12, fixedDate, true);
  fields.setUint16(26, encoded.length, true);
  header.set(encoded, 30);
  return describe(header, 6, 0, packed);
}

function newRecord(name: string, packed: Packed, header: number): Uint8Array {
  const encoded = new TextEncoder().encode(name);
  const record = new Uint8Array(46 + encoded.length);
  const fields = view(record);
  fields.setUint32(0, signature.record, true);
  fields.setUint16(4, version, true);
  fields.setUint16(6, version, true);
  fields.setUint16(14, fixedDate, true);
  fields.setUint16(28, encoded.length, true);
  fields.setUint32(42, header, true);
  record.set(encoded, 46);
  return describe(record, 8, 0, packed);
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

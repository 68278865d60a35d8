import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { UnreadableDraft } from '../../src/unreadable-draft.ts';
import { openArchive, readEntry, storedBytes } from '../../src/zip/archive.ts';
import { crc32 } from '../../src/zip/checksum.ts';
import { defaultLimits } from '../../src/zip/limits.ts';
import { rewriteArchive } from '../../src/zip/rewrite.ts';
import { zipBytes } from './zip-bytes.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The reason for which something is refused. */
function reasonOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof UnreadableDraft) return error.reason;
    throw error;
  }
  return undefined;
}

const open = (bytes: Uint8Array, limits = {}) => openArchive(bytes, { ...defaultLimits, ...limits });
const honest = zipBytes([
  { name: 'a.txt', content: 'first '.repeat(100) },
  { name: 'folder/b.txt', content: 'second', stored: true },
]);

describe('a zip package', () => {
  test('gives back what was packed, deflated or stored', () => {
    const archive = open(honest);
    expect(readEntry(archive, 'a.txt')).toEqual(bytesOf('first '.repeat(100)));
    expect(readEntry(archive, 'folder/b.txt')).toEqual(bytesOf('second'));
    expect(readEntry(archive, 'c.txt')).toBeUndefined();
  });

  test('has the checksum that every zip program computes', () => {
    expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926);
    expect(crc32(bytesOf('6789'), crc32(bytesOf('12345')))).toBe(0xcbf43926);
  });

  test.each([
    ['cut off', () => open(honest.subarray(0, honest.length - 30)), 'truncated'],
    ['with a changed byte', () => readEntry(open(changed(honest, 40)), 'a.txt'), 'damaged'],
    ['larger than allowed', () => open(honest, { fileBytes: 100 }), 'too-large'],
    ['of too many parts', () => open(honest, { entries: 1 }), 'bomb'],
    ['of parts that are too large', () => open(honest, { entryBytes: 500 }), 'bomb'],
    ['that is too large in all', () => open(honest, { totalBytes: 605 }), 'bomb'],
    ['packed too well', () => open(zipBytes([{ name: 'a', content: ' '.repeat(2 << 20) }])), 'bomb'],
    ['with one name twice', () => open(zipBytes([same('a'), same('a')])), 'damaged'],
    ['with a name that climbs out', () => open(zipBytes([same('../a')])), 'damaged'],
    ['with entries that overlap', () => open(zipBytes([same('a'), same('b', { header: 0 })])), 'bomb'],
    ['that is encrypted', () => open(zipBytes([same('a', { flags: 1 })])), 'password-protected'],
    ['with a false checksum', () => readEntry(open(zipBytes([same('a', { crc: 1 })])), 'a'), 'damaged'],
    ['with a size too small', () => readEntry(open(zipBytes([same('a', { size: 2 })])), 'a'), 'bomb'],
    ['with a size too large', () => readEntry(open(zipBytes([same('a', { size: 2000 })])), 'a'), 'damaged'],
  ])('%s is refused', (_, work, reason) => {
    expect(reasonOf(work)).toBe(reason);
  });

  test('is not inflated past the size that it declares', () => {
    const bomb = zipBytes([{ name: 'a', content: new Uint8Array(30 << 20), claims: { size: 1000 } }]);
    const before = process.memoryUsage().arrayBuffers;
    expect(reasonOf(() => readEntry(open(bomb), 'a'))).toBe('bomb');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 << 20);
  });
});

describe('a rewritten package', () => {
  const changes = new Map([
    ['a.txt', bytesOf('changed')],
    ['new.txt', bytesOf('added')],
  ]);

  test('holds the changes and all else as it was, to any zip program', () => {
    const unpacked = unzipSync(rewriteArchive(open(honest), changes));
    expect(Object.keys(unpacked)).toEqual(['a.txt', 'folder/b.txt', 'new.txt']);
    const texts = Object.values(unpacked).map((content) => new TextDecoder().decode(content));
    expect(texts).toEqual(['changed', 'second', 'added']);
  });

  test('keeps the packed bytes of what did not change', () => {
    const before = open(honest);
    const after = open(rewriteArchive(before, changes));
    const entry = 'folder/b.txt';
    expect(storedBytes(after, after.entries.get(entry)!)).toEqual(storedBytes(before, before.entries.get(entry)!));
    expect(readEntry(after, 'a.txt')).toEqual(bytesOf('changed'));
  });

  test('is the same bytes each time', () => {
    expect(rewriteArchive(open(honest), changes)).toEqual(rewriteArchive(open(honest), changes));
  });
});

function same(name: string, claims = {}) {
  return { name, content: 'the same words', claims };
}

function changed(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at]! ^= 0xff;
  return copy;
}

import type { Source } from '@poclint/core';
import { strFromU8, unzipSync } from 'fflate';
import { readWord } from '../../src/word/read-word.ts';
import { openArchive, storedBytes } from '../../src/zip/archive.ts';
import { defaultLimits } from '../../src/zip/limits.ts';

/** The first place of some words in a draft. */
export function spanOf(bytes: Uint8Array, words: string): [number, number] {
  const { text } = readWord('', bytes).accepted;
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`The draft does not say: ${words}`);
  return [start, start + words.length];
}

/** What each comment stands on and says. */
export function commentsOf(bytes: Uint8Array): { on: string; says: string; author: string | undefined }[] {
  const { text, comments } = readWord('', bytes).accepted;
  return comments.map((comment) => ({ on: text.slice(...comment.span), says: comment.text, author: comment.author }));
}

/** The characters of one part. */
export function partOf(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name]!);
}

/** The names of the entries whose packed bytes are not those of the other package. */
export function changedEntries(before: Uint8Array, after: Uint8Array): string[] {
  const old = openArchive(before, defaultLimits);
  const made = openArchive(after, defaultLimits);
  const bytes = (archive: typeof old, name: string): string => String(storedBytes(archive, archive.entries.get(name)!));
  return [...made.entries.keys()].filter((name) => !old.entries.has(name) || bytes(old, name) !== bytes(made, name));
}

/** What the other side has: the draft before all tracked changes, or the draft itself where there are none. */
export function before(bytes: Uint8Array): Pick<Source, 'text' | 'blocks'> {
  const { accepted, rejected } = readWord('', bytes);
  const { text, blocks } = rejected ?? accepted;
  return { text, blocks };
}

import type { Block, Source } from '@poclint/core';
import { readWord } from '../../src/word/read-word.ts';
import { type WordParts, wordFile } from './word-file.ts';

export function accepted(parts: WordParts): Source {
  return readWord('draft.docx', wordFile(parts)).accepted;
}

export function rejected(parts: WordParts): Source {
  const source = readWord('draft.docx', wordFile(parts)).rejected;
  if (!source) throw new Error('The draft has no tracked changes.');
  return source;
}

/** The words of each block, in order. */
export function wordsOf(source: Source): string[] {
  return source.blocks.map((block) => source.text.slice(...block.span));
}

/** The automatic number of each block, `undefined` where it has none. */
export function labelsOf(source: Source): (string | undefined)[] {
  return source.blocks.map((block) => block.label && source.text.slice(...block.label));
}

export function rolesOf(source: Source): Block['role'][] {
  return source.blocks.map((block) => block.role);
}

/** The words of a span. */
export function at(source: Source, { span }: { readonly span: readonly [number, number] }): string {
  return source.text.slice(...span);
}

import type { Source } from '@poclint/core';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { UnreadableDraft } from '../../src/unreadable-draft.ts';
import { readWord } from '../../src/word/read-word.ts';
import { accord, accordParts } from './accord.ts';
import { checkShape } from './shape.ts';
import { wordDrafts } from './word-drafts.ts';
import { type WordParts, wordFile } from './word-file.ts';

function readOrRefuse(bytes: Uint8Array): Source[] {
  try {
    const { accepted, rejected } = readWord('draft.docx', bytes);
    return rejected ? [accepted, rejected] : [accepted];
  } catch (error) {
    if (error instanceof UnreadableDraft) return [];
    throw error;
  }
}

describe('any bytes', () => {
  test('are read or refused, and nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        readOrRefuse(bytes);
        readOrRefuse(Uint8Array.of(0x50, 0x4b, 3, 4, ...bytes));
      }),
      { numRuns: 300 },
    );
  });

  test('that a transfer has damaged are read or refused', () => {
    const bytes = accord();
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), fc.nat(bytes.length), (changes, cut) => {
        const damaged = bytes.slice();
        for (const [at, value] of changes) damaged[at] = value;
        readOrRefuse(damaged);
        readOrRefuse(damaged.subarray(0, cut));
      }),
      { numRuns: 150 },
    );
  });

  test('whose markup has lost or doubled elements give a Source of the right shape', () => {
    const tags = accordParts.body.split(/(?=<)/);
    const edit = fc.record({
      at: fc.nat(tags.length - 1),
      times: fc.constantFrom(0, 2),
      other: fc.nat(tags.length - 1),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const edited = [...tags];
        for (const { at, times, other } of edits)
          edited[at] = times === 0 ? (tags[other] as string) : edited[at]!.repeat(2);
        const parts: WordParts = { ...accordParts, body: edited.join('') };
        for (const source of readOrRefuse(wordFile(parts))) checkShape(source);
      }),
      { numRuns: 300 },
    );
  });
});

describe('any draft', () => {
  test('gives blocks that ascend, lie apart and begin with their label', () => {
    fc.assert(
      fc.property(wordDrafts, (parts) => {
        for (const source of readOrRefuse(wordFile(parts))) checkShape(source);
      }),
      { numRuns: 150 },
    );
  });

  test('gives the same Source each time', () => {
    fc.assert(
      fc.property(wordDrafts, (parts) => {
        expect(readOrRefuse(wordFile(parts))).toEqual(readOrRefuse(wordFile(parts)));
      }),
      { numRuns: 30 },
    );
  });

  test('has each origin at the raw characters it names', () => {
    fc.assert(
      fc.property(wordDrafts, (parts) => {
        const bytes = wordFile(parts);
        const files = unzipSync(bytes);
        for (const source of readOrRefuse(bytes)) {
          for (const { span, part, raw } of source.origins) {
            if (raw === undefined) continue;
            const letter = /^\p{L}/u.exec(source.text.slice(...span))?.[0] ?? '';
            expect(strFromU8(files[part!]!).slice(raw, raw + letter.length)).toBe(letter);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

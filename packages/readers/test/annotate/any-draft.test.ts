import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotateWord } from '../../src/annotate/annotate-word.ts';
import { type Annotation, wholeCharacters } from '../../src/annotate/annotation.ts';
import { UnreadableDraft } from '../../src/unreadable-draft.ts';
import { readWord } from '../../src/word/read-word.ts';
import { wordDrafts } from '../word/word-drafts.ts';
import { type WordParts, wordFile } from '../word/word-file.ts';
import { bodySpans } from './body-spans.ts';
import { before, changedEntries } from './reading.ts';

/** Two cuts of a draft, as shares of its length. */
const cuts = fc.array(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
  {
    minLength: 1,
    maxLength: 4,
  },
);

function annotationsAt(bytes: Uint8Array, shares: readonly (readonly [number, number])[]): Annotation[] {
  const spans = bodySpans(bytes);
  if (spans.length === 0) return [];
  const { text } = readWord('', bytes).accepted;
  return shares.map(([one, other], index) => {
    const [low, high] = [Math.min(one, other), Math.max(one, other)];
    const first = spans[Math.floor(low * (spans.length - 1))]!;
    const last = spans[Math.floor(high * (spans.length - 1))]!;
    const start = first[0] + Math.floor(low * (first[1] - first[0] - 1));
    const end = Math.max(start + 1, last[0] + Math.ceil(high * (last[1] - last[0])));
    return { rule: `rule-${index}`, message: 'A remark.', span: wholeCharacters(text, [start, end]) };
  });
}

/** The draft's bytes, where it has words at all. */
function made(parts: WordParts): Uint8Array {
  const bytes = wordFile(parts);
  try {
    fc.pre(readWord('', bytes).accepted.text.trim() !== '');
  } catch (error) {
    if (!(error instanceof UnreadableDraft)) throw error;
    fc.pre(false);
  }
  return bytes;
}

describe('an annotated draft, whatever the draft', () => {
  test('has each comment on exactly its words', () => {
    fc.assert(
      fc.property(wordDrafts, cuts, (parts, shares) => {
        const bytes = made(parts);
        const annotations = annotationsAt(bytes, shares);
        const { accepted } = readWord('', annotateWord(bytes, annotations));
        for (const annotation of annotations) {
          const [start, end] = 'span' in annotation ? annotation.span : annotation.afterSpan;
          const comment = accepted.comments.find(({ text }) => text.endsWith(` ${annotation.rule}`));
          const words = accepted.text.slice(start, end);
          if (words.trim() === '') continue;
          expect(comment && accepted.text.slice(...comment.span)).toBe(words.trim());
          expect(comment?.span[0]).toBe(start + words.length - words.trimStart().length);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('reads as before in both views, and all other entries are the same bytes', () => {
    fc.assert(
      fc.property(wordDrafts, cuts, (parts, shares) => {
        const bytes = made(parts);
        const annotated = annotateWord(bytes, annotationsAt(bytes, shares));
        expect(readWord('', annotated).accepted.text).toBe(readWord('', bytes).accepted.text);
        expect(before(annotated)).toEqual(before(bytes));
        const own = ['word/document.xml', 'word/comments.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml'];
        expect(changedEntries(bytes, annotated).filter((name) => !own.includes(name))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('keeps a character whole that a remark begins or ends within', () => {
    const bytes = wordFile({ body: '<w:p><w:r><w:t>All 😀 now</w:t></w:r></w:p><w:sectPr/>' });
    const annotated = annotateWord(bytes, [{ rule: 'rule', message: 'A remark.', span: [0, 5] }]);
    const { accepted } = readWord('', annotated);
    expect(accepted.text).toBe('All 😀 now');
    expect(accepted.comments.map(({ span }) => accepted.text.slice(...span))).toEqual(['All 😀']);
  });

  test('is the same bytes when annotated again', () => {
    fc.assert(
      fc.property(wordDrafts, cuts, (parts, shares) => {
        const bytes = made(parts);
        const annotations = annotationsAt(bytes, shares);
        const annotated = annotateWord(bytes, annotations);
        expect(changedEntries(annotated, annotateWord(annotated, annotations))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('gives back the old draft when its suggestions are rejected', () => {
    fc.assert(
      fc.property(wordDrafts, cuts, (parts, shares) => {
        const bytes = made(parts);
        const annotations = annotationsAt(bytes, shares).map((annotation, index) => {
          const span = 'span' in annotation ? annotation.span : annotation.afterSpan;
          return { ...annotation, span: undefined, afterSpan: span, modelClause: `Model clause ${index}.` };
        });
        const suggested = annotateWord(
          bytes,
          annotations.map(({ span: _, ...rest }) => rest),
          { suggest: true },
        );
        const { accepted } = readWord('', suggested);
        for (const { modelClause } of annotations) expect(accepted.text).toContain(modelClause);
        expect(before(suggested)).toEqual(before(bytes));
      }),
      { numRuns: 60 },
    );
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotateWord } from '../../src/annotate/annotate-word.ts';
import { type Annotation, wholeCharacters } from '../../src/annotate/annotation.ts';
import { UnreadableDraft } from '../../src/unreadable-draft.ts';
import { readWord } from '../../src/word/read-word.ts';
import { accord } from '../word/accord.ts';
import { wordDrafts } from '../word/word-drafts.ts';
import { wordFile } from '../word/word-file.ts';
import { bodySpans } from './body-spans.ts';
import { misplacedMarkup } from './markup-order.ts';
import { npmDocx } from './npm-docx.ts';
import { before, changedEntries, partOf } from './reading.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url);
const OWN = ['word/document.xml', 'word/comments.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml'];

interface Made {
  readonly maker: string;
  readonly name: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
}

const committed = ['', 'makers/', 'formats/'].flatMap((folder) =>
  readdirSync(new URL(folder, FIXTURES))
    .filter((name) => name.endsWith('.docx'))
    .map((name): Made => {
      const maker = /pandoc|libreoffice/.exec(name)?.[0] ?? 'docx';
      return { maker, name, bytes: () => new Uint8Array(readFileSync(new URL(folder + name, FIXTURES))) };
    }),
);
/** As Word writes: the same twenty drafts on every run. */
const written = fc
  .sample(wordDrafts, { numRuns: 60, seed: 4 })
  .map((parts) => wordFile(parts))
  .filter(hasWords)
  .slice(0, 20);
const MADE: readonly Made[] = [
  ...committed,
  ...Array.from({ length: 16 }, (_, at): Made => ({ maker: 'docx', name: `npm docx ${at}`, bytes: () => npmDocx(at) })),
  ...[accord(), ...written].map(
    (bytes, at): Made => ({ maker: 'word', name: `as Word writes ${at}`, bytes: () => bytes }),
  ),
];
/** Eight places of each draft, on any characters: from a letter to several paragraphs. */
const PLACES = 8;
const places = fc.tuple(fc.nat({ max: 9999 }), fc.integer({ min: 1, max: 120 }));

describe('comments on the words of a file', () => {
  it('are tried on at least sixty files of four makers', () => {
    expect(MADE.length).toBeGreaterThanOrEqual(60);
    const makers = Map.groupBy(MADE, ({ maker }) => maker);
    expect([...makers.values()].every((files) => files.length >= 16)).toBe(true);
    expect([...makers.keys()].sort()).toEqual(['docx', 'libreoffice', 'pandoc', 'word']);
  });

  it.each(MADE)('stand exactly there, and change nothing else: $name', async ({ name, bytes }) => {
    const draft = await bytes();
    const { accepted } = readWord(name, draft);
    const remarks = remarksOn(
      draft,
      accepted.text,
      MADE.findIndex((made) => made.name === name),
    );
    const annotated = annotateWord(draft, remarks);
    const read = readWord(name, annotated).accepted;
    expect(read.text).toBe(accepted.text);
    for (const { rule, span } of remarks as (Annotation & { span: readonly [number, number] })[]) {
      const comment = read.comments.find(({ text }) => text.endsWith(` ${rule}`));
      expect([rule, comment && read.text.slice(...comment.span)]).toEqual([rule, read.text.slice(...span).trim()]);
    }
    expect(before(annotated)).toEqual(before(draft));
    expect(changedEntries(draft, annotated).filter((entry) => !OWN.includes(entry))).toEqual([]);
    if (misplacedMarkup(partOf(draft, OWN[0] as string)).length === 0) {
      expect(misplacedMarkup(partOf(annotated, OWN[0] as string))).toEqual([]);
      expect(misplacedMarkup(partOf(annotated, OWN[1] as string))).toEqual([]);
    }
  });

  it('are checked against drafts whose own markup is where the schema wants it', async () => {
    const valid: string[] = [];
    for (const { name, bytes } of MADE) {
      if (misplacedMarkup(partOf(await bytes(), OWN[0] as string)).length === 0) valid.push(name);
    }
    expect(valid.length).toBeGreaterThan(0.9 * MADE.length);
  });
});

it('markup in a wrong place is noticed', () => {
  const body = (inside: string) => misplacedMarkup(`<w:body xmlns:w="w">${inside}</w:body>`);
  expect(
    body(
      '<w:p><w:pPr/><w:commentRangeStart w:id="1"/><w:r><w:t>a</w:t></w:r><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>',
    ),
  ).toEqual([]);
  expect(body('<w:p><w:r><w:commentRangeStart w:id="1"/></w:r></w:p>')).not.toEqual([]);
  expect(body('<w:p><w:commentRangeStart w:id="1"/></w:p>')).toEqual(['comment 1: commentRangeStart']);
  expect(body('<w:p><w:r/><w:pPr/></w:p>')).toEqual(['w:pPr is not first']);
  expect(body('<w:p><w:pPr><w:pPrChange/><w:rPr/></w:pPr></w:p>')).toEqual(['w:rPr behind what must be last']);
});

function hasWords(bytes: Uint8Array): boolean {
  try {
    return bodySpans(bytes).some(([start, end]) => readWord('', bytes).accepted.text.slice(start, end).trim() !== '');
  } catch (error) {
    if (error instanceof UnreadableDraft) return false;
    throw error;
  }
}

/** Remarks on some places of the body's words; the same number gives the same places. */
function remarksOn(draft: Uint8Array, text: string, seed: number): Annotation[] {
  const spans = bodySpans(draft);
  const starts = spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, at) => start + at));
  const isStart = new Set(starts);
  return fc.sample(places, { numRuns: PLACES, seed: seed + 1 }).flatMap(([at, length], index) => {
    const start = starts[at % starts.length] as number;
    let end = start + length;
    while (end > start + 1 && !isStart.has(end - 1)) end--;
    const span = wholeCharacters(text, [start, end]);
    return text.slice(...span).trim() === '' ? [] : [{ rule: `rule-${index}`, message: 'A remark.', span }];
  });
}

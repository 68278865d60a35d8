import { readFileSync } from 'node:fs';
import type { Block, Origin, Source, Span } from '@poclint/core';

const FOLDER = new URL('fixtures/', import.meta.url);

/** Every PDF that holds a text of `fixtures/text`, by the program that made it, and its pages. */
export const MADE_DRAFTS = [
  { name: 'framework.en.libreoffice', pages: 2, notes: true },
  { name: 'framework.en.un', pages: 3, notes: true },
  { name: 'framework.en.chromium', pages: 2, notes: false },
  { name: 'framework.en.pdftex', pages: 2, notes: true },
  { name: 'accord.fr.wkhtmltopdf', pages: 1, notes: false },
  { name: 'accord.fr.weasyprint', pages: 1, notes: false },
  { name: 'acuerdo.es.groff', pages: 1, notes: false },
  { name: 'acuerdo.es.reportlab', pages: 2, notes: false },
  { name: 'ittifaq.ar.chromium', pages: 2, notes: false },
  { name: 'ittifaq.ar.libreoffice', pages: 1, notes: false },
];

/** The bytes of a made PDF. */
export function pdfBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`${name}.pdf`, FOLDER)));
}

/** What a text in `fixtures/text` says: the paragraphs and the notes, in order. */
export function typesetText(name: string): { paragraphs: string[]; notes: string[] } {
  const notes: string[] = [];
  const lines = readFileSync(new URL(`text/${name}.txt`, FOLDER), 'utf8')
    .split('\n')
    .filter(Boolean);
  const paragraphs = lines.map((line) =>
    line.replace(/^\w+: /u, '').replace(/\[\^\d+: ([^\]]*)\]/gu, (_, note: string) => {
      notes.push(note);
      return '';
    }),
  );
  return { paragraphs, notes };
}

/** Quotation marks are typeset as each program likes. */
export function plain(text: string): string {
  return text.replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"').replace(/\s+/gu, ' ').trim();
}

export function blockTexts(source: Source, ...roles: Block['role'][]): string[] {
  return source.blocks
    .filter((block) => roles.includes(block.role))
    .map((block) => plain(source.text.slice(...block.span)));
}

/** The words at a place that a test expects to be there. */
export function textAt(source: Source, span: Span | undefined): string {
  if (!span) throw new Error('there is no such place');
  return source.text.slice(...span);
}

/** The box of an origin that a test expects to have one. */
export function boxOf(origin: Origin | undefined): NonNullable<Origin['box']> {
  if (!origin?.box) throw new Error('there is no such box');
  return origin.box;
}

/** The shares of paragraphs that are blocks of their own, and of sentences that stand unbroken in a block. */
export function shareWhole(source: Source, paragraphs: readonly string[], language: string) {
  const blocks = blockTexts(source, 'paragraph', 'heading', 'note');
  const found = new Set(blocks);
  const expected = paragraphs.map(plain);
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const sentences = expected.flatMap((paragraph) =>
    [...segmenter.segment(paragraph)].map(({ segment }) => segment.trim()).filter((sentence) => sentence.length > 3),
  );
  return {
    paragraphs: expected.filter((paragraph) => found.has(paragraph)).length / expected.length,
    sentences:
      sentences.filter((sentence) => blocks.some((block) => block.includes(sentence))).length / sentences.length,
  };
}

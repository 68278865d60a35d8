import { originAt, type Source } from '@poclint/core';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../src/pdf/reader.ts';
import { blockTexts, MADE_DRAFTS, pdfBytes, plain, shareWhole, textAt, typesetText } from './drafts.ts';

const known = new Map<string, Promise<Source>>();

function read(name: string): Promise<Source> {
  const source = known.get(name) ?? readAnew(name);
  known.set(name, source);
  return source;
}

async function readAnew(name: string): Promise<Source> {
  return (await readPdf(`${name}.pdf`, pdfBytes(name))).accepted;
}

describe.each(MADE_DRAFTS)('$name', ({ name, pages, notes }) => {
  const [text, language] = name.split('.') as [string, string];
  const typeset = typesetText(`${text}.${language}`);

  it('keeps sentences and paragraphs whole', async () => {
    const source = await read(name);
    const expected = notes ? [...typeset.paragraphs, ...typeset.notes] : typeset.paragraphs;
    const share = shareWhole(source, expected, language);
    expect(share.sentences).toBeGreaterThanOrEqual(0.99);
    expect(share.paragraphs).toBeGreaterThanOrEqual(0.92);
  });

  it('has the words of the text in its order, and no others', async () => {
    const source = await read(name);
    const words = blockTexts(source, 'paragraph', 'heading').join(' ');
    const start = words.indexOf(plain(typeset.paragraphs[0] as string));
    expect(start).toBeGreaterThanOrEqual(0);
    const expected = typeset.paragraphs.map(plain).join(' ');
    expect(words.slice(start, start + expected.length)).toBe(expected);
  });

  it('names a page and a box on it for every letter of every block', async () => {
    const source = await read(name);
    const seen = new Set<number>();
    for (const { span } of source.blocks) {
      for (let at = span[0]; at < span[1]; at++) {
        if (source.text[at] === ' ') continue;
        const origin = originAt(source, at);
        const [left, top, right, bottom] = origin?.box ?? [0, 0, 0, 0];
        if (!(right > left && bottom > top && left >= 0 && right <= 620 && top >= 0 && bottom <= 850)) {
          expect.fail(`no place for "${source.text.slice(at, at + 20)}"`);
        }
        seen.add(origin?.page as number);
      }
    }
    expect([...seen].sort()).toEqual(Array.from({ length: pages }, (_, index) => index + 1));
  });

  it('has ascending, disjoint blocks and origins', async () => {
    const source = await read(name);
    for (const spans of [source.blocks, source.origins].map((parts) => parts.map((part) => part.span))) {
      expect(spans.every(([start, end]) => start < end)).toBe(true);
      expect(spans.every(([start], index) => index === 0 || start >= (spans[index - 1]?.[1] as number))).toBe(true);
    }
  });

  it('reads the same twice', async () => {
    expect(await readAnew(name)).toEqual(await read(name));
  });
});

describe('what stands around the text', () => {
  it('keeps a running head once, and page numbers as labels', async () => {
    const source = await read('framework.en.libreoffice');
    expect(blockTexts(source, 'furniture')).toEqual(['DRAFT 3 – 12 September 2023 – without prejudice']);
    expect(new Set(source.origins.map(({ page, pageLabel }) => `${page}=${pageLabel}`))).toEqual(
      new Set(['1=1', '2=2']),
    );
  });

  it('sets the masthead and the letter of a United Nations document apart, and says so', async () => {
    const source = await read('framework.en.un');
    const furniture = blockTexts(source, 'furniture').join('\n');
    expect(furniture).toContain('S/2023/911');
    expect(furniture).toContain('Distr.: General');
    expect(furniture).toContain('The signatories ask that all civilians be protected while it is carried out.');
    expect(furniture).toContain('(Signed) Ilya Maren');
    expect(furniture).not.toContain('Each Party shall refrain');
    const notice = source.notices.find(({ name }) => name === 'letter-of-transmittal');
    expect(textAt(source, notice?.span)).toMatch(/^Letter dated[\s\S]*Permanent Representative$/u);
    expect(source.origins.at(-1)?.pageLabel).toBe('3');
  });

  it('leaves what a browser prints around the page out of the text', async () => {
    const source = await read('framework.en.chromium');
    expect(blockTexts(source, 'paragraph', 'heading').join(' ')).not.toMatch(/file:|AM\b/u);
  });
});

describe('notes, headings and tables', () => {
  it('makes each footnote a note with its mark, and keeps the mark out of the sentence', async () => {
    const source = await read('framework.en.libreoffice');
    const notes = source.blocks.filter(({ role }) => role === 'note');
    expect(notes.map(({ note }) => note)).toEqual(['1', '2', '3']);
    expect(textAt(source, notes[0]?.span)).toBe(
      'The list of wells and grain stores that both surveys confirmed is kept by the Joint Office in Tashgar.',
    );
    expect(source.text).toContain('grain stores and clinics.\n');
  });

  it('ranks headings by how they are set', async () => {
    const source = await read('framework.en.pdftex');
    const levels = source.blocks.filter(({ role }) => role === 'heading').map(({ level }) => level);
    expect(levels[0]).toBe(1);
    expect(new Set(levels.slice(1))).toEqual(new Set([2]));
    expect(blockTexts(source, 'heading')).toContain('Humanitarian access');
  });

  it('reads a table by its cells', async () => {
    const source = await read('acuerdo.es.reportlab');
    const cells = source.blocks.filter(({ role }) => role === 'cell');
    const table = cells.filter(({ cell }) => cell?.table === 0);
    expect(table.map(({ span, cell }) => [cell?.row, cell?.column, source.text.slice(...span)])).toEqual([
      [0, 0, 'Medida'],
      [0, 1, 'Responsable'],
      [0, 2, 'Plazo'],
      [1, 0, 'Órdenes escritas'],
      [1, 1, 'Ambas Partes'],
      [1, 2, '10 días'],
      [2, 0, 'Retiro de minas'],
      [2, 1, 'Coordinadora'],
      [2, 2, '30 días'],
      [3, 0, 'Primer informe'],
      [3, 1, 'Mecanismo'],
      [3, 2, '60 días'],
    ]);
  });

  it('declares the language of the file only where the script agrees', async () => {
    expect((await read('framework.en.chromium')).language).toBe('en');
    expect((await read('ittifaq.ar.chromium')).language).toBe('ar');
    expect((await read('ittifaq.ar.libreoffice')).language).toBeUndefined();
  });
});

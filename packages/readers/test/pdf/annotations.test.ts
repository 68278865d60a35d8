import { degrees, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { annotatePdf, placesOf } from '../../src/pdf/annotations.ts';
import { readPdf } from '../../src/pdf/reader.ts';
import { UnreadableDraft } from '../../src/unreadable-draft.ts';
import { boxOf, pdfBytes } from './drafts.ts';
import { drawPages, prose } from './drawn-pages.ts';

async function read(bytes: Uint8Array) {
  return (await readPdf('draft.pdf', bytes)).accepted;
}

describe('a copy with remarks', () => {
  it('comes back with each remark on the lines that it was put on', async () => {
    const bytes = pdfBytes('framework.en.pdftex');
    const source = await read(bytes);
    const clauses = [
      'shall refrain from any attack on the civilian population',
      'Any person may bring a complaint',
      'lake',
    ];
    const spans = clauses.slice(0, 2).map((clause): [number, number] => {
      const start = source.text.indexOf(clause);
      return [start, start + clause.length];
    });
    const copy = await annotatePdf(
      bytes,
      spans.map((span, index) => ({
        places: placesOf(source, span),
        text: `Remark ${index}: «ملاحظة»`,
        author: 'poclint',
      })),
    );
    const again = await read(copy);
    expect(again.text).toBe(source.text);
    expect(again.comments.map(({ text, author }) => [text, author])).toEqual([
      ['Remark 0: «ملاحظة»', 'poclint'],
      ['Remark 1: «ملاحظة»', 'poclint'],
    ]);
    again.comments.forEach(({ span }, index) => {
      const [start, end] = spans[index] as [number, number];
      expect(span[0]).toBeLessThanOrEqual(start);
      expect(span[1]).toBeGreaterThanOrEqual(end);
      // No more than the lines that the words stand on.
      expect(span[1] - span[0]).toBeLessThan(end - start + 130);
    });
    expect(again.marks.filter(({ kind }) => kind === 'highlight')).toHaveLength(2);
  });

  it('keeps the bytes of the original at its start', async () => {
    const bytes = pdfBytes('framework.en.libreoffice');
    const source = await read(bytes);
    const copy = await annotatePdf(bytes, [{ places: placesOf(source, [0, 40]), text: 'A remark.' }]);
    expect(copy.length).toBeGreaterThan(bytes.length);
    expect(copy.subarray(0, bytes.length)).toEqual(bytes);
    expect(bytes).toEqual(pdfBytes('framework.en.libreoffice'));
  });

  it('highlights Arabic from the right', async () => {
    const source = await read(pdfBytes('ittifaq.ar.libreoffice'));
    const start = source.text.indexOf('يمتنع الطرفان');
    const [place] = placesOf(source, [start, start + 'يمتنع الطرفان'.length]);
    const line = source.origins.find(({ span }) => span[0] <= start && span[1] > start);
    const [left, , right] = boxOf(line);
    expect(place?.box[0]).toBeGreaterThan((left + right) / 2);
    expect(place?.box[2]).toBeGreaterThan(right - 30);
  });

  it.each([0, 90, 180, 270])(
    'puts a remark on its words on a page that is displayed turned by %i degrees',
    async (turn) => {
      const bytes = await drawPages(({ page, writeLines }) => {
        page.setRotation(degrees(turn));
        writeLines(prose(12), 80, 200);
      });
      const source = await read(bytes);
      const places = placesOf(source, source.origins[2]?.span as [number, number]);
      const document = await PDFDocument.load(await annotatePdf(bytes, [{ places, text: 'Here.' }]));
      const annotation = document.getPage(0).node.Annots()?.lookup(0, PDFDict);
      const rect = annotation?.lookup(PDFName.of('Rect')) as unknown as {
        asRectangle(): { x: number; y: number; height: number };
      };
      // The third line stands 228 from the top of the page as drawn, whichever way it is displayed.
      const { x, y, height } = rect.asRectangle();
      expect(x).toBeCloseTo(80, 0);
      expect(y + height).toBeCloseTo(842 - 228 + 0.9 * 11, 0);
    },
  );

  it('runs over pages with one remark', async () => {
    const bytes = pdfBytes('framework.en.un');
    const source = await read(bytes);
    const start = source.text.indexOf('2.2 Each Party shall');
    const places = placesOf(source, [start, source.text.indexOf('\n', start)]);
    expect(new Set(places.map(({ page }) => page))).toEqual(new Set([1, 2]));
    const again = await read(await annotatePdf(bytes, [{ places, text: 'Over the page.' }]));
    expect(again.comments).toHaveLength(1);
    expect(again.marks.filter(({ kind }) => kind === 'highlight')).toHaveLength(2);
  });

  it('refuses a locked file and a page that is not there', async () => {
    const locked = await annotatePdf(pdfBytes('locked'), []).catch((error) => error);
    expect(locked).toBeInstanceOf(UnreadableDraft);
    expect(locked.reason).toBe('password-protected');
    const damaged = await annotatePdf(new Uint8Array([1, 2, 3]), []).catch((error) => error);
    expect(damaged.reason).toBe('damaged');
    const bytes = pdfBytes('acuerdo.es.groff');
    await expect(annotatePdf(bytes, [{ places: [{ page: 9, box: [0, 0, 9, 9] }], text: '' }])).rejects.toThrow(
      'no page 9',
    );
  });
});

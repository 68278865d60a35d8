import { expect, it } from 'vitest';
import { readPdf } from '../../src/pdf/reader.ts';
import { recognisePages } from '../../src/pdf/recognition.ts';
import { UnreadableDraft } from '../../src/unreadable-draft.ts';
import { pdfBytes, plain, shareWhole, typesetText } from './drafts.ts';
import { garbledPdf } from './raw-pdf.ts';

it('reads a scan into paragraphs, with a place and a confidence for each line', async () => {
  const { accepted } = await readPdf('scan.pdf', pdfBytes('scanned.es'), { ocr: { languages: ['es'] } });
  // The scan is the first page; its last two paragraphs stand on the second.
  const { paragraphs } = typesetText('acuerdo.es');
  const share = shareWhole(accepted, paragraphs.slice(0, -1).map(plain), 'es');
  expect(share.paragraphs).toBeGreaterThanOrEqual(0.9);
  expect(share.sentences).toBeGreaterThanOrEqual(0.9);
  for (const { page, box, confidence } of accepted.origins) {
    expect(page).toBe(1);
    expect(box).toBeDefined();
    expect(confidence).toBeGreaterThan(0.6);
    expect(confidence).toBeLessThanOrEqual(1);
  }
  expect(accepted.notices.map(({ name }) => name)).toEqual(['recognised-words']);
}, 60_000);

it('reads pages whose fonts hide their letters as it reads scans', async () => {
  const { accepted } = await readPdf('garbled.pdf', garbledPdf(), { ocr: { languages: ['es'] } });
  expect(accepted.text).toContain('shall protect the civilian population');
  expect(accepted.notices.map(({ name }) => name)).toEqual(['recognised-words']);
}, 60_000);

it('names the packages that are missing', async () => {
  const installed = new Set(['tesseract.js', '@tesseract.js-data/fra']);
  const load = async (name: string) => {
    if (!installed.has(name)) throw new Error(`Cannot find package ${name}`);
    return { default: {} };
  };
  const error = await recognisePages(new Uint8Array(), [1], { languages: ['ar', 'fr'] }, load).catch(
    (caught) => caught,
  );
  expect(error).toBeInstanceOf(UnreadableDraft);
  expect(error.reason).toBe('ocr-unavailable');
  expect(error.message).toContain('npm install @hyzyla/pdfium @tesseract.js-data/ara.');
});

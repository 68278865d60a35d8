import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPdfInWorker } from '../../src/pdf/node-worker.ts';
import { readPdf } from '../../src/pdf/reader.ts';
import { UnreadableDraft } from '../../src/unreadable-draft.ts';
import { pdfBytes } from './drafts.ts';

const HOSTILE = new URL('fixtures/hostile/', import.meta.url);
const hostileFiles = readdirSync(HOSTILE).filter((name) => name.endsWith('.pdf'));

describe('reading in a worker', () => {
  it('gives what reading without one gives', async () => {
    const name = 'accord.fr.weasyprint';
    expect(await readPdfInWorker(name, pdfBytes(name))).toEqual(await readPdf(name, pdfBytes(name)));
  });

  it('gives the same reason for what cannot be read', async () => {
    const error = await readPdfInWorker('scan.pdf', pdfBytes('scanned.es')).catch((caught) => caught);
    expect(error).toBeInstanceOf(UnreadableDraft);
    expect(error.reason).toBe('scanned');
  });

  it('leaves the bytes of the caller alone', async () => {
    const bytes = pdfBytes('acuerdo.es.groff');
    await readPdfInWorker('draft.pdf', bytes);
    expect(bytes).toEqual(pdfBytes('acuerdo.es.groff'));
  });

  it('reads several drafts at once', async () => {
    const names = ['acuerdo.es.groff', 'accord.fr.weasyprint', 'acuerdo.es.reportlab'];
    const drafts = await Promise.all(names.map((name) => readPdfInWorker(name, pdfBytes(name))));
    expect(drafts.map(({ accepted }) => accepted.name)).toEqual(names);
  });

  it('gives up at the deadline', async () => {
    const bytes = new Uint8Array(readFileSync(new URL('forms-of-forms.pdf', HOSTILE)));
    const start = performance.now();
    const error = await readPdfInWorker('slow.pdf', bytes, { deadline: 700 }).catch((caught) => caught);
    expect(error.reason).toBe('too-slow');
    expect(error.message).toContain('1 second;');
    expect(performance.now() - start).toBeLessThan(1500);
  });
});

describe('hostile files', () => {
  it.each(hostileFiles)('%s is over within two seconds and 300 MB', async (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, HOSTILE)));
    const before = process.memoryUsage.rss();
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 5);
    const start = performance.now();
    const limits = { deadline: 1200, maxResidentMemory: 200 * 2 ** 20 };
    const error = await readPdfInWorker(name, bytes, limits).catch((caught) => caught);
    clearInterval(watch);
    expect(error).toBeInstanceOf(UnreadableDraft);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(most - before).toBeLessThan(300 * 2 ** 20);
  });

  it('do not keep the next draft from being read', async () => {
    const { accepted } = await readPdfInWorker('next.pdf', pdfBytes('acuerdo.es.groff'));
    expect(accepted.blocks.length).toBeGreaterThan(15);
  });
});

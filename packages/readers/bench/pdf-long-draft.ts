/**
 * What it costs to read a PDF of 300 pages, in this process alone: run each variant in a process of its own.
 *
 *     node packages/readers/bench/pdf-long-draft.ts                a draft that is made for the occasion
 *     node packages/readers/bench/pdf-long-draft.ts draft.pdf      a file
 *     node packages/readers/bench/pdf-long-draft.ts --worker       in the worker, as the command line reads it
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPdfInWorker } from '../src/pdf/node-worker.ts';
import { readPdf } from '../src/pdf/reader.ts';

const PAGES = 300;
const LINES = 46;
const WORDS = [
  ...[
    'the',
    'parties',
    'shall',
    'protect',
    'civilians',
    'and',
    'their',
    'property',
    'from',
    'attack',
    'in',
    'every',
    'village',
  ],
  ...[
    'of',
    'valley',
    'humanitarian',
    'access',
    'is',
    'granted',
    'without',
    'delay',
    'to',
    'all',
    'persons',
    'who',
    'need',
    'it',
  ],
];

async function makeDraft(): Promise<Uint8Array> {
  const { PDFDocument, StandardFonts } = await import('@cantoo/pdf-lib');
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.TimesRoman);
  let word = 0;
  for (let number = 1; number <= PAGES; number++) {
    const page = document.addPage([595, 842]);
    page.drawText('Comprehensive agreement: draft', { x: 70, y: 805, size: 9, font });
    page.drawText(String(number), { x: 295, y: 30, size: 9, font });
    for (let line = 0; line < LINES; line++) {
      let text = line % 6 === 0 ? `${number}.${line / 6 + 1} The` : '';
      while (text.length < 88 && !(line % 6 === 5 && text.length > 40))
        text += ` ${WORDS[(word++ * 7) % WORDS.length]}`;
      page.drawText(`${text.trim()}${line % 6 === 5 ? '.' : ''}`, { x: 70, y: 770 - 15.5 * line, size: 11, font });
    }
  }
  return document.save();
}

/** The draft is made in another process, so that its making is not measured. */
function madeDraft(): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'poclint-bench-'));
  const made = join(folder, 'draft.pdf');
  try {
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--make', made]);
    return new Uint8Array(readFileSync(made));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const words = process.argv.slice(2);
const file = words.find((word) => !word.startsWith('--'));
if (words.includes('--make')) {
  writeFileSync(file as string, await makeDraft());
  process.exit();
}
const bytes = file ? new Uint8Array(readFileSync(file)) : madeDraft();
const read = words.includes('--worker') ? readPdfInWorker : readPdf;

const before = process.cpuUsage();
const resident = process.memoryUsage.rss();
let peak = resident;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 5);
const start = performance.now();
const { accepted } = await read(file ?? 'made.pdf', bytes);
const seconds = (performance.now() - start) / 1000;
clearInterval(watch);
const { user, system } = process.cpuUsage(before);
const pages = new Set(accepted.origins.map(({ page }) => page)).size;
const megabytes = (value: number) => Math.round(value / 2 ** 20);
process.stdout.write(
  `${pages} pages, ${accepted.blocks.length} blocks, ${accepted.text.length} characters: ` +
    `${((user + system) / 1e6).toFixed(2)} s CPU, ${seconds.toFixed(2)} s, ` +
    `resident ${megabytes(peak)} MB at most (${megabytes(resident)} MB before)\n`,
);

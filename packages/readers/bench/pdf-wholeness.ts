/**
 * Says how many sentences and paragraphs of the made PDFs are read whole.
 *
 *     node packages/readers/bench/pdf-wholeness.ts
 */
import { readPdf } from '../src/pdf/reader.ts';
import type { RecognitionLanguage } from '../src/pdf/recognition.ts';
import { MADE_DRAFTS, pdfBytes, shareWhole, typesetText } from '../test/pdf/drafts.ts';

const SCANS = ['scanned.en', 'scanned.ar'] as const;
const TEXTS: Readonly<Record<(typeof SCANS)[number], string>> = {
  'scanned.en': 'framework.en',
  'scanned.ar': 'ittifaq.ar',
};

console.log('draft                       sentences  paragraphs');
const sums = { sentences: 0, paragraphs: 0 };
for (const { name, notes } of MADE_DRAFTS) {
  const [text, language] = name.split('.') as [string, string];
  const typeset = typesetText(`${text}.${language}`);
  const { accepted } = await readPdf(`${name}.pdf`, pdfBytes(name));
  const share = shareWhole(accepted, notes ? [...typeset.paragraphs, ...typeset.notes] : typeset.paragraphs, language);
  sums.sentences += share.sentences;
  sums.paragraphs += share.paragraphs;
  row(name, share);
}
row('mean', { sentences: sums.sentences / MADE_DRAFTS.length, paragraphs: sums.paragraphs / MADE_DRAFTS.length });
for (const name of SCANS) {
  const language = name.split('.')[1] as RecognitionLanguage;
  const { accepted } = await readPdf(`${name}.pdf`, pdfBytes(name), { ocr: { languages: [language] } });
  row(`${name}, recognised`, shareWhole(accepted, typesetText(TEXTS[name]).paragraphs, language));
}

function row(name: string, { sentences, paragraphs }: { sentences: number; paragraphs: number }): void {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  console.log(`${name.padEnd(26)} ${percent(sentences).padStart(10)} ${percent(paragraphs).padStart(11)}`);
}

import { type ReadDraft, RuleLibrary, review } from '@poclint/core';
import { joinRuleFolders, readRuleFolder } from '@poclint/rules';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../src/pdf/reader.ts';
import { mendLabels } from '../../src/pdf/recognised-labels.ts';
import { type RecognitionLanguage, recognisePages } from '../../src/pdf/recognition.ts';
import { UnreadableDraft } from '../../src/unreadable-draft.ts';
import { blockTexts, pdfBytes, plain, shareWhole, typesetText } from './drafts.ts';
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

describe.each<{ scan: string; original: string; language: RecognitionLanguage; mistaken: number }>([
  { scan: 'scanned.en', original: 'framework.en.libreoffice', language: 'en', mistaken: 0.01 },
  { scan: 'scanned.ar', original: 'ittifaq.ar.libreoffice', language: 'ar', mistaken: 0.05 },
])('a scan of $original', ({ scan, original, language, mistaken }) => {
  let read: Promise<readonly ReadDraft[]>;

  beforeAll(() => {
    read = Promise.all([
      readPdf('draft.pdf', pdfBytes(original)),
      readPdf('draft.pdf', pdfBytes(scan), { ocr: { languages: [language] } }),
    ]);
  });

  it('has the words of the digital original', async () => {
    const [digital, recognised] = (await read).map(wordsOf) as [string[], string[]];
    expect(distance(digital, recognised) / digital.length).toBeLessThan(mistaken);
  }, 60_000);

  it('has its topics, at their levels', async () => {
    const library = new RuleLibrary(joinRuleFolders([readRuleFolder(RULES)]).ruleSet);
    const [digital, recognised] = (await read).map((draft) => topicsOf(draft, library)) as [string[], string[]];
    expect(digital.filter((topic) => !topic.endsWith('absent')).length).toBeGreaterThan(5);
    expect(recognised).toEqual(digital);
  }, 60_000);
});

describe('labels that were recognised as something that looks like them', () => {
  it.each([
    ['a letter as a sign', ['(a)', '(b)', '(©)', '(d)'], ['(a)', '(b)', '(c)', '(d)']],
    ['a letter as a digit', ['(k)', 'the', '(1)', '(m)'], ['(k)', 'the', '(l)', '(m)']],
    ['a digit as a letter', ['(l)', '(2)', '(3)'], ['(1)', '(2)', '(3)']],
    ['a roman number', ['(i)', '(ii)', '(iti)', '(iv)'], ['(i)', '(ii)', '(iii)', '(iv)']],
    ['an Arabic letter', ['(|)', '(ب)', '(ج)'], ['(أ)', '(ب)', '(ج)']],
    ['none, in lists inside lists', ['(a)', '(i)', '(ii)', '(b)'], ['(a)', '(i)', '(ii)', '(b)']],
    ['none, where a list begins anew', ['(c)', 'The', '(a)', '(b)'], ['(c)', 'The', '(a)', '(b)']],
  ])('are mended by the list they stand in: %s', (_, recognised, meant) => {
    expect(mendLabels(recognised)).toEqual(meant);
  });
});

const RULES = new URL('../../../../rules/', import.meta.url).pathname;

function topicsOf(draft: ReadDraft, library: RuleLibrary): string[] {
  const { report } = review(draft, library);
  if (report.status !== 'reviewed') throw new Error('the draft was not reviewed');
  return report.coverage.map(({ topic, level }) => `${topic} ${level}`);
}

function wordsOf({ accepted }: ReadDraft): string[] {
  return blockTexts(accepted, 'paragraph', 'heading', 'note').join(' ').split(' ');
}

/** The least number of words to add, to leave out or to change. */
function distance(one: readonly string[], other: readonly string[]): number {
  let before = other.map((_, index) => index);
  before.push(other.length);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const changed = (before[column - 1] as number) + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(changed, (before[column] as number) + 1, (current[column - 1] as number) + 1));
    }
    before = current;
  }
  return before[other.length] as number;
}

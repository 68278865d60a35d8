import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CEASEFIRE } from './drafts.ts';
import { useWorkbench } from './workbench.ts';

const WORD = join(import.meta.dirname, '../../../packages/readers/test/fixtures');

const word = readdirSync(WORD, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.docx')) as string;
const bench = useWorkbench({
  files: {
    'ceasefire.md': CEASEFIRE,
    'other.md': CEASEFIRE.replace('Lower Tamar', 'Upper Tamar'),
    'notes.md': '# Notes\n\nBuy milk.\n',
    'accord.docx': { copyOf: join(WORD, word) },
    'truce.pdf': { copyOf: join(WORD, 'formats/truce.libreoffice.pdf') },
  },
});

const squiggle = (kind: string) => bench().page.locator(`.editor-instance .squiggly-${kind}`).first();
const problem = (text: string | RegExp) =>
  bench().page.locator('.markers-panel .monaco-list-row', { hasText: text }).first();
const topic = (title: string) =>
  bench().page.locator('[id="workbench.view.extension.poclint"] .monaco-list-row', { hasText: title }).first();

it('underlines findings and lists them under Problems', async () => {
  await bench().openFile('ceasefire.md');
  await squiggle('warning').waitFor();
  await bench().page.keyboard.press('Control+Shift+M');
  await problem('Stated without binding anybody').waitFor();
  await bench().picture('editor-problems');
});

it('reviews drafts that are not open, and leaves other texts alone', async () => {
  // The rows of a long list are not all there: with one file closed, the next is in sight.
  await problem('ceasefire.md').locator('.monaco-tl-twistie').click();
  await problem('other.md').waitFor();
  expect(await problem('notes.md').count()).toBe(0);
  await problem('ceasefire.md').locator('.monaco-tl-twistie').click();
});

it('shows coverage by topic, and answers to an edit', async () => {
  await bench().command('poclint: Show protection coverage');
  await topic('Rapid, safe, unhindered, impartial access').waitFor();
  await topic('soft').waitFor();
  await bench().widenSideBar();
  await bench().picture('editor-coverage');
  await bench().smallPicture('walkthrough/coverage', 1360, 510);
});

it('says on hover what a clause covers', async () => {
  await bench().retry(async () => {
    await bench()
      .page.locator('.editor-instance .view-line', { hasText: 'shall allow humanitarian relief' })
      .first()
      .hover({ position: { x: 260, y: 8 } });
    await bench().page.locator('.monaco-hover', { hasText: 'This clause covers' }).first().waitFor({ timeout: 10_000 });
  });
  await bench().picture('editor-hover', true);
  await bench().page.keyboard.press('Escape');
});

it('replaces a soft verb by a quick fix, and coverage follows', async () => {
  await bench().quickFix(
    'refrain from attacks',
    'Replace “should” by “shall”',
    () => bench().shows('shall refrain'),
    'editor-quick-fix',
  );
  const attacks = topic('attack').filter({ hasText: 'agreed' });
  await attacks.waitFor();
});

it('inserts a model clause after its preview', async () => {
  await bench().quickFix('The Joint Commission shall report', /Insert a model clause after Art\. 2\(3\)/, async () => {
    const dialog = bench().page.locator('.monaco-dialog-box');
    await dialog.waitFor({ timeout: 15_000 });
    await bench().picture('editor-model-clause');
    await dialog.locator('.monaco-button', { hasText: 'Insert' }).first().click({ timeout: 15_000 });
    return true;
  });
  await bench().page.locator('.editor-instance .view-line', { hasText: /^4\./ }).first().waitFor();
  await bench().page.keyboard.press('Control+s');
  await bench().until(() => /every month\.\n4\. \S/.test(bench().read('ceasefire.md')), 'the clause in the file');
});

it('accepts a finding with a reason', async () => {
  await bench().quickFix('[The Parties', /Accept with a reason/, async () => {
    const input = bench().page.locator('.quick-input-widget input[type="text"]');
    await input.waitFor({ timeout: 15_000 });
    await input.fill('The lists are still being drawn up');
    await bench().picture('editor-accept');
    await bench().page.keyboard.press('Enter');
    return true;
  });
  await bench().until(() => bench().has('accepted.yaml'), 'accepted.yaml');
  await bench().until(() => bench().read('accepted.yaml').includes('still being drawn up'), 'the reason');
});

it('changes the agreement type from the status bar', async () => {
  const type = bench().page.locator('.statusbar-item', { hasText: 'Ceasefire?' }).first();
  await type.click();
  await bench().pick('Humanitarian agreement');
  const chosen = bench()
    .page.locator('.statusbar-item', { hasText: /Humanitarian agreement$/ })
    .first();
  await chosen.waitFor();
  await chosen.click();
  await bench().pick('Infer the type from the text');
  await type.waitFor();
});

it('reads brackets as the status bar says', async () => {
  const release = topic('Unconditional release');
  await release.filter({ hasText: 'only in brackets' }).waitFor();
  await bench().page.locator('.statusbar-item', { hasText: 'Brackets accepted' }).first().click();
  await bench().pick('Brackets dropped');
  await release.filter({ hasText: 'not found' }).waitFor();
  await bench().page.locator('.statusbar-item', { hasText: 'Brackets dropped' }).first().click();
  await bench().pick('Brackets accepted');
  await release.filter({ hasText: 'only in brackets' }).waitFor();
});

it('shows what survives if the brackets fall, and leads to the clause', async () => {
  await bench().command('poclint: What survives if the brackets fall');
  const row = bench().panel().locator('tbody tr', { hasText: 'Unconditional release' });
  await row.first().waitFor();
  await bench().picture('editor-brackets');
  await row.locator('a').first().click();
  await bench().page.locator('.editor-instance .view-line', { hasText: 'children from their ranks' }).first().waitFor();
  await bench().page.locator('.tab', { hasText: 'Brackets' }).first().click({ button: 'middle' });
});

async function reviewFromExplorer(name: string): Promise<void> {
  await bench().reviewFromExplorer(name);
  await bench().page.locator('.editor-instance [class*="squiggly-"]').first().waitFor();
}

it('reviews a Word file from the explorer, with its coverage beside it', async () => {
  await reviewFromExplorer('accord.docx');
  await topic('No attacks on civilians').waitFor();
  await bench().togglePanel(false);
  await bench().picture('editor-word');
});

it('annotates a copy of a Word file, and leaves the file itself as it is', async () => {
  const before = bench().bytes('accord.docx');
  await bench().page.locator('.editor-actions [aria-label^="Annotate a copy"]').first().click();
  await bench()
    .page.locator('.notification-toast', { hasText: /Comments written to accord\.reviewed\.docx: \d+/ })
    .waitFor();
  expect(bench().bytes('accord.docx').equals(before)).toBe(true);
  expect(bench().bytes('accord.reviewed.docx').includes('word/comments.xml')).toBe(true);
});

it('reviews a PDF file from the explorer, with its coverage beside it', async () => {
  await reviewFromExplorer('truce.pdf');
  await topic('Hostage-taking').filter({ hasText: 'agreed' }).waitFor();
  await bench().picture('editor-pdf');
});

it('annotates a copy of a PDF file too', async () => {
  const before = bench().bytes('truce.pdf');
  await bench().page.locator('.editor-actions [aria-label^="Annotate a copy"]').first().click();
  await bench()
    .page.locator('.notification-toast', { hasText: /Comments written to truce\.reviewed\.pdf: [1-9]/ })
    .waitFor();
  // The copy is the file itself with remarks after it.
  const after = bench().bytes('truce.reviewed.pdf');
  expect(after.subarray(0, before.length).equals(before)).toBe(true);
  expect(after.length).toBeGreaterThan(before.length);
});

it('takes a first-time mediator by the hand', async () => {
  // In a narrow editor the steps stand alone, without their pictures.
  await bench().page.keyboard.press('Control+B');
  await bench().command('Welcome: Open Walkthrough');
  await bench().pick('Review your first draft');
  const step = (title: string) => bench().page.locator('.getting-started-step', { hasText: title }).first();
  for (const title of ['Open a draft', 'Read the coverage', 'Take over a model clause', 'Ask what survives'])
    await step(title).waitFor();
  await step('Read the coverage').click();
  await bench().page.locator('.getting-started-media img').first().waitFor();
  await bench().picture('editor-walkthrough');
});

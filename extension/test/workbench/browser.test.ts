import { join } from 'node:path';
import { it } from 'vitest';
import { CEASEFIRE } from './drafts.ts';
import { useWorkbench } from './workbench.ts';

const FORMATS = join(import.meta.dirname, '../../../packages/readers/test/fixtures/formats');

const bench = useWorkbench({
  files: { 'ceasefire.md': CEASEFIRE, 'truce.pdf': { copyOf: join(FORMATS, 'truce.libreoffice.pdf') } },
  inBrowser: true,
});

const topic = (title: string) =>
  bench().page.locator('[id="workbench.view.extension.poclint"] .monaco-list-row', { hasText: title }).first();

it('reviews in a web worker, in a workspace that lies on no disk: diagnostics, coverage, quick fix', async () => {
  await bench().openFile('ceasefire.md');
  await bench().page.locator('.editor-instance .squiggly-warning').first().waitFor();
  await bench().command('poclint: Show protection coverage');
  await topic('Rapid, safe, unhindered, impartial access').waitFor();
  await bench().quickFix('refrain from attacks', 'Replace “should” by “shall”', () => bench().shows('shall refrain'));
  await topic('attack').filter({ hasText: 'agreed' }).waitFor();
  await bench().picture('editor-browser');
});

it('accepts a finding with a reason where there is no disk', async () => {
  await bench().quickFix('[The Parties', /Accept with a reason/, async () => {
    await bench().page.locator('.quick-input-widget input[type="text"]').fill('The lists are still being drawn up');
    await bench().page.keyboard.press('Enter');
    return true;
  });
  await bench().page.keyboard.press('Control+Shift+E');
  await bench().file('accepted.yaml').waitFor();
});

it('reviews a PDF file where there is no disk', async () => {
  await bench().reviewFromExplorer('truce.pdf');
  await topic('Hostage-taking').filter({ hasText: 'agreed' }).waitFor();
});

import { it } from 'vitest';
import { CEASEFIRE } from './drafts.ts';
import { useWorkbench } from './workbench.ts';

const bench = useWorkbench({ files: { 'ceasefire.md': CEASEFIRE }, inBrowser: true });

it('reviews in a web worker: diagnostics, coverage, quick fix', async () => {
  await bench().openFile('ceasefire.md');
  await bench().page.locator('.editor-instance .squiggly-warning').first().waitFor();
  await bench().command('poclint: Show protection coverage');
  const topics = bench().page.locator('[id="workbench.view.extension.poclint"] .monaco-list-row');
  await topics.filter({ hasText: 'Rapid, safe, unhindered, impartial access' }).first().waitFor();
  await bench().quickFix('refrain from attacks', 'Replace “should” by “shall”', () => bench().shows('shall refrain'));
  await topics.filter({ hasText: 'attack' }).filter({ hasText: 'agreed' }).first().waitFor();
  await bench().picture('editor-browser');
});

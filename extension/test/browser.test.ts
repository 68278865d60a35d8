import { afterAll, beforeAll, it } from 'vitest';
import { CEASEFIRE } from './drafts.ts';
import { Workbench } from './workbench.ts';

let workbench: Workbench;

beforeAll(async () => {
  workbench = await Workbench.open({ files: { 'ceasefire.md': CEASEFIRE }, inBrowser: true });
});
afterAll(() => workbench?.close());

it('reviews in a web worker: diagnostics, coverage, quick fix', async () => {
  await workbench.openFile('ceasefire.md');
  await workbench.page.locator('.editor-instance .squiggly-warning').first().waitFor();
  await workbench.command('poclint: Show protection coverage');
  const topics = workbench.page.locator('[id="workbench.view.extension.poclint"] .monaco-list-row');
  await topics.filter({ hasText: 'Rapid, safe, unhindered, impartial access' }).first().waitFor();
  await workbench.quickFix('refrain from attacks', 'Replace “should” by “shall”', () =>
    workbench.shows('shall refrain'),
  );
  await topics.filter({ hasText: 'attack' }).filter({ hasText: 'agreed' }).first().waitFor();
  await workbench.picture('editor-browser');
});

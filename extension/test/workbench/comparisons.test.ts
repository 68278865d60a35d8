import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ACCORD_ARABIC, ACCORD_FRENCH } from './drafts.ts';
import { useWorkbench } from './workbench.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures');

const bench = useWorkbench({
  files: {
    'ceasefire-6.md': { copyOf: join(FIXTURES, 'versions/ceasefire-6.md') },
    'ceasefire-7.md': { copyOf: join(FIXTURES, 'versions/ceasefire-7.md') },
    'accord.fr.md': ACCORD_FRENCH,
    'accord.ar.md': ACCORD_ARABIC,
  },
  settings: { 'poclint.workspaceDiagnostics': false },
});

const problem = (text: string | RegExp) =>
  bench().page.locator('.markers-panel .monaco-list-row', { hasText: text }).first();
const tab = (text: string | RegExp) => bench().page.locator('.tab', { hasText: text }).first();

it('compares with an earlier version in the editor’s own diff, with what was lost', async () => {
  await bench().openFile('ceasefire-7.md');
  await bench().commandOnFile('poclint: Compare with an earlier version', 'ceasefire-6.md');
  await tab('ceasefire-6.md ↔ ceasefire-7.md').waitFor();
  await bench().page.locator('.monaco-diff-editor .modified-in-monaco-diff-editor .view-line').first().waitFor();
  await bench()
    .page.locator('.notification-toast', { hasText: /Changes to protection: \d+, of which losses: \d+/ })
    .waitFor();
  await bench().page.keyboard.press('Control+Shift+M');
  await bench().page.locator('.viewpane-filter input').fill('earlier version');
  await problem('poclint, earlier version').waitFor();
  await problem(/children/).waitFor();
  await bench().picture('editor-versions');
});

it('lets the findings of a comparison go with its diff', async () => {
  await tab('ceasefire-6.md ↔').click({ button: 'middle' });
  await tab('ceasefire-6.md ↔').waitFor({ state: 'detached' });
  await problem('poclint, earlier version').waitFor({ state: 'detached' });
  await bench().page.locator('.viewpane-filter input').fill('');
});

it('holds two language versions side by side, and leads to either clause', async () => {
  await bench().openFile('accord.fr.md');
  await bench().commandOnFile('poclint: Compare language versions', 'accord.ar.md', () =>
    bench().pick('In another file'),
  );
  const rows = bench().panel().locator('tbody tr');
  await rows.first().waitFor();
  const deadline = rows.filter({ hasText: '72 heures' }).filter({ hasText: '96 ساعة' });
  await deadline.first().waitFor();
  await rows.filter({ hasText: 'viol' }).filter({ hasText: 'not found' }).first().waitFor();
  await bench().togglePanel(false);
  await bench().picture('editor-languages');
  await bench().smallPicture('languages', 1360, 790);
  await deadline.first().locator('a').last().click();
  await bench().page.locator('.tab.active', { hasText: 'accord.ar.md' }).waitFor();
  await bench().page.locator('.editor-instance .view-line', { hasText: '96' }).first().waitFor();
});

it('reviews drafts in French and Arabic, and offers model clauses in the language of the draft', async () => {
  await bench().page.keyboard.press('Control+Shift+E');
  await tab('Language versions').click({ button: 'middle' });
  await bench().openFile('accord.ar.md');
  await bench().command('poclint: Show protection coverage');
  const topics = bench().page.locator('[id="workbench.view.extension.poclint"] .monaco-list-row');
  await topics.filter({ hasText: 'No attacks on civilians' }).filter({ hasText: 'agreed' }).waitFor();
  await bench().picture('editor-arabic');
  await bench().page.keyboard.press('Control+Shift+E');
  await bench().openFile('accord.fr.md');
  await bench().quickFix('Une commission mixte', /Insert a model clause/, async () => {
    const dialog = bench().page.locator('.monaco-dialog-box', { hasText: / (?:des|les|la) / });
    await dialog.waitFor({ timeout: 15_000 });
    await bench().picture('editor-french');
    await dialog.locator('.monaco-button', { hasText: 'Cancel' }).first().click({ timeout: 15_000 });
    return true;
  });
});

it('exports the coverage as a page', async () => {
  await bench().openFile('ceasefire-7.md');
  await bench().command('poclint: Export the report');
  await bench().page.locator('.quick-input-widget .monaco-button', { hasText: 'OK' }).click();
  await bench().until(() => bench().has('ceasefire-7.coverage.md'), 'the report');
  await tab('ceasefire-7.coverage.md').waitFor();
  expect(bench().read('ceasefire-7.coverage.md')).toMatch(
    /^# Protection coverage: ceasefire-7\.md\n\n\d+ of \d+ expected topics/,
  );
});

it('begins a rule of one’s own, which reviews drafts at once', async () => {
  await bench().command('poclint: New rule');
  const input = bench().page.locator('.quick-input-widget input[type="text"]');
  await input.fill('poc-water-points');
  await bench().page.keyboard.press('Enter');
  await tab('poc-water-points.md').waitFor();
  expect(bench().read('poclint-rules/poc/poc-water-points.md')).toContain('# Water points');
  expect(bench().read('.vscode/settings.json')).toContain('poclint-rules');
  await tab('ceasefire-7.md').click();
  await bench().command('poclint: Show protection coverage');
  const topics = bench().page.locator('[id="workbench.view.extension.poclint"] .monaco-list-row');
  await topics.filter({ hasText: 'Water points' }).first().waitFor();
});

import { expect, it } from 'vitest';
import { newRuleFiles } from '../../../packages/project/src/rule/new-rule.ts';
import { CEASEFIRE } from './drafts.ts';
import { useWorkbench } from './workbench.ts';

const { page, words } = newRuleFiles('poc-water-points', 2026);

const bench = useWorkbench({
  files: {
    'ceasefire.md': CEASEFIRE,
    'named/ceasefire-named.md': CEASEFIRE,
    'named/.poclintrc.yaml': 'rules: [../poclint-rules]\n',
    'program/ceasefire-program.md': CEASEFIRE,
    'program/poclint.config.mjs': `import { writeFileSync } from 'node:fs';
writeFileSync(new URL('../was-run', import.meta.url), '');
export default {};
`,
    '.vscode/settings.json': '{ "poclint.rules": ["poclint-rules"] }\n',
    [`poclint-rules/${page.path}`]: page.content,
    [`poclint-rules/${words.path}`]: words.content,
  },
  settings: { 'security.workspace.trust.startupPrompt': 'never', 'explorer.compactFolders': false },
  isUntrusted: true,
});

const topic = (title: string) =>
  bench().page.locator('[id="workbench.view.extension.poclint"] .monaco-list-row', { hasText: title }).first();

async function open(folder: string, name: string): Promise<void> {
  await bench().page.keyboard.press('Control+Shift+E');
  await bench().file(folder).click();
  await bench().openFile(name);
  await bench().command('poclint: Show protection coverage');
}

it('reviews in a workspace that is not trusted, by the standard rules alone', async () => {
  await bench().openFile('ceasefire.md');
  await bench().page.locator('.editor-instance .squiggly-warning').first().waitFor();
  await bench().command('poclint: Show protection coverage');
  await topic('Rapid, safe, unhindered, impartial access').waitFor();
  expect(await topic('Water points').count()).toBe(0);
});

it('takes no rules from a configuration file of such a workspace, and runs none that is a program', async () => {
  await open('named', 'ceasefire-named.md');
  await topic('Rapid, safe, unhindered, impartial access').waitFor();
  expect(await topic('Water points').count()).toBe(0);
  await open('program', 'ceasefire-program.md');
  await topic('Rapid, safe, unhindered, impartial access').waitFor();
  expect(bench().has('was-run')).toBe(false);
});

it('takes both once the workspace is trusted', async () => {
  await bench().command('Workspaces: Manage Workspace Trust');
  await bench()
    .page.locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ })
    .first()
    .click();
  await bench().page.locator('.tab', { hasText: 'ceasefire-named.md' }).first().click();
  await topic('Water points').waitFor();
  await bench().page.locator('.tab', { hasText: 'ceasefire-program.md' }).first().click();
  await bench().until(() => bench().has('was-run'), 'the configuration that is a program');
});

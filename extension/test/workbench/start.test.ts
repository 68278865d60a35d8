import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { CEASEFIRE } from './drafts.ts';
import { useWorkbench, type Workbench } from './workbench.ts';

/**
 * Milliseconds that the editor may be kept waiting; the server starts meanwhile. An idle machine needs about half a
 * second, one that is busy with something else several times that.
 */
const LONGEST_ACTIVATION = 5_000;

/** The extension's row in the editor's own list of what is running, with the time that it took to start. */
async function ownRow(bench: Workbench): Promise<Locator> {
  await bench.command('Developer: Show Running Extensions');
  const list = bench.page.locator('.runtime-extensions-editor .extension');
  await list.first().waitFor();
  return list.filter({ has: bench.page.locator('.name', { hasText: /^poclint$/ }) }).first();
}

/** How long the extension took to start, as the editor itself measures it. */
async function activationTime(bench: Workbench): Promise<number> {
  const time = (await ownRow(bench)).locator('.activation-time', { hasText: /\d+\s*ms/ });
  return Number(/(\d+)\s*ms/.exec((await time.textContent()) ?? '')?.[1]);
}

function report(what: string, activation: number, found: number): void {
  console.info(`Started ${what}: activated in ${activation} ms, first finding ${Math.round(found)} ms after the text.`);
}

const withWorkspace = useWorkbench({
  files: { 'main.ts': 'export {};\n', 'data.json': '{}\n', 'ceasefire.md': CEASEFIRE },
});

it('is not started by files that are no texts', async () => {
  await withWorkspace().openFile('main.ts');
  await withWorkspace().openFile('data.json');
  expect(await (await ownRow(withWorkspace())).count()).toBe(0);
});

it('starts with the first text of a workspace', async () => {
  const opened = performance.now();
  await withWorkspace().openFile('ceasefire.md');
  await withWorkspace().page.locator('.editor-instance .squiggly-warning').first().waitFor();
  const found = performance.now() - opened;
  const time = await activationTime(withWorkspace());
  report('with a workspace', time, found);
  expect(time).toBeLessThan(LONGEST_ACTIVATION);
});

const withoutWorkspace = useWorkbench({ files: {}, hasNoWorkspace: true });

it('starts without a workspace, and reviews what is typed', async () => {
  await withoutWorkspace().command('File: New Untitled Text File');
  await withoutWorkspace().page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
  const typed = performance.now();
  await withoutWorkspace().page.keyboard.insertText(CEASEFIRE);
  await withoutWorkspace().page.locator('.editor-instance .squiggly-warning').first().waitFor();
  const found = performance.now() - typed;
  const time = await activationTime(withoutWorkspace());
  report('without a workspace', time, found);
  expect(time).toBeLessThan(LONGEST_ACTIVATION);
});

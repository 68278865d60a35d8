import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { run } from '../src/run.ts';
import { folderWith, runHere } from './command.ts';

test('rules are tested again after each change, unfinished files are named, and the command ends when stopped', async () => {
  const cwd = folderWith({});
  await runHere(['rule', 'new', 'poc-ferry-landings'], { cwd });
  const page = join(cwd, 'poclint-rules/poc/poc-ferry-landings.md');
  const stop = new AbortController();
  let printed = '';
  const output = {
    isTerminal: false,
    write: (text: string) => {
      printed += text;
    },
  };
  const said = (words: string | RegExp) => vi.waitFor(() => expect(printed).toMatch(words), { timeout: 20_000 });
  const running = run(['rule', 'test', '--rules', 'poclint-rules', '--watch'], {
    cwd,
    env: {},
    readStdin: async () => new Uint8Array(),
    stdout: output,
    stderr: output,
    stopped: stop.signal,
  });
  await said(/4 quotes: all as they should be\.\n[\s\S]*Watching poclint-rules/);

  printed = '';
  const content = readFileSync(page, 'utf8');
  writeFileSync(page, content.replace('## Model clause', '> The Parties shall name a chair.\n\n## Model clause'));
  await said('5 quotes: all as they should be');

  printed = '';
  appendFileSync(page, '\n## Counts\n\n> **unclosed\n');
  await said(/poc-ferry-landings\.md:\d+ has a quote with an unclosed \*\*/);

  stop.abort();
  expect(await running).toBe(0);
});

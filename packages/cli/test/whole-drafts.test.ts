import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../src/format/formatter.ts';
import { runHere, WORKSPACE } from './command.ts';

const DRAFTS = [
  'ceasefire.txt',
  'local-agreement.md',
  'humanitarian-accord.md',
  'comprehensive-agreement.md',
  'pre-negotiation-declaration.md',
];

describe('whole drafts', () => {
  // What the rules say of real texts: a change of rules shows here as a change of findings. `vitest -u` accepts it.
  test.each(DRAFTS)('%s is judged as before', async (name) => {
    const { stdout } = await runHere(['lint', `fixtures/drafts/${name}`], { env: { COLUMNS: '100' } });
    await expect(stdout).toMatchFileSnapshot(
      join(WORKSPACE, 'fixtures/golden/drafts', `${name.replace(/\.\w+$/, '')}.txt`),
    );
  });

  test('the answer to a one-page ceasefire fits on one screen', async () => {
    const { stdout } = await runHere(['lint', 'fixtures/drafts/ceasefire.txt'], { terminal: 100 });
    expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
  });

  test('each is taken for what it is', async () => {
    const { stdout } = await runHere(['lint', ...DRAFTS.map((name) => `fixtures/drafts/${name}`), '--format', 'json']);
    const { documents } = JSON.parse(stdout) as { documents: { type: { value: string } }[] };
    expect(documents.map(({ type }) => type.value)).toEqual([
      'ceasefire',
      'local',
      'humanitarian',
      'comprehensive',
      'pre-negotiation',
    ]);
  });
});

describe('determinism', () => {
  test.each(FORMATS)('%s prints the same bytes on every run', async (format) => {
    const argv = ['lint', 'fixtures/drafts', '--format', format];
    expect(await runHere(argv)).toEqual(await runHere(argv));
  });

  test('a draft is judged alike alone and among others', async () => {
    const [first = '', second = ''] = readdirSync(join(WORKSPACE, 'fixtures/drafts')).map(
      (name) => `fixtures/drafts/${name}`,
    );
    const alone = await runHere(['lint', second, '--format', 'jsonl']);
    const among = await runHere(['lint', first, second, '--format', 'jsonl']);
    expect(among.stdout.trimEnd().split('\n')[1]).toBe(alone.stdout.trimEnd());
  });
});

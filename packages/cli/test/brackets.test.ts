import { expect, test } from 'vitest';
import { runHere } from './command.ts';

test('lint --brackets says what survives if the brackets fall', async () => {
  const { stdout } = await runHere([
    'lint',
    'fixtures/drafts/humanitarian-accord.md',
    '--brackets',
    '--fail-on',
    'never',
  ]);
  expect(stdout).toContain('if the brackets fall');
  expect(stdout).toMatch(/binding\s+not found\s+6\.2/);
  expect(stdout).toMatch(/\d+ topics agreed; \d+ depend on brackets or tracked changes/);
});

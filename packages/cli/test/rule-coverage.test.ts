import { describe, expect, it } from 'vitest';
import { runHere } from './command.ts';

describe('rule coverage', () => {
  it('says for each language how many rules are complete', async () => {
    const { code, stdout } = await runHere(['rule', 'coverage', '--language', 'en']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^en {2}English: \d+ of \d+ rules complete/);
  });

  it('refuses a language without vocabulary, and names those that have one', async () => {
    const { code, stderr } = await runHere(['rule', 'coverage', '--language', 'xx']);
    expect(code).toBe(2);
    expect(stderr).toContain('The rules have no vocabulary for "xx"; they have');
  });
});

import { describe, expect, it } from 'vitest';
import { runHere } from './command.ts';

describe('rule coverage', () => {
  it('says what a language on trial lacks, rule by rule', async () => {
    const { code, stdout } = await runHere(['rule', 'coverage', '--language', 'pt']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^pt {2}Portuguese \(português\), beta: \d+ of \d+ rules complete\n {2}grp-/);
    expect(stdout).toContain('0 of 3 quotes that count');
  });

  it.each(['en', 'fr', 'es', 'ar'])(
    'finds that %s lacks nothing: no word, no quote, no model clause',
    async (language) => {
      const { stdout } = await runHere(['rule', 'coverage', '--language', language]);
      expect(stdout.trimEnd().split('\n')).toEqual([
        expect.stringMatching(new RegExp(`^${language} .*: (\\d+) of \\1 rules complete$`)),
      ]);
    },
  );

  it('refuses a language without vocabulary, and names those that have one', async () => {
    const { code, stderr } = await runHere(['rule', 'coverage', '--language', 'xx']);
    expect(code).toBe(2);
    expect(stderr).toContain('The rules have no vocabulary for "xx"; they have');
  });
});

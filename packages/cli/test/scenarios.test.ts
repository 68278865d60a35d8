import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, runHere } from './command.ts';
import { differenceOf, readScenario, wordsOf } from './scenario.ts';

const FOLDER = join(import.meta.dirname, 'scenarios');

describe.each(readdirSync(FOLDER))('%s', (name) => {
  const scenario = readScenario(readFileSync(join(FOLDER, name), 'utf8'));

  test(scenario.title, async () => {
    const cwd = folderWith(scenario.files);
    for (const step of scenario.steps) {
      const { stdin } = step;
      const outcome = await runHere(wordsOf(step.command), { cwd, ...(stdin !== undefined && { stdin }) });
      const place = (text: string): string => text.replaceAll(cwd, '<folder>');
      expect(differenceOf(step.stderr, place(outcome.stderr)), `standard error of ${step.command}`).toBeUndefined();
      expect(differenceOf(step.stdout, place(outcome.stdout)), `standard output of ${step.command}`).toBeUndefined();
      expect(outcome.code, `exit code of ${step.command}`).toBe(step.status);
    }
  });
});

describe('a scenario', () => {
  test('is told from what really happened', () => {
    expect(differenceOf('one\ntwo\n', 'one\ntwo\n')).toBeUndefined();
    expect(differenceOf('one\n…\nfour\n', 'one\ntwo\nthree\nfour\n')).toBeUndefined();
    expect(differenceOf('o…e\n', 'outside\n')).toBeUndefined();
    expect(differenceOf('one\n', 'one\ntwo\n')).toBeDefined();
    expect(differenceOf('one\n…\nfive\n', 'one\ntwo\nfour\n')).toBeDefined();
    expect(differenceOf('', 'one\n')).toBeDefined();
  });

  test('must say what it shows, what is run and how it ends', () => {
    expect(() => readScenario('no title\n=== $ poclint init\n=== status 0\n')).toThrow('"# "');
    expect(() => readScenario('# Title\n=== stdout\n')).toThrow('command');
    expect(() => readScenario('# Title\n=== $ poclint init\n')).toThrow('status');
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RuleLibrary } from '@poclint/core';
import { readRuleFolder } from '@poclint/rules';
import { expect, test } from 'vitest';
import { runBenchmark, tableOf } from '../../../../tools/evaluate/drafts/benchmark.ts';
import { folderWith, WORKSPACE } from '../command.ts';

const library = new RuleLibrary(readRuleFolder(join(WORKSPACE, 'rules')).ruleSet);
const DRAFTS = join(WORKSPACE, 'fixtures/drafts');

test('weakened drafts are noticed, and drafts changed without loss are left alone', () => {
  const result = runBenchmark(DRAFTS, library, { seed: 5, perKind: 4 });
  const cases = result.kinds.reduce((sum, kind) => sum + kind.cases, 0);
  expect(cases).toBeGreaterThanOrEqual(300);
  expect(result.recall, tableOf(result)).toBeGreaterThanOrEqual(0.97);
  expect(result.falseAlarms, tableOf(result)).toBeLessThanOrEqual(0.02);
  expect(new Set(result.kinds.map(({ kind }) => kind)).size, 'kinds of change').toBeGreaterThanOrEqual(21);
});

test('the same seed gives the same cases', () => {
  const text = readFileSync(join(DRAFTS, 'benchmark-ceasefire.md'), 'utf8');
  const folder = folderWith({ 'draft.md': text });
  const run = (seed: number) => JSON.stringify(runBenchmark(folder, library, { seed, perKind: 1 }).cases);
  expect(run(9)).toBe(run(9));
  expect(run(9)).not.toBe(run(10));
});

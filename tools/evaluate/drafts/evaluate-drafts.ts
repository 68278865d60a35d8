import { fileURLToPath } from 'node:url';
import { RuleLibrary } from '@poclint/core';
import { readRuleFolder } from '@poclint/rules';
import { runBenchmark, tableOf, type WrongCase } from './benchmark.ts';

export interface EvaluateDraftsOptions {
  readonly rules?: string | undefined;
  readonly seed?: string | undefined;
  readonly verbose?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/** What the comparison of drafts is held to. */
const LEAST_RECALL = 0.97;
const MOST_FALSE_ALARMS = 0.02;
const PER_KIND = 12;

/** Runs the benchmark on the drafts of a folder and prints its figures. Exit code 1 where a target is missed. */
export function evaluateDrafts(folder: string | undefined, options: EvaluateDraftsOptions): void {
  const inWorkspace = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
  const { ruleSet } = readRuleFolder(options.rules ?? inWorkspace('rules'));
  const seed = Number.parseInt(options.seed ?? '1', 10);
  const result = runBenchmark(folder ?? inWorkspace('fixtures/drafts'), new RuleLibrary(ruleSet), {
    seed,
    perKind: PER_KIND,
  });
  if (options.json)
    console.log(
      JSON.stringify({ ...result, wrong: result.wrong.map(plain), sideAlarms: result.sideAlarms.map(plain) }, null, 2),
    );
  else console.log(tableOf(result));
  if (options.verbose && !options.json)
    for (const one of [...result.wrong, ...result.sideAlarms]) console.log(`\n${describe(one)}`);
  if (result.recall < LEAST_RECALL || result.falseAlarms > MOST_FALSE_ALARMS) process.exitCode = 1;
}

function plain({ case: { text: _text, ...rest }, found }: WrongCase) {
  return { ...rest, found: found.map(({ kind, effect, message, topics }) => ({ kind, effect, message, topics })) };
}

function describe({ case: one, found }: WrongCase): string {
  const alarms = found.map(({ kind, effect, message }) => `    ${kind} ${effect}: ${message}`);
  return [`${one.kind} in ${one.draft}: ${one.note}`, ...(alarms.length > 0 ? alarms : ['    nothing reported'])].join(
    '\n',
  );
}

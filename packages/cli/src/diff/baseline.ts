import { resolve } from 'node:path';
import { createBaseline } from '@poclint/core';
import type { Io } from '../io.ts';
import { openOutput } from '../terminal/output-file.ts';
import { digestOf } from './baseline-file.ts';
import { ComparedDrafts, type ReadingChoices } from './compared-draft.ts';

export interface BaselineOptions extends ReadingChoices {
  readonly output?: string;
}

/** Writes a draft's baseline: what is needed to tell later what a new draft lost, without a word of the old one. */
export async function baseline(name: string, options: BaselineOptions, io: Io): Promise<number> {
  const drafts = await ComparedDrafts.governing(name, options, io);
  const made = createBaseline(await drafts.review(name), drafts.library.ruleSet.digest, digestOf);
  const output = openOutput(options.output === undefined ? undefined : resolve(io.cwd, options.output), io.stdout);
  try {
    output.write(`${onePerLine(JSON.stringify(made, null, 1))}\n`);
  } finally {
    output.close();
  }
  return 0;
}

/** A clause a line, so that two baselines can be read beside one another. */
function onePerLine(json: string): string {
  return json.replace(/\[\s+("[0-9a-f]+"),\s+(\d+)\s+\]/g, '[$1, $2]');
}

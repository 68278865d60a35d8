// One stage of a review over many drafts, in a process of its own, so that "cold" is cold.
//   node bench/stages.ts <stage> <mix> <megabytes> <passes>
import { analyse, type CompiledRules, type ReadDraft, type RuleLibrary, review } from '@poclint/core';
import { readTextDraft } from '@poclint/readers';
import { readBlock } from '../packages/core/src/structure/block-reading.ts';
import { type Draft, type Mix, makeDrafts } from './drafts.ts';
import { cpuOf, median } from './figures.ts';
import { freshLibrary } from './rules.ts';

/** Each stage's work on one draft that is already read. `read` is the reading itself. */
const STAGES = {
  read: () => {},
  scan: (draft: ReadDraft, library: RuleLibrary) => scan(draft, library.in('en')),
  analyse: (draft: ReadDraft, library: RuleLibrary) => void analyse(draft.accepted, library.in('en')),
  review: (draft: ReadDraft, library: RuleLibrary) => void review(draft, library),
} as const;
export type Stage = keyof typeof STAGES;
export const STAGE_NAMES = Object.keys(STAGES) as Stage[];

export interface StageFigures {
  readonly megabytes: number;
  /** CPU seconds of the first pass, of a later one with an empty memory, and of one more with nothing changed. */
  readonly cold: number;
  readonly warm: number;
  readonly again: number;
  readonly peakMegabytes: number;
}

/** Words seen, numbering and, where vocabulary is seen, sentences: all that a block says by itself. */
function scan({ accepted }: ReadDraft, rules: CompiledRules): void {
  for (const { span } of accepted.blocks) readBlock(accepted.text.slice(span[0], span[1]), [], undefined, rules.pack);
}

function measure(stage: Stage, drafts: readonly Draft[], passes: number): StageFigures {
  const pass = passOver(stage, drafts);
  let library = freshLibrary();
  library.in('en');
  const cold = cpuOf(() => pass(library));
  const warm = Array.from({ length: passes }, () => {
    library = freshLibrary();
    library.in('en');
    return cpuOf(() => pass(library));
  });
  const again = cpuOf(() => pass(library));
  const characters = drafts.reduce((total, { text }) => total + text.length, 0);
  return {
    megabytes: characters / 1e6,
    cold,
    warm: median(warm),
    again,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

function passOver(stage: Stage, drafts: readonly Draft[]): (library: RuleLibrary) => void {
  if (stage === 'read') return () => drafts.forEach(({ name, text }) => void readTextDraft(name, text));
  const read = drafts.map(({ name, text }) => readTextDraft(name, text));
  return (library) => read.forEach((draft) => void STAGES[stage](draft, library));
}

if (import.meta.main) {
  const [stage, mix, megabytes, passes] = process.argv.slice(2) as [Stage, Mix, string, string];
  process.stdout.write(JSON.stringify(measure(stage, makeDrafts(Number(megabytes), mix), Number(passes))));
}

// Reads and reviews an archive draft by draft, as the command does, and says what a megabyte costs.
//   node bench/growth.ts <megabytes>
import { review } from '@poclint/core';
import { readTextDraft } from '@poclint/readers';
import { type Draft, makeDrafts } from './drafts.ts';
import { cpuOf, median } from './figures.ts';
import { freshLibrary } from './rules.ts';
import type { StageFigures } from './stages.ts';

/** The compiler of the machine is acquainted with the code after this much text. */
const WARM_UP = 5;
/** Small sizes are measured again until this much has been read. */
const ENOUGH = 5;

function measure(megabytes: number): StageFigures {
  const pass = (drafts: readonly Draft[]): number => {
    const library = freshLibrary();
    library.in('en');
    return cpuOf(() => drafts.forEach(({ name, text }) => void review(readTextDraft(name, text), library)));
  };
  pass(makeDrafts(WARM_UP, 'mixed'));
  const drafts = makeDrafts(megabytes, 'mixed');
  const warm = median(Array.from({ length: Math.max(1, Math.ceil(ENOUGH / megabytes)) }, () => pass(drafts)));
  const characters = drafts.reduce((total, { text }) => total + text.length, 0);
  return {
    megabytes: characters / 1e6,
    cold: warm,
    warm,
    again: warm,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

process.stdout.write(JSON.stringify(measure(Number(process.argv[2]))));

// From a character typed into a draft of 850,000 characters to its findings, as an editor sees it.
//   node bench/edits.ts <markup> <edits>
import { review } from '@poclint/core';
import { OpenDraftReader } from '@poclint/readers';
import { agreement, dice, type Markup } from './agreement-text.ts';
import { LONGEST } from './drafts.ts';
import { quantile } from './figures.ts';
import { freshLibrary } from './rules.ts';

export interface EditFigures {
  readonly edits: number;
  /** Milliseconds until the first findings, when the draft is opened. */
  readonly open: number;
  readonly p50: number;
  readonly p95: number;
  readonly cpuP50: number;
  readonly cpuP95: number;
}

/** Edits that only make the machine's compiler acquainted with the code. */
const WARM_UP = 10;

async function measure(markup: Markup, edits: number): Promise<EditFigures> {
  const name = markup === 'text' ? 'draft.txt' : 'draft.md';
  const reader = new OpenDraftReader();
  const library = freshLibrary();
  library.in('en');
  const findingsOf = async (text: string) => review(await reader.read(name, text, markup), library).report;
  let text = agreement(LONGEST, markup, dice(7));
  const opened = performance.now();
  await findingsOf(text);
  const open = performance.now() - opened;
  const roll = dice(11);
  const elapsed: number[] = [];
  const cpu: number[] = [];
  for (let edit = 0; edit < WARM_UP + edits; edit++) {
    text = edited(text, roll);
    const before = process.cpuUsage();
    const start = performance.now();
    await findingsOf(text);
    const taken = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    if (edit < WARM_UP) continue;
    elapsed.push(taken);
    cpu.push((user + system) / 1000);
  }
  return {
    edits,
    open,
    p50: quantile(elapsed, 0.5),
    p95: quantile(elapsed, 0.95),
    cpuP50: quantile(cpu, 0.5),
    cpuP95: quantile(cpu, 0.95),
  };
}

/** One character typed or deleted, anywhere. */
function edited(text: string, roll: (sides: number) => number): string {
  const at = roll(text.length);
  const letter = String.fromCharCode(97 + roll(26));
  return roll(3) === 0 ? text.slice(0, at) + text.slice(at + 1) : text.slice(0, at) + letter + text.slice(at);
}

if (import.meta.main) {
  const [markup, edits] = process.argv.slice(2) as [Markup, string];
  process.stdout.write(JSON.stringify(await measure(markup, Number(edits))));
}

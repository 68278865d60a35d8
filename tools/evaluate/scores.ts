import type { Level } from '@poclint/core';
import type { LabelledText } from './corpus.ts';

/** How many labels were met, missed and invented. */
export interface Tally {
  met: number;
  missed: number;
  invented: number;
  levelsRight: number;
  levelsWrong: number;
}

export interface Disagreement {
  readonly text: LabelledText;
  readonly topic: string;
  readonly expected: string;
  readonly found: Level;
}

export function emptyTally(): Tally {
  return { met: 0, missed: 0, invented: 0, levelsRight: 0, levelsWrong: 0 };
}

/** Compares what was found in a text with its labels. A topic counts as present at any level; disputed ones count nowhere. */
export function compare(
  text: LabelledText,
  found: ReadonlyMap<string, Level>,
  tallyOf: (topic: string) => readonly Tally[],
): Disagreement[] {
  const wrong: Disagreement[] = [];
  for (const topic of new Set([...text.labels.keys(), ...found.keys()])) {
    if (text.disputed.has(topic)) continue;
    const expected = text.labels.get(topic);
    const level = found.get(topic) ?? 'absent';
    for (const tally of tallyOf(topic)) count(tally, expected, level);
    const levelDiffers = expected !== undefined && expected !== 'disputed' && expected !== level;
    if ((expected === undefined) !== (level === 'absent') || levelDiffers)
      wrong.push({ text, topic, expected: expected ?? 'absent', found: level });
  }
  return wrong;
}

function count(tally: Tally, expected: string | undefined, level: Level): void {
  if (expected === undefined) {
    if (level !== 'absent') tally.invented++;
    return;
  }
  if (level === 'absent') {
    tally.missed++;
    return;
  }
  tally.met++;
  if (expected === 'disputed') return;
  if (expected === level) tally.levelsRight++;
  else tally.levelsWrong++;
}

export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly levelAccuracy: number;
}

/** Precision, recall and F1; 1 where there was nothing to find and nothing was found. */
export function figures(tally: Tally): Figures {
  const precision = ratio(tally.met, tally.met + tally.invented);
  const recall = ratio(tally.met, tally.met + tally.missed);
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    levelAccuracy: ratio(tally.levelsRight, tally.levelsRight + tally.levelsWrong),
  };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Change, compareReviews, type Review, type RuleLibrary, review } from '@poclint/core';
import { readTextDraft } from '@poclint/readers';
import { DECOYS, decoyCases } from './decoys.ts';
import { Random } from './random.ts';
import { type Case, subjectOf } from './subject.ts';
import { WEAKENINGS } from './weakenings.ts';

export interface KindFigures {
  readonly kind: string;
  readonly isDecoy: boolean;
  readonly cases: number;
  /** Weakenings that were found, or decoys with an alarm. */
  readonly reported: number;
}

export interface BenchmarkResult {
  readonly drafts: readonly string[];
  /** What was done to the drafts, in order. */
  readonly cases: readonly string[];
  readonly kinds: readonly KindFigures[];
  readonly recall: number;
  readonly falseAlarms: number;
  /** Cases of weakening in which something else was reported as lost or weakened too. */
  readonly sideAlarms: readonly WrongCase[];
  readonly wrong: readonly WrongCase[];
}

export interface WrongCase {
  readonly case: Case;
  readonly found: readonly Change[];
}

export interface BenchmarkOptions {
  readonly seed: number;
  /** Cases of each kind for each draft, at most. */
  readonly perKind: number;
}

/**
 * Weakens drafts in every known way and checks that the comparison says so, then changes them without taking anything
 * away and checks that it keeps silent. The same seed gives the same cases.
 */
export function runBenchmark(folder: string, library: RuleLibrary, options: BenchmarkOptions): BenchmarkResult {
  const read = (name: string, text: string): Review =>
    review(readTextDraft(name, text), library, { language: 'en', stage: 'draft' });
  const kinds = new Map<string, { isDecoy: boolean; cases: number; reported: number }>();
  const wrong: WrongCase[] = [];
  const drafts: string[] = [];
  const notes: string[] = [];
  const sideAlarms: WrongCase[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!/\.(?:md|txt)$/.test(name) || name === 'README.md') continue;
    const text = readFileSync(join(folder, name), 'utf8');
    const original = read(name, text);
    if (!original.details || original.report.status !== 'reviewed' || !isEnglish(text)) continue;
    drafts.push(name);
    const subject = subjectOf(name, original.details.source.text, original.details);
    const random = new Random(options.seed + drafts.length);
    const cases = [
      ...WEAKENINGS.flatMap((weakening) => random.sample(weakening.cases(subject, random), options.perKind)),
      ...DECOYS.flatMap((decoy) => decoyCases(decoy, subject, random, options.perKind)),
    ];
    for (const one of cases) {
      notes.push(`${one.kind}: ${one.note}`);
      const { comparison } = compareReviews(original, read(name, one.text));
      const alarms = comparison.changes.filter((change) => change.severity !== 'info');
      const isDecoy = one.accepted.length === 0;
      const hits = alarms.filter((change) => change.topics.some((topic) => one.topics.includes(topic)));
      const reported = isDecoy ? alarms.length > 0 : hits.some((change) => one.accepted.includes(change.kind));
      const expected = new Set([...one.topics, ...(one.touched ?? [])]);
      const aside = alarms.filter((change) => !change.topics.some((topic) => expected.has(topic)));
      if (!isDecoy && aside.length > 0) sideAlarms.push({ case: one, found: aside });
      const known = kinds.get(one.kind) ?? { isDecoy, cases: 0, reported: 0 };
      known.cases++;
      if (reported) known.reported++;
      kinds.set(one.kind, known);
      if (reported === isDecoy) wrong.push({ case: one, found: alarms });
    }
  }
  const figures = [...kinds].map(([kind, counts]) => ({ kind, ...counts }));
  return {
    drafts,
    cases: notes,
    kinds: figures,
    recall: share(figures.filter((figure) => !figure.isDecoy)),
    falseAlarms: share(figures.filter((figure) => figure.isDecoy)),
    sideAlarms,
    wrong,
  };
}

function isEnglish(text: string): boolean {
  return (text.match(/\b(?:the|and|shall|of)\b/g)?.length ?? 0) > text.length / 200;
}

function share(figures: readonly KindFigures[]): number {
  const cases = figures.reduce((sum, figure) => sum + figure.cases, 0);
  return cases === 0 ? 1 : figures.reduce((sum, figure) => sum + figure.reported, 0) / cases;
}

/** The result as a table for the terminal. */
export function tableOf(result: BenchmarkResult): string {
  const row = (figure: KindFigures): string =>
    `${figure.kind.padEnd(24)}${`${figure.reported}/${figure.cases}`.padStart(9)}  ${((figure.reported / figure.cases) * 100).toFixed(1).padStart(5)} %`;
  const total = result.kinds.reduce((sum, figure) => sum + figure.cases, 0);
  return [
    `${total} cases from ${result.drafts.length} drafts`,
    '',
    'Weakenings that were found',
    ...result.kinds.filter((figure) => !figure.isDecoy).map(row),
    '',
    'Decoys with an alarm',
    ...result.kinds.filter((figure) => figure.isDecoy).map(row),
    '',
    `recall ${result.recall.toFixed(3)}   false alarms ${(result.falseAlarms * 100).toFixed(1)} %   weakenings with an alarm on something else ${result.sideAlarms.length}`,
  ].join('\n');
}

import { rank } from '../assess/coverage.ts';
import type { Clause } from '../structure/agreement.ts';
import type { Facets } from './facets.ts';

/** A pair of clauses that stand for one another; one side is undefined where a version has none. */
export type AlignedPair = readonly [Facets | undefined, Facets | undefined];

/** Pairs scored lower than this say different things. */
const LEAST = 1.2;
/** Clauses with a smaller part of their concepts in common say different things. */
const UNLIKE = 0.12;
/** Clauses farther from where they are to be expected are not tried: what moved so far is no translation of its place. */
const BAND = 80;

/**
 * Aligns the clauses of two versions: by structure and numbering first, by what they say second. Keeps the order of both.
 * Proportional to the number of clauses, for each is tried against those near its place only.
 */
export function alignVersions(a: readonly Facets[], b: readonly Facets[]): AlignedPair[] {
  const weigh = rarity([...a, ...b]);
  const [n, m] = [a.length, b.length];
  const band = BAND + Math.abs(n - m);
  const width = 2 * band + 1;
  const columnOf = (i: number): number => Math.round((i * m) / Math.max(1, n)) - band;
  const best = new Float64Array((n + 1) * width).fill(Number.NEGATIVE_INFINITY);
  const step = new Uint8Array((n + 1) * width);
  const at = (i: number, j: number): number => {
    const offset = j - columnOf(i);
    return offset < 0 || offset >= width ? -1 : i * width + offset;
  };
  const value = (i: number, j: number): number => {
    const cell = i < 0 || j < 0 ? -1 : at(i, j);
    return cell < 0 ? Number.NEGATIVE_INFINITY : (best[cell] as number);
  };
  for (let i = 0; i <= n; i++) {
    const from = Math.max(0, columnOf(i));
    const to = Math.min(m, columnOf(i) + width - 1);
    for (let j = from; j <= to; j++) {
      const cell = at(i, j);
      if (i === 0 && j === 0) {
        best[cell] = 0;
        continue;
      }
      let high = value(i - 1, j);
      let move: number = Move.up;
      if (value(i, j - 1) > high) {
        high = value(i, j - 1);
        move = Move.left;
      }
      const before = value(i - 1, j - 1);
      if (i > 0 && j > 0 && before > Number.NEGATIVE_INFINITY) {
        const score = likeness(a[i - 1] as Facets, b[j - 1] as Facets, weigh);
        if (score >= LEAST && before + score > high) {
          high = before + score;
          move = Move.both;
        }
      }
      best[cell] = high;
      step[cell] = move;
    }
  }
  return trace(a, b, step, at);
}

const Move = { up: 1, left: 2, both: 3 } as const;

function trace(
  a: readonly Facets[],
  b: readonly Facets[],
  step: Uint8Array,
  at: (i: number, j: number) => number,
): AlignedPair[] {
  const pairs: AlignedPair[] = [];
  let [i, j] = [a.length, b.length];
  while (i > 0 || j > 0) {
    const move = step[at(i, j)];
    if (move === Move.both) pairs.push([a[--i], b[--j]]);
    else if ((move === Move.left && j > 0) || i === 0) pairs.push([undefined, b[--j]]);
    else pairs.push([a[--i], undefined]);
  }
  return pairs.reverse();
}

/** How much each concept tells: one that stands in every clause tells nothing. */
function rarity(all: readonly Facets[]): (concept: number) => number {
  const counts = new Map<number, number>();
  for (const { concepts } of all) for (const concept of concepts) counts.set(concept, (counts.get(concept) ?? 0) + 1);
  return (concept) => Math.log(1 + all.length / (counts.get(concept) ?? 1));
}

/** How likely two clauses are to stand for one another. Above `LEAST` they are taken to. */
function likeness(a: Facets, b: Facets, weigh: (concept: number) => number): number {
  return (
    ofPlaces(a.clause, b.clause) +
    ofWords(a.concepts, b.concepts, weigh) +
    ofTopics(a, b) +
    ofFigures(a, b) +
    ofLengths(a.length, b.length)
  );
}

function ofPlaces(a: Clause, b: Clause): number {
  let score = 0.6;
  if (a.location !== b.location) score -= 2;
  if ((a.kind === 'heading') !== (b.kind === 'heading')) score -= 1;
  if ((a.kind === 'item') !== (b.kind === 'item')) score -= 0.7;
  // Words that introduce a list stand for words that do.
  if ((a.reading.ending === 'colon') !== (b.reading.ending === 'colon')) score -= 1.2;
  score += ofLabels(a, b) * 1.4;
  if (a.parent && b.parent) score += ofLabels(a.parent, b.parent);
  else if (a.parent || b.parent) score -= 0.4;
  return score;
}

/** 1 for the same number, −1 for another; 0 where one or both have none. */
function ofLabels(a: Clause, b: Clause): number {
  if (!a.label || !b.label) return a.label || b.label ? -0.3 : a.position === b.position ? 0.3 : 0;
  if (a.label.ordinal === undefined || b.label.ordinal === undefined) return 0;
  const same = a.label.components
    ? a.label.components.join('.') === (b.label.components ?? []).join('.')
    : a.label.ordinal === b.label.ordinal;
  return same ? (a.label.style === b.label.style ? 1 : 0.6) : -0.8;
}

/** What both say, up to 4. Clauses that share nothing are no counterparts, whatever their numbers: a clause may have gone. */
function ofWords(a: ReadonlySet<number>, b: ReadonlySet<number>, weigh: (concept: number) => number): number {
  const shared = ofConcepts(a, b, weigh);
  return a.size >= 2 && b.size >= 2 && shared < UNLIKE ? -2 : shared * 4;
}

function ofConcepts(a: ReadonlySet<number>, b: ReadonlySet<number>, weigh: (concept: number) => number): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  let all = 0;
  for (const concept of a) {
    const weight = weigh(concept);
    all += weight;
    if (b.has(concept)) shared += 2 * weight;
  }
  for (const concept of b) all += weigh(concept);
  return shared / all;
}

function ofTopics(a: Facets, b: Facets): number {
  if (a.topics.size === 0 || b.topics.size === 0) return 0;
  let shared = 0;
  for (const [topic, { level }] of a.topics) if (b.topics.has(topic)) shared += rank(level) > 0 ? 1 : 0;
  return shared > 0 ? 1.2 : -0.4;
}

function ofFigures(a: Facets, b: Facets): number {
  if (a.figures.length === 0 || b.figures.length === 0) return 0;
  return a.figures.some(({ value }) => b.figures.some((other) => other.value === value)) ? 0.8 : -0.3;
}

function ofLengths(a: number, b: number): number {
  const ratio = Math.max(a, b) / Math.max(1, Math.min(a, b));
  return ratio > 4 ? -1.2 : ratio > 2.2 ? -0.5 : 0.2;
}

import { binds, type Operator } from '../language/language-data.ts';
import { operatorsOf } from '../match/governance.ts';
import type { ReviewDetails } from '../review.ts';
import type { Passage } from './passage.ts';
import type { WordRow } from './passage-words.ts';

/** Operators that only carry a sentence on. Any other that comes or goes may turn its meaning. */
const CARRYING: ReadonlySet<Operator> = new Set([
  'oblige',
  'finite',
  'verb',
  'join',
  'imperative',
  'anaphora',
  'bearer',
  'present',
  'nominal-duty',
]);

/**
 * Whether a passage says the same in another arrangement: no word that names something went, and nothing came that could
 * turn or soften the sense. What it provides is then still there, whether or not the engine can read it in its new shape.
 */
export function isRearranged(passage: Passage, before: ReviewDetails): boolean {
  const gone = new Set(missing(passage.before, passage.after));
  const come = new Set(missing(passage.after, passage.before));
  return (
    staysNamed(passage.before, gone, before) &&
    isCarriedOn(passage.before, gone) &&
    isCarriedOn(passage.after, come) &&
    countFirm(passage.after) > 0 === countFirm(passage.before) > 0
  );
}

/** Indices of the words of a row that another row has not, or has fewer times. */
function missing(row: WordRow, other: WordRow): number[] {
  const left = new Map<number, number>();
  for (const word of other.words) left.set(word, (left.get(word) ?? 0) + 1);
  const gone: number[] = [];
  row.words.forEach((word, at) => {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - 1);
    else gone.push(at);
  });
  return gone;
}

function staysNamed(row: WordRow, gone: ReadonlySet<number>, { source, rules }: ReviewDetails): boolean {
  const filler = rules.pack.filler;
  const carrying = operatorWords(row, (operator) => CARRYING.has(operator));
  return [...gone].every(
    (at) => carrying.has(at) || filler.has(source.text.slice(row.starts[at], row.ends[at]).toLowerCase()),
  );
}

function isCarriedOn(row: WordRow, changed: ReadonlySet<number>): boolean {
  const turning = operatorWords(row, (operator) => !CARRYING.has(operator));
  return [...changed].every((at) => !turning.has(at));
}

function countFirm(row: WordRow): number {
  return operatorWords(row, binds).size;
}

function operatorWords(row: WordRow, isWanted: (operator: Operator) => boolean): Set<number> {
  const words = new Set<number>();
  let base = 0;
  for (const unit of row.units) {
    const { scan } = unit.clause.reading;
    if (scan) {
      for (const found of operatorsOf(scan, unit.scanWords[0], unit.scanWords[1])) {
        if (!isWanted(found.operator)) continue;
        for (let at = found.first; at <= found.last; at++) words.add(base + at - unit.scanWords[0]);
      }
    }
    base += unit.words.length;
  }
  return words;
}

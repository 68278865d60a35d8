import type { Span } from '../span.ts';
import type { Unit } from './unit.ts';

/** Sentences of one draft read as one row of words. */
export interface WordRow {
  readonly units: readonly Unit[];
  readonly words: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

export function rowOf(units: readonly Unit[]): WordRow {
  const only = units[0];
  if (units.length === 1 && only) return { units, words: only.words, starts: only.starts, ends: only.ends };
  const count = units.reduce((sum, unit) => sum + unit.words.length, 0);
  const row = { words: new Int32Array(count), starts: new Int32Array(count), ends: new Int32Array(count) };
  let at = 0;
  for (const unit of units) {
    row.words.set(unit.words, at);
    row.starts.set(unit.starts, at);
    row.ends.set(unit.ends, at);
    at += unit.words.length;
  }
  return { units, ...row };
}

/** Where a stretch of a row stands in the Source: one span for each sentence that it touches. */
export function spansOf(row: WordRow, from: number, to: number): Span[] {
  const spans: [number, number][] = [];
  let first = 0;
  for (const unit of row.units) {
    const start = Math.max(from, first);
    const end = Math.min(to, first + unit.words.length);
    if (start < end) spans.push([row.starts[start] as number, row.ends[end - 1] as number]);
    first += unit.words.length;
  }
  return spans;
}

/** Indices of the words of a row that a span of the Source touches; undefined where it touches none. */
export function wordsWithin(row: WordRow, span: Span): readonly [from: number, to: number] | undefined {
  let from = -1;
  let to = -1;
  for (let at = 0; at < row.words.length; at++) {
    if ((row.ends[at] as number) <= span[0] || (row.starts[at] as number) >= span[1]) continue;
    if (from < 0) from = at;
    to = at + 1;
  }
  return from < 0 ? undefined : [from, to];
}

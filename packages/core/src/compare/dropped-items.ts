import { Gap } from '../language/tokens.ts';
import type { ReviewDetails } from '../review.ts';
import type { Span } from '../span.ts';
import type { Passage } from './passage.ts';
import { spansOf, type WordRow } from './passage-words.ts';
import type { Unit } from './unit.ts';
import type { Hunk } from './word-difference.ts';

/** Shorter words name nothing by themselves. */
const SHORTEST = 3;

/**
 * Words that a passage lost without others in their place, and that named something: a member of a list, or a concept of
 * the vocabulary that the passage does not name any more. A synonym, a slip and a change of order are none.
 */
export function droppedItems(passage: Passage, before: ReviewDetails, after: ReviewDetails): Span[] {
  const moved = movedStems(passage, after);
  const still = conceptsOf(passage.after.units);
  const joins = joinsOf(passage.before);
  const found: Span[] = [];
  for (const hunk of passage.hunks) {
    const gone = trimmed(passage.before, hunk.old, moved, joins, before);
    if (!gone) continue;
    const [from, to] = gone;
    if (hasNewWord(passage, hunk.new, after)) continue;
    const isMember = standsInList(passage.before, from, to, joins);
    if (saysOtherwise(passage.before, from, to)) continue;
    const named = conceptsBetween(passage.before, from, to);
    const losesConcept = named.some((concept) => !still.has(concept));
    if (isMember ? named.length > 0 || losesNames(passage.before, from, to, before) : losesConcept)
      found.push(...spansOf(passage.before, from, to));
  }
  return found;
}

/** Stems of the words that came: a word that only moved, or changed its ending, did not go. */
function movedStems({ after, hunks }: Passage, details: ReviewDetails): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const hunk of hunks) for (let at = hunk.new[0]; at < hunk.new[1]; at++) stems.add(stemAt(after, at, details));
  return stems;
}

function stemAt(row: WordRow, at: number, { source, rules }: ReviewDetails): string {
  const { language } = rules.pack;
  return language.stem(language.normalise(source.text.slice(row.starts[at], row.ends[at])));
}

/** Whether other words, however short, stand in the place of the ones that went: "set up" for "established". */
function hasNewWord({ before, after: row }: Passage, [from, to]: Hunk['new'], details: ReviewDetails): boolean {
  const filler = details.rules.pack.filler;
  const known = countOf(before.words);
  for (let at = from; at < to; at++) {
    const surface = details.source.text.slice(row.starts[at], row.ends[at]).toLowerCase();
    if (!known.has(row.words[at] as number) && !filler.has(surface)) return true;
  }
  return false;
}

/** A hunk without the joining words and the words that moved elsewhere in the passage; undefined where nothing is left. */
function trimmed(
  row: WordRow,
  range: readonly [number, number],
  moved: ReadonlySet<string>,
  joins: ReadonlySet<number>,
  details: ReviewDetails,
): readonly [number, number] | undefined {
  let [from, to] = range;
  const isKept = (at: number) => joins.has(at) || moved.has(stemAt(row, at, details));
  while (from < to && isKept(from)) from++;
  while (to > from && isKept(to - 1)) to--;
  return from < to && losesNames(row, from, to, details) ? [from, to] : undefined;
}

/** Whether one of the words names something. */
function losesNames(row: WordRow, from: number, to: number, { source, rules }: ReviewDetails): boolean {
  const filler = rules.pack.filler;
  for (let at = from; at < to; at++) {
    const surface = source.text.slice(row.starts[at], row.ends[at]).toLowerCase();
    if (surface.length >= SHORTEST && !filler.has(surface)) return true;
  }
  return false;
}

/** Indices of words that join members: and, or. */
function joinsOf(row: WordRow): ReadonlySet<number> {
  const joins = new Set<number>();
  let base = 0;
  for (const unit of row.units) {
    for (const found of unit.clause.reading.scan?.operators ?? []) {
      if (found.operator !== 'join') continue;
      for (let at = found.first; at <= found.last; at++)
        if (at >= unit.scanWords[0] && at < unit.scanWords[1]) joins.add(base + at - unit.scanWords[0]);
    }
    base += unit.words.length;
  }
  return joins;
}

const REPORTED_OTHERWISE = new Set(['escape', 'time', 'bearer', 'urge', 'permit']);

/** Whether words are such as other differences are made of: a time, a qualifier, a subject, a verb. */
function saysOtherwise(row: WordRow, from: number, to: number): boolean {
  let base = 0;
  for (const unit of row.units) {
    const offset = base - unit.scanWords[0];
    for (const found of unit.clause.reading.scan?.operators ?? []) {
      if (!REPORTED_OTHERWISE.has(found.operator) || found.first < unit.scanWords[0]) continue;
      if (found.first + offset < to && found.last + offset >= from && found.last < unit.scanWords[1]) return true;
    }
    base += unit.words.length;
  }
  return false;
}

/** Whether a stretch is parted from its neighbours like a member of a list: by commas, or by "and" and "or". */
function standsInList(row: WordRow, from: number, to: number, joins: ReadonlySet<number>): boolean {
  const opens = pausesBefore(row, from) || joins.has(from - 1) || joins.has(from);
  const closes = pausesBefore(row, to) || joins.has(to) || joins.has(to - 1);
  return opens || closes;
}

function pausesBefore(row: WordRow, at: number): boolean {
  let base = 0;
  for (const unit of row.units) {
    if (at >= base && at < base + unit.words.length) {
      const { scan } = unit.clause.reading;
      return at > base && scan !== undefined && scan.gap[unit.scanWords[0] + at - base] === Gap.pause;
    }
    base += unit.words.length;
  }
  return false;
}

function conceptsOf(units: readonly Unit[]): Set<number> {
  const concepts = new Set<number>();
  for (const unit of units) {
    for (const found of unit.clause.reading.scan?.concepts ?? [])
      if (found.first >= unit.scanWords[0] && found.last < unit.scanWords[1]) concepts.add(found.concept);
  }
  return concepts;
}

/** Concepts named wholly by the words of a stretch. */
function conceptsBetween(row: WordRow, from: number, to: number): number[] {
  const concepts: number[] = [];
  let base = 0;
  for (const unit of row.units) {
    const offset = base - unit.scanWords[0];
    for (const found of unit.clause.reading.scan?.concepts ?? []) {
      if (found.first < unit.scanWords[0] || found.last >= unit.scanWords[1]) continue;
      if (found.first + offset >= from && found.last + offset < to) concepts.push(found.concept);
    }
    base += unit.words.length;
  }
  return concepts;
}

function countOf(words: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

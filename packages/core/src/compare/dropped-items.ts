import { Gap } from '../language/tokens.ts';
import type { ReviewDetails } from '../review.ts';
import type { Span } from '../span.ts';
import type { Passage } from './passage.ts';
import { spansOf, type WordRow } from './passage-words.ts';
import type { Unit } from './unit.ts';

/** Shorter words name nothing by themselves. */
const SHORTEST = 4;

/**
 * Words that a passage lost without others in their place, and that named something: a member of a list, or a concept of
 * the vocabulary that the passage does not name any more. A synonym, a slip and a change of order are none.
 */
export function droppedItems(passage: Passage, before: ReviewDetails, after: ReviewDetails): Span[] {
  const left = countOf(passage.after.words);
  const still = conceptsOf(passage.after.units);
  const joins = joinsOf(passage.before);
  const found: Span[] = [];
  for (const hunk of passage.hunks) {
    const gone = trimmed(passage.before, hunk.old, left, joins, before);
    if (!gone) continue;
    const [from, to] = gone;
    if (countNames(passage.after, hunk.new[0], hunk.new[1], countOf(passage.before.words), after) > 0) continue;
    const isMember = standsInList(passage.before, from, to, joins);
    const named = conceptsBetween(passage.before, from, to);
    const losesConcept = named.some((concept) => !still.has(concept));
    if (isMember ? named.length > 0 || losesNames(passage.before, from, to, before) : losesConcept)
      found.push(...spansOf(passage.before, from, to));
  }
  return found;
}

/** A hunk without the joining words and the words that moved elsewhere in the passage; undefined where nothing is left. */
function trimmed(
  row: WordRow,
  range: readonly [number, number],
  left: ReadonlyMap<number, number>,
  joins: ReadonlySet<number>,
  details: ReviewDetails,
): readonly [number, number] | undefined {
  let [from, to] = range;
  const isKept = (at: number) => joins.has(at) || (left.get(row.words[at] as number) ?? 0) > 0;
  while (from < to && isKept(from)) from++;
  while (to > from && isKept(to - 1)) to--;
  return from < to && losesNames(row, from, to, details) ? [from, to] : undefined;
}

function losesNames(row: WordRow, from: number, to: number, details: ReviewDetails): boolean {
  return countNames(row, from, to, new Map(), details) > 0;
}

/** How many words name something, those of `known` left out. */
function countNames(
  row: WordRow,
  from: number,
  to: number,
  known: ReadonlyMap<number, number>,
  { source, rules }: ReviewDetails,
): number {
  let count = 0;
  const filler = FILLER[rules.pack.language.id] ?? NO_WORDS;
  for (let at = from; at < to; at++) {
    const surface = source.text.slice(row.starts[at], row.ends[at]).toLowerCase();
    if (surface.length >= SHORTEST && !filler.has(surface) && !known.has(row.words[at] as number)) count++;
  }
  return count;
}

/** Words that carry no object: a draft may lose them without loss. Of four letters and more. */
const FILLER: Readonly<Record<string, ReadonlySet<string>>> = {
  en: setOf(
    'hereby thereof therein herein thereto hereto shall will must should would could might that this these those such said also further furthermore moreover therefore with from into upon their them they than then when where which whose while order accordance respect particular following above below including include includes well other another same each both every being been have having does done article paragraph section agreement present about among between during within without under over through only more most some very what whom whereby',
  ),
  fr: setOf(
    'dans avec pour sans sous leur leurs cette ceux celles celui elle elles ainsi aussi plus entre comme tout tous toute toutes même notamment conformément présent présente accord article paragraphe doit doivent sera seront être avoir dont selon afin',
  ),
  es: setOf(
    'para como sobre entre esta este estos estas dicho dicha dichos dichas también además según conforme presente acuerdo artículo párrafo deberá deberán será serán todo toda todos todas cada otro otra otros otras incluido incluida incluyendo desde hasta',
  ),
  ar: setOf('هذا هذه ذلك تلك التي الذي الذين وفقا بموجب كما أيضا المادة الاتفاق'),
};

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

const NO_WORDS: ReadonlySet<string> = new Set();

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

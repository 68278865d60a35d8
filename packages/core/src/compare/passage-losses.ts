import type { Operator } from '../language/language-data.ts';
import { operatorsOf } from '../match/governance.ts';
import type { ReviewDetails } from '../review.ts';
import type { CompiledRules } from '../rule-library.ts';
import type { Span } from '../span.ts';
import { type Addressee, addresseeOf, spanOfWords, speaksOfEverybody } from './addressee.ts';
import { droppedItems } from './dropped-items.ts';
import type { ChangeKind, Site } from './loss.ts';
import type { Passage } from './passage.ts';
import { spansOf, type WordRow, wordsWithin } from './passage-words.ts';
import { isLater, type TimeLimit } from './time-limit.ts';
import type { Unit } from './unit.ts';

/** A difference in the words of a passage, whatever topics they bear on. */
export interface PassageLoss {
  readonly kind: ChangeKind;
  readonly before: Site;
  readonly after: Site;
}

/** A passage with the drafts that it belongs to. */
export interface PassageContext {
  readonly passage: Passage;
  readonly before: ReviewDetails;
  readonly after: ReviewDetails;
  /** Whether the words after the change are bound to somebody by what introduces them. */
  readonly inheritsBearer: boolean;
}

const CONDITIONS = ['reciprocity-condition', 'exemption-term', 'deferral'];

/** What the sentences of a passage had and have no more. */
export function findPassageLosses(context: PassageContext): PassageLoss[] {
  const found = [
    ...verbLosses(context),
    ...[
      ...timeLosses(context),
      ...slotLoss(context, 'mechanism'),
      ...slotLoss(context, 'consequence'),
      ...addresseeLosses(context),
    ].filter((loss) => isTouched(context.passage, loss)),
    ...added(context, 'qualifier', (units) => units.flatMap(qualifiersIn)),
    ...added(context, 'condition', (units, { rules }) => units.flatMap((unit) => conditionsIn(unit, rules))),
    ...bracketLosses(context),
  ];
  // Words that have been reported for what they say are not reported again for being gone.
  const told = [
    ...found.flatMap(({ before }) => before.words),
    ...context.passage.before.units.flatMap((unit) => conditionsIn(unit, context.before.rules)),
  ];
  const items = droppedItems(context.passage, context.before, context.after).filter(
    (item) => !told.some((span) => span[0] < item[1] && item[0] < span[1]),
  );
  return [...found, ...items.map((words) => lossAt('item', context, [words], []))];
}

/** Whether the words of a loss are among the ones that changed. */
function isTouched(passage: Passage, { before, after }: PassageLoss): boolean {
  return (
    before.words.some((span) => touches(passage, span, 'old')) ||
    after.words.some((span) => touches(passage, span, 'new'))
  );
}

const FIRM: ReadonlySet<Operator> = new Set(['oblige', 'finite', 'forbid']);
const SOFT: ReadonlySet<Operator> = new Set(['urge', 'permit', 'recall']);

/** More soft verbs where there were firm ones, whatever else in the sentence still binds: "shall endeavour to". */
function verbLosses(context: PassageContext): PassageLoss[] {
  const { passage } = context;
  const firm = operatorSpans(passage.before.units, FIRM);
  const soft = operatorSpans(passage.after.units, SOFT);
  if (soft.length <= operatorSpans(passage.before.units, SOFT).length) return [];
  const come = soft.filter((span) => touches(passage, span, 'new'));
  if (firm.length === 0 || come.length === 0) return [];
  const gone = firm.filter((span) => touches(passage, span, 'old'));
  const still = operatorSpans(passage.after.units, FIRM);
  const isFewer = firm.length > still.length;
  const weakened = come.filter((span) => still.some((other) => other[1] <= span[0] && span[0] - other[1] <= 2));
  if (!isFewer && weakened.length === 0) return [];
  return [lossAt('verb', context, gone.length > 0 || firm.length > 1 ? gone : firm, isFewer ? come : weakened)];
}

/** Whether a difference lies in some words. */
function touches(passage: Passage, span: Span, side: 'old' | 'new'): boolean {
  const range = wordsWithin(side === 'old' ? passage.before : passage.after, span);
  return range !== undefined && passage.hunks.some((hunk) => hunk[side][0] < range[1] && range[0] < hunk[side][1]);
}

/** A loss with the words on both sides; where one side has none, the words that took their place. */
function lossAt(
  kind: ChangeKind,
  { passage }: PassageContext,
  before: readonly Span[],
  after: readonly Span[],
): PassageLoss {
  const old = before.length > 0 ? before : opposite(passage, after, 'after');
  const now = after.length > 0 ? after : opposite(passage, before, 'before');
  return { kind, before: siteOf(passage.before, old), after: siteOf(passage.after, now) };
}

/** The words of the other side that the difference at some words put there. */
function opposite(passage: Passage, words: readonly Span[], side: 'before' | 'after'): Span[] {
  const row = side === 'before' ? passage.before : passage.after;
  return words.flatMap((span) => {
    const range = wordsWithin(row, span);
    if (!range) return [];
    return passage.hunks.flatMap((hunk) => {
      const own = side === 'before' ? hunk.old : hunk.new;
      const there = side === 'before' ? hunk.new : hunk.old;
      if (own[0] >= range[1] || range[0] >= own[1] || there[0] === there[1]) return [];
      return spansOf(side === 'before' ? passage.after : passage.before, there[0], there[1]);
    });
  });
}

/** The site of a row: the clause in which the words stand, with all its sentences in the row. */
export function siteOf(row: WordRow, words: readonly Span[]): Site {
  const first = words[0];
  const home =
    (first && row.units.find((unit) => unit.span[0] <= first[0] && first[1] <= unit.span[1])) ?? (row.units[0] as Unit);
  const inClause = row.units.filter((unit) => unit.clause === home.clause);
  const span: Span = [inClause[0]?.span[0] ?? home.span[0], inClause.at(-1)?.span[1] ?? home.span[1]];
  return { clause: home.clause, span, words: words.filter((word) => span[0] <= word[0] && word[1] <= span[1]) };
}

interface SitedLimit extends TimeLimit {
  readonly at: Span;
}

function timeLosses(context: PassageContext): PassageLoss[] {
  const { passage } = context;
  const old = limitsOf(passage.before, context.before);
  const now = limitsOf(passage.after, context.after);
  const gone = withoutEqual(old, now);
  const fresh = withoutEqual(now, old);
  const losses: PassageLoss[] = [];
  for (const limit of gone) {
    const at = fresh.findIndex((other) => other.kind === limit.kind || (isMoment(other) && isMoment(limit)));
    const other = fresh[at];
    if (!other) {
      losses.push(lossAt('time', context, [limit.at], []));
      continue;
    }
    fresh.splice(at, 1);
    if (other.kind !== limit.kind) continue;
    if (isLater(limit, other)) losses.push(lossAt('deadline', context, [limit.at], [other.at]));
  }
  if (old.length > 0 || now.length > 0) return losses;
  return slotLoss(context, 'time');
}

function isMoment(limit: TimeLimit): boolean {
  return limit.kind === 'limit' || limit.kind === 'date';
}

function limitsOf(row: WordRow, details: ReviewDetails): SitedLimit[] {
  return row.units.flatMap((unit) =>
    details.rules.pack.time.find(details.source.text.slice(unit.span[0], unit.span[1])).map((limit) => ({
      ...limit,
      at: [unit.span[0] + limit.span[0], unit.span[0] + limit.span[1]] as const,
    })),
  );
}

function withoutEqual(limits: readonly SitedLimit[], others: readonly SitedLimit[]): SitedLimit[] {
  const left = [...others];
  return limits.filter((limit) => {
    const at = left.findIndex((other) => other.kind === limit.kind && other.value === limit.value);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function slotLoss(context: PassageContext, slot: 'time' | 'mechanism' | 'consequence'): PassageLoss[] {
  const before = operatorSpans(context.passage.before.units, slot);
  if (before.length === 0 || operatorSpans(context.passage.after.units, slot).length > 0) return [];
  // Other words in the same place may say the same in a way that the vocabulary does not know.
  const { passage } = context;
  const isReplaced = slot === 'mechanism' && opposite(passage, before, 'before').length > 0;
  return isReplaced ? [] : [lossAt(slot, context, before, [])];
}

function addresseeLosses(context: PassageContext): PassageLoss[] {
  const { passage, before, after } = context;
  const old = firstAddressee(passage.before, before);
  const now = firstAddressee(passage.after, after);
  if (!old) return [];
  if (now) {
    if (old.withAffiliates && !now.withAffiliates) {
      const gone = passage.hunks
        .filter((hunk) =>
          spansOf(passage.before, ...hunk.old).some((span) =>
            old.words.some((word) => word[0] < span[1] && span[0] < word[1]),
          ),
        )
        .flatMap((hunk) => spansOf(passage.before, ...hunk.old));
      return [lossAt('addressee', context, gone, [])];
    }
    if (!old.isEverybody || now.isEverybody || now.words.length === 0) return [];
    return [lossAt('addressee', context, changedOf(passage, old.words, 'old'), changedOf(passage, now.words, 'new'))];
  }
  if (context.inheritsBearer || stillNames(passage.after, old, context)) return [];
  const there = opposite(passage, old.words, 'before');
  const subject = there.filter((span) => isName(after.source.text.slice(span[0], span[1])));
  if (subject.length === 0) return [lossAt('bearer', context, old.words, [])];
  const widens = subject.some((span) => speaksOfEverybody(after.source.text, span, after.rules));
  return old.isEverybody && !widens ? [lossAt('addressee', context, old.words, subject)] : [];
}

/** Of several words those that changed. */
function changedOf(passage: Passage, words: readonly Span[], side: 'old' | 'new'): readonly Span[] {
  return words.filter((span) => touches(passage, span, side));
}

/** Whether the same words stand in another part of the sentence: "shall be ensured by the Parties". */
function stillNames(row: WordRow, old: Addressee, { before, after }: PassageContext): boolean {
  const wordsOf = (text: string, span: Span) => text.slice(span[0], span[1]).replace(/\s+/g, ' ').toLowerCase();
  const known = new Set(old.words.map((span) => wordsOf(before.source.text, span)));
  return operatorSpans(row.units, 'bearer').some((span) => known.has(wordsOf(after.source.text, span)));
}

/** Whether words put in the place of a subject name somebody: the capital of a sentence's first word tells nothing. */
function isName(words: string): boolean {
  return /(?<=\s)\p{Lu}\p{L}/u.test(words);
}

function firstAddressee(row: WordRow, details: ReviewDetails): Addressee | undefined {
  const all = row.units
    .map((unit) => addresseeOf(unit, details.source.text, details.rules))
    .filter((addressee) => addressee !== undefined);
  const [first] = all;
  if (!first) return undefined;
  return {
    words: first.words,
    isEverybody: all.some((addressee) => addressee.isEverybody),
    withAffiliates: all.some((addressee) => addressee.withAffiliates),
  };
}

/** Words that weaken by being there: more of them after than before. */
function added(
  context: PassageContext,
  kind: 'qualifier' | 'condition',
  find: (units: readonly Unit[], details: ReviewDetails) => Span[],
): PassageLoss[] {
  const before = find(context.passage.before.units, context.before);
  const after = find(context.passage.after.units, context.after);
  if (after.length <= before.length) return [];
  const fresh = after.filter((span) => touches(context.passage, span, 'new'));
  return fresh.length === 0 ? [] : [lossAt(kind, context, [], fresh)];
}

function operatorSpans(units: readonly Unit[], operator: Operator | ReadonlySet<Operator>): Span[] {
  const isWanted = (found: Operator) => (typeof operator === 'string' ? found === operator : operator.has(found));
  return units.flatMap((unit) => {
    const { scan } = unit.clause.reading;
    if (!scan) return [];
    return operatorsOf(scan, unit.scanWords[0], unit.scanWords[1])
      .filter((found) => isWanted(found.operator))
      .map((found) => spanOfWords(unit.clause, found));
  });
}

/** Verbs of a sentence that bind. */
export function firmVerbsIn(unit: Unit): Span[] {
  return operatorSpans([unit], FIRM);
}

/** Verbs of a sentence that ask, allow or recall. */
export function softVerbsIn(unit: Unit): Span[] {
  return operatorSpans([unit], SOFT);
}

/** Words of a sentence that leave room to avoid the duty. */
export function qualifiersIn(unit: Unit): Span[] {
  return operatorSpans([unit], 'escape');
}

/** Words of a sentence that make an exception, a condition or a reservation. */
export function conditionsIn(unit: Unit, rules: CompiledRules): Span[] {
  const ids = new Set(CONDITIONS.map((concept) => rules.pack.automaton.idOf(concept)));
  return (unit.clause.reading.scan?.concepts ?? [])
    .filter((found) => ids.has(found.concept) && found.first >= unit.scanWords[0] && found.last < unit.scanWords[1])
    .map((found) => spanOfWords(unit.clause, found));
}

/** How many of a bracket's words must have stood there before without brackets. */
const KNOWN_SHARE = 0.6;

/** Words that were agreed and are in brackets now. */
function bracketLosses(context: PassageContext): PassageLoss[] {
  const { passage } = context;
  const contestedBefore = contestedWords(passage.before, context.before);
  const contestedAfter = contestedWords(passage.after, context.after);
  const agreed = new Set<number>();
  for (let at = 0; at < passage.before.words.length; at++)
    if (!contestedBefore.some(([from, to]) => from <= at && at < to)) agreed.add(passage.before.words[at] as number);
  const fresh = contestedAfter.filter(([from, to]) => {
    let known = 0;
    for (let at = from; at < to; at++) if (agreed.has(passage.after.words[at] as number)) known++;
    return known / (to - from) >= KNOWN_SHARE && bears(context, from, to);
  });
  if (fresh.length === 0) return [];
  const spans = fresh.flatMap(([from, to]) => spansOf(passage.after, from, to));
  return [lossAt('brackets', context, [], spans)];
}

function contestedWords(row: WordRow, details: ReviewDetails): (readonly [from: number, to: number])[] {
  return details.brackets.all
    .filter((bracket) => bracket.kind === 'contested' || bracket.kind === 'alternatives')
    .map((bracket) => wordsWithin(row, bracket.span))
    .filter((range) => range !== undefined);
}

const TELLING: ReadonlySet<Operator> = new Set([
  'oblige',
  'finite',
  'forbid',
  'grant',
  'stop',
  'bearer',
  'time',
  'mechanism',
  'consequence',
]);

/** Whether words say something that could be lost: an operator or a concept. */
function bears({ passage }: PassageContext, from: number, to: number): boolean {
  const [first] = spansOf(passage.after, from, to);
  const last = spansOf(passage.after, from, to).at(-1);
  if (!first || !last) return false;
  return passage.after.units.some((unit) => {
    const { scan } = unit.clause.reading;
    if (!scan) return false;
    const inside = (span: Span) => first[0] <= span[0] && span[1] <= last[1];
    return (
      scan.operators.some((found) => TELLING.has(found.operator) && inside(spanOfWords(unit.clause, found))) ||
      scan.concepts.some((found) => inside(spanOfWords(unit.clause, found)))
    );
  });
}

import { rank } from '../assess/coverage.ts';
import { ReportWriter } from '../assess/report-writer.ts';
import { fingerprint } from '../fingerprint.ts';
import type { TopicCoverage } from '../report/report.ts';
import type { Review, ReviewDetails } from '../review.ts';
import { type TopicRule, titleIn } from '../rule/rule.ts';
import { cite } from '../structure/citation.ts';
import { addresseeOf } from './addressee.ts';
import { sentenceOn } from './change-messages.ts';
import { compareTopics, inOrder, judged, severityOfLoss, stateOf, textOf, VERSION_OVERLAP } from './compare-reviews.ts';
import type { Change, Comparison, Effect, TopicState } from './comparison.ts';
import type { ChangeKind, Loss } from './loss.ts';
import { weightOf } from './losses.ts';
import { conditionsIn, firmVerbsIn, qualifiersIn, softVerbsIn } from './passage-losses.ts';
import {
  gatherProvisions,
  hasSlot,
  LOSABLE,
  type LosableSlot,
  PLACES,
  type Place,
  type Provision,
} from './provision.ts';
import { isLater, type TimeLimit } from './time-limit.ts';
import { type Unit, unitsOf, WordTable } from './unit.ts';

export const BASELINE_SCHEMA = 'poclint-baseline-1';

/** Makes the same short text of the same words, from which the words cannot be had again. */
export type Digest = (words: string) => string;

/**
 * What is kept of a draft by those who may not keep the draft: a digest of each clause and what it provides. No word of
 * the text is in it; citations, topics, slots and times are.
 */
export interface Baseline {
  readonly schema: typeof BASELINE_SCHEMA;
  /** Digest of the rules that it was made with. */
  readonly rules: string;
  readonly language: string;
  /** Every clause with words: its digest, and how long it is. */
  readonly clauses: readonly (readonly [digest: string, length: number])[];
  readonly topics: readonly BaselineTopic[];
}

export interface BaselineTopic extends TopicState {
  readonly topic: string;
  readonly provisions: readonly BaselineProvision[];
}

/** What one sentence provides on one topic. */
export interface BaselineProvision {
  readonly clause: string;
  readonly digest: string;
  readonly level: Provision['level'];
  readonly place: Place;
  readonly status: Provision['status'];
  readonly slots: readonly LosableSlot[];
  /** Number of the clause in the draft, from 0. */
  readonly at: number;
  /** How many qualifiers, and exceptions or conditions, the sentence has. */
  readonly qualifiers: number;
  readonly conditions: number;
  /** How many of its verbs bind, and how many ask or allow. */
  readonly firmVerbs: number;
  readonly softVerbs: number;
  /** Whether the sentence names all who sign, and affiliated forces. */
  readonly everybody: boolean;
  readonly affiliates: boolean;
  /** Times in hours (days since 1970 for a date), `null` for one that nobody can check. */
  readonly times: readonly { readonly kind: TimeLimit['kind']; readonly value: number | null }[];
}

/** Makes the baseline of a reviewed draft. Throws a RangeError where the draft could not be judged. */
export function createBaseline(review: Review, rulesDigest: string, digest: Digest): Baseline {
  const { report, details } = judged(review);
  const states = provisionStates(details, digest);
  return {
    schema: BASELINE_SCHEMA,
    rules: rulesDigest,
    language: report.language,
    clauses: clauseDigests(details, digest),
    topics: details.topics.flatMap((topic, index) => {
      const state = stateOf(report.coverage[index] as TopicCoverage);
      if (state.level === 'absent') return [];
      return [{ topic: topic.id, ...state, provisions: (states[index] ?? []).map(({ kept }) => kept) }];
    }),
  };
}

/** As `compareReviews`, from a baseline. It sees levels, slots, places, brackets and times, and no words of the old draft. */
export function compareWithBaseline(
  baseline: Baseline,
  review: Review,
  digest: Digest,
  name = 'baseline',
  locale?: string,
): Comparison {
  const { report, details } = judged(review);
  if (baseline.language !== report.language)
    throw new RangeError(`The drafts are in different languages: ${baseline.language} and ${report.language}.`);
  const overlap = overlapOf(baseline, clauseDigests(details, digest));
  const states = provisionStates(details, digest);
  const known = new Map(baseline.topics.map((topic) => [topic.topic, topic]));
  const writer = new ReportWriter(details.source);
  const changes = details.topics
    .flatMap((topic, index) =>
      topicChanges(
        { id: topic.id, title: titleIn(topic, locale) },
        known.get(topic.id)?.provisions ?? [],
        states[index] ?? [],
        writer,
        locale,
      ),
    )
    .sort((a, b) => inOrder(a.change, b.change, a.at, b.at))
    .map(({ change }) => change);
  const joined = joinTopics(changes, details.topics, locale);
  return {
    old: { path: name, clauses: baseline.clauses.length, isBaseline: true },
    new: { path: report.path, clauses: details.agreement.clauses.length },
    language: report.language,
    overlap: Math.round(overlap * 1000) / 1000,
    areVersions: overlap >= VERSION_OVERLAP,
    topics: compareTopics(
      (topic) => known.get(topic) ?? { level: 'absent', isBracketed: false },
      report,
      details,
      joined,
      locale,
    ),
    changes: joined,
  };
}

interface State {
  readonly kept: BaselineProvision;
  readonly unit: Unit;
  readonly weight: Loss['weight'];
}

function provisionStates(details: ReviewDetails, digest: Digest): State[][] {
  const text = textOf(details);
  const table = new WordTable(text.pack);
  return gatherProvisions(details, new Map()).byTopic.map((list) =>
    list.map((provision) => {
      const units = unitsOf(provision.clause, text, table);
      const unit = units[Math.min(provision.ordinal, units.length - 1)] as Unit;
      const words = text.text.slice(unit.span[0], unit.span[1]);
      const addressee = addresseeOf(unit, text.text, details.rules);
      return {
        unit,
        weight: weightOf(provision),
        kept: {
          clause: cite(provision.clause),
          digest: digest(evened(words)),
          level: provision.level,
          place: provision.place,
          status: provision.status,
          slots: LOSABLE.filter((slot) => hasSlot(provision, slot)),
          at: provision.clause.index,
          qualifiers: qualifiersIn(unit).length,
          conditions: conditionsIn(unit, details.rules).length,
          firmVerbs: firmVerbsIn(unit).length,
          softVerbs: softVerbsIn(unit).length,
          everybody: addressee?.isEverybody ?? false,
          affiliates: addressee?.withAffiliates ?? false,
          times: text.pack.time.find(words).map(({ kind, value }) => ({
            kind,
            value: Number.isFinite(value) ? value : null,
          })),
        },
      };
    }),
  );
}

function clauseDigests({ agreement, source }: ReviewDetails, digest: Digest): [string, number][] {
  return agreement.clauses.flatMap((clause): [string, number][] => {
    const words = evened(source.text.slice(clause.span[0] + clause.reading.textStart, clause.span[1]));
    return words === '' ? [] : [[digest(words), words.length]];
  });
}

function evened(words: string): string {
  return words.replace(/\s+/g, ' ').trim().toLowerCase();
}

function overlapOf(baseline: Baseline, clauses: readonly (readonly [string, number])[]): number {
  const left = new Map<string, number>();
  for (const [digest] of baseline.clauses) left.set(digest, (left.get(digest) ?? 0) + 1);
  let shared = 0;
  let total = 0;
  for (const [digest, length] of clauses) {
    total += length;
    const count = left.get(digest) ?? 0;
    if (count === 0) continue;
    left.set(digest, count - 1);
    shared += length;
  }
  const before = baseline.clauses.reduce((sum, [, length]) => sum + length, 0);
  const shorter = Math.min(total, before);
  return shorter === 0 ? 0 : Math.min(1, shared / shorter);
}

/** A change with the number of the old clause, which says where it belongs among those without a new one. */
interface PlacedChange {
  readonly change: Change;
  readonly at: number;
}

interface Topic {
  readonly id: string;
  readonly title: string;
}

function topicChanges(
  topic: Topic,
  old: readonly BaselineProvision[],
  now: readonly State[],
  writer: ReportWriter,
  locale: string | undefined,
): PlacedChange[] {
  const changes: PlacedChange[] = [];
  const say = (kind: ChangeKind, effect: Effect, weight: Loss['weight'], before?: BaselineProvision, after?: State) => {
    const isLoss = effect === 'lost' || effect === 'weakened';
    const change: Change = {
      kind,
      effect,
      severity: isLoss ? severityOfLoss(weight, effect === 'lost') : 'info',
      message: sentenceOn(
        {
          kind,
          effect,
          titles: [topic.title],
          old: [],
          new: [],
          ...(after && { place: after.kept.place }),
          stays: false,
        },
        locale,
      ),
      topics: [topic.id],
      ...(before && { old: { clause: before.clause, words: [] } }),
      ...(after && {
        new: {
          clause: after.kept.clause,
          span: after.unit.span,
          quote: writer.quote(after.unit.span),
          ...writer.place(after.unit.span[0]),
          words: [],
        },
      }),
      fingerprint: fingerprint(
        'q-weakened-since-previous-draft',
        kind,
        effect,
        topic.id,
        before?.digest ?? '',
        after?.kept.digest ?? '',
      ),
    };
    changes.push({ change, at: before?.at ?? 0 });
  };
  const [first] = [...old].sort((a, b) => rank(b.level) - rank(a.level));
  const [best] = [...now].sort((a, b) => rank(b.kept.level) - rank(a.kept.level));
  if (first && !best) {
    say('topic', 'lost', weightOfKept(first), first);
    return changes;
  }
  if (!first && best) {
    say('topic', 'gained', best.weight, undefined, best);
    return changes;
  }
  const { pairs, gone, come } = pairUp(old, now);
  for (const [before, after] of pairs) {
    if (before.digest === after.kept.digest && sameState(before, after.kept)) continue;
    for (const kind of lossesBetween(before, after.kept)) say(kind, 'weakened', weightOfKept(before), before, after);
    for (const kind of lossesBetween(after.kept, before)) say(kind, 'strengthened', after.weight, before, after);
  }
  for (const before of gone)
    if (
      !isSuperseded(
        before,
        now.map(({ kept }) => kept),
      )
    )
      say('clause', 'weakened', weightOfKept(before), before);
  for (const after of come)
    if (!isSuperseded(after.kept, old)) say('clause', 'strengthened', after.weight, undefined, after);
  return changes;
}

function weightOfKept(provision: BaselineProvision): Loss['weight'] {
  if (provision.level === 'operative') return 'binding';
  return provision.place === 'preamble' ? 'recital' : 'soft';
}

/** The same sentence belongs to itself; of the others the first to the first, in the order of the text. */
function pairUp(
  old: readonly BaselineProvision[],
  now: readonly State[],
): { pairs: [BaselineProvision, State][]; gone: BaselineProvision[]; come: State[] } {
  const pairs: [BaselineProvision, State][] = [];
  const free = [...now];
  const take = (before: BaselineProvision, isPartner: (state: State) => boolean): boolean => {
    const at = free.findIndex(isPartner);
    if (at < 0) return false;
    pairs.push([before, free.splice(at, 1)[0] as State]);
    return true;
  };
  const changed = old.filter((before) => !take(before, ({ kept }) => kept.digest === before.digest));
  const unplaced = changed.filter((before) => !take(before, ({ kept }) => kept.clause === before.clause));
  const gone = unplaced.filter(
    (before) => !take(before, ({ kept }) => (kept.place === 'preamble') === (before.place === 'preamble')),
  );
  return { pairs, gone, come: free };
}

function sameState(a: BaselineProvision, b: BaselineProvision): boolean {
  return a.level === b.level && a.place === b.place && a.status === b.status && a.slots.join() === b.slots.join();
}

/** What `before` has that `after` has not. */
function lossesBetween(before: BaselineProvision, after: BaselineProvision): ChangeKind[] {
  const kinds: ChangeKind[] = [];
  const isFarther = PLACES.indexOf(after.place) < PLACES.indexOf(before.place);
  if (rank(after.level) < rank(before.level)) kinds.push(isFarther && after.place !== 'annex' ? 'place' : 'verb');
  else if (isFarther && after.place === 'annex') kinds.push('place');
  else if (after.firmVerbs < before.firmVerbs && after.softVerbs > before.softVerbs) kinds.push('verb');
  if (before.place === 'preamble' || after.place === 'preamble') return kinds;
  if (before.status === 'agreed' && after.status === 'bracketed') kinds.push('brackets');
  if (after.qualifiers > before.qualifiers) kinds.push('qualifier');
  if (after.conditions > before.conditions) kinds.push('condition');
  if (
    (before.everybody && !after.everybody && after.slots.includes('bearer')) ||
    (before.affiliates && !after.affiliates)
  )
    kinds.push('addressee');
  const isLess = before.times.length > after.times.length;
  if (
    before.times.length === after.times.length &&
    before.times.some((time, at) => isLater(limit(time), limit(after.times[at])))
  )
    kinds.push('deadline');
  for (const slot of before.slots) if (!after.slots.includes(slot) && slot !== 'time') kinds.push(slot);
  if (isLess || (before.slots.includes('time') && !after.slots.includes('time'))) kinds.push('time');
  return kinds;
}

function limit(time: BaselineProvision['times'][number] | undefined): TimeLimit {
  return { kind: time?.kind ?? 'limit', value: time?.value ?? Number.POSITIVE_INFINITY, span: [0, 0] };
}

function isSuperseded(provision: BaselineProvision, there: readonly BaselineProvision[]): boolean {
  const firm = there.filter(
    (other) =>
      rank(other.level) >= rank(provision.level) &&
      PLACES.indexOf(other.place) >= PLACES.indexOf(provision.place) &&
      (other.status !== 'bracketed' || provision.status === 'bracketed'),
  );
  return firm.length > 0 && provision.slots.every((slot) => firm.some((other) => other.slots.includes(slot)));
}

/** Changes of one kind in one clause are one change on several topics. */
function joinTopics(changes: readonly Change[], topics: readonly TopicRule[], locale: string | undefined): Change[] {
  const titles = new Map(topics.map((topic) => [topic.id, titleIn(topic, locale)]));
  const joined = new Map<string, Change>();
  for (const change of changes) {
    const key = [change.kind, change.effect, change.severity, change.old?.clause, change.new?.span?.join()].join('|');
    const known = joined.get(key);
    if (!known || (change.kind === 'topic' && !change.old && !change.new))
      joined.set(known ? `${key}|${change.topics.join()}` : key, change);
    else {
      const all = [...known.topics, ...change.topics];
      const { kind, effect } = change;
      const names = all.map((topic) => titles.get(topic) ?? topic);
      const message = sentenceOn({ kind, effect, titles: names, old: [], new: [], stays: false }, locale);
      joined.set(key, { ...known, topics: all, ...((kind === 'topic' || kind === 'clause') && { message }) });
    }
  }
  return [...joined.values()];
}

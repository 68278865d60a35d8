import { type AgreementType, type Evidence, LEVELS, type Level, type Slots, type TopicCoverage } from '@poclint/core';
import { yearOf } from '../document-year.ts';
import { type ReviewedText, readReviewedTexts } from '../record.ts';
import { Likeness } from './likeness.ts';

/** How another agreement worded a protection. */
export interface Precedent {
  /** The agreement's id in the archive. */
  readonly id: string;
  readonly title: string;
  /** As the archive has it; empty where it does not say. */
  readonly date: string;
  readonly country: string;
  readonly type: AgreementType;
  readonly language: string;
  /** The clause as a lawyer cites it. */
  readonly clause: string;
  /** The clause's words, or only those that are evidence where the archive kept no text. */
  readonly words: string;
  readonly level: Exclude<Level, 'absent'>;
  readonly location: Evidence['location'];
  readonly status: Evidence['status'];
  /** What the agreement says on the topic besides its subject: who, to whom, by when … */
  readonly slots: readonly (keyof Slots)[];
  /** From 0 to 1, in hundredths; present where a clause was given to compare with. */
  readonly likeness?: number;
  /** Other clauses of the agreement on the topic. */
  readonly also: readonly string[];
}

/** Which precedents are wanted. */
export interface PrecedentQuery {
  /** The topic's id. */
  readonly topic: string;
  readonly type?: AgreementType;
  readonly language?: string;
  /** The least level; `hortatory` unless said. */
  readonly level?: Exclude<Level, 'absent'>;
  /** The first year. Agreements whose year is not known are left out where it is given. */
  readonly since?: number;
  /** A clause that precedents should be like. */
  readonly similarTo?: string;
  /** Agreements of this type come before others that are equally good. */
  readonly preferredType?: AgreementType;
  readonly limit: number;
}

export interface Precedents {
  /** Best first, at most as many as asked for. */
  readonly best: readonly Precedent[];
  /** How many agreements there are that fit. */
  readonly found: number;
}

const SLOTS = ['bearer', 'obligation', 'protected', 'act', 'mechanism', 'time', 'consequence'] as const;
const STATUSES = ['agreed', 'bracketed', 'inserted'] as const satisfies readonly Evidence['status'][];
/** What perfect likeness counts, where each of the seven slots counts one. */
const LIKENESS_WEIGHT = 10;
const MOST_WORDS = 700;

/**
 * How the agreements of a reviewed archive worded a protection, best first: for commands and editors that suggest wording.
 *
 * @param folder - what `poclint review --out` wrote
 * @throws UsageError where it holds no whole review
 */
export function precedentsIn(folder: string, query: PrecedentQuery): Promise<Precedents> {
  return findPrecedents(readReviewedTexts(folder), query);
}

/**
 * Finds how the agreements of an archive worded a protection: of each the best clause, the best agreements first. Records pass
 * through one by one; no more are held than asked for.
 *
 * The order, in which the first difference decides:
 * 1. level: what binds before what urges, before what mentions;
 * 2. outside the preamble before in it, and agreed before in brackets or tracked;
 * 3. points: one for each slot that the agreement fills on the topic, and with `similarTo` up to ten for likeness;
 * 4. agreements of the preferred type;
 * 5. the later year;
 * 6. title, then id.
 */
export async function findPrecedents(
  records: AsyncIterable<ReviewedText> | Iterable<ReviewedText>,
  query: PrecedentQuery,
): Promise<Precedents> {
  const ranking = new Ranking(query);
  for await (const reviewed of records) ranking.add(reviewed);
  return ranking.precedents;
}

/**
 * As `precedentsIn` for every topic that the archive covers, by its id, in one pass: for editors, whose next question is
 * on another topic.
 *
 * @throws UsageError where the folder holds no whole review
 */
export async function precedentsByTopic(
  folder: string,
  query: Omit<PrecedentQuery, 'topic'>,
): Promise<ReadonlyMap<string, Precedents>> {
  const rankings = new Map<string, Ranking>();
  for await (const reviewed of readReviewedTexts(folder)) {
    const { record } = reviewed;
    if (record.status === 'unreadable') continue;
    for (const { topic, evidence } of record.coverage) {
      if (evidence.length === 0) continue;
      const ranking = rankings.get(topic) ?? new Ranking({ ...query, topic });
      rankings.set(topic, ranking);
      ranking.add(reviewed);
    }
  }
  return new Map(
    [...rankings].map(([topic, { precedents }]) => [topic, precedents] as const).filter(([, { found }]) => found > 0),
  );
}

/** The best of the records that pass through; no more are held than asked for. */
class Ranking {
  private readonly query: PrecedentQuery;
  private readonly likeness: Likeness | undefined;
  private readonly compare: (a: Ranked, b: Ranked) => number;
  private best: Ranked[] = [];
  private found = 0;

  constructor(query: PrecedentQuery) {
    this.query = query;
    this.likeness = query.similarTo === undefined ? undefined : new Likeness(query.similarTo);
    this.compare = byRank(query);
  }

  add(reviewed: ReviewedText): void {
    const ranked = bestOf(reviewed, this.query, this.likeness);
    if (!ranked) return;
    this.found++;
    this.best.push(ranked);
    if (this.best.length >= 4 * this.query.limit + 16) this.keepBest();
  }

  get precedents(): Precedents {
    this.keepBest();
    return { best: this.best.map(({ precedent }) => precedent), found: this.found };
  }

  private keepBest(): void {
    this.best = this.best.sort(this.compare).slice(0, this.query.limit);
  }
}

interface Ranked {
  readonly precedent: Precedent;
  readonly points: number;
  readonly year: number;
}

/** The record's best clause on the topic, where it fits the query. */
function bestOf(
  { record, text }: ReviewedText,
  query: PrecedentQuery,
  likeness: Likeness | undefined,
): Ranked | undefined {
  const { meta } = record;
  if (record.status === 'unreadable') return undefined;
  const year = yearOf(record);
  if (query.type !== undefined && record.type.value !== query.type) return undefined;
  if (query.language !== undefined && record.language !== query.language) return undefined;
  if (query.since !== undefined && year < query.since) return undefined;
  const coverage = record.coverage.find(({ topic }) => topic === query.topic);
  const least = LEVELS.indexOf(query.level ?? 'hortatory');
  const evidence = (coverage?.evidence ?? []).filter(({ level }) => LEVELS.indexOf(level) >= least);
  if (!coverage || evidence.length === 0) return undefined;
  const candidates = evidence
    .map((piece) => {
      const words = wordsOf(piece, text);
      return { piece, words, likeness: likeness ? Math.round(100 * likeness.to(words)) / 100 : 0 };
    })
    .sort((a, b) => byStanding(a.piece, b.piece) || b.likeness - a.likeness || a.piece.span[0] - b.piece.span[0]);
  const [first] = candidates as [(typeof candidates)[number]];
  const slots = filledSlots(coverage);
  const also = [...new Set(candidates.map(({ piece }) => piece.clause))].filter(
    (clause) => clause !== first.piece.clause,
  );
  return {
    points: slots.length + LIKENESS_WEIGHT * first.likeness,
    year,
    precedent: {
      id: record.id,
      title: record.title,
      date: meta.date ?? meta.year ?? '',
      country: meta.country ?? '',
      type: record.type.value,
      language: record.language,
      clause: first.piece.clause,
      words: first.words,
      level: first.piece.level,
      location: first.piece.location,
      status: first.piece.status,
      slots,
      ...(likeness && { likeness: first.likeness }),
      also,
    },
  };
}

function filledSlots({ slots }: TopicCoverage): readonly (keyof Slots)[] {
  return SLOTS.filter((slot) => slots[slot]);
}

type Standing = Pick<Evidence, 'level' | 'location' | 'status'>;

function byStanding(a: Standing, b: Standing): number {
  return (
    LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) ||
    Number(a.location === 'preamble') - Number(b.location === 'preamble') ||
    STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status)
  );
}

function byRank({ preferredType }: PrecedentQuery): (a: Ranked, b: Ranked) => number {
  const preferred = ({ precedent }: Ranked) => Number(precedent.type === preferredType);
  return (a, b) =>
    byStanding(a.precedent, b.precedent) ||
    // Compared in whole hundredths: sums of fractions must not depend on rounding.
    Math.round(100 * b.points) - Math.round(100 * a.points) ||
    preferred(b) - preferred(a) ||
    b.year - a.year ||
    byCharacters(a.precedent.title, b.precedent.title) ||
    byCharacters(a.precedent.id, b.precedent.id);
}

function byCharacters(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The line of the text in which a piece of evidence stands, cut around it where it is very long; else the evidence's words. */
function wordsOf({ span: [start, end], quote }: Evidence, text: string | undefined): string {
  if (text === undefined || end > text.length || start >= end) return quote;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next;
  if (to - from <= MOST_WORDS) return text.slice(from, to).trim();
  const room = Math.max(0, Math.floor((MOST_WORDS - (end - start)) / 2));
  // Cut between words, which a white space tells.
  const left = start - room <= from ? from : text.indexOf(' ', start - room) + 1;
  const right = end + room >= to ? to : text.lastIndexOf(' ', end + room);
  const [first, last] = [Math.min(left, start), Math.max(right, end)];
  return `${first > from ? '… ' : ''}${text.slice(first, last).trim()}${last < to ? ' …' : ''}`;
}

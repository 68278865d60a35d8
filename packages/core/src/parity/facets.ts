import { groupByClause, type PlacedEvidence, rank, spanOf as spanOfPiece } from '../assess/coverage.ts';
import type { TimeLimit } from '../compare/time-limit.ts';
import { binds, type Operator, obliges } from '../language/language-data.ts';
import { Slot } from '../match/clause-evidence.ts';
import type { Level } from '../report/report.ts';
import type { ReviewDetails } from '../review.ts';
import type { Span } from '../span.ts';
import type { Clause } from '../structure/agreement.ts';
import { digits } from '../structure/labels.ts';

/** What a clause says that every language version must say alike. */
export interface Facets {
  readonly clause: Clause;
  /** Concepts of the vocabulary in its words. */
  readonly concepts: ReadonlySet<number>;
  /** Where they stand, in the Source. */
  readonly sites: readonly { readonly concept: number; readonly span: Span }[];
  /** By topic: how firmly, and whether somebody is bound. */
  readonly topics: ReadonlyMap<
    number,
    { readonly level: Level; readonly bearer: boolean; readonly spans: readonly Span[] }
  >;
  readonly force: Force;
  /** Whether it binds by prohibiting only: then whoever signs is bound, named or not. */
  readonly prohibits: boolean;
  /** The words that govern it, in the Source. */
  readonly governing: readonly Span[];
  readonly bearers: readonly Span[];
  /** Whether the clauses that introduce it name who is bound. */
  readonly inheritsBearer: boolean;
  readonly times: readonly TimeLimit[];
  readonly figures: readonly Figure[];
  readonly escapes: readonly Span[];
  /** Brackets that hold words or a blank, in the Source. */
  readonly brackets: readonly Span[];
  readonly length: number;
}

/** How firmly the words of a clause bind by their operators alone. */
export type Force = 'binding' | 'soft' | 'none';

export interface Figure {
  readonly value: number;
  readonly span: Span;
}

const SOFT: ReadonlySet<Operator> = new Set(['urge', 'permit', 'deplore', 'recall']);

/** The facets of all clauses that have words of their own, in the order of the text. */
export function facetsOf(details: ReviewDetails): Facets[] {
  const evidence = groupByClause(details.evidence, details.agreement);
  const brackets = details.brackets.all
    .filter((bracket) => bracket.kind !== 'editorial')
    .map((bracket) => bracket.span);
  let next = 0;
  const facets: Facets[] = [];
  for (const clause of details.agreement.clauses) {
    if (clause.kind === 'aside' || clause.kind === 'signature' || clause.reading.isBare) continue;
    while (next < brackets.length && (brackets[next] as Span)[1] <= clause.span[0]) next++;
    const own: Span[] = [];
    for (let at = next; at < brackets.length && (brackets[at] as Span)[0] < clause.span[1]; at++)
      own.push(brackets[at] as Span);
    facets.push(facetsOfClause(clause, details, evidence.of(clause) ?? [], own));
  }
  return facets;
}

function facetsOfClause(
  clause: Clause,
  details: ReviewDetails,
  evidence: readonly PlacedEvidence[],
  brackets: readonly Span[],
): Facets {
  const { scan, textStart } = clause.reading;
  const start = clause.span[0] + textStart;
  const text = details.source.text.slice(start, clause.span[1]);
  const spanOf = (word: { readonly first: number; readonly last: number }): Span => [
    clause.span[0] + (scan?.start[word.first] ?? 0),
    clause.span[0] + (scan?.end[word.last] ?? 0),
  ];
  const operators = scan?.operators ?? [];
  const times = details.rules.pack.time.find(text).map((time) => ({ ...time, span: moved(time.span, start) }));
  return {
    clause,
    concepts: new Set(scan?.concepts.map((found) => found.concept) ?? []),
    sites: scan?.concepts.map((found) => ({ concept: found.concept, span: spanOf(found) })) ?? [],
    topics: topicsOf(evidence),
    force: forceOf(operators.map((found) => found.operator)),
    prohibits:
      operators.some((found) => found.operator === 'forbid') && !operators.some((found) => obliges(found.operator)),
    governing: operators.filter((found) => binds(found.operator) || SOFT.has(found.operator)).map(spanOf),
    bearers: operators.filter((found) => found.operator === 'bearer').map(spanOf),
    inheritsBearer: clause.setting.bearer,
    times,
    figures: figuresIn(text, start, times),
    escapes: operators.filter((found) => found.operator === 'escape').map(spanOf),
    brackets,
    length: text.trim().length,
  };
}

function moved(span: Span, by: number): Span {
  return [span[0] + by, span[1] + by];
}

function topicsOf(evidence: readonly PlacedEvidence[]): Facets['topics'] {
  const topics = new Map<number, { level: Level; bearer: boolean; spans: Span[] }>();
  for (const piece of evidence) {
    const span = spanOfPiece(piece);
    const bearer = (piece.slots & Slot.bearer) !== 0;
    const known = topics.get(piece.topic);
    if (!known) topics.set(piece.topic, { level: piece.level, bearer, spans: [span] });
    else {
      known.spans.push(span);
      known.bearer ||= bearer;
      if (rank(piece.level) > rank(known.level)) known.level = piece.level;
    }
  }
  return topics;
}

function forceOf(operators: readonly Operator[]): Force {
  // "shall endeavour to" holds a firm word and a soft one: the soft one is what it comes to.
  if (operators.includes('urge')) return 'soft';
  if (operators.some(binds)) return 'binding';
  return operators.some((operator) => SOFT.has(operator)) ? 'soft' : 'none';
}

const FIGURE = /\p{Nd}+(?:[.,\u00a0\u202f ]\p{Nd}{3})*/gu;

/** Figures outside times, and outside references to resolutions, years and divisions that the versions write alike or not at all. */
function figuresIn(text: string, start: number, times: readonly TimeLimit[]): Figure[] {
  const found: Figure[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const span: Span = [start + match.index, start + match.index + match[0].length];
    if (times.some((time) => time.span[0] < span[1] && span[0] < time.span[1])) continue;
    const value = digits(match[0].replace(/[.,\u00a0\u202f ]/g, ''));
    if (!Number.isNaN(value)) found.push({ value, span });
  }
  return found;
}

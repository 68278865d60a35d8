import { type PlacedEvidence, rank } from '../assess/coverage.ts';
import { clauseEvidence, Slot } from '../match/clause-evidence.ts';
import type { ReviewDetails } from '../review.ts';
import type { Span } from '../span.ts';
import type { Clause } from '../structure/agreement.ts';
import type { BlockReading } from '../structure/block-reading.ts';
import { buildAgreement } from '../structure/build-agreement.ts';
import { type Correction, readCorrected } from './spelling.ts';

/** What one sentence of a draft provides on one topic. */
export interface Provision {
  readonly topic: number;
  readonly clause: Clause;
  /** The clause with its misspellings put right; the clause itself where there are none. */
  readonly read: Clause;
  /** Which sentence of the clause, from 0. */
  readonly ordinal: number;
  readonly level: PlacedEvidence['level'];
  readonly status: PlacedEvidence['status'];
  readonly slots: number;
  readonly operator: PlacedEvidence['operator'];
  readonly place: Place;
  /** In the Source: the words that are the evidence, or the clause where it was read with corrections. */
  readonly span: Span;
}

/** Where words stand, by how much they bind there. */
export const PLACES = ['preamble', 'principles', 'annex', 'operative'] as const;
export type Place = (typeof PLACES)[number];

/** The slots that a duty can lose while the topic stays covered. */
export const LOSABLE = ['bearer', 'time', 'mechanism', 'consequence'] as const;
export type LosableSlot = (typeof LOSABLE)[number];

export function hasSlot(provision: Provision, slot: LosableSlot): boolean {
  return (provision.slots & Slot[slot]) !== 0;
}

/** A draft's provisions by topic, in the order of the text. */
export interface Provisions {
  readonly byTopic: readonly (readonly Provision[])[];
  readonly byClause: ReadonlyMap<number, readonly Provision[]>;
}

/** Gathers what a review found, read again where words were misspelled. */
export function gatherProvisions(
  details: ReviewDetails,
  corrections: ReadonlyMap<number, readonly Correction[]>,
): Provisions {
  const evidence = corrections.size === 0 ? details.evidence : evidenceWhenCorrected(details, corrections);
  const byTopic = evidence.map((list) =>
    list
      .filter((piece) => piece.level !== 'mention')
      .map((piece) => provisionOf(piece, details))
      .sort((a, b) => a.clause.index - b.clause.index || a.ordinal - b.ordinal),
  );
  const byClause = new Map<number, Provision[]>();
  for (const list of byTopic) {
    for (const provision of list) {
      const known = byClause.get(provision.clause.index);
      if (known) known.push(provision);
      else byClause.set(provision.clause.index, [provision]);
    }
  }
  return { byTopic, byClause };
}

/** Whether `a` is the weaker of two states of one provision. */
export function isLower(a: Provision, b: Provision): boolean {
  return rank(a.level) < rank(b.level);
}

function provisionOf(piece: PlacedEvidence, details: ReviewDetails): Provision {
  const clause = details.agreement.clauses[piece.clause.index] as Clause;
  const isCorrected = piece.clause !== clause;
  const base = clause.span[0];
  return {
    topic: piece.topic,
    clause,
    read: piece.clause,
    ordinal: ordinalOf(piece),
    level: piece.level,
    status: piece.status,
    slots: piece.slots,
    operator: piece.operator,
    place: placeOf(piece.clause),
    span:
      isCorrected && piece.clause.reading !== clause.reading
        ? clause.span
        : [base + piece.span[0], base + piece.span[1]],
  };
}

function ordinalOf(piece: PlacedEvidence): number {
  const { scan } = piece.clause.reading;
  if (!scan || scan.sentences.length < 2) return 0;
  const middle = (piece.span[0] + piece.span[1]) / 2;
  return Math.max(
    0,
    scan.sentences.findLastIndex((first) => (scan.start[first] as number) <= middle),
  );
}

function placeOf(clause: Clause): Place {
  if (clause.setting.section === 'preamble' || clause.location === 'preamble') return 'preamble';
  if (clause.setting.section === 'principles') return 'principles';
  return clause.location === 'annex' ? 'annex' : 'operative';
}

/** The evidence as it would be without the misspellings. Every clause keeps its number. */
function evidenceWhenCorrected(
  details: ReviewDetails,
  corrections: ReadonlyMap<number, readonly Correction[]>,
): PlacedEvidence[][] {
  const { source, agreement, rules } = details;
  const readings: BlockReading[] = agreement.clauses.map((clause) => {
    const own = corrections.get(clause.index);
    return own ? readCorrected(clause, source.text, own, rules.pack) : clause.reading;
  });
  const corrected = buildAgreement(source.blocks, readings);
  const byTopic: PlacedEvidence[][] = details.evidence.map(() => []);
  const statusOf = new Map<string, PlacedEvidence['status']>();
  for (const list of details.evidence)
    for (const piece of list)
      if (piece.status !== 'agreed') statusOf.set(`${piece.topic}|${piece.clause.index}`, piece.status);
  corrected.clauses.forEach((clause) => {
    const { scan } = clause.reading;
    if (!scan || scan.concepts.length === 0) return;
    for (const piece of clauseEvidence(scan, clause.setting, rules.relations)) {
      const status = statusOf.get(`${piece.topic}|${clause.index}`) ?? 'agreed';
      (byTopic[piece.topic] as PlacedEvidence[]).push({ ...piece, clause, status });
    }
  });
  return byTopic;
}

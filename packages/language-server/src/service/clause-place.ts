import { type Clause, cite, type PlacedEvidence, type Rule, type Span } from '@poclint/core';
import { cite as citeIn } from '@poclint/messages';
import type { DraftReview } from './draft-review.ts';

/** The clause that an offset stands in, or the last one before it. */
export function clauseAt(review: DraftReview, offset: number): Clause | undefined {
  const { clauses } = review.details.agreement;
  let low = 0;
  let high = clauses.length - 1;
  if (high < 0 || offset < (clauses[0] as Clause).span[0]) return undefined;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((clauses[middle] as Clause).span[0] <= offset) low = middle;
    else high = middle - 1;
  }
  return clauses[low];
}

/** A piece of evidence with the place of its topic among the topics. */
export interface TopicPiece {
  readonly topic: number;
  readonly piece: PlacedEvidence;
}

/** The evidence that stands in some clauses, strongest first within a topic. */
export function evidenceIn(review: DraftReview, test: (clause: Clause) => boolean): TopicPiece[] {
  return review.details.evidence.flatMap((list, topic) =>
    list.filter((piece) => test(piece.clause)).map((piece) => ({ topic, piece })),
  );
}

/** A clause as a lawyer cites it, in the language of the editor. */
export function citationOf(clause: Clause, locale: string): string {
  return citeIn(cite(clause), locale);
}

export function ruleOf(review: DraftReview, id: string): Rule | undefined {
  const { topics, wordings } = review.details.rules;
  return topics.find((rule) => rule.id === id) ?? wordings.find((rule) => rule.id === id);
}

export function overlaps(a: Span, b: Span): boolean {
  return a[0] <= b[1] && b[0] <= a[1];
}

import type { Clause, CrossReference, Definition, Span } from '@poclint/core';
import { clauseAt } from './clause-place.ts';
import type { DraftReview } from './draft-review.ts';

/** Where the words at an offset are defined: the division referred to, or the place that gives a term its meaning. */
export function definitionAt(
  review: DraftReview,
  offset: number,
): { readonly from: Span; readonly to: Span } | undefined {
  const reference = referenceAt(review, offset);
  if (reference?.resolved) return { from: reference.span, to: reference.resolved.span };
  const use = termAt(review, offset);
  return use && { from: use.span, to: use.definition.span };
}

/** All places that refer to what stands at an offset: a division, or a defined term. */
export function referencesAt(review: DraftReview, offset: number, withDefinition: boolean): Span[] {
  const use = termAt(review, offset);
  if (use) {
    const { definition } = use;
    return usesOf(review, definition).filter((span) => withDefinition || span[0] !== definition.span[0]);
  }
  const target = referenceAt(review, offset)?.resolved ?? labelledAt(review, offset);
  if (!target) return [];
  const found = review.references.filter(({ resolved }) => resolved === target).map(({ span }) => span);
  return withDefinition ? [target.span, ...found] : found;
}

/** The defined term at an offset, where it can be renamed. */
export function renamableAt(
  review: DraftReview,
  offset: number,
): { readonly span: Span; readonly term: string } | undefined {
  const use = termAt(review, offset);
  return use && { span: use.span, term: use.definition.term };
}

/** The stretches that have to change with a defined term. */
export function renamed(review: DraftReview, offset: number): readonly Span[] {
  const use = termAt(review, offset);
  return use ? usesOf(review, use.definition) : [];
}

function referenceAt(review: DraftReview, offset: number): CrossReference | undefined {
  return review.references.find(({ span }) => span[0] <= offset && offset <= span[1]);
}

interface TermUse {
  readonly definition: Definition;
  readonly span: Span;
}

function termAt(review: DraftReview, offset: number): TermUse | undefined {
  for (const definition of review.definitions) {
    const { term } = definition;
    const from = Math.max(0, offset - term.length);
    const near = review.text.slice(from, offset + term.length);
    for (let at = near.indexOf(term); at >= 0; at = near.indexOf(term, at + 1)) {
      const span: Span = [from + at, from + at + term.length];
      if (span[0] <= offset && offset <= span[1] && isWhole(review.text, span)) return { definition, span };
    }
  }
  return undefined;
}

/** A term is used where it stands word for word, as lawyers write it; in the words of other languages it is not ours to touch. */
function usesOf(review: DraftReview, { term }: Definition): Span[] {
  const found: Span[] = [];
  const { opaque } = review.details.source;
  for (let at = review.text.indexOf(term); at >= 0; at = review.text.indexOf(term, at + term.length)) {
    const span: Span = [at, at + term.length];
    if (isWhole(review.text, span) && !opaque.some(([start, end]) => start < span[1] && span[0] < end))
      found.push(span);
  }
  return found;
}

function isWhole(text: string, [start, end]: Span): boolean {
  return !/[\p{L}\p{N}]/u.test(text[start - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[end] ?? '');
}

function labelledAt(review: DraftReview, offset: number): Clause | undefined {
  const clause = clauseAt(review, offset);
  return clause?.label && offset <= clause.span[0] + Math.max(clause.reading.textStart, 1) ? clause : undefined;
}

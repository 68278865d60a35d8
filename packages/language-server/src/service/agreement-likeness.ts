import type { ReviewDetails } from '@poclint/core';

/** Clauses of protection that bind somebody, in a text that calls itself nothing: fewer may stand in any report. */
const LEAST_CLAUSES = 3;

/**
 * Whether a text looks like an agreement or a draft of one. An editor opens all sorts of texts, and a reader of a manual
 * must not be told that it lacks an article on landmines.
 */
export function looksLikeAgreement(details: ReviewDetails): boolean {
  const { agreement, evidence } = details;
  if (agreement.enacting !== undefined) return true;
  const names = agreement.clauses.some(
    (clause) => (clause.kind === 'title' || clause.index < 3) && (clause.reading.scan?.types.length ?? 0) > 0,
  );
  const articles = agreement.clauses.filter((clause) => clause.label?.style === 'article').length;
  const binding = new Set<number>();
  for (const pieces of evidence)
    for (const piece of pieces) {
      if (piece.level !== 'operative') continue;
      binding.add(piece.clause.index);
      if (binding.size >= LEAST_CLAUSES) return true;
    }
  if (names) return articles > 0 || binding.size > 0;
  return articles >= 2 && binding.size > 0;
}

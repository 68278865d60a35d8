import type { Clause, Span } from '@poclint/core';
import { citationOf } from './clause-place.ts';
import type { DraftReview } from './draft-review.ts';

/** A division of the draft as a lawyer cites it, with those in it. */
export interface Division {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'title' | 'article' | 'clause' | 'item';
  /** From its first word to the last word of what belongs to it. */
  readonly span: Span;
  readonly own: Span;
  readonly children: Division[];
}

const LONGEST_NAME = 70;

export function divisionsOf(review: DraftReview, locale: string): Division[] {
  const { clauses } = review.details.agreement;
  const roots: Division[] = [];
  const made = new Map<Clause, Division & { span: Span }>();
  const ends = endsOf(clauses);
  for (const clause of clauses) {
    if (!isDivision(clause)) continue;
    const start = clause.span[0] + clause.reading.textStart;
    // Spaces may come to be fewer, never more: nothing beyond this is needed.
    const words = review.text
      .slice(start, Math.min(clause.span[1], start + 4 * LONGEST_NAME))
      .replace(/\s+/g, ' ')
      .trim();
    const division = {
      name: (clause.label ? '' : shorten(words)) || citationOf(clause, locale),
      detail: clause.label ? shorten(words) : '',
      kind: kindOf(clause),
      span: [clause.span[0], ends[clause.index] as number] as Span,
      own: clause.span,
      children: [],
    };
    made.set(clause, division);
    const above = parentIn(clause, made);
    (above ? above.children : roots).push(division);
  }
  return roots;
}

/** Stretches of several clauses that can be closed to their first line. */
export function foldsOf(review: DraftReview): Span[] {
  const { clauses } = review.details.agreement;
  const ends = endsOf(clauses);
  return clauses.flatMap((clause): Span[] => {
    const end = ends[clause.index] as number;
    return end > clause.span[1] ? [[clause.span[0], end]] : [];
  });
}

/** For each clause where the last of its divisions ends. */
function endsOf(clauses: readonly Clause[]): number[] {
  const ends = clauses.map((clause) => clause.span[1]);
  // Divisions come after what they belong to, so that going backwards each end is final when its parent takes it over.
  for (let at = clauses.length - 1; at >= 0; at--) {
    const { parent, index } = clauses[at] as Clause;
    if (parent) ends[parent.index] = Math.max(ends[parent.index] as number, ends[index] as number);
  }
  return ends;
}

function isDivision(clause: Clause): boolean {
  if (clause.kind === 'aside' || clause.kind === 'signature') return false;
  return (
    clause.kind === 'title' ||
    clause.kind === 'heading' ||
    (clause.label !== undefined && clause.label.style !== 'bullet')
  );
}

function kindOf(clause: Clause): Division['kind'] {
  if (clause.kind === 'title') return 'title';
  if (clause.kind === 'heading') return 'article';
  return clause.kind === 'item' ? 'item' : 'clause';
}

function parentIn(clause: Clause, made: ReadonlyMap<Clause, Division>): Division | undefined {
  for (let at = clause.parent; at; at = at.parent) {
    const division = made.get(at);
    if (division) return division;
  }
  return undefined;
}

function shorten(words: string): string {
  if (words.length <= LONGEST_NAME) return words;
  const cut = words.lastIndexOf(' ', LONGEST_NAME);
  return `${words.slice(0, cut > 20 ? cut : LONGEST_NAME)} …`;
}

import type { Clause, Span } from '@poclint/core';
import type { DraftReview } from './draft-review.ts';

/** Words that are to come into a draft. An empty span inserts. */
export interface TextChange {
  readonly span: Span;
  readonly text: string;
}

/** A model clause as it is to stand at the place that the review suggests, numbered where its neighbours are. */
export function insertionAt(review: DraftReview, offset: number, clause: string): TextChange {
  const place = review.details.agreement.clauses.findLast((candidate) => candidate.span[1] <= offset);
  const newline = review.text.includes('\r\n') ? '\r\n' : '\n';
  const number = place && nextNumber(review, place);
  if (place && number !== undefined) {
    const text = review.text.slice(place.span[0], place.span[1]);
    const indent = /[ \t]*$/.exec(review.places.lineBefore(place.span[0]))?.[0] ?? '';
    return {
      span: [offset, offset],
      text: `${gapBefore(review, place, newline)}${indent}${labelLike(text, number)}${clause}`,
    };
  }
  return { span: [offset, offset], text: `${newline}${newline}${clause}` };
}

/** The number that follows a clause's own, unless another clause bears it already. */
function nextNumber(review: DraftReview, place: Clause): number | undefined {
  const { label } = place;
  if (!label || label.ordinal === undefined) return undefined;
  if (label.style !== 'digit' && label.style !== 'decimal' && label.style !== 'digit-parenthesis') return undefined;
  const next = label.ordinal + 1;
  const taken = review.details.agreement.clauses.some(
    (other) =>
      other.index > place.index &&
      other.parent === place.parent &&
      other.label?.style === label.style &&
      other.label.ordinal === next,
  );
  return taken ? undefined : next;
}

/** `9.3. ` after `9.2. `, `(4) ` after `(3) `. */
function labelLike(text: string, number: number): string {
  const label = /^\D{0,2}\p{Nd}[\p{Nd}.]*\S{0,2}\s+/u.exec(text)?.[0] ?? `${number}. `;
  const digits = [...label.matchAll(/\p{Nd}+/gu)].at(-1);
  if (!digits) return `${number}. `;
  return label.slice(0, digits.index) + number + label.slice(digits.index + digits[0].length);
}

/** Neighbours that stand on lines of their own keep doing so; where blank lines part them, one parts the new one too. */
function gapBefore(review: DraftReview, place: Clause, newline: string): string {
  const before = review.text.slice(0, place.span[0]);
  return /\r?\n[ \t]*\r?\n[ \t]*$/.test(before.slice(-200)) ? newline + newline : newline;
}

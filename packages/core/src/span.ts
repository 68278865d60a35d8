/**
 * A half-open range of a Source's text, in UTF-16 code units: `[start, end)`.
 * The one notion of place in this project. It is carried from the reader to the
 * report and never searched for again.
 */
export type Span = readonly [start: number, end: number];

/** Whether `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** The same span, moved by `offset` code units. */
export function shift(span: Span, offset: number): Span {
  return [span[0] + offset, span[1] + offset];
}

import type { Segment } from './segments.ts';

/** Segments that share a baseline, from left to right. */
export interface Row {
  readonly baseline: number;
  readonly size: number;
  readonly segments: readonly Segment[];
}

/** In parts of the letter size. */
const SAME_BASELINE = 0.3;

/** The rows of a page or a column, from the top. */
export function rowsOf(segments: readonly Segment[]): Row[] {
  const rows: { baseline: number; size: number; segments: Segment[] }[] = [];
  for (const segment of [...segments].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    if (row && segment.baseline - row.baseline <= SAME_BASELINE * Math.min(row.size, segment.size)) {
      row.segments.push(segment);
      row.size = Math.max(row.size, segment.size);
    } else rows.push({ baseline: segment.baseline, size: segment.size, segments: [segment] });
  }
  for (const row of rows) row.segments.sort((a, b) => a.left - b.left);
  return rows;
}

/** The words of a row in reading order, its parts joined by `separator`. */
export function rowText(row: Row, separator: string): string {
  const texts = row.segments.map((segment) => segment.text);
  return (readsFromRight(row) ? texts.reverse() : texts).join(separator);
}

/** Whether most of a row's letters stand in segments that read from the right. */
export function readsFromRight(row: Row): boolean {
  let letters = 0;
  for (const { text, rightToLeft } of row.segments) letters += rightToLeft ? text.length : -text.length;
  return letters > 0;
}

import { median } from './columns.ts';
import type { Line } from './lines.ts';

/**
 * The habits of a document's typesetting, measured on its own lines: how far lines stand apart,
 * where they end, how large the body is. Edges run in reading direction, so that
 * right-to-left text needs no rules of its own: `start` is always smaller than `end`.
 */
export interface Typography {
  /** The letter size in which most of the words are set. */
  readonly bodySize: number;
  /** The usual distance between the baselines of one paragraph, for lines of this one's size. */
  leading(line: Line): number;
  /** Where the lines of this one's column begin and end. */
  edges(line: Line): Edges;
  /** Whether the first word of `next` would not have fitted behind `line`. */
  fills(line: Line, next: Line): boolean;
  /** Whether the line ends exactly where justified lines end. */
  isJustified(line: Line): boolean;
  isCentred(line: Line): boolean;
  /** By how much first lines are set in, where the draft does so instead of leaving space. */
  readonly firstLineIndent: number | undefined;
}

export interface Edges {
  readonly start: number;
  readonly end: number;
}

export function startOf(line: Line): number {
  return line.rightToLeft ? -line.right : line.left;
}

export function endOf(line: Line): number {
  return line.rightToLeft ? -line.left : line.right;
}

export function measureTypography(pages: readonly (readonly Line[])[]): Typography {
  const lines = pages.flat();
  const bodySize = weightedMode(lines) || 10;
  const leadings = measureLeadings(pages);
  const edgesByColumn = measureEdges(lines, bodySize);
  const leading = (line: Line) => leadings.get(sizeKey(line.size)) ?? 1.2 * line.size;
  const edges = (line: Line): Edges => edgesByColumn.get(columnKey(line)) ?? { start: startOf(line), end: endOf(line) };

  let exact = 0;
  let body = 0;
  for (const line of lines) {
    if (Math.abs(line.size - bodySize) > 0.05 * bodySize) continue;
    body++;
    if (Math.abs(edges(line).end - endOf(line)) < 0.8) exact++;
  }
  const justified = exact > 0.4 * body;

  return {
    bodySize,
    leading,
    edges,
    firstLineIndent: measureIndent(lines, edges, leading),
    fills(line, next) {
      const room = edges(line).end - endOf(line);
      const word = next.text.split(/\s/u, 1)[0] ?? '';
      const share = word.length / Math.max(1, next.text.length);
      return room < share * (next.right - next.left) + 0.4 * line.size;
    },
    isJustified(line) {
      return justified && Math.abs(edges(line).end - endOf(line)) < 0.8;
    },
    isCentred(line) {
      const { start, end } = edges(line);
      const before = startOf(line) - start;
      const after = end - endOf(line);
      return before > 1.2 * line.size && after > 1.2 * line.size && Math.abs(before - after) < 0.06 * (end - start);
    },
  };
}

/** The usual distance of a line from the edge, where the lines before and behind it stand at the edge. */
function measureIndent(
  lines: readonly Line[],
  edges: (line: Line) => Edges,
  leading: (line: Line) => number,
): number | undefined {
  const counts = new Map<number, number>();
  let inside = 0;
  for (let index = 0; index + 1 < lines.length; index++) {
    const [line, next] = [lines[index] as Line, lines[index + 1] as Line];
    if (line.column !== next.column || line.page !== next.page) continue;
    if (next.baseline - line.baseline > 1.2 * leading(line) || Math.abs(line.size - next.size) > 0.5) continue;
    inside++;
    const shift = startOf(line) - edges(line).start;
    if (shift < 0.7 * line.size || shift > 6 * line.size || startOf(next) - edges(next).start > 1) continue;
    const key = Math.round(shift);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  let best: number | undefined;
  for (const [shift, count] of counts) if (count > (counts.get(best ?? Number.NaN) ?? 0)) best = shift;
  return best !== undefined && (counts.get(best) as number) >= Math.max(3, 0.06 * inside) ? best : undefined;
}

function columnKey(line: Line): string {
  return `${line.page}/${line.column}/${line.rightToLeft}`;
}

function sizeKey(size: number): number {
  return Math.round(2 * size);
}

function weightedMode(lines: readonly Line[]): number {
  const weights = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(10 * line.size) / 10;
    weights.set(size, (weights.get(size) ?? 0) + line.text.length);
  }
  let best = 0;
  for (const [size, weight] of weights) if (weight > (weights.get(best) ?? 0)) best = size;
  return best;
}

/**
 * The smallest distance that occurs often enough to be a habit. Neither a mean nor a quantile would do: in some
 * drafts nearly every paragraph is one line long, and most distances are those between paragraphs.
 */
function measureLeadings(pages: readonly (readonly Line[])[]): Map<number, number> {
  const gaps = new Map<number, number[]>();
  for (const lines of pages) {
    for (let index = 1; index < lines.length; index++) {
      const [before, line] = [lines[index - 1] as Line, lines[index] as Line];
      const gap = line.baseline - before.baseline;
      const related = before.column === line.column && sizeKey(before.size) === sizeKey(line.size);
      if (!related || gap < 0.9 * line.size || gap > 3 * line.size) continue;
      const found = gaps.get(sizeKey(line.size));
      if (found) found.push(gap);
      else gaps.set(sizeKey(line.size), [gap]);
    }
  }
  const leadings = new Map<number, number>();
  for (const [key, found] of gaps) {
    found.sort((a, b) => a - b);
    const often = Math.max(Math.min(3, found.length), 0.05 * found.length);
    const habit = found.findIndex(
      (gap, index) => (found[index + Math.ceil(often) - 1] ?? Number.POSITIVE_INFINITY) <= 1.06 * gap,
    );
    leadings.set(key, found[Math.max(habit, 0)] as number);
  }
  return leadings;
}

function measureEdges(lines: readonly Line[], bodySize: number): Map<string, Edges> {
  const columns = new Map<string, Line[]>();
  for (const line of lines) {
    const column = columns.get(columnKey(line));
    if (column) column.push(line);
    else columns.set(columnKey(line), [line]);
  }
  const measured = new Map<string, Edges>();
  for (const [key, column] of columns) {
    const body = column.filter((line) => Math.abs(line.size - bodySize) < 0.06 * bodySize);
    const counted = body.length >= 3 ? body : column;
    const starts = counted.map(startOf).sort((a, b) => a - b);
    const ends = counted.map(endOf).sort((a, b) => a - b);
    const start = starts[Math.floor(0.1 * starts.length)] as number;
    const end = ends[Math.min(ends.length - 1, Math.floor(0.92 * ends.length))] as number;
    measured.set(key, { start, end });
  }
  // A column with a line or two says little about its edge; the document's usual width says more.
  const full = [...columns].filter(([, column]) => column.length >= 8).map(([key]) => measured.get(key) as Edges);
  const usual = median(full.map(({ start, end }) => end - start));
  if (usual === undefined) return measured;
  for (const [key, column] of columns) {
    const edges = measured.get(key) as Edges;
    const narrow = edges.end - edges.start < usual;
    if (column.length < 8 && narrow) {
      const near = full.find(({ start }) => Math.abs(start - edges.start) < 2 * bodySize);
      measured.set(key, near ? { start: near.start, end: Math.max(near.end, edges.end) } : edges);
    }
  }
  return measured;
}

import type { Line } from './lines.ts';
import type { Segment } from './segments.ts';
import type { Typography } from './typography.ts';

/** One cell of a table, with the lines that stand in it. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly lines: readonly Line[];
}

/** Columns of a table begin, or end, within this distance of one another, in parts of the letter size. */
const ALIGNED = 0.6;

/**
 * The table that begins with `paragraphs[at]`: rows of parts that stand under one another, and lines that
 * wrap inside a cell. Undefined where there is none: a single such row is a line with gaps.
 */
export function tableAt(
  paragraphs: readonly (readonly Line[])[],
  at: number,
  typography: Typography,
): { readonly cells: Cell[]; readonly end: number } | undefined {
  const first = rowAt(paragraphs, at);
  if (!first || first.parts.length < 2) return undefined;
  const columns = [...first.parts];
  const cells: { row: number; column: number; lines: Line[] }[] = [];
  let row = -1;
  let end = at;
  let before: Line | undefined;
  for (; end < paragraphs.length; end++) {
    const line = rowAt(paragraphs, end);
    if (!line || line.page !== first.page || line.column !== first.column) break;
    const places = line.parts.map((part) => columns.findIndex((column) => isAligned(column, part)));
    if (places.includes(-1)) break;
    const near = before !== undefined && line.baseline - before.baseline < 1.28 * typography.leading(line);
    const wraps = near && line.parts.length < columns.length && !places.includes(0);
    if (line.parts.length < 2 && !wraps) break;
    if (!wraps) row++;
    line.parts.forEach((part, index) => {
      const column = places[index] as number;
      const above = wraps ? cells.findLast((cell) => cell.row === row && cell.column === column) : undefined;
      if (above) above.lines.push(lineOfPart(line, part));
      else cells.push({ row, column, lines: [lineOfPart(line, part)] });
    });
    before = line;
  }
  if (row < 1) return undefined;
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { cells, end };
}

function rowAt(paragraphs: readonly (readonly Line[])[], index: number): Line | undefined {
  const paragraph = paragraphs[index];
  return paragraph?.length === 1 ? paragraph[0] : undefined;
}

function isAligned(column: Segment, part: Segment): boolean {
  const near = ALIGNED * column.size;
  const middle = (segment: Segment) => (segment.left + segment.right) / 2;
  return (
    Math.abs(column.left - part.left) < near ||
    Math.abs(column.right - part.right) < near ||
    Math.abs(middle(column) - middle(part)) < near
  );
}

function lineOfPart(line: Line, part: Segment): Line {
  return { ...part, page: line.page, column: line.column, parts: [part] };
}

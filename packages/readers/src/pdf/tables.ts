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

/** Lines of one cell stand no farther apart than this, in parts of the usual distance of lines. */
const NEAR = 1.2;
/** Rows are spaced evenly: what stands this much farther below is something else. */
const EVEN = 1.3;
/** The first row stands no farther below the heads of the columns than so many lines. */
const FIRST_ROW = 2.5;
/** What a column leaves empty beside its longest line, in parts of the letter size. */
const COLUMN_GAP = 1.5;

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
  const table = new TableReader(first, typography);
  let end = at;
  while (end < paragraphs.length && table.take(paragraphs[end] as readonly Line[], rowAt(paragraphs, end + 1))) end++;
  const cells = table.finish();
  return cells && { cells, end };
}

class TableReader {
  readonly #first: Line;
  readonly #columns: readonly Segment[];
  readonly #typography: Typography;
  readonly #cells: { row: number; column: number; lines: Line[] }[] = [];
  #row = -1;
  #before: Line | undefined;
  /** What the first column of the row ends with so far, and whether nothing else stands in the row yet. */
  #inFirst: Segment | undefined;
  #isAlone = false;
  #secondStart: number;
  #widest: number | undefined;

  constructor(first: Line, typography: Typography) {
    this.#first = first;
    this.#columns = first.parts;
    this.#typography = typography;
    this.#secondStart = startOf(first.parts[1] as Segment);
  }

  /** Adds the lines of a paragraph; false, and nothing added, where they are not of the table. */
  take(lines: readonly Line[], next: Line | undefined): boolean {
    const [line] = lines as readonly [Line];
    if (lines.length === 1) {
      const place = this.#placeOf(line, next);
      if (place !== undefined) this.#add(line, place);
      return place !== undefined;
    }
    // Lines of a cell that wraps more than once were taken for a paragraph.
    const column = this.#columnOf(line.parts[0] as Segment);
    const fits = lines.every(
      (one) => one.parts.length === 1 && this.#columnOf(one.parts[0] as Segment) === column && this.#isInFirst(one),
    );
    if (!fits || this.#placeOf(line, undefined) !== 'cell') return false;
    for (const one of lines) this.#add(one, 'cell');
    return true;
  }

  /** The cells row by row. Undefined where there is but one row. */
  finish(): Cell[] | undefined {
    if (this.#row < 1) return undefined;
    return this.#cells.sort((a, b) => a.row - b.row || a.column - b.column);
  }

  /** Whether a line begins a row or goes on in the cells of the last one. */
  #placeOf(line: Line, next: Line | undefined): 'row' | 'cell' | undefined {
    if (line.page !== this.#first.page || line.column !== this.#first.column) return undefined;
    // A label stands before the only part: the line is a clause, not a cell.
    if (line.parts.length === 1 && line.text !== line.parts[0]?.text) return undefined;
    const columns = line.parts.map((part) => this.#columnOf(part));
    if (columns.includes(-1) || !this.#isEven(line)) return undefined;
    const near = this.#before !== undefined && this.#isNear(this.#before, line);
    const partial = columns.length < this.#columns.length;
    const part = line.parts[columns.indexOf(0)];
    const goesOn =
      !part || this.#inFirst === undefined || this.#isFull(this.#inFirst, part, line.parts[columns.indexOf(1)]);
    if (near && goesOn && (partial || this.#isAlone) && this.#isInFirst(line)) return 'cell';
    if (columns.length > 1) return 'row';
    return part && next && this.#opensRow(line, part, next) ? 'row' : undefined;
  }

  /** A first cell that is taller than the others, which stand half way down beside it. */
  #opensRow(line: Line, part: Segment, next: Line): boolean {
    const columns = next.parts.map((other) => this.#columnOf(other));
    if (columns.includes(-1) || !columns.some((column) => column > 0)) return false;
    if (!this.#isNear(line, next) || !this.#isInFirst(line)) return false;
    const below = next.parts[columns.indexOf(0)];
    return !below || this.#isFull(part, below, next.parts[columns.indexOf(1)]);
  }

  #add(line: Line, place: 'row' | 'cell'): void {
    const gap = this.#before ? line.baseline - this.#before.baseline : undefined;
    if (gap !== undefined) this.#widest = Math.max(this.#widest ?? 0, gap);
    if (place === 'row') {
      this.#row++;
      this.#inFirst = undefined;
    }
    for (const part of line.parts) {
      const column = this.#columnOf(part);
      const above = this.#cells.findLast((cell) => cell.row === this.#row && cell.column === column);
      if (above) above.lines.push(lineOfPart(line, part));
      else this.#cells.push({ row: this.#row, column, lines: [lineOfPart(line, part)] });
      if (column === 0) this.#inFirst = part;
      if (column === 1) this.#secondStart = Math.min(this.#secondStart, startOf(part));
    }
    const others = this.#cells.some((cell) => cell.row === this.#row && cell.column > 0);
    this.#isAlone = !others;
    this.#before = line;
  }

  #columnOf(part: Segment): number {
    const aligned = this.#columns.findIndex((column) => isAligned(column, part));
    if (aligned >= 0) return aligned;
    const apart = (column: Segment) => Math.abs(middleOf(column) - middleOf(part));
    const [nearest] = this.#columns
      .filter((_, column) => this.#standsIn(column, part))
      .sort((one, other) => apart(one) - apart(other));
    return nearest ? this.#columns.indexOf(nearest) : -1;
  }

  /** Whether a part stands between the heads of the columns beside: heads may be set in the middle, cells at the edge. */
  #standsIn(column: number, part: Segment): boolean {
    const before = this.#columns[column - 1];
    const after = this.#columns[column + 1];
    return (
      (before === undefined || startOf(part) > endOf(before)) && (after === undefined || endOf(part) < startOf(after))
    );
  }

  /** Whether a line that is merely under the heads of the columns is as close as the table's rows are. */
  #isEven(line: Line): boolean {
    if (!this.#before || line.parts.every((part) => this.#columns.some((column) => isAligned(column, part))))
      return true;
    const most = this.#widest === undefined ? FIRST_ROW * this.#typography.leading(line) : EVEN * this.#widest;
    return line.baseline - this.#before.baseline <= most;
  }

  #isNear(above: Line, below: Line): boolean {
    return below.baseline - above.baseline < NEAR * this.#typography.leading(below);
  }

  /** A line of text below the table begins where the first column does, but runs on over the others. */
  #isInFirst(line: Line): boolean {
    const [part] = line.parts;
    if (line.parts.length > 1 || !part || this.#columnOf(part) !== 0) return true;
    return endOf(part) < startOf(this.#columns[1] as Segment);
  }

  /**
   * Whether the first word of `below` had no room left beside `above` in the first column.
   *
   * @param beside - What stands beside `below` in the second column.
   */
  #isFull(above: Segment, below: Segment, beside?: Segment): boolean {
    const room = Math.min(this.#secondStart, beside ? startOf(beside) : Number.POSITIVE_INFINITY) - endOf(above);
    const word = /^\S+/u.exec(below.text)?.[0].length ?? 0;
    const width = (word / Math.max(1, below.text.length)) * (below.right - below.left);
    return room < width + COLUMN_GAP * above.size;
  }
}

/** Where a part begins and ends as it is read: from the right, distances count downwards. */
function startOf(part: Segment): number {
  return part.rightToLeft ? -part.right : part.left;
}

function endOf(part: Segment): number {
  return part.rightToLeft ? -part.left : part.right;
}

function rowAt(paragraphs: readonly (readonly Line[])[], index: number): Line | undefined {
  const paragraph = paragraphs[index];
  return paragraph?.length === 1 ? paragraph[0] : undefined;
}

function isAligned(column: Segment, part: Segment): boolean {
  const near = ALIGNED * column.size;
  return (
    Math.abs(column.left - part.left) < near ||
    Math.abs(column.right - part.right) < near ||
    Math.abs(middleOf(column) - middleOf(part)) < near
  );
}

function middleOf(part: Segment): number {
  return (part.left + part.right) / 2;
}

function lineOfPart(line: Line, part: Segment): Line {
  return { ...part, page: line.page, column: line.column, parts: [part] };
}

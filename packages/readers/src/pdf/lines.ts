import { startsWithLabel } from './clause-labels.ts';
import { type Row, readsFromRight } from './rows.ts';
import type { Reference, Segment, SegmentMark } from './segments.ts';

/** A line of words as a reader takes it in: one row of one column. */
export interface Line {
  readonly page: number;
  /** Counts the columns of a page in reading order; a change means that the eye jumps. */
  readonly column: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly rightToLeft: boolean;
  /** The parts of a row with gaps between them, such as the cells of a table: one for most lines. */
  readonly parts: readonly Segment[];
  readonly references: readonly Reference[];
  readonly marks: readonly SegmentMark[];
  readonly confidence?: number;
}

/** What separates the parts of a row that are not one text. */
const PART_SEPARATOR = '\t';

export function lineOf(row: Row, page: number, column: number): Line {
  const rightToLeft = readsFromRight(row);
  const parts = rightToLeft ? [...row.segments].reverse() : row.segments;
  const separator = isLabelAndText(parts) ? ' ' : PART_SEPARATOR;
  let text = '';
  const references: Reference[] = [];
  const marks: SegmentMark[] = [];
  for (const part of parts) {
    if (text) text += separator;
    const start = text.length;
    references.push(...part.references.map(({ at, mark }) => ({ at: at + start, mark })));
    marks.push(...part.marks.map(({ from, to, ...look }) => ({ from: from + start, to: to + start, ...look })));
    text += part.text;
  }
  const main = parts.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  const confidences = parts.flatMap((part) => part.confidence ?? []);
  return {
    page,
    column,
    text,
    left: Math.min(...parts.map((part) => part.left)),
    right: Math.max(...parts.map((part) => part.right)),
    baseline: main.baseline,
    size: main.size,
    bold: parts.every((part) => part.bold),
    italic: parts.every((part) => part.italic),
    rightToLeft,
    parts: separator === PART_SEPARATOR ? parts : [main],
    references,
    marks,
    ...(confidences.length > 0 && { confidence: Math.min(...confidences) }),
  };
}

/** A gap wider than this part of the letter size is no word space, however a line is stretched. */
const WIDEST_SPACE = 4;

/**
 * Lines whose gaps only come from stretching to the full width, as single lines again. The parts of a table
 * stand under those of a neighbouring line.
 */
export function closeStretchedGaps(lines: readonly Line[]): Line[] {
  return lines.map((line, index) => {
    if (line.parts.length < 2) return line;
    const neighbours = [lines[index - 1], lines[index + 1]];
    if (neighbours.some((other) => other?.column === line.column && sharesPart(line, other))) return line;
    const widest = Math.max(...line.parts.slice(1).map((part, at) => gapBetween(line.parts[at] as Segment, part)));
    if (widest > WIDEST_SPACE * line.size) return line;
    return { ...line, text: line.text.replaceAll(PART_SEPARATOR, ' '), parts: line.parts.slice(0, 1) };
  });
}

function sharesPart(line: Line, other: Line): boolean {
  const near = 0.5 * line.size;
  return line.parts
    .slice(1)
    .some((part) =>
      other.parts
        .slice(1)
        .some((under) => Math.abs(part.left - under.left) < near || Math.abs(part.right - under.right) < near),
    );
}

function gapBetween(a: Segment, b: Segment): number {
  return Math.max(a.left, b.left) - Math.min(a.right, b.right);
}

/** A clause's or a note's label with a tab behind it, and its words. */
function isLabelAndText(parts: readonly Segment[]): boolean {
  const [label, ...rest] = parts;
  if (!label || rest.length !== 1) return false;
  return label.text.length <= 14 && (startsWithLabel(`${label.text} `) || /^\p{Nd}{1,3}$|^$/u.test(label.text));
}

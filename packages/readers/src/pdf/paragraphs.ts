import {
  countsOnInside,
  endsClause,
  isContentsLine,
  isLoneDivision,
  startsWithDivision,
  startsWithLabel,
} from './clause-labels.ts';
import type { Line } from './lines.ts';
import { startOf, type Typography } from './typography.ts';

/** All in parts of the usual distance of lines, or of the letter size. */
const WIDE_GAP = 1.28;
const INDENT = 0.8;
const SAME_SIZE = 0.08;
/** A line that leaves this part of its column empty was ended on purpose. */
const LARGE_ROOM = 0.35;

/** Joins the lines of a text that runs through columns and pages into its paragraphs. */
export function joinLines(lines: readonly Line[], typography: Typography): Line[][] {
  const paragraphs: Line[][] = [];
  for (const line of lines) {
    const current = paragraphs.at(-1);
    if (current && !beginsParagraph(current, line, typography)) current.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

function beginsParagraph(current: readonly Line[], line: Line, typography: Typography): boolean {
  const before = current.at(-1) as Line;
  if (before.parts.length > 1 || line.parts.length > 1) return true;
  if (isContentsLine(before.text) || isContentsLine(line.text)) return true;
  if (Math.abs(before.size - line.size) > SAME_SIZE * Math.max(before.size, line.size)) return true;
  const goesOn = before.page === line.page && before.column === line.column;
  if (goesOn && line.baseline - before.baseline > WIDE_GAP * typography.leading(line)) return true;

  if (isDivided(before) && isContinuation(line)) return false;

  const fills = typography.fills(before, line);
  const ends = endsClause(before.text);
  if (isLoneDivision(before.text) && !fills) return true;
  if (startsWithLabel(line.text) && !isWrapped(current, line, fills)) return true;
  if (before.bold !== line.bold && (!fills || ends)) return true;
  const centred = typography.isCentred(before);
  if (goesOn && centred && typography.isCentred(line)) return false;
  return goesOn
    ? beginsInColumn(current, line, typography, { fills, ends, centred })
    : beginsElsewhere(before, line, typography, { fills, ends });
}

/**
 * Whether a label begins nothing, because it stands in mid-sentence: "…in accordance with" / "Article 5 of the
 * Convention", or because the list that it counts on runs inside the paragraph.
 */
function isWrapped(current: readonly Line[], line: Line, fills: boolean): boolean {
  const before = current.at(-1) as Line;
  if (!fills || before.bold !== line.bold || /^[•●○▪■◦·*]/u.test(line.text)) return false;
  if (countsOnInside(current.map(({ text }) => text).join(' '), line.text)) return true;
  if (endsClause(before.text)) return false;
  return !/[,،]$/u.test(before.text) || (startsWithDivision(line.text) && !isLoneDivision(line.text));
}

/** A word that goes on in the next line. */
function isDivided(line: Line): boolean {
  return /\p{L}[-‐\u00AD]$/u.test(line.text);
}

interface Ending {
  readonly fills: boolean;
  readonly ends: boolean;
  readonly centred?: boolean;
}

function beginsInColumn(
  current: readonly Line[],
  line: Line,
  typography: Typography,
  { fills, ends, centred }: Ending,
): boolean {
  const before = current.at(-1) as Line;
  const { start, end } = typography.edges(line);
  if (!fills) {
    const room = typography.edges(before).end - (before.rightToLeft ? -before.left : before.right);
    if (ends || startsUpper(line) || centred !== typography.isCentred(line)) return true;
    if (room > LARGE_ROOM * (end - start) && !isContinuation(line)) return true;
  }
  const indent = typography.firstLineIndent;
  const fromEdge = startOf(line) - start;
  if (indent !== undefined && Math.abs(fromEdge - indent) < 1.5 && (ends || endsRecital(before))) {
    const inBlock = current.length > 1 && Math.abs(startOf(before) - startOf(line)) < 1.5;
    const afterLabel = current.length === 1 && startsWithLabel(before.text) && startOf(before) < startOf(line) - 1.5;
    if (!inBlock && !afterLabel) return true;
  }
  const shift = startOf(line) - startOf(before);
  const indented = shift > INDENT * line.size && startOf(line) - start < 8 * line.size;
  const hangs = current.length === 1 && startsWithLabel(before.text);
  if (indented && !hangs && (ends || endsRecital(before)) && current.length > 1) return true;
  if (indented && !hangs && ends && startsUpper(line)) return true;
  return shift < -INDENT * line.size && current.length > 1 && (ends || endsRecital(before));
}

/** At a new page or column no distance tells; the end of the line before and the convention do. */
function beginsElsewhere(before: Line, line: Line, typography: Typography, { fills, ends }: Ending): boolean {
  if (isContinuation(line)) return false;
  if (!ends) return !fills && startsUpper(line);
  if (!fills) return true;
  const indented = startOf(line) - typography.edges(line).start > INDENT * line.size;
  return indented || !typography.isJustified(before);
}

function startsUpper(line: Line): boolean {
  return /^["“«'‘([]*\p{Lu}/u.test(line.text);
}

function isContinuation(line: Line): boolean {
  return /^["“«'‘([]*\p{Ll}/u.test(line.text);
}

/** Recitals end with a comma. */
function endsRecital(line: Line): boolean {
  return /[,،]$/u.test(line.text);
}

import type { ClearedPage } from './furniture.ts';
import { closeStretchedGaps, type Line, lineOf } from './lines.ts';
import { areParallel, unfoldParallel } from './parallel-columns.ts';
import { rowsOf } from './rows.ts';
import type { Segment } from './segments.ts';

/** A side of a gutter needs this many segments to be taken for a column, where nothing else tells. */
const FEWEST_SEGMENTS = 5;
/** Words that cross a gutter may be this share of the page: titles, a passage over the full width. */
const MOST_CROSSING = 0.3;
/** Lines of prose fill more of their column than this; the cells of a table do not. */
const PROSE_WIDTH = 0.55;
const STEP = 2;
/** How far a segment may reach over a gutter. */
const OVERHANG = 2;

/** The lines of the pages in reading order. */
export function readColumns(pages: readonly ClearedPage[]): Line[][] {
  const found = pages.map((page) => findGutter(page.segments, FEWEST_SEGMENTS));
  const usual = median(found.filter((gutter) => gutter !== undefined));
  const gutters = pages.map(
    (page, index) => found[index] ?? (usual === undefined ? undefined : acceptUsual(page.segments, usual)),
  );
  const whole = (page: ClearedPage, gutter?: number) => closeStretchedGaps(orderLines(page, gutter));
  const divided = pages.flatMap((page, index) => {
    const gutter = gutters[index];
    return gutter === undefined ? [] : [sidesOf(page.segments, gutter)];
  });
  if (!areParallel(divided)) return pages.map((page, index) => whole(page, gutters[index]));
  return unfoldParallel(pages, gutters, {
    whole,
    side(page, gutter, second) {
      const [left, right] = sidesOf(page.segments, gutter);
      const across = page.segments.filter((segment) => crosses(segment, gutter));
      const [first, other] = mostlyFromRight(page.segments) ? [right, left] : [left, right];
      const rows = rowsOf(second ? other : [...first, ...across]);
      return closeStretchedGaps(rows.map((row) => lineOf(row, page.number, second ? 1 : 0)));
    },
  });
}

function orderLines(page: ClearedPage, gutter: number | undefined): Line[] {
  const fromRight = mostlyFromRight(page.segments);
  let column = 0;
  const lines: Line[] = [];
  const take = (segments: readonly Segment[]) => {
    for (const row of rowsOf(segments)) lines.push(lineOf(row, page.number, column));
    column++;
  };
  const readSide = (segments: readonly Segment[]) => {
    const inner = findGutter(segments, 2 * FEWEST_SEGMENTS);
    if (inner === undefined) take(segments);
    else for (const side of inReadingOrder(segments, inner, fromRight)) take(side);
  };
  if (gutter === undefined) {
    take(page.segments);
    return lines;
  }
  // What crosses the gutter divides the page into bands; the columns of a band are read one after the other.
  const band: Segment[] = [];
  const flush = () => {
    if (band.length === 0) return;
    for (const side of inReadingOrder(band, gutter, fromRight)) if (side.length > 0) readSide(side);
    band.length = 0;
  };
  let across: Segment[] = [];
  for (const row of rowsOf(page.segments)) {
    const crossing = row.segments.some((segment) => crosses(segment, gutter));
    if (crossing) {
      flush();
      across.push(...row.segments);
    } else {
      if (across.length > 0) take(across);
      across = [];
      band.push(...row.segments);
    }
  }
  if (across.length > 0) take(across);
  flush();
  return lines;
}

function inReadingOrder(segments: readonly Segment[], gutter: number, fromRight: boolean): Segment[][] {
  const left = segments.filter((segment) => segment.left + segment.right < 2 * gutter);
  const right = segments.filter((segment) => segment.left + segment.right >= 2 * gutter);
  return fromRight ? [right, left] : [left, right];
}

function crosses(segment: Segment, gutter: number): boolean {
  return segment.left < gutter - OVERHANG && segment.right > gutter + OVERHANG;
}

/**
 * The middle of a vertical band that hardly any words cross, with prose on both sides;
 * undefined where the page has none.
 */
function findGutter(segments: readonly Segment[], fewest: number): number | undefined {
  if (segments.length < 2 * fewest) return undefined;
  const left = Math.min(...segments.map((segment) => segment.left));
  const right = Math.max(...segments.map((segment) => segment.right));
  const width = right - left;
  let best: { start: number; end: number; crossing: number } | undefined;
  for (let at = left + 0.25 * width; at <= left + 0.75 * width; at += STEP) {
    const crossing = segments.filter((segment) => crosses(segment, at)).length;
    if (best && crossing === best.crossing && at - best.end <= STEP) best.end = at;
    else if (!best || crossing < best.crossing) best = { start: at, end: at, crossing };
  }
  if (!best || best.crossing > MOST_CROSSING * segments.length) return undefined;
  const gutter = (best.start + best.end) / 2;
  const sides = sidesOf(segments, gutter);
  const prose = sides.every((side, index) => {
    const room = index === 0 ? gutter - left : right - gutter;
    const middle = median(side.map((segment) => segment.right - segment.left));
    return side.length >= fewest && middle !== undefined && middle > PROSE_WIDTH * room;
  });
  return prose && sharesHeight(sides) ? gutter : undefined;
}

/** On the last page of a document in columns, a column may have a single line. */
function acceptUsual(segments: readonly Segment[], gutter: number): number | undefined {
  const sides = sidesOf(segments, gutter);
  const crossing = segments.length - sides[0].length - sides[1].length;
  const accepted = sides.every((side) => side.length > 0) && crossing <= MOST_CROSSING * segments.length;
  return accepted ? gutter : undefined;
}

function sidesOf(segments: readonly Segment[], gutter: number): [Segment[], Segment[]] {
  const whole = segments.filter((segment) => !crosses(segment, gutter));
  return [
    whole.filter((segment) => segment.left + segment.right < 2 * gutter),
    whole.filter((segment) => segment.left + segment.right >= 2 * gutter),
  ];
}

/** Columns stand side by side: a passage set narrow to the left and one below it to the right do not. */
function sharesHeight([a, b]: readonly [Segment[], Segment[]]): boolean {
  const extent = (side: readonly Segment[]) => [
    Math.min(...side.map((segment) => segment.baseline)),
    Math.max(...side.map((segment) => segment.baseline)),
  ];
  const [top, bottom] = extent(a) as [number, number];
  const [otherTop, otherBottom] = extent(b) as [number, number];
  const shared = Math.min(bottom, otherBottom) - Math.max(top, otherTop);
  return shared > 0.4 * Math.min(bottom - top, otherBottom - otherTop);
}

function mostlyFromRight(segments: readonly Segment[]): boolean {
  let letters = 0;
  for (const { text, rightToLeft } of segments) letters += rightToLeft ? text.length : -text.length;
  return letters > 0;
}

export function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

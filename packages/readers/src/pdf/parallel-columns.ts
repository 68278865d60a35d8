import type { ClearedPage } from './furniture.ts';
import { rowsOf } from './rows.ts';
import type { Segment } from './segments.ts';

/** Fewer paragraphs beside one another may be chance. */
const FEWEST_PAIRS = 4;
/** The share of paragraphs that begin beside one of the other column. */
const PAIRED = 0.7;
/** A paragraph begins where lines stand wider apart than this part of their usual distance. */
const WIDE_GAP = 1.3;
/** In points. */
const SAME_HEIGHT = 2.5;

/** The two sides of a page, as `sidesOf` divides it. */
export type Sides = readonly [left: readonly Segment[], right: readonly Segment[]];

/**
 * Whether the columns of a document are two versions beside one another, such as two languages: their
 * paragraphs begin at the same heights. Such columns go on in the same column of the next page, whereas those of
 * a newspaper go on in the column to the right.
 */
export function areParallel(pages: readonly Sides[]): boolean {
  let paired = 0;
  let fewer = 0;
  for (const [left, right] of pages) {
    const [a, b] = [beginnings(left), beginnings(right)];
    paired += a.filter((height) => b.some((other) => Math.abs(height - other) < SAME_HEIGHT)).length;
    fewer += Math.min(a.length, b.length);
  }
  return fewer >= FEWEST_PAIRS && paired > PAIRED * fewer;
}

/** The heights at which paragraphs begin that are set apart from the one before. */
function beginnings(side: readonly Segment[]): number[] {
  const heights = rowsOf(side).map((row) => row.baseline);
  const gaps = heights.slice(1).map((height, index) => height - (heights[index] as number));
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(0.3 * gaps.length)] ?? 0;
  return heights.slice(1).filter((_, index) => (gaps[index] as number) > WIDE_GAP * usual);
}

/** Puts the pages' lines of one version before those of the other, for each run of pages that has both. */
export function unfoldParallel<Line>(
  pages: readonly ClearedPage[],
  gutters: readonly (number | undefined)[],
  read: {
    readonly whole: (page: ClearedPage) => Line[];
    readonly side: (page: ClearedPage, gutter: number, second: boolean) => Line[];
  },
): Line[][] {
  const unfolded: Line[][] = [];
  let second: Line[][] = [];
  pages.forEach((page, index) => {
    const gutter = gutters[index];
    if (gutter === undefined) {
      unfolded.push(...second, read.whole(page));
      second = [];
    } else {
      unfolded.push(read.side(page, gutter, false));
      second.push(read.side(page, gutter, true));
    }
  });
  return [...unfolded, ...second];
}

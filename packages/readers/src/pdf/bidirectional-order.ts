import { isRightToLeftLetter } from './letters.ts';

type Direction = 'left' | 'right' | 'digit' | 'separator' | 'neutral';

const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;
const SEPARATOR = /^[.,:/\u066B\u066C]$/u;

/**
 * The order in which to read clusters that stand from left to right on a line.
 *
 * The display of right-to-left text, undone: levels are resolved on the visual order as the
 * bidirectional algorithm resolves them on the logical order, and runs are turned back.
 */
export function readingOrder(clusters: readonly string[], rightToLeft: boolean): number[] {
  const directions = clusters.map(directionOf);
  const order = clusters.map((_, index) => index);
  if (!rightToLeft && !directions.includes('right')) return order;
  const levels = rightToLeft ? levelsFromRight(directions) : levelsFromLeft(directions);
  for (const floor of [1, 2]) {
    // The levels move with their clusters, so that an inner run is found where it now stands.
    for (const [start, end] of runsAtLeast(order, levels, floor)) {
      order.splice(start, end - start, ...order.slice(start, end).reverse());
    }
  }
  return order;
}

/** Whether a line reads from the right: most of its letters do. */
export function readsFromRight(clusters: readonly string[]): boolean {
  let right = 0;
  let left = 0;
  for (const text of clusters) {
    if (isRightToLeftLetter(text)) right++;
    else if (LETTER.test(text)) left++;
  }
  return right > left;
}

function directionOf(text: string): Direction {
  if (isRightToLeftLetter(text)) return 'right';
  if (LETTER.test(text)) return 'left';
  if (DIGIT.test(text)) return 'digit';
  return SEPARATOR.test(text) ? 'separator' : 'neutral';
}

function levelsFromRight(directions: readonly Direction[]): number[] {
  const levels: number[] = directions.map((direction) => (direction === 'left' || direction === 'digit' ? 2 : 1));
  forGaps(directions, (start, end, before, after) => {
    const inNumber = before === 'digit' && after === 'digit' && end - start === 1 && directions[start] === 'separator';
    const inForeignWords =
      (before === 'left' && (after === 'left' || after === 'digit')) || (before === 'digit' && after === 'left');
    if (inNumber || inForeignWords) levels.fill(2, start, end);
  });
  return levels;
}

function levelsFromLeft(directions: readonly Direction[]): number[] {
  const levels: number[] = directions.map((direction) => (direction === 'right' ? 1 : 0));
  let last = -1;
  let foreign = false;
  directions.forEach((direction, index) => {
    if (direction === 'left') foreign = false;
    if (direction !== 'right') return;
    if (foreign) {
      for (let between = last + 1; between < index; between++) {
        const kind = directions[between];
        const inNumber =
          kind === 'separator' && directions[between - 1] === 'digit' && directions[between + 1] === 'digit';
        levels[between] = kind === 'digit' || inNumber ? 2 : 1;
      }
    }
    foreign = true;
    last = index;
  });
  return levels;
}

/** Calls back for each stretch without letters or digits, with what stands on either side. */
function forGaps(
  directions: readonly Direction[],
  visit: (start: number, end: number, before: Direction | undefined, after: Direction | undefined) => void,
): void {
  let start = -1;
  for (let index = 0; index <= directions.length; index++) {
    const direction = directions[index];
    if (direction === 'neutral' || direction === 'separator') {
      if (start < 0) start = index;
    } else if (start >= 0) {
      visit(start, index, directions[start - 1], direction);
      start = -1;
    }
  }
}

function runsAtLeast(order: readonly number[], levels: readonly number[], floor: number): [number, number][] {
  const runs: [number, number][] = [];
  let start = -1;
  for (let index = 0; index <= order.length; index++) {
    const high = index < order.length && (levels[order[index] as number] as number) >= floor;
    if (high && start < 0) start = index;
    if (!high && start >= 0) {
      runs.push([start, index]);
      start = -1;
    }
  }
  return runs;
}

const PAIRS = ['()', '[]', '{}', '«»', '<>', '“”'];
const PAIR_OF = new Map(PAIRS.flatMap((pair) => [...pair].map((bracket) => [bracket, pair] as const)));

/**
 * The kinds of brackets that right-to-left lines, in reading order, write as they look on the page rather than
 * as they are meant. Programs differ, and differ between kinds, so the lines themselves are asked.
 */
export function mirroredPairs(lines: Iterable<string>): ReadonlySet<string> {
  const votes = new Map<string, number>();
  for (const line of lines) {
    const asked = new Set<string>();
    for (const letter of line) {
      const pair = PAIR_OF.get(letter);
      if (pair === undefined || asked.has(pair)) continue;
      asked.add(pair);
      votes.set(pair, (votes.get(pair) ?? 0) + (letter === pair.charAt(1) ? 1 : -1));
    }
  }
  return new Set([...votes].filter(([, vote]) => vote > 0).map(([pair]) => pair));
}

export function mirrorBrackets(text: string, pairs: ReadonlySet<string>): string {
  return text.replace(/[()[\]{}«»<>“”]/gu, (bracket) => {
    const pair = PAIR_OF.get(bracket);
    if (pair === undefined || !pairs.has(pair)) return bracket;
    return pair.charAt(bracket === pair.charAt(0) ? 1 : 0);
  });
}

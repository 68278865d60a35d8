/** A stretch of words that became another; either may be empty. Half-open. */
export interface Hunk {
  readonly old: readonly [from: number, to: number];
  readonly new: readonly [from: number, to: number];
}

/** Beyond this many pairs of words a difference is told only by its common beginning and end. */
const MOST_CELLS = 1_500_000;

/** The differences between two rows of words, in order, by their longest common subsequence. */
export function findHunks(old: Int32Array, now: Int32Array): Hunk[] {
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let oldEnd = old.length;
  let newEnd = now.length;
  while (oldEnd > start && newEnd > start && old[oldEnd - 1] === now[newEnd - 1]) {
    oldEnd--;
    newEnd--;
  }
  if (start === oldEnd && start === newEnd) return [];
  const rows = oldEnd - start;
  const columns = newEnd - start;
  if (rows === 0 || columns === 0 || rows * columns > MOST_CELLS)
    return [{ old: [start, oldEnd], new: [start, newEnd] }];
  return walk(lengths(old, now, start, rows, columns), old, now, start, rows, columns);
}

/** Length of the longest common subsequence from each pair of positions on. */
function lengths(old: Int32Array, now: Int32Array, start: number, rows: number, columns: number): Uint16Array {
  const width = columns + 1;
  const table = new Uint16Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--) {
    const word = old[start + row];
    for (let column = columns - 1; column >= 0; column--) {
      const at = row * width + column;
      table[at] =
        word === now[start + column]
          ? (table[at + width + 1] as number) + 1
          : Math.max(table[at + width] as number, table[at + 1] as number);
    }
  }
  return table;
}

function walk(
  table: Uint16Array,
  old: Int32Array,
  now: Int32Array,
  start: number,
  rows: number,
  columns: number,
): Hunk[] {
  const width = columns + 1;
  const hunks: Hunk[] = [];
  let row = 0;
  let column = 0;
  let from: readonly [number, number] | undefined;
  const close = () => {
    if (from) hunks.push({ old: [start + from[0], start + row], new: [start + from[1], start + column] });
    from = undefined;
  };
  while (row < rows || column < columns) {
    if (row < rows && column < columns && old[start + row] === now[start + column]) {
      close();
      row++;
      column++;
      continue;
    }
    from ??= [row, column];
    const down = row < rows ? (table[(row + 1) * width + column] as number) : -1;
    const right = column < columns ? (table[row * width + column + 1] as number) : -1;
    if (down >= right) row++;
    else column++;
  }
  close();
  return hunks;
}

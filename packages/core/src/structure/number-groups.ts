/**
 * Numbers in numbered groups, each group in the order given. Two columns, for what is made anew for each version of an open
 * draft: thousands of small lists would be the larger part of what a keystroke leaves behind.
 */
export class NumberGroups {
  /** By group: where its numbers begin in `numbers`, and at the next group where they end. */
  private readonly from: Int32Array;
  private readonly numbers: Int32Array;

  /** @param visit - names each number with its group, below `groups`; asked twice, it must say the same: places are counted first */
  constructor(groups: number, visit: (put: (group: number, number: number) => void) => void) {
    const from = new Int32Array(groups + 1);
    visit((group) => {
      from[group + 1] = (from[group + 1] as number) + 1;
    });
    for (let group = 0; group < groups; group++)
      from[group + 1] = (from[group + 1] as number) + (from[group] as number);
    const numbers = new Int32Array(from[groups] as number);
    const next = from.slice();
    visit((group, number) => {
      const at = next[group] as number;
      numbers[at] = number;
      next[group] = at + 1;
    });
    this.from = from;
    this.numbers = numbers;
  }

  /** The numbers of a group: a view, not a copy. */
  of(group: number): Int32Array {
    return this.numbers.subarray(this.from[group], this.from[group + 1]);
  }

  /** The first number of a group, or undefined where it has none. */
  firstOf(group: number): number | undefined {
    return this.sizeOf(group) === 0 ? undefined : this.numbers[this.from[group] as number];
  }

  sizeOf(group: number): number {
    return (this.from[group + 1] as number) - (this.from[group] as number);
  }
}

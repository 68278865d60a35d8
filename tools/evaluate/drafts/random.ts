/** A row of numbers that looks random and is the same on every machine (mulberry32). */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** At least 0, less than 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  pick<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new RangeError('There is nothing to pick from.');
    return items[Math.floor(this.next() * items.length)] as Item;
  }

  /** Up to `most` of the items, each at most once, in their order. */
  sample<Item>(items: readonly Item[], most: number): Item[] {
    const keys = items.map((item, at) => ({ item, at, key: this.next() }));
    return keys
      .sort((a, b) => a.key - b.key)
      .slice(0, most)
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  }
}

/**
 * Keeps what was computed from a text for as long as the text is still in use: entries that two successive rounds did not
 * ask for are dropped, and so is everything once the keys grow beyond `most` code units.
 */
export class ContentCache<Value> {
  private young = new Map<string, Value>();
  private old = new Map<string, Value>();
  private size = 0;
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  get(key: string, make: () => Value): Value {
    const known = this.young.get(key);
    if (known !== undefined) return known;
    let value = this.old.get(key);
    if (value === undefined) value = make();
    this.young.set(key, value);
    this.size += key.length;
    if (this.size > this.most) this.turn();
    return value;
  }

  /** Ends a round: what it did not ask for is dropped at the end of the next. */
  turn(): void {
    this.old = this.young;
    this.young = new Map();
    this.size = 0;
  }
}

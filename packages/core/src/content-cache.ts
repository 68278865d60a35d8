import { detached } from './detached.ts';

/** How far a block may have moved among the others for it to be found without looking its words up. */
const NEAR = 3;

interface Entry<Value> {
  readonly key: string;
  readonly words: string;
  readonly mark: number | string;
  readonly value: Value;
}

/**
 * Keeps what was computed from a text for as long as the text is still in use: entries that two successive rounds did not
 * ask for are dropped, and so is everything once the keys grow beyond `most` code units.
 */
export class ContentCache<Value> {
  private young = new Map<string, Value>();
  private old = new Map<string, Value>();
  private size = 0;
  private readonly most: number;
  /** What this round and the last one asked for, in order: a draft that is edited is asked for almost as before. */
  private asked: Entry<Value>[] = [];
  private before: readonly Entry<Value>[] = [];
  private next = 0;

  constructor(most: number) {
    this.most = most;
  }

  private get(key: string, make: () => Value): Value {
    const known = this.young.get(key);
    if (known !== undefined) return known;
    let value = this.old.get(key);
    if (value === undefined) value = make();
    this.keep(key, value);
    return value;
  }

  /**
   * The value of a stretch of a text, which is only cut out and looked up where the last round did not ask for the same
   * words at about this turn.
   *
   * @param mark - what the value depends on besides the words, where there is anything
   */
  getStretch(
    text: string,
    start: number,
    end: number,
    make: (words: string) => Value,
    mark: number | string = '',
  ): Value {
    for (let at = this.next; at < this.next + NEAR; at++) {
      const entry = this.before[at];
      if (!entry || entry.mark !== mark || entry.words.length !== end - start) continue;
      if (!text.startsWith(entry.words, start)) continue;
      this.next = at + 1;
      this.asked.push(entry);
      if (!this.young.has(entry.key)) this.keep(entry.key, entry.value);
      return entry.value;
    }
    // Kept from one version of a draft to the next: as slices, the words of each clause would keep another version alive.
    const words = detached(text.slice(start, end));
    const key = mark === '' ? words : `\u0000${mark}\u0000${words}`;
    const value = this.get(key, () => make(words));
    this.asked.push({ key, words, mark, value });
    return value;
  }

  private keep(key: string, value: Value): void {
    this.young.set(key, value);
    this.size += key.length;
    if (this.size > this.most) {
      this.asked = [];
      this.forget();
    }
  }

  /** Ends a round: what it did not ask for is dropped at the end of the next. */
  turn(): void {
    this.before = this.asked;
    this.asked = [];
    this.next = 0;
    this.forget();
  }

  private forget(): void {
    this.old = this.young;
    this.young = new Map();
    this.size = 0;
  }
}

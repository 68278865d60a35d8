/** How far a block may have moved among the others for it to be found without looking its words up. */
const NEAR = 3;
/** Rounds for which a value is kept that is not asked for. */
const PATIENCE = 2;

interface Entry<Value> {
  readonly words: string;
  readonly mark: number | string;
  readonly value: Value;
  /** The round that last asked for it. */
  asked: number;
}

/**
 * Keeps what was computed from a text for as long as the text is still in use: entries that two successive rounds did not
 * ask for are dropped, and so is everything once the keys grow beyond `most` code units.
 */
export class ContentCache<Value> {
  private readonly entries = new Map<string, Entry<Value>>();
  private size = 0;
  private readonly most: number;
  private round = 0;
  /** How many of the entries this round has asked for. */
  private fresh = 0;
  /** What this round and the last one asked for, in order: a draft that is edited is asked for almost as before. */
  private asked: Entry<Value>[] = [];
  private before: readonly Entry<Value>[] = [];
  private next = 0;

  constructor(most: number) {
    this.most = most;
  }

  /**
   * The value of a stretch of a text, if it is known. The stretch is only cut out and looked up where the last round did
   * not ask for the same words at about this turn.
   *
   * @param mark - what the value depends on besides the words, where there is anything
   */
  find(text: string, start: number, end: number, mark: number | string = ''): Value | undefined {
    const length = end - start;
    for (let at = this.next; at < this.next + NEAR; at++) {
      const entry = this.before[at];
      if (!entry || entry.words.length !== length || entry.mark !== mark) continue;
      if (!text.startsWith(entry.words, start)) continue;
      this.next = at + 1;
      return this.use(entry);
    }
    const known = this.entries.get(keyOf(text.slice(start, end), mark));
    return known && this.use(known);
  }

  /**
   * Keeps a value that was not found, for the same words and mark.
   *
   * @param words - with storage of their own: as slices, the words of each clause would keep another version alive
   */
  keep(words: string, mark: number | string, value: Value): Value {
    const key = keyOf(words, mark);
    const entry = { words, mark, value, asked: -1 };
    this.entries.set(key, entry);
    this.size += key.length;
    this.use(entry);
    if (this.size > this.most) this.clear();
    return value;
  }

  private use(entry: Entry<Value>): Value {
    if (entry.asked !== this.round) this.fresh++;
    entry.asked = this.round;
    this.asked.push(entry);
    return entry.value;
  }

  /** Ends a round: what it did not ask for is dropped at the end of the next. */
  turn(): void {
    this.before = this.asked;
    this.asked = [];
    this.next = 0;
    this.round++;
    const isAllFresh = this.fresh === this.entries.size;
    this.fresh = 0;
    if (isAllFresh) return;
    this.entries.forEach(({ asked }, key) => {
      if (this.round - asked <= PATIENCE) return;
      this.entries.delete(key);
      this.size -= key.length;
    });
  }

  private clear(): void {
    this.entries.clear();
    this.size = 0;
    this.fresh = 0;
    this.asked = [];
    this.before = [];
  }
}

function keyOf(words: string, mark: number | string): string {
  return mark === '' ? words : `\u0000${mark}\u0000${words}`;
}

import { detached } from '../detached.ts';

/**
 * Values by word, found by a stretch of text without cutting the word out of it: a review looks up every word of a draft,
 * and a string for each would be most of its garbage.
 */
export class WordTable<Value> {
  private readonly most: number;
  private slots = new Int32Array(FIRST_SIZE).fill(EMPTY);
  private hashes: number[] = [];
  private words: string[] = [];
  private values: Value[] = [];
  private readonly onForgetting: () => void;

  /**
   * Holds at most `most` words; one more and all are forgotten, so that an archive of noise cannot fill the memory.
   *
   * @param onForgetting - Called then, before any word is added again.
   */
  constructor(most: number, onForgetting: () => void = () => undefined) {
    this.most = most;
    this.onForgetting = onForgetting;
  }

  /** The value of the word from `start` to `end`; made and kept where there is none yet. */
  get(text: string, start: number, end: number, make: (word: string) => Value): Value {
    const hash = hashOf(text, start, end);
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = this.slots[slot] as number;
      if (entry === EMPTY) return this.add(detached(text.slice(start, end)), hash, make);
      if (this.hashes[entry] === hash && equals(this.words[entry] as string, text, start, end))
        return this.values[entry] as Value;
    }
  }

  private add(word: string, hash: number, make: (word: string) => Value): Value {
    if (this.words.length >= this.most) {
      this.clear();
      this.onForgetting();
    } else if (this.words.length * 2 >= this.slots.length) this.grow();
    const value = make(word);
    this.place(hash, this.words.length);
    this.hashes.push(hash);
    this.words.push(word);
    this.values.push(value);
    return value;
  }

  private place(hash: number, entry: number): void {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    while (this.slots[slot] !== EMPTY) slot = (slot + 1) & mask;
    this.slots[slot] = entry;
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(EMPTY);
    this.hashes.forEach((hash, entry) => {
      this.place(hash, entry);
    });
  }

  private clear(): void {
    this.slots = new Int32Array(FIRST_SIZE).fill(EMPTY);
    this.hashes = [];
    this.words = [];
    this.values = [];
  }
}

const EMPTY = -1;
const FIRST_SIZE = 1 << 14;

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) | 0;
}

function equals(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

import type { Span } from '../span.ts';
import { CharacterClass, characterClass } from './characters.ts';

/** How strongly the characters between two words part them. */
export const Gap = { none: 0, pause: 1, stop: 2, end: 3 } as const;

/** The words of a stretch of text, in columns. */
export interface Words {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** The `Gap` before each word. */
  readonly gap: Uint8Array;
}

/** Words that grow as they are found. Reused between calls: copy what must outlive the next one. */
export class Tokens implements Words {
  count = 0;
  start = new Int32Array(256);
  end = new Int32Array(256);
  /** The `Gap` before each word. */
  gap = new Uint8Array(256);

  private grow(): void {
    const size = this.start.length * 2;
    const start = new Int32Array(size);
    start.set(this.start);
    this.start = start;
    const end = new Int32Array(size);
    end.set(this.end);
    this.end = end;
    const gap = new Uint8Array(size);
    gap.set(this.gap);
    this.gap = gap;
  }

  add(start: number, end: number, gap: number): void {
    if (this.count === this.start.length) this.grow();
    this.start[this.count] = start;
    this.end[this.count] = end;
    this.gap[this.count] = gap;
    this.count++;
  }
}

/**
 * Cuts `text` into words. Hyphens part words ("gender-based" is two), apostrophes do where the language elides.
 * `opaque` stretches (ascending, in offsets of `text`) hold no words.
 */
export function tokenize(text: string, elides: boolean, opaque: readonly Span[], into: Tokens): void {
  into.count = 0;
  const length = text.length;
  let position = 0;
  let gap: number = Gap.none;
  let hole = 0;
  while (position < length) {
    while (hole < opaque.length && (opaque[hole] as Span)[1] <= position) hole++;
    const next = opaque[hole];
    if (next && position >= next[0]) {
      position = next[1];
      continue;
    }
    const kind = characterClass(text.charCodeAt(position));
    if (kind !== CharacterClass.word) {
      if (kind === CharacterClass.pause) gap = gap > Gap.pause ? gap : Gap.pause;
      else if (kind === CharacterClass.stop) gap = gap > Gap.stop ? gap : Gap.stop;
      else if (kind === CharacterClass.end) gap = Gap.end;
      position++;
      continue;
    }
    const start = position;
    const limit = next ? Math.min(next[0], length) : length;
    position = wordEnd(text, position + 1, limit, elides);
    into.add(start, position, gap);
    gap = Gap.none;
  }
}

/** The end of the word that began before `position`. */
function wordEnd(text: string, position: number, limit: number, elides: boolean): number {
  let end = position;
  while (end < limit) {
    const kind = characterClass(text.charCodeAt(end));
    if (kind === CharacterClass.word || kind === CharacterClass.ignorable) {
      end++;
      continue;
    }
    const joins = kind === CharacterClass.apostrophe && !elides;
    if (!joins || end + 1 >= limit || characterClass(text.charCodeAt(end + 1)) !== CharacterClass.word) break;
    end++;
  }
  return end;
}

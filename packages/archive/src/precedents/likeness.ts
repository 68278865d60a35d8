/** The words of a clause, by themselves and in pairs, with how often each occurs. */
interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

/** Says how alike a clause and others are in their words, whatever their language. */
export class Likeness {
  private readonly words: Bag;
  private readonly pairs: Bag;

  constructor(clause: string) {
    const words = wordsOf(clause);
    this.words = bagOf(words);
    this.pairs = bagOf(pairsOf(words));
  }

  /** From 0, no word in common, to 1, the same words in the same order: the mean over words and over pairs of them. */
  to(other: string): number {
    const words = wordsOf(other);
    return (shared(this.words, bagOf(words)) + shared(this.pairs, bagOf(pairsOf(words)))) / 2;
  }
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{Letter}\p{Mark}\p{Number}]+/gu) ?? []
  );
}

/** Neighbouring words. A lone word is a pair with nothing, so that it can be alike too. */
function pairsOf(words: readonly string[]): string[] {
  return words.length === 1 ? [`${words[0]} `] : words.slice(1).map((word, at) => `${words[at]} ${word}`);
}

function bagOf(entries: readonly string[]): Bag {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  return { counts, size: entries.length };
}

/** Dice's coefficient of two bags. */
function shared(a: Bag, b: Bag): number {
  if (a.size + b.size === 0) return 0;
  let common = 0;
  for (const [entry, count] of b.counts) common += Math.min(count, a.counts.get(entry) ?? 0);
  return (2 * common) / (a.size + b.size);
}

/** How alike stretches of words are, rare words counting for more. Symmetric in its two arguments. */
export class Similarity {
  private readonly weights: Float64Array;

  /** @param frequency - In how many stretches each word occurs, by its number. */
  constructor(frequency: Int32Array, stretches: number) {
    this.weights = Float64Array.from(frequency, (count) => Math.log(1 + stretches / Math.max(1, count)));
  }

  weightOf(bag: Bag): number {
    let sum = 0;
    for (const word of bag.sorted) sum += this.weights[word] ?? 0;
    return sum;
  }

  /** The weight of what two bags have in common, with multiplicity. */
  shared(a: Bag, b: Bag): number {
    let sum = 0;
    let at = 0;
    let other = 0;
    while (at < a.sorted.length && other < b.sorted.length) {
      const difference = (a.sorted[at] as number) - (b.sorted[other] as number);
      if (difference === 0) {
        sum += this.weights[a.sorted[at] as number] ?? 0;
        at++;
        other++;
      } else if (difference < 0) at++;
      else other++;
    }
    return sum;
  }

  /** 1 for the same words in any order, 0 for none in common. */
  between(a: Bag, b: Bag): number {
    const whole = this.weightOf(a) + this.weightOf(b);
    return whole === 0 ? 0 : (2 * this.shared(a, b)) / whole;
  }

  /** How much of `part` is found in `whole`. */
  containment(part: Bag, whole: Bag): number {
    const own = this.weightOf(part);
    return own === 0 ? 0 : this.shared(part, whole) / own;
  }
}

/** Words without their order. */
export interface Bag {
  readonly sorted: Int32Array;
}

export function bagOf(words: Int32Array): Bag {
  return { sorted: words.slice().sort() };
}

/** What is left of a bag when another is taken out of it. */
export function without(bag: Bag, taken: Bag): Bag {
  const left: number[] = [];
  let at = 0;
  for (const word of bag.sorted) {
    while (at < taken.sorted.length && (taken.sorted[at] as number) < word) at++;
    if (at < taken.sorted.length && taken.sorted[at] === word) at++;
    else left.push(word);
  }
  return { sorted: Int32Array.from(left) };
}

import type { Occurrence } from './clause-scan.ts';

const NONE = -1;

/**
 * The concepts of one sentence by their numbers, and those that it takes over from the words above it. Filled anew for
 * each sentence and read before the next: made for each, such tables would be a quarter of what a review leaves to collect.
 */
export class SentenceConcepts {
  /** The concepts that the sentence names, each once, in the order in which they are first named. */
  readonly distinct: number[] = [];
  private readonly occurrences: Occurrence[] = [];
  /** Index of the next occurrence of the same concept. */
  private readonly next: number[] = [];
  private round = 0;
  /** By concept: the round in which it was met here, or above. */
  private here = new Int32Array(0);
  private above = new Int32Array(0);
  /** By concept: index of its first and its last occurrence. */
  private first = new Int32Array(0);
  private last = new Int32Array(0);
  private hasContext = false;

  /** Empties the table. Concepts have numbers below `concepts`. */
  begin(concepts: number): void {
    if (this.here.length < concepts) {
      this.round = 0;
      this.here = new Int32Array(concepts);
      this.above = new Int32Array(concepts);
      this.first = new Int32Array(concepts);
      this.last = new Int32Array(concepts);
    }
    this.round++;
    this.distinct.length = 0;
    this.occurrences.length = 0;
    this.next.length = 0;
    this.hasContext = false;
  }

  add(occurrence: Occurrence): void {
    const { concept } = occurrence;
    const at = this.occurrences.length;
    this.occurrences.push(occurrence);
    this.next.push(NONE);
    if (this.here[concept] === this.round) this.next[this.last[concept] as number] = at;
    else {
      this.here[concept] = this.round;
      this.first[concept] = at;
      this.distinct.push(concept);
    }
    this.last[concept] = at;
  }

  addAbove(concept: number): void {
    this.above[concept] = this.round;
    this.hasContext = true;
  }

  get isAlone(): boolean {
    return !this.hasContext;
  }

  isAnyHere(concepts: readonly number[]): boolean {
    for (const concept of concepts) if (this.here[concept] === this.round) return true;
    return false;
  }

  isAnyAbove(concepts: readonly number[]): boolean {
    if (this.hasContext) for (const concept of concepts) if (this.above[concept] === this.round) return true;
    return false;
  }

  /** Index of the first occurrence of a concept, or -1. */
  start(concept: number): number {
    return this.here[concept] === this.round ? (this.first[concept] as number) : NONE;
  }

  after(at: number): number {
    return this.next[at] as number;
  }

  at(at: number): Occurrence {
    return this.occurrences[at] as Occurrence;
  }
}

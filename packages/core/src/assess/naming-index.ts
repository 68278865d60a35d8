import type { Agreement, Clause } from '../structure/agreement.ts';

const NOWHERE: readonly Clause[] = [];

/**
 * Which clauses, title pages, lists of members and signatures left out, name a concept. Kept as numbers in two columns: it
 * is made anew for each version of an open draft, and lists of clauses would be a fifth of what a keystroke leaves behind.
 */
export class NamingIndex {
  private readonly clauses: readonly Clause[];
  /** By concept: where its clauses begin in `named`, and at the next concept where they end. */
  private readonly from: Int32Array;
  /** Indices of clauses, ascending for each concept. */
  private readonly named: Int32Array;

  /** @param asked - the concepts of interest, whose numbers are below `concepts` */
  constructor({ clauses }: Agreement, asked: ReadonlySet<number>, concepts: number) {
    this.clauses = clauses;
    const from = new Int32Array(concepts + 1);
    for (const clause of clauses)
      for (const concept of conceptsOf(clause, asked)) from[concept + 1] = (from[concept + 1] as number) + 1;
    for (let concept = 0; concept < concepts; concept++)
      from[concept + 1] = (from[concept + 1] as number) + (from[concept] as number);
    const named = new Int32Array(from[concepts] as number);
    const next = from.slice();
    for (const clause of clauses) {
      for (const concept of conceptsOf(clause, asked)) {
        const at = next[concept] as number;
        named[at] = clause.index;
        next[concept] = at + 1;
      }
    }
    this.from = from;
    this.named = named;
  }

  /** The clauses that name any of these concepts, each once, in the order of the text. */
  clausesOf(concepts: readonly number[]): readonly Clause[] {
    let count = 0;
    for (const concept of concepts) count += (this.from[concept + 1] as number) - (this.from[concept] as number);
    if (count === 0) return NOWHERE;
    const places = new Int32Array(count);
    let lists = 0;
    let filled = 0;
    for (const concept of concepts) {
      const list = this.named.subarray(this.from[concept], this.from[concept + 1]);
      if (list.length === 0) continue;
      places.set(list, filled);
      filled += list.length;
      lists++;
    }
    if (lists > 1) places.sort();
    const found: Clause[] = [];
    for (let at = 0; at < count; at++) {
      if (at > 0 && places[at] === places[at - 1]) continue;
      found.push(this.clauses[places[at] as number] as Clause);
    }
    return found;
  }
}

const NONE: readonly number[] = [];

function conceptsOf({ reading, setting }: Clause, asked: ReadonlySet<number>): readonly number[] {
  return setting.section === 'aside' ? NONE : (reading.scan?.among(asked) ?? NONE);
}

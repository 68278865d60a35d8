import type { Agreement, Clause } from '../structure/agreement.ts';
import { NumberGroups } from '../structure/number-groups.ts';

const NOWHERE: readonly Clause[] = [];

/** Which clauses, title pages, lists of members and signatures left out, name a concept. */
export class NamingIndex {
  private readonly clauses: readonly Clause[];
  /** Indices of clauses by concept, ascending. */
  private readonly places: NumberGroups;

  /** @param asked - the concepts of interest, whose numbers are below `concepts` */
  constructor({ clauses }: Agreement, asked: ReadonlySet<number>, concepts: number) {
    this.clauses = clauses;
    this.places = new NumberGroups(concepts, (put) => {
      for (const clause of clauses) for (const concept of conceptsOf(clause, asked)) put(concept, clause.index);
    });
  }

  /** The clauses that name any of these concepts, each once, in the order of the text. */
  clausesOf(concepts: readonly number[]): readonly Clause[] {
    const named = concepts.filter((concept) => this.places.sizeOf(concept) > 0);
    const [only] = named;
    if (only === undefined) return NOWHERE;
    const places = named.length === 1 ? this.places.of(only) : this.union(named);
    return Array.from(places, (place) => this.clauses[place] as Clause);
  }

  private union(concepts: readonly number[]): Int32Array {
    const places = new Int32Array(concepts.reduce((sum, concept) => sum + this.places.sizeOf(concept), 0));
    let filled = 0;
    for (const concept of concepts) {
      places.set(this.places.of(concept), filled);
      filled += this.places.sizeOf(concept);
    }
    return places.sort().filter((place, at) => at === 0 || place !== places[at - 1]);
  }
}

const NONE: readonly number[] = [];

function conceptsOf({ reading, setting }: Clause, asked: ReadonlySet<number>): readonly number[] {
  return setting.section === 'aside' ? NONE : (reading.scan?.among(asked) ?? NONE);
}

import type { Agreement, Clause } from './agreement.ts';

/**
 * What is known of some clauses of one agreement, in the order in which it became known. A `Map` of thousands of clauses
 * is made anew for each version of an open draft, and is so large that the collector keeps it, and through it the whole
 * version, until it collects everything.
 */
export class ClauseMap<Value> implements Iterable<readonly [Clause, Value]> {
  private readonly known: (Value | undefined)[];
  private readonly order: Clause[] = [];

  constructor({ clauses }: Agreement) {
    this.known = new Array(clauses.length);
  }

  get(clause: Clause): Value | undefined {
    return this.known[clause.index];
  }

  has(clause: Clause): boolean {
    return this.known[clause.index] !== undefined;
  }

  /** States something of a clause of which nothing was known. */
  add(clause: Clause, value: Value): void {
    this.known[clause.index] = value;
    this.order.push(clause);
  }

  keys(): readonly Clause[] {
    return this.order;
  }

  *values(): Generator<Value> {
    for (const clause of this.order) yield this.known[clause.index] as Value;
  }

  *[Symbol.iterator](): Generator<readonly [Clause, Value]> {
    for (const clause of this.order) yield [clause, this.known[clause.index] as Value];
  }
}

/** Adds to the list of a clause. */
export function addTo<Value>(map: ClauseMap<Value[]>, clause: Clause, value: Value): void {
  const list = map.get(clause);
  if (list) list.push(value);
  else map.add(clause, [value]);
}

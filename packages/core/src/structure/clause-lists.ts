import type { Agreement, Clause } from './agreement.ts';
import { NumberGroups } from './number-groups.ts';

/** Things that stand in clauses, by their clause, each list in the order given. */
export interface ClauseLists<Item> {
  /** The clauses with any, in the order in which they first come up. */
  readonly clauses: readonly Clause[];
  /** The list of a clause, or undefined where it has nothing. */
  of(clause: Clause): readonly Item[] | undefined;
}

/** Groups things by their clause. A list is only cut out when it is asked for. */
export function listsByClause<Item>(
  { clauses }: Agreement,
  items: readonly Item[],
  clauseOf: (item: Item) => Clause | undefined,
): ClauseLists<Item> {
  const places = new NumberGroups(clauses.length, (put) => {
    for (let at = 0; at < items.length; at++) {
      const clause = clauseOf(items[at] as Item);
      if (clause) put(clause.index, at);
    }
  });
  const filled: Clause[] = [];
  for (let at = 0; at < items.length; at++) {
    const clause = clauseOf(items[at] as Item);
    if (clause && places.firstOf(clause.index) === at) filled.push(clause);
  }
  return {
    clauses: filled,
    of: ({ index }) =>
      places.sizeOf(index) === 0 ? undefined : Array.from(places.of(index), (at) => items[at] as Item),
  };
}

import type { Agreement, Clause } from './agreement.ts';

/** Things that stand in clauses, by their clause, each list in the order given. */
export interface ClauseLists<Item> {
  /** The clauses with any, in the order in which they first come up. */
  readonly clauses: readonly Clause[];
  /** The list of a clause, or undefined where it has nothing. */
  of(clause: Clause): readonly Item[] | undefined;
}

/**
 * Groups things by their clause. A `Map` of thousands of lists, made anew for each version of an open draft, would be the
 * larger part of what a keystroke leaves behind: here the places are counted first, and a list is cut out when asked for.
 */
export function listsByClause<Item>(
  { clauses }: Agreement,
  groups: readonly (readonly Item[])[],
  clauseOf: (item: Item) => Clause | undefined,
): ClauseLists<Item> {
  /** By clause: where its things end, once all are placed. */
  const end = new Int32Array(clauses.length + 1);
  const filled: Clause[] = [];
  let count = 0;
  for (const group of groups) {
    for (const item of group) {
      const clause = clauseOf(item);
      if (!clause) continue;
      if (end[clause.index + 1] === 0) filled.push(clause);
      (end[clause.index + 1] as number)++;
      count++;
    }
  }
  for (let index = 0; index < clauses.length; index++)
    end[index + 1] = (end[index + 1] as number) + (end[index] as number);
  const start = end.slice(0, clauses.length);
  const items = new Array<Item>(count);
  const next = start.slice();
  for (const group of groups) {
    for (const item of group) {
      const clause = clauseOf(item);
      if (clause) items[(next[clause.index] as number)++] = item;
    }
  }
  return {
    clauses: filled,
    of({ index }) {
      const from = start[index] as number;
      const to = end[index + 1] as number;
      return from === to ? undefined : items.slice(from, to);
    },
  };
}

import type { Divergence } from '@poclint/core';

/** The clause as a lawyer cites it in each version: "Art. 3(2)", or "Art. 3(2) | Art. 4(2)" where the numbers differ. */
export function citationOf({ clauses: [one, other] }: Divergence): string {
  if (!one || !other) return (one ?? other)?.clause ?? '–';
  return one.clause === other.clause ? one.clause : `${one.clause} | ${other.clause}`;
}

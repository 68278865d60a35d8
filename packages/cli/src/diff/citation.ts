import type { Change } from '@poclint/core';

/** "Art. 3(1) → Art. 4(1)", or the one citation where the clause kept its number or has no partner. */
export function citation({ old, new: now }: Change): string {
  if (!old) return `${now?.clause ?? ''}, new`;
  if (!now) return `${old.clause}, left out`;
  return old.clause === now.clause ? now.clause : `${old.clause} → ${now.clause}`;
}

import type { Change } from '@poclint/core';
import { cite, type Locale, messagesIn } from '@poclint/messages';
import { withWhereabouts } from '../format/whereabouts.ts';

/**
 * "Art. 3(1) → Art. 4(1)", or the one citation where the clause kept its number or has no partner; with the page that it
 * stands on in the new draft, where that has pages.
 */
export function citation(change: Change, locale: Locale): string {
  return withWhereabouts(clausesOf(change, locale), change.new ?? change.old ?? {}, locale);
}

function clausesOf({ old, new: now }: Change, locale: Locale): string {
  const { diff } = messagesIn(locale);
  if (!old) return diff.placeNew({ clause: now?.clause ?? '' });
  if (!now) return diff.placeLeftOut({ clause: old.clause });
  return old.clause === now.clause ? cite(now.clause, locale) : diff.placeMoved({ old: old.clause, new: now.clause });
}

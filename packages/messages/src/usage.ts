import compiled from './compiled/usage.js';
import { localeOf } from './locale.ts';
import type { UsageCatalogue } from './usage-catalogue.ts';

export type { UsageCatalogue } from './usage-catalogue.ts';

/** What the command says in a language where it is used wrongly. Loaded only when there is such a thing to say. */
export function usageMessagesIn(tag: string | undefined): UsageCatalogue {
  return compiled[localeOf(tag)]();
}

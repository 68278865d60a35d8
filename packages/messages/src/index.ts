import type { Catalogue } from './catalogue.ts';
import catalogues from './compiled/catalogues.js';
import { type Locale, localeOf } from './locale.ts';

export type { Catalogue } from './catalogue.ts';
export { isolate, isRightToLeft } from './direction.ts';
export { LOCALES, type Locale, localeOf } from './locale.ts';
export { cite, quote } from './wording.ts';

const made: Partial<Record<Locale, Catalogue>> = {};

/**
 * What the tool says in a language: `messagesIn('fr').finding.noActor()`. Each message is a function of its arguments, whose
 * names and types are those of `Catalogue`; a group is indexed by words of the report where its keys are theirs
 * (`messages.level[level]()`). The same arguments give the same words on every platform.
 *
 * @param tag - BCP 47; English where it is none of ours
 */
export function messagesIn(tag: string | undefined): Catalogue {
  const locale = localeOf(tag);
  made[locale] ??= catalogues[locale]();
  return made[locale];
}

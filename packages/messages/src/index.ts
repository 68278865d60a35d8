import type { Catalogue } from './catalogue.ts';
import catalogues from './compiled/catalogues.js';

export type { Catalogue } from './catalogue.ts';
export { isolate, isRightToLeft } from './direction.ts';
export { cite, quote } from './wording.ts';

/** The languages that the tool speaks. */
export const LOCALES = ['en', 'fr', 'es', 'ar'] as const;
export type Locale = (typeof LOCALES)[number];

const made: Partial<Record<Locale, Catalogue>> = {};

/** The language of the tool that a BCP 47 tag asks for: `fr` for `fr-CA`. English where it is none of ours, or not stated. */
export function localeOf(tag: string | undefined): Locale {
  const primary = tag?.split(/[-_]/)[0]?.toLowerCase();
  return LOCALES.find((locale) => locale === primary) ?? 'en';
}

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

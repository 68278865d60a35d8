/** The languages that the tool speaks. */
export const LOCALES = ['en', 'fr', 'es', 'ar'] as const;
export type Locale = (typeof LOCALES)[number];

/** The language of the tool that a BCP 47 tag asks for: `fr` for `fr-CA`. English where it is none of ours, or not stated. */
export function localeOf(tag: string | undefined): Locale {
  const primary = tag?.split(/[-_]/)[0]?.toLowerCase();
  return LOCALES.find((locale) => locale === primary) ?? 'en';
}

/** What a language is called in a language of the tool, English unless said; its tag where that is not known. */
export function nameOfLanguage(tag: string, locale = 'en'): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

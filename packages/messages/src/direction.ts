const RIGHT_TO_LEFT_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ps', 'ur']);
/** First strong isolate, and the end of an isolate. */
const ISOLATE = '\u2068';
const END = '\u2069';
/** Marks that reorder what is read: none of them comes in with the words of a draft. */
const REORDERING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Whether a language, by its BCP 47 tag, is written from right to left. */
export function isRightToLeft(language: string): boolean {
  return RIGHT_TO_LEFT.has(language.split('-')[0] as string);
}

/**
 * A text for a line of the given language: as it is where it runs in the same direction, else between isolates (U+2068,
 * U+2069), so that neither reorders the other.
 */
export function isolate(text: string, language: string): string {
  const plain = text.replace(REORDERING, '');
  const against = isRightToLeft(language) ? /[A-Za-z\u00c0-\u024f]/.test(plain) : RIGHT_TO_LEFT_LETTER.test(plain);
  return against ? `${ISOLATE}${plain}${END}` : plain;
}

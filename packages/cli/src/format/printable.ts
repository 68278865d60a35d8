// Everything that moves the cursor, changes colours or reorders what is read; line breaks are evened out before.
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\ufeff]/g;

/**
 * Words of a draft as they may be shown in a terminal or a log: control characters, which could paint over a report or
 * reorder what is read, are left out.
 */
export function printable(words: string): string {
  return words.replace(UNPRINTABLE, (character) => (character === '\t' ? ' ' : ''));
}

const MARKUP = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u200b\ufeff]/g;

/** A sentence of ours as it may be shown: the isolates around what it quotes stay, since what they hold has none left. */
export function printableMessage(sentence: string): string {
  return sentence.replace(MARKUP, (character) => (character === '\t' ? ' ' : ''));
}

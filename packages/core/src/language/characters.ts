/** What a UTF-16 code unit is to the tokenizer. */
export const CharacterClass = {
  /** White space and everything that neither makes nor parts words: hyphens, emphasis marks. */
  space: 1,
  /** Letters, digits, combining marks, surrogates. */
  word: 2,
  /** Inside a word without being part of it: soft hyphen, joiners, direction marks, tatweel. */
  ignorable: 3,
  apostrophe: 4,
  /** Comma, brackets, quotation marks, dashes, slash. */
  pause: 5,
  /** Colon, semicolon. */
  stop: 6,
  /** Full stop, question and exclamation mark. */
  end: 7,
} as const;
export type CharacterClass = (typeof CharacterClass)[keyof typeof CharacterClass];

const PAUSES = ',(){}"“”„«»‹›—–/،（）、';
const STOPS = ':;؛：；';
const ENDS = '.?!؟…。';
const APOSTROPHES = "'’‘ʼ`´";
const IGNORABLE = /[\u00ad\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;
const WORD = /[\p{L}\p{N}\p{M}\ud800-\udfff]/u;

const table = new Uint8Array(0x10000);

/** The class of a UTF-16 code unit. Looked up once per code unit, then read from a table. */
export function characterClass(code: number): number {
  const known = table[code] as number;
  return known === 0 ? classify(code) : known;
}

function classify(code: number): number {
  const character = String.fromCharCode(code);
  let found: number = CharacterClass.space;
  if (code >= 0xd800 && code <= 0xdfff) found = CharacterClass.word;
  else if (IGNORABLE.test(character)) found = CharacterClass.ignorable;
  else if (WORD.test(character)) found = CharacterClass.word;
  else if (APOSTROPHES.includes(character)) found = CharacterClass.apostrophe;
  else if (PAUSES.includes(character)) found = CharacterClass.pause;
  else if (STOPS.includes(character)) found = CharacterClass.stop;
  else if (ENDS.includes(character)) found = CharacterClass.end;
  table[code] = found;
  return found;
}

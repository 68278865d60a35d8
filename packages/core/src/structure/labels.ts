import { escapePattern, longestFirst } from '../language/pattern.ts';

/** The styles in which divisions are numbered. Two labels of one style can be siblings. */
export type LabelStyle =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'annex'
  /** A number in words that stands alone: "PRIMERO.-", "أولاً:", "First:". */
  | 'ordinal'
  | 'decimal'
  | 'digit'
  | 'digit-parenthesis'
  | 'lower'
  | 'upper'
  | 'roman'
  | 'bullet';

export interface Label {
  readonly style: LabelStyle;
  /** Position in its series from 1; undefined for bullets. */
  readonly ordinal: number | undefined;
  /** For `decimal`: all components, "2.1.10" → [2, 1, 10]. */
  readonly components?: readonly number[];
  /** The label as a lawyer cites it, without trailing punctuation: "9", "(b)", "2.1.10". */
  readonly cited: string;
  /** A second way to read it: "(i)" is letter 9 or Roman 1. */
  readonly alternative?: { readonly style: LabelStyle; readonly ordinal: number };
}

/** Words of one language that introduce divisions, and its number words. All in lower case. */
export interface DivisionWords {
  readonly divisions: Readonly<Record<'part' | 'chapter' | 'section' | 'article' | 'annex', readonly string[]>>;
  /** Number words by value: "one" and "first" → 1. */
  readonly numbers: Readonly<Record<string, number>>;
}

export interface FoundLabel {
  readonly label: Label;
  /** Where the words after the label begin. */
  readonly end: number;
}

const BULLET = /^[-–—•●▪◦·*‣➢o](?:[ \t\u00a0]+)(?=\S)/;
const DECIMAL = /^(\p{Nd}{1,3}(?:[.]\p{Nd}{1,3})+)(?:[.)][-–—]?|[-–—])?(?=\s|$)/u;
/** "1.", "1)", "1.-", "1°", "1.º", "1er", "1 –", "1/": Arabic is often written on without a space. */
const DIGIT =
  /^(\p{Nd}{1,3})(?:(?:\.?[ºª°]|er(?:o|a)?(?=[.)]))?(?:[.)][-–—]?|[-–/])|\.?[ºª°]|er(?=\s)|\s*[:.)\-–](?=\s))(?=\s|$|\p{Lu}|\p{Lo})/u;
const ENCLOSED = /^[([]\s?(\p{Nd}{1,3}|[ivxlc]{1,6}|\p{L}{1,2})\s?[)\]](?=\s|$|\p{L})/iu;
const LETTER = /^([ivx]{1,5}|\p{L})(?:[.)][-–—]?|\s?[-–—/])(?=\s|$)/iu;
const PARAGRAPH_SIGN = /^[§¶]\s?(\p{Nd}{1,3})[.)]?(?=\s|$)/u;
const ROMAN = /^(?=[ivxlc])(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})$/i;
const TATWEEL = '\u0640';
const ABJAD = 'أبجدهوزحطيكلمنسعفصقرشت';

/** Reads the labels of one language. */
export class LabelReader {
  private readonly division: RegExp;
  private readonly ordinal: RegExp | undefined;
  private readonly words: DivisionWords;
  private readonly styles = new Map<string, LabelStyle>();

  constructor(words: DivisionWords) {
    this.words = words;
    for (const [style, names] of Object.entries(words.divisions)) {
      for (const name of names) this.styles.set(name, style as LabelStyle);
    }
    const names = longestFirst(this.styles.keys()).map(escapePattern);
    const numbers = longestFirst(Object.keys(words.numbers)).map(escapePattern);
    const number = `(?:${numbers.length > 0 ? `${numbers.join('|')}|` : ''}\\p{Nd}{1,3}(?:\\.\\p{Nd}{1,3})*|[ivxlc]{1,7}|\\p{Lu})`;
    this.division = new RegExp(
      `^(${names.join('|')})\\.?\\s*(?:n[o°º]\\.?\\s*)?[("“«]?\\s?(${number})(?:st|nd|rd|th|er|re|\\.?[ºª°o])?\\s?[)"”»]?(?=[\\s.:,;–—-]|$)(?:\\.\\s?[–—-]|[.:–—-])?`,
      'iu',
    );
    if (numbers.length > 0)
      this.ordinal = new RegExp(
        `^(${numbers.join('|')})(?:(?:\\s*[:–—]|\\s+-|\\.\\s?[-–—])(?=\\s|$)|\\.(?=\\s+\\S))`,
        'iu',
      );
  }

  /** The label with which `text` begins, or undefined. */
  read(text: string): FoundLabel | undefined {
    const first = text.charCodeAt(0);
    return (
      this.readDivision(text) ??
      this.readOrdinal(text) ??
      (isSymbolic(first) || isLetterish(text) ? readSymbol(text) : undefined)
    );
  }

  private readDivision(text: string): FoundLabel | undefined {
    const match = this.division.exec(text);
    if (!match) return undefined;
    const style = this.styles.get((match[1] as string).toLowerCase());
    const written = match[2] as string;
    if (!style) return undefined;
    const rest = text.slice(match[0].length);
    // "Article 188 or a vote of confidence" is a sentence about an article, not its heading.
    if (/^[ \t]*(?:[,;)]|\p{Ll})/u.test(rest) && !/[.:–—-]$/.test(match[0])) return undefined;
    if (/^[A-Z]$/.test(written) && style === 'article') return undefined;
    const ordinal = this.ordinalOf(written);
    const components = written.includes('.') ? written.split('.').map(digits) : undefined;
    return {
      label: {
        style,
        ordinal,
        cited: known(this.words, written) ? String(ordinal) : written,
        ...(components && { components }),
      },
      end: skipSpace(text, match[0].length),
    };
  }

  private readOrdinal(text: string): FoundLabel | undefined {
    const match = this.ordinal?.exec(text);
    if (!match) return undefined;
    const ordinal = this.ordinalOf(match[1] as string);
    return {
      label: { style: 'ordinal', ordinal, cited: String(ordinal) },
      end: skipSpace(text, match[0].length),
    };
  }

  private ordinalOf(written: string): number | undefined {
    const known = this.words.numbers[written.toLowerCase()];
    if (known !== undefined) return known;
    if (/^\p{Nd}/u.test(written)) return digits(written.split('.').at(-1) as string);
    return romanValue(written) ?? letterValue(written);
  }
}

/** Number words are cited in digits: "Article Five" is Art. 5. */
function known(words: DivisionWords, written: string): boolean {
  return words.numbers[written.toLowerCase()] !== undefined;
}

function readSymbol(text: string): FoundLabel | undefined {
  const bullet = BULLET.exec(text);
  if (bullet) return { label: { style: 'bullet', ordinal: undefined, cited: '' }, end: bullet[0].length };
  const decimal = DECIMAL.exec(text);
  if (decimal) return decimalLabel(decimal, text);
  const sign = PARAGRAPH_SIGN.exec(text);
  if (sign) return digitLabel(sign, text, 'digit', (written) => `§ ${written}`);
  const digit = DIGIT.exec(text);
  if (digit)
    return digitLabel(digit, text, digit[0].includes(')') ? 'digit-parenthesis' : 'digit', (written) =>
      digit[0].includes(')') ? `(${written})` : written,
    );
  const letter = ENCLOSED.exec(text) ?? LETTER.exec(text);
  return letter ? letterLabel(letter, text) : undefined;
}

function decimalLabel(match: RegExpExecArray, text: string): FoundLabel {
  const components = (match[1] as string).split('.').map(digits);
  return {
    label: { style: 'decimal', ordinal: components.at(-1), components, cited: components.join('.') },
    end: skipSpace(text, match[0].length),
  };
}

function digitLabel(
  match: RegExpExecArray,
  text: string,
  style: LabelStyle,
  cite: (written: string) => string,
): FoundLabel {
  const ordinal = digits(match[1] as string);
  return { label: { style, ordinal, cited: cite(String(ordinal)) }, end: skipSpace(text, match[0].length) };
}

function letterLabel(match: RegExpExecArray, text: string): FoundLabel | undefined {
  const written = match[1] as string;
  const end = skipSpace(text, match[0].length);
  const cited = `(${written})`;
  if (/^\p{Nd}/u.test(written))
    return { label: { style: 'digit-parenthesis', ordinal: digits(written), cited: `(${digits(written)})` }, end };
  const roman = romanValue(written);
  const letter = letterValue(written);
  const letterStyle: LabelStyle = written === written.toLowerCase() ? 'lower' : 'upper';
  if (roman !== undefined && letter !== undefined) {
    // A lone "i", "v" or "x" may open a Roman series or continue an alphabetical one: the list that is open decides.
    return {
      label: { style: 'roman', ordinal: roman, cited, alternative: { style: letterStyle, ordinal: letter } },
      end,
    };
  }
  if (roman !== undefined) return { label: { style: 'roman', ordinal: roman, cited }, end };
  return letter === undefined ? undefined : { label: { style: letterStyle, ordinal: letter, cited }, end };
}

function isSymbolic(code: number): boolean {
  return code < 0x41 || (code > 0x7a && code !== 0xad) || code === 0x5b;
}

/** A single letter or a Roman numeral before a full stop or parenthesis. */
function isLetterish(text: string): boolean {
  const mark = text.charCodeAt(1);
  if (mark === 0x2e || mark === 0x29 || mark === 0x20 || mark === 0x2d || mark === 0x2f) return true;
  return /^[ivx]{2,5}(?:[.)]|\s?[-–—/])/i.test(text);
}

function skipSpace(text: string, position: number): number {
  let end = position;
  while (end < text.length && /\s/.test(text[end] as string)) end++;
  return end;
}

/** The value of a run of decimal digits of any script. */
export function digits(written: string): number {
  let value = 0;
  for (const character of written) {
    const code = character.codePointAt(0) as number;
    // Every script's ten digits stand together in Unicode and begin at a code point that these blocks share.
    const zero = [0x30, 0x660, 0x6f0, 0x966].find((base) => code >= base && code < base + 10);
    if (zero === undefined) return Number.NaN;
    value = value * 10 + (code - zero);
  }
  return value;
}

const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The value of a Roman numeral below 200, or undefined. */
export function romanValue(written: string): number | undefined {
  if (!ROMAN.test(written)) return undefined;
  let value = 0;
  let previous = 0;
  for (const character of [...written.toLowerCase()].reverse()) {
    const worth = ROMAN_VALUES[character] as number;
    value += worth < previous ? -worth : worth;
    previous = Math.max(previous, worth);
  }
  return value > 0 ? value : undefined;
}

/** The place of a single letter in its alphabet from 1 (Latin, Cyrillic, or Arabic abjad), or undefined. */
export function letterValue(written: string): number | undefined {
  // A lone Arabic letter is often drawn out, so that it is not taken for a digit: "(هـ)".
  if (written.length === 2 && written.endsWith(TATWEEL)) return letterValue(written[0] as string);
  if (written.length === 2 && written[0] === written[1]) {
    const single = letterValue(written[0] as string);
    return single === undefined ? undefined : single + 26;
  }
  if (written.length !== 1) return undefined;
  const code = written.toLowerCase().charCodeAt(0);
  if (code >= 0x61 && code <= 0x7a) return code - 0x60;
  if (code >= 0x430 && code <= 0x44f) return code - 0x42f;
  const abjad = ABJAD.indexOf(written);
  return abjad < 0 ? undefined : abjad + 1;
}

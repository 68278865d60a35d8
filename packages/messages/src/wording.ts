import { isolate, isRightToLeft } from './direction.ts';

/** How lists, quotations and citations are written in a language. */
interface Wording {
  readonly quotation: readonly [before: string, after: string];
  readonly comma: string;
  readonly semicolon: string;
  readonly citation: Readonly<Record<string, string>>;
}

const ENGLISH: Wording = { quotation: ['"', '"'], comma: ', ', semicolon: '; ', citation: {} };

const WORDINGS: Readonly<Record<string, Wording>> = {
  fr: {
    quotation: ['«\u00a0', '\u00a0»'],
    comma: ', ',
    semicolon: '\u00a0; ',
    citation: {
      Annex: 'Annexe',
      Preamble: 'Préambule',
      Part: 'Partie',
      Chapter: 'Chapitre',
      Section: 'Section',
      item: 'élément',
      '¶': 'par.',
    },
  },
  es: {
    quotation: ['«', '»'],
    comma: ', ',
    semicolon: '; ',
    citation: {
      Annex: 'Anexo',
      Preamble: 'Preámbulo',
      Part: 'Parte',
      Chapter: 'Capítulo',
      Section: 'Sección',
      item: 'elemento',
      '¶': 'párr.',
    },
  },
  ar: {
    quotation: ['«', '»'],
    comma: '، ',
    semicolon: '؛ ',
    citation: {
      'Art.': 'المادة',
      Annex: 'المرفق',
      Preamble: 'الديباجة',
      Part: 'الجزء',
      Chapter: 'الفصل',
      Section: 'القسم',
      item: 'البند',
      '¶': 'الفقرة',
    },
  },
};

function wordingIn(locale: string): Wording {
  return WORDINGS[locale] ?? ENGLISH;
}

/** Words of a draft in quotation marks; kept apart where they run against the direction of the language. */
export function quote(words: string, locale: string): string {
  const [before, after] = wordingIn(locale).quotation;
  return `${before}${isolate(words, locale)}${after}`;
}

export function quotes(all: readonly string[], locale: string): string {
  return all.map((words) => quote(words, locale)).join(wordingIn(locale).comma);
}

/** Words in a row. */
export function row(parts: readonly string[], locale: string): string {
  return parts.join(wordingIn(locale).comma);
}

/** Titles in a row. They may have commas of their own. */
export function list(items: readonly string[], locale: string): string {
  return items.join(wordingIn(locale).semicolon);
}

/**
 * A citation as the report has it (`Art. 9(1)(b)`, `Annex A, 3`, `Preamble, ¶ 4`) in the words of a language. Numbers and
 * letters stay: they are the draft's.
 */
export function cite(citation: string, locale: string): string {
  const words = wordingIn(locale).citation;
  const own = citation.replace(
    /(?<![^\s,])(?:Art\.|Annex|Preamble|Part|Chapter|Section|item|¶)(?=[\s,]|$)/g,
    (word) => {
      return words[word] ?? word;
    },
  );
  // Letter by letter: (أ)(ب) would change places with one another between them.
  if (!isRightToLeft(locale)) return own.replace(/[\u0590-\u08ff]+/g, (letters) => isolate(letters, locale));
  // "9(1)(b)" stays as the draft has it; by itself it would be turned round there.
  return own
    .replaceAll(', ', '، ')
    .replace(/[\dA-Za-z.()[\]-]*[A-Za-z][\dA-Za-z.()[\]-]*/g, (number) => `\u2066${number}\u2069`);
}

/** A number as it is written in a language; in Arabic with the digits that UN documents use, 0 to 9. */
export function numeral(value: number, locale: string): string {
  // The same in all languages, and without the data of the platform, which takes long to load.
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
  const tag = locale === 'ar' ? 'ar-u-nu-latn' : locale;
  numerals[tag] ??= new Intl.NumberFormat(tag);
  return numerals[tag].format(value);
}

const numerals: Record<string, Intl.NumberFormat> = {};

/** Words that are not of the language, kept apart where they run against it. */
export function own(words: string, locale: string): string {
  return isolate(words, locale);
}

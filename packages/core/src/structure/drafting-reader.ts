import type { DraftingWords, LanguageData } from '../language/language-data.ts';
import { escapePattern, longestFirst } from '../language/pattern.ts';

/**
 * Recognises words of drafting in all languages at once: versions in several languages stand in one file, and tags and
 * blanks are often in the language of the mediator, not of the text.
 */
export class DraftingReader {
  /** A whole bracket that is no part of the text. */
  readonly editorial: RegExp;
  /** A whole bracket that waits to be filled. */
  readonly blank: RegExp;
  /** What follows a figure in brackets that is open. */
  readonly counted: RegExp;
  /** The name of the side that claims the words behind it, with its colon. */
  readonly tag: RegExp;
  /** The same without a colon, alone in its bracket: "[AU text] The Parties shall …". */
  readonly tagAlone: RegExp;
  /** A whole bracket that numbers one of several wordings. */
  readonly option: RegExp;
  /** The same at the head of a paragraph, without a bracket. Sticky. */
  readonly bareOption: RegExp;
  readonly proper: RegExp;
  readonly lone: RegExp;
  /** Parts two wordings in one bracket. Global. */
  readonly separator: RegExp;
  readonly both: RegExp;
  /** Who sits where, in signed texts too: "Women's Bloc – one (1) and Youth Union – one (1)". */
  readonly membership: RegExp;
  /** A conjunction after a semicolon, or alone, at the end of an item. */
  readonly conjunction: RegExp;
  /** The punctuation at the end of an item, with a conjunction behind it. */
  readonly itemEnd: RegExp;
  /** What stands before a short name in quotation marks. */
  readonly named: RegExp;
  /** An article at the head of a defined term. */
  readonly article: RegExp;
  readonly draft: RegExp;
  readonly signed: RegExp;

  constructor(languages: readonly LanguageData[]) {
    const any = (key: keyof DraftingWords): string => {
      const all = new Set(languages.flatMap(({ drafting }) => drafting[key]));
      return all.size === 0 ? '(?!)' : longestFirst(all).join('|');
    };
    const small = `(?:${any('small')})`;
    const claim = `(?:${any('claims')})`;
    const name = '[\\p{Lu}][\\p{L}\\p{N}/&.-]*';
    const word = `(?:[\\p{Lu}\\d][\\p{L}\\p{N}/&.-]*|${small}|${claim})`;
    const numberWords = longestFirst(languages.flatMap(({ numbers }) => Object.keys(numbers))).map(escapePattern);
    const number = `(?:\\p{Nd}{1,2}|${[...numberWords, '[A-Z]', '[\\u0621-\\u064a]'].join('|')})(?!\\p{L})`;
    this.editorial = new RegExp(`^(?:p\\.\\s*\\d+|\\d{4}|${any('editorial')})$`, 'iu');
    this.blank = new RegExp(
      `^(?:[\\s_.…·\\-–—xX?•]*|[nxyz]|xx|(?:${any('blank')})(?:[\\s:,–-]+(?:${any('blank')}))?)$`,
      'iu',
    );
    this.counted = new RegExp(`^[\\][\\d\\s]*(?:%|${any('counted')})`, 'iu');
    this.tag = new RegExp(
      `^((?:${name}(?: ${word}){0,5}|${claim}(?: \\p{L}[\\p{L}\\p{M}\\p{N}-]*){0,4}))\\s*[:：]\\s*(?=\\S)`,
      'u',
    );
    this.tagAlone = new RegExp(
      `^((?:\\p{Lu}[\\p{L}\\p{N}/&.-]* ?){1,4}${claim}|${claim}(?: ${small})?(?: \\p{Lu}[\\p{L}\\p{N}/&.-]*){1,4})$`,
      'u',
    );
    this.option = new RegExp(`^(?:${any('options')})\\.?\\s*${number}$`, 'iu');
    this.bareOption = new RegExp(`(?:${any('options')})\\.?\\s*${number}\\s*[:.)–—-][ \\t]+(?=\\S)`, 'iuy');
    const capital = "[\\p{Lu}\\p{N}][\\p{L}\\p{N}.&’'-]*";
    this.proper = new RegExp(`^${capital}(?:\\s+(?:${capital}|${small})){0,4}$`, 'u');
    this.lone = new RegExp(`^(?:${any('lone')})$`, 'iu');
    this.separator = new RegExp(`\\s+(?:${any('separators')})\\s+|\\s*\\/\\/?\\s*|\\s*\\|\\s*`, 'gu');
    this.both = new RegExp(`(?<!\\p{L})(?:${any('both')})(?!\\p{L})`, 'iu');
    this.membership = new RegExp(
      `[–:-]\\s*\\p{L}+(?:\\s*\\(\\d+\\))?\\s*(?:[;,]|${any('conjunctions')})\\s.*[–:-]\\s*\\p{L}+(?:\\s*\\(\\d+\\))?$`,
      'u',
    );
    this.conjunction = new RegExp(`[;,؛،]\\s*(?:${any('conjunctions')})[;,]?$`, 'iu');
    this.itemEnd = new RegExp(`[\\s;.,؛،]+(?:(?:${any('conjunctions')})[\\s;.,؛،]*)?$`, 'iu');
    this.named = new RegExp(`(?:\\(\\s*(?:(?:${any('articles')})\\s*)?|${any('named')})$`, 'iu');
    this.article = new RegExp(`^(?:${any('articles')})\\s+`, 'iu');
    this.draft = new RegExp(`(?<!\\p{L})(?:${any('draft')})(?!\\p{L})`, 'iu');
    this.signed = new RegExp(`(?<!\\p{L})(?:${any('signed')})(?!\\p{L})`, 'iu');
  }
}

const readers = new WeakMap<readonly LanguageData[], DraftingReader>();

/** The reader of a rule set's languages, made once. */
export function draftingReader(languages: readonly LanguageData[]): DraftingReader {
  let reader = readers.get(languages);
  if (!reader) {
    reader = new DraftingReader(languages);
    readers.set(languages, reader);
  }
  return reader;
}

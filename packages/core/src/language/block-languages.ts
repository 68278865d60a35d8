import type { LanguageData } from './language-data.ts';

/** A text is looked through for a second language in windows of this many code units … */
const WINDOW = 800;
/** … of which there are at most so many, spread over it. */
const WINDOWS = 12;
/** A second language is there where so large a share of the words can only be its own. */
const LEAST_SHARE = 0.03;
const LEAST_HITS = 3;
/** A block is told by its own words from so many on; a shorter one goes with the block before it. */
const LEAST_OWN = 2;

/**
 * Finds the blocks of a text that are not in its main language: a version in another language beside, below or between
 * the paragraphs of the first. Gives the language of each block, or undefined where all are in `main`.
 */
export function languagesOfBlocks(
  text: string,
  blocks: readonly { readonly span: readonly [number, number] }[],
  languages: readonly LanguageData[],
  main: string,
): readonly string[] | undefined {
  if (languages.length < 2) return undefined;
  const signs = signsOf(languages);
  if (!hasSecondLanguage(text, signs, main)) return undefined;
  const told = blocks.map(({ span }) => strongest(count(text.slice(span[0], span[1]), signs)));
  // A title goes with the text below it.
  let current = told.find((language) => language !== undefined) ?? main;
  const found = told.map((language) => {
    current = language ?? current;
    return current;
  });
  return found.some((language) => language !== main) ? found : undefined;
}

/** What only one of the languages has: words among its commonest, and a script. */
interface Signs {
  readonly words: ReadonlyMap<string, string>;
  readonly scripts: readonly { readonly language: string; readonly pattern: RegExp }[];
}

const known = new WeakMap<readonly LanguageData[], Signs>();

function signsOf(languages: readonly LanguageData[]): Signs {
  let signs = known.get(languages);
  if (!signs) {
    signs = { words: ownWords(languages), scripts: ownScripts(languages) };
    known.set(languages, signs);
  }
  return signs;
}

function ownWords(languages: readonly LanguageData[]): Map<string, string> {
  const words = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, stopWords } of languages) {
    for (const word of stopWords) {
      const other = words.get(word);
      if (other !== undefined && other !== id) shared.add(word);
      words.set(word, id);
    }
  }
  for (const word of shared) words.delete(word);
  return words;
}

const SCRIPTS = { Latin: /\p{sc=Latin}/u, Arabic: /\p{sc=Arabic}/u, Cyrillic: /\p{sc=Cyrillic}/u } as const;

/** Scripts that only one of the languages is written in, told by its commonest words. */
function ownScripts(languages: readonly LanguageData[]): Signs['scripts'] {
  return Object.entries(SCRIPTS).flatMap(([name, pattern]) => {
    const writing = languages.filter(({ stopWords }) => stopWords.some((word) => pattern.test(word)));
    return writing.length === 1
      ? [{ language: (writing[0] as LanguageData).id, pattern: new RegExp(`\\p{sc=${name}}{2,}`, 'gu') }]
      : [];
  });
}

interface Hits {
  readonly byLanguage: ReadonlyMap<string, number>;
  readonly words: number;
}

function count(text: string, signs: Signs): Hits {
  const byLanguage = new Map<string, number>();
  const add = (language: string, hits: number): void => {
    byLanguage.set(language, (byLanguage.get(language) ?? 0) + hits);
  };
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  for (const word of words) {
    const language = signs.words.get(word);
    if (language !== undefined) add(language, 1);
  }
  for (const { language, pattern } of signs.scripts) {
    const hits = text.match(pattern)?.length ?? 0;
    if (hits > 0) add(language, hits);
  }
  return { byLanguage, words: words.length };
}

/** The language that has clearly more signs than any other, or undefined. */
function strongest({ byLanguage }: Hits): string | undefined {
  const [first, second] = [...byLanguage].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < LEAST_OWN) return undefined;
  return first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : undefined;
}

function hasSecondLanguage(text: string, signs: Signs, main: string): boolean {
  const step = Math.max(WINDOW, Math.floor(text.length / WINDOWS));
  for (let from = 0; from < text.length; from += step) {
    const { byLanguage, words } = count(text.slice(from, from + WINDOW), signs);
    for (const [language, hits] of byLanguage)
      if (language !== main && hits >= LEAST_HITS && hits >= words * LEAST_SHARE) return true;
  }
  return false;
}

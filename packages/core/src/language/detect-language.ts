import type { LanguageData } from './language-data.ts';

/** The language that a text seems to be in, and the share of its words that are among that language's commonest. */
export interface DetectedLanguage {
  readonly id: string;
  readonly share: number;
}

const LONGEST_SAMPLE = 3_000;
/** In running text of a language at least every seventh word is one of its commonest. */
const LEAST_SHARE = 0.14;
/** Fewer words than this prove nothing. */
const LEAST_WORDS = 25;

/**
 * Tells the language by its commonest words. Undefined where no known language reaches its usual share, which for a
 * text of some length means that it is in another language.
 */
export function detectLanguage(text: string, languages: readonly LanguageData[]): DetectedLanguage | undefined {
  const words =
    sample(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  let best: DetectedLanguage | undefined;
  for (const language of languages) {
    const common = commonWordsOf(language);
    const hits = words.filter((word) => common.has(word)).length;
    const share = words.length === 0 ? 0 : hits / words.length;
    if (!best || share > best.share) best = { id: language.id, share };
  }
  if (!best) return undefined;
  return best.share >= LEAST_SHARE || (words.length < LEAST_WORDS && best.share > 0) || words.length < 8
    ? best
    : undefined;
}

const commonWords = new WeakMap<LanguageData, ReadonlySet<string>>();

function commonWordsOf(language: LanguageData): ReadonlySet<string> {
  let words = commonWords.get(language);
  if (!words) {
    words = new Set(language.stopWords);
    commonWords.set(language, words);
  }
  return words;
}

/** From the middle of a long text, where titles and lists of names do not distort it. */
function sample(text: string): string {
  if (text.length <= LONGEST_SAMPLE) return text;
  const from = Math.floor((text.length - LONGEST_SAMPLE) / 2);
  return text.slice(from, from + LONGEST_SAMPLE);
}

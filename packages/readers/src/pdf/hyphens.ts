const WORD = /\p{L}+(?:[-‐‑]\p{L}+)*/gu;
const OPEN_WORD = /([\p{L}\p{M}]+(?:[-‐‑][\p{L}\p{M}]+)*)[-‐‑\u00AD]$/u;
const NEXT_WORD = /^[\p{L}\p{M}]+(?:[-‐‑][\p{L}\p{M}]+)*/u;

/** First parts that keep their hyphen before any word. */
const PREFIXES = new Set([
  ...['non', 'self', 'vice', 'quasi'],
  ...['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'],
  ...['dix', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante', 'quatre'],
]);
/** Last parts that keep it. */
const SUFFIXES = new Set(['ci', 'là', 'même', 'mêmes']);
/** First parts that keep it before a word that the draft knows. */
const LOOSE_PREFIXES = new Set(['ex', 'sub', 'anti', 'pro', 'co', 'inter', 'sous', 'nord', 'sud', 'cease', 'half']);

/** How often each word stands in the draft, apart from words that a line breaks. */
export type Vocabulary = ReadonlyMap<string, number>;

/** Counts the words of lines in reading order. */
export function countWords(lines: Iterable<string>): Vocabulary {
  const counts = new Map<string, number>();
  let isDivided = false;
  for (const line of lines) {
    const begun: string = isDivided ? line.replace(NEXT_WORD, '') : line;
    const whole: string = begun.replace(OPEN_WORD, '');
    isDivided = whole.length < begun.length;
    for (const [word] of whole.matchAll(WORD)) {
      const key = plain(word);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * What to do with a hyphen at the end of a line: `drop` it where it only divides a word,
 * `keep` it where it belongs to a compound. Undefined where the line does not end in a divided word.
 * The document's own vocabulary decides; hyphenation differs between languages and houses.
 */
export function judgeHyphen(line: string, next: string, vocabulary: Vocabulary): 'drop' | 'keep' | undefined {
  const before = OPEN_WORD.exec(line)?.[1];
  const after = NEXT_WORD.exec(next)?.[0];
  if (before === undefined || after === undefined) return undefined;
  if (line.endsWith('\u00AD')) return 'drop';
  if (/^\p{Lu}/u.test(after) && !/^\p{Lu}+$/u.test(before)) return 'keep';
  const [a, b] = [plain(before), plain(after)];
  const joined = vocabulary.get(a + b) ?? 0;
  const compound = vocabulary.get(`${a}-${b}`) ?? 0;
  if (joined !== compound) return joined > compound ? 'drop' : 'keep';
  const first = a.split('-').at(-1) as string;
  if (PREFIXES.has(a) || SUFFIXES.has(b) || a.includes('-') || /^\p{Nd}+$/u.test(a)) return 'keep';
  if (LOOSE_PREFIXES.has(a) && (vocabulary.get(b) ?? 0) > 0) return 'keep';
  const bothWords = (vocabulary.get(first) ?? 0) > 0 && (vocabulary.get(b) ?? 0) > 0;
  return bothWords && first.length > 3 && b.length > 3 ? 'keep' : 'drop';
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[‐‑]/gu, '-');
}

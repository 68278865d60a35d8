import type { Root } from 'nlcst';
import retextEnglish from 'retext-english';
import { unified } from 'unified';
import { Gap, type Words } from './tokens.ts';

const parser = unified().use(retextEnglish).freeze();

/** Longer clauses are not handed to the parser, whose recursion and cost grow with them: every candidate then parts. */
const LONGEST_PARSED = 20_000;

/**
 * The words with which the sentences of a clause begin, as indices into `tokens`; the first is always 0.
 *
 * Most full stops are beyond doubt ("… civilians. The Parties …"). Only where one follows an abbreviation, a number or
 * a short word is the clause parsed with retext, and the parser's own mistakes at legal abbreviations ("Arts. 51",
 * "para. 4", "S.C. Res. 1325") are repaired.
 */
export function sentenceStarts(text: string, tokens: Words, abbreviations: ReadonlySet<string>): number[] {
  const starts = [0];
  let parsed: Set<number> | undefined;
  for (let index = 1; index < tokens.count; index++) {
    if (tokens.gap[index] !== Gap.end) continue;
    const end = tokens.end[index - 1] as number;
    const next = tokens.start[index] as number;
    const verdict = judge(text, end, next, text.slice(tokens.start[index - 1], end), abbreviations);
    if (verdict === 'no') continue;
    // "… under paragraph 5. The Parties": a number that begins the sentence is its label, any other can end it.
    if (verdict === 'doubtful' && /^\p{N}+$/u.test(text.slice(tokens.start[index - 1], end))) {
      if (index - 1 > (starts.at(-1) as number)) starts.push(index);
      continue;
    }
    if (verdict === 'doubtful' && text.length <= LONGEST_PARSED) {
      parsed ??= parsedStarts(text);
      if (!startsBetween(parsed, end, next)) continue;
    }
    starts.push(index);
  }
  return starts;
}

type Verdict = 'yes' | 'no' | 'doubtful';

function judge(text: string, end: number, next: number, previous: string, abbreviations: ReadonlySet<string>): Verdict {
  const between = text.slice(end, next);
  if (!/[.?!؟…。]["'”’»)\]]*\s/.test(between)) return 'no';
  if (/\n\s*\n/.test(between) || /[?!؟。]/.test(between)) return 'yes';
  const first = text[next] as string;
  if (first !== first.toUpperCase()) return 'no';
  const word = previous.toLowerCase();
  if (abbreviations.has(word)) return 'no';
  return isPlainWord(previous, word) ? 'yes' : 'doubtful';
}

/** A word that no abbreviation looks like: lower case with a vowel, or long and capitalised. */
function isPlainWord(written: string, word: string): boolean {
  if (!/^\p{L}+$/u.test(written) || !/[aeiouyàâäéèêëïîôöùûüáíóú\u0600-\u06ff\u0400-\u04ff]/.test(word)) return false;
  return written === word ? written.length >= 2 : written.length >= 5 && written.slice(1) === word.slice(1);
}

/** Offsets at which the parser begins a sentence. */
function parsedStarts(text: string): Set<number> {
  const root = parser.parse(text) as Root;
  const starts = new Set<number>();
  for (const paragraph of root.children) {
    if (paragraph.type !== 'ParagraphNode') continue;
    for (const sentence of paragraph.children) {
      const offset = sentence.position?.start.offset;
      if (sentence.type === 'SentenceNode' && offset !== undefined) starts.add(offset);
    }
  }
  return starts;
}

function startsBetween(starts: ReadonlySet<number>, end: number, next: number): boolean {
  for (let offset = end; offset <= next; offset++) if (starts.has(offset)) return true;
  return false;
}

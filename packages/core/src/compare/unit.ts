import type { LanguagePack } from '../language/language-pack.ts';
import { Tokens, tokenize } from '../language/tokens.ts';
import type { Span } from '../span.ts';
import type { Agreement, Clause } from '../structure/agreement.ts';

/** One draft as the comparison reads it. */
export interface DraftText {
  readonly text: string;
  readonly agreement: Agreement;
  readonly pack: LanguagePack;
}

/** A sentence of a clause: the smallest part that is found again in another draft. */
export interface Unit {
  readonly clause: Clause;
  /** Which sentence of the clause, from 0. */
  readonly ordinal: number;
  /** In the Source, without the clause's label. */
  readonly span: Span;
  /** Words of the clause's scan, half-open; empty where the clause holds nothing of the vocabulary. */
  readonly scanWords: readonly [from: number, to: number];
  /** Words in their normal form, as numbers of the word table, in order. */
  readonly words: Int32Array;
  /** Where each word stands in the Source. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Gives equal numbers to words with the same normal form, in both drafts. */
export class WordTable {
  private readonly bySurface = new Map<string, number>();
  private readonly byForm = new Map<string, number>();
  private readonly forms: string[] = [];
  private readonly pack: LanguagePack;

  constructor(pack: LanguagePack) {
    this.pack = pack;
  }

  idOf(surface: string): number {
    const known = this.bySurface.get(surface);
    if (known !== undefined) return known;
    const form = this.pack.language.normalise(surface);
    let id = this.byForm.get(form);
    if (id === undefined) {
      id = this.forms.length;
      this.forms.push(form);
      this.byForm.set(form, id);
    }
    this.bySurface.set(surface, id);
    return id;
  }

  formOf(id: number): string {
    return this.forms[id] as string;
  }

  get size(): number {
    return this.forms.length;
  }
}

const scratch = new Tokens();

/** Cuts a clause into its sentences. */
export function unitsOf(clause: Clause, draft: DraftText, table: WordTable): Unit[] {
  const { scan, textStart } = clause.reading;
  const base = clause.span[0];
  if (!scan) {
    const text = draft.text.slice(base + textStart, clause.span[1]);
    tokenize(text, draft.pack.language.elides, [], scratch);
    const starts = scratch.start.slice(0, scratch.count).map((at) => at + base + textStart);
    const ends = scratch.end.slice(0, scratch.count).map((at) => at + base + textStart);
    return [unit(clause, 0, [base + textStart, clause.span[1]], [0, 0], starts, ends, draft, table)];
  }
  const sentences = scan.sentences;
  return sentences.map((from, ordinal) => {
    const to = sentences[ordinal + 1] ?? scan.words;
    const start = ordinal === 0 ? textStart : (scan.start[from] as number);
    const end = to < scan.words ? (scan.start[to] as number) : clause.span[1] - base;
    const starts = scan.start.slice(from, to).map((at) => at + base);
    const ends = scan.end.slice(from, to).map((at) => at + base);
    return unit(clause, ordinal, trimmed(draft.text, base + start, base + end), [from, to], starts, ends, draft, table);
  });
}

function unit(
  clause: Clause,
  ordinal: number,
  span: Span,
  scanWords: readonly [number, number],
  starts: Int32Array,
  ends: Int32Array,
  draft: DraftText,
  table: WordTable,
): Unit {
  const words = new Int32Array(starts.length);
  for (let at = 0; at < starts.length; at++)
    words[at] = table.idOf(draft.text.slice(starts[at] as number, ends[at] as number));
  return { clause, ordinal, span: trimmed(draft.text, span[0], span[1]), scanWords, words, starts, ends };
}

/** The stretch without white space at its ends. */
export function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] as string)) from++;
  while (to > from && /\s/.test(text[to - 1] as string)) to--;
  return [from, to];
}

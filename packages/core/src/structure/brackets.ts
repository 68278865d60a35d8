import type { Source } from '../source/source.ts';
import type { Span } from '../span.ts';
import { pairBrackets } from './bracket-pairs.ts';
import type { DraftingReader } from './drafting-reader.ts';

/**
 * A stretch in brackets, and what it is taken for. Square brackets carry no legal meaning; negotiators use them for
 * language that is not agreed (taxonomy 7.2), editors for much else.
 */
export interface Bracket {
  /** With the brackets themselves. */
  readonly span: Span;
  /** Without them, and without a party's tag. */
  readonly inner: Span;
  readonly kind: BracketKind;
  /** Who proposed the words, where a tag says so. */
  readonly tag?: string;
  /** The words that compete for the place, where the kind is `alternatives`. */
  readonly alternatives: readonly Span[];
}

export type BracketKind =
  /** Words that not everybody agrees to. */
  | 'contested'
  /** Words of which one will stand: `[shall/should]`, `[shall][should]`, `[Option 1] …`. */
  | 'alternatives'
  /** A blank to be filled: `[date]`, `[n]`, `[__]`. */
  | 'placeholder'
  /** A remark on the text: `[sic]`, `[moved to 4.2]`, an acronym, an omission. */
  | 'editorial';

export interface Brackets {
  /** In the order of the text; an inner bracket stands after the one around it. */
  readonly all: readonly Bracket[];
  /** Offsets of brackets that nothing opens or closes. */
  readonly unbalanced: readonly number[];
}

/** Whether the words of a bracket say something that could be agreed or not: the caller knows the vocabulary. */
export type BearsMeaning = (text: string) => boolean;

/** A figure is open only where it counts something; elsewhere it cites a note or a page. */
const FIGURE = /^[\d\s.,/%-]+$/;

/** Finds all brackets of a draft. Linear in the text. */
export function findBrackets(
  source: Source,
  stage: 'draft' | 'signed',
  words: DraftingReader,
  bearsMeaning: BearsMeaning,
): Brackets {
  const pairs = pairBrackets(source);
  const classifier = new Classifier(source.text, stage, words, bearsMeaning);
  const all = joinAlternatives(
    source.text,
    pairs.spans.map((span) => classifier.classify(span)),
  );
  const options = stage === 'draft' ? bareOptions(source, all, words) : [];
  const merged = options.length === 0 ? all : [...all, ...options].sort(byPlace);
  return { all: merged, unbalanced: pairs.unbalanced };
}

function byPlace(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span[0] - b.span[0] || b.span[1] - a.span[1];
}

/** Tells what each bracket of a text is. */
class Classifier {
  private readonly text: string;
  private readonly stage: 'draft' | 'signed';
  private readonly words: DraftingReader;
  private readonly bearsMeaning: BearsMeaning;

  constructor(text: string, stage: 'draft' | 'signed', words: DraftingReader, bearsMeaning: BearsMeaning) {
    this.text = text;
    this.stage = stage;
    this.words = words;
    this.bearsMeaning = bearsMeaning;
  }

  classify(span: Span): Bracket {
    const { text } = this;
    const content = text.slice(span[0] + 1, span[1] - 1);
    const trimmed = content.trim();
    const tag = this.words.tag.exec(trimmed);
    const tagged = tag ?? this.words.tagAlone.exec(trimmed);
    const start = span[0] + 1 + content.indexOf(trimmed);
    const inner: Span = [start + (tag ? tag[0].length : 0), start + trimmed.length];
    const alternatives = () => this.alternatives(inner);
    const { kind, parts } = this.kindOf(trimmed, span, tag !== null, tagged !== null, alternatives);
    return {
      span,
      inner,
      kind,
      alternatives: parts ?? [],
      ...(tagged?.[1] && kind !== 'editorial' && { tag: tagged[1].trim() }),
    };
  }

  private kindOf(
    trimmed: string,
    span: Span,
    isClaimed: boolean,
    isTagged: boolean,
    alternatives: () => readonly Span[],
  ): { readonly kind: BracketKind; readonly parts?: readonly Span[] } {
    const { words, stage, text, bearsMeaning } = this;
    if (words.membership.test(trimmed)) return { kind: 'editorial' };
    if (text[span[0]] === '(' || (isClaimed && bearsMeaning(trimmed))) return { kind: 'contested' };
    if (words.option.test(trimmed) || (stage === 'draft' && isTagged && !isClaimed)) return { kind: 'alternatives' };
    if (trimmed === '…' || trimmed === '...' || words.editorial.test(trimmed)) return { kind: 'editorial' };
    if (stage === 'draft' && words.lone.test(trimmed)) return { kind: 'contested' };
    if (words.blank.test(trimmed)) return { kind: 'placeholder' };
    if (FIGURE.test(trimmed))
      return { kind: words.counted.test(text.slice(span[1], span[1] + 40)) ? 'placeholder' : 'editorial' };
    const parts = alternatives();
    if (parts.length > 1) return { kind: 'alternatives', parts };
    if (stage === 'signed' || (words.proper.test(trimmed) && !bearsMeaning(trimmed))) return { kind: 'editorial' };
    return { kind: bearsMeaning(trimmed) || trimmed.split(/\s+/).length >= 3 ? 'contested' : 'editorial' };
  }

  /** Parts "shall/should" or "allow OR facilitate" at their separators, unless it is "and/or" or a date. */
  private alternatives(inner: Span): Span[] {
    const { text, words, stage, bearsMeaning } = this;
    const content = text.slice(inner[0], inner[1]);
    // A choice inside a bracket of its own is no choice between the words around it.
    if (content.length > 400 || /[[【［]/.test(content) || words.both.test(content)) return [];
    const cut = content.split(words.separator);
    if (cut.length === 1) return [];
    const spans: Span[] = [];
    let from = 0;
    for (const part of cut) {
      const at = content.indexOf(part, from);
      if (part.trim() !== '') spans.push([inner[0] + at, inner[0] + at + part.length]);
      from = at + part.length;
    }
    const parts = spans.map(([start, end]) => text.slice(start, end));
    const isChoice =
      parts.some(bearsMeaning) || (stage === 'draft' && parts.every((part) => /^[\p{Ll}\p{Lo}]/u.test(part)));
    return isChoice ? spans : [];
  }
}

/** Makes one group of neighbours that compete: `[shall][should]`, and `[Option 1] … [Option 2] …`. Works level by level. */
function joinAlternatives(text: string, brackets: readonly Bracket[]): Bracket[] {
  if (brackets.length === 0) return [];
  const levels = new Map<Bracket | undefined, Bracket[]>();
  const around: Bracket[] = [];
  for (const bracket of brackets) {
    while (around.length > 0 && (around.at(-1) as Bracket).span[1] <= bracket.span[0]) around.pop();
    const level = levels.get(around.at(-1));
    if (level) level.push(bracket);
    else levels.set(around.at(-1), [bracket]);
    around.push(bracket);
  }
  return [...levels]
    .flatMap(([outer, level]) => joinOptions(text, joinNeighbours(text, level), outer ? outer.inner[1] : text.length))
    .sort(byPlace);
}

const LONGEST_NEIGHBOUR = 60;

function joinNeighbours(text: string, level: readonly Bracket[]): Bracket[] {
  const joined: Bracket[] = [];
  for (let at = 0; at < level.length; at++) {
    const first = level[at] as Bracket;
    const run = [first];
    for (
      let next = level[at + 1];
      next && isNeighbour(text, run.at(-1) as Bracket, next);
      next = level[at + run.length]
    )
      run.push(next);
    at += run.length - 1;
    joined.push(
      run.length === 1
        ? first
        : {
            ...first,
            kind: 'alternatives',
            span: [first.span[0], (run.at(-1) as Bracket).span[1]],
            alternatives: run.map((member) => member.inner),
          },
    );
  }
  return joined;
}

function isNeighbour(text: string, previous: Bracket, next: Bracket): boolean {
  const competes =
    previous.kind === next.kind && (next.kind === 'contested' || (next.kind === 'placeholder' && isFigure(text, next)));
  return (
    competes &&
    (next.kind === 'contested' || isFigure(text, previous)) &&
    next.span[1] - next.span[0] <= LONGEST_NEIGHBOUR &&
    /^\s?$/.test(text.slice(previous.span[1], next.span[0]))
  );
}

function isFigure(text: string, bracket: Bracket): boolean {
  return FIGURE.test(text.slice(bracket.inner[0], bracket.inner[1]));
}

/** Gives each mark the words behind it, and makes marks that follow one another one group. */
function joinOptions(text: string, level: readonly Bracket[], end: number): Bracket[] {
  const joined: Bracket[] = [];
  level.forEach((bracket, at) => {
    if (bracket.kind !== 'alternatives' || bracket.alternatives.length > 0) {
      joined.push(bracket);
      return;
    }
    const words = markedWords(text, level, at, end);
    const last = joined.at(-1);
    const follows = last?.kind === 'alternatives' && text.slice(last.span[1], bracket.span[0]).trim() === '';
    if (last && follows)
      joined[joined.length - 1] = {
        ...last,
        span: [last.span[0], words[1]],
        alternatives: [...last.alternatives, words],
      };
    else joined.push({ ...bracket, span: [bracket.span[0], words[1]], alternatives: [words] });
  });
  // Words that one side claims, with no other side's beside them, are contested.
  return joined.map((group) =>
    group.tag && group.kind === 'alternatives' && group.alternatives.length === 1
      ? { ...group, kind: 'contested', inner: group.alternatives[0] as Span, alternatives: [] }
      : group,
  );
}

/** The words of an option: from its mark to the next mark, the end of its paragraph or of the bracket around it. */
function markedWords(text: string, level: readonly Bracket[], at: number, limit: number): Span {
  const own = level[at] as Bracket;
  const newline = text.indexOf('\n', own.span[1]);
  let end = Math.min(newline < 0 ? text.length : newline, limit);
  for (let next = at + 1; next < level.length; next++) {
    const bracket = level[next] as Bracket;
    if (bracket.span[0] >= end) break;
    if (bracket.kind === 'alternatives' && bracket.alternatives.length === 0) return [own.span[1], bracket.span[0]];
    end = Math.max(end, bracket.span[1]);
  }
  return [own.span[1], Math.max(end, own.span[1])];
}

/** "Option A. … Option B. …" at the head of blocks that follow one another, without brackets. One alone is no choice. */
function bareOptions(source: Source, all: readonly Bracket[], { bareOption }: DraftingReader): Bracket[] {
  const groups: Bracket[] = [];
  let open: { readonly start: number; readonly words: Span[] } | undefined;
  const close = () => {
    const last = open?.words.at(-1);
    if (open && last && open.words.length > 1) {
      const span: Span = [open.start, last[1]];
      const { words } = open;
      // A bracket that begins under one option and ends under another leaves nothing to choose between.
      const crosses = all.some(
        (bracket) =>
          bracket.span[0] < span[1] &&
          span[0] < bracket.span[1] &&
          !words.some((option) => contains(option, bracket.span)),
      );
      if (!crosses) groups.push({ span, inner: words[0] as Span, kind: 'alternatives', alternatives: words });
    }
    open = undefined;
  };
  for (const block of source.blocks) {
    const [start, end] = block.span;
    bareOption.lastIndex = start;
    const mark = bareOption.exec(source.text);
    if (!mark) {
      close();
      continue;
    }
    open ??= { start, words: [] };
    open.words.push([start + mark[0].length, end]);
  }
  close();
  return groups;
}

function contains(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** The stretches that a reading leaves out. Ascending and disjoint. */
export function hiddenBy(
  reading: 'accepted' | 'dropped' | 'weakest',
  brackets: Brackets,
  strengthOf: (span: Span) => number,
): Span[] {
  const hidden: Span[] = [];
  /** Hidden stretches that later brackets may still lie in. */
  let around: Span[] = [];
  const hide = (span: Span) => {
    hidden.push(span);
    around.push(span);
  };
  for (const bracket of brackets.all) {
    around = around.filter((span) => span[1] > bracket.span[0]);
    if (around.some((span) => contains(span, bracket.span))) continue;
    if (bracket.kind === 'contested') {
      if (reading === 'dropped') hide(bracket.span);
      else if (bracket.tag) hide([bracket.span[0], bracket.inner[0]]);
    } else if (bracket.kind === 'alternatives')
      for (const other of othersThan(bracket, chosen(bracket, reading, strengthOf))) hide(other);
  }
  return hidden.sort((a, b) => a[0] - b[0]);
}

/** One alternative will stand whatever happens: the strongest if all goes well, the weakest otherwise. */
function chosen(
  bracket: Bracket,
  reading: 'accepted' | 'dropped' | 'weakest',
  strengthOf: (span: Span) => number,
): Span | undefined {
  const strengths = bracket.alternatives.map(strengthOf);
  const wanted = reading === 'accepted' ? Math.max(...strengths) : Math.min(...strengths);
  return bracket.alternatives[reading === 'accepted' ? strengths.indexOf(wanted) : strengths.lastIndexOf(wanted)];
}

/** All of a group but one alternative. */
function othersThan(bracket: Bracket, kept: Span | undefined): Span[] {
  if (!kept) return [bracket.span];
  const before: Span = [bracket.span[0], kept[0]];
  const after: Span = [kept[1], bracket.span[1]];
  return [before, after].filter((span) => span[1] > span[0]);
}

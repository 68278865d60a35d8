import type { Source } from '../source/source.ts';
import type { Span } from '../span.ts';

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

const OPENING = '[【［';
const CLOSING = ']】］';
const EDITORIAL =
  /^(?:sic|emphasis added|see\b.*|note\b.*|page\b.*|p\.\s*\d+|illegible|signature[sd]?|signed|translation|original.*|seal|stamp|end ?note.*|footnote.*|deleted|moved to.*|agreed(?: ad ref\.?)?|blank|table.*|map.*|image.*|logo|hand ?written.*|unclear.*|untitled|\d{4})$/i;
const PLACEHOLDER =
  /^(?:[\s_.…·\-–—xX?•]*|tbd|tbc|to be (?:determined|confirmed|agreed|inserted|completed|decided|defined|filled)|insert\b.*|(?:the )?(?:date|name|names|place|number|no|n|x|y|z|xx|amount|city|country|location|time|mechanism|body|agency|article|annex|percentage|mission|sources?|day|month|year|court|communities|fecha|nombre|nom|lieu)s?|[\d\s.,/%-]+)$/i;
const TAG =
  /^([\p{Lu}][\p{L}\p{N}/&.-]*(?: (?:[\p{Lu}\d][\p{L}\p{N}/&.-]*|of|the|and|proposal|text|position)){0,4})\s*[:：]\s*(?=\S)/u;
const OPTION = /^(?:option|alt(?:ernative)?\.?|variant)\s*(?:\d{1,2}|[A-Z])$/i;
const SEPARATOR = /\s+(?:OR|OU|O)\s+|\s*\/\/?\s*|\s*\|\s*/;

/** Finds all brackets of a draft. Linear in the text. */
export function findBrackets(source: Source, stage: 'draft' | 'signed', bearsMeaning: BearsMeaning): Brackets {
  const pairs = pairUp(source);
  const all = pairs.spans.map((span) => classify(source.text, span, stage, bearsMeaning));
  return { all: joinAlternatives(source.text, all), unbalanced: pairs.unbalanced };
}

function pairUp(source: Source): { spans: Span[]; unbalanced: number[] } {
  const { text } = source;
  const open: number[] = [];
  const spans: Span[] = [];
  const unbalanced: number[] = [];
  const pattern = /[[\]【】［］]|\((?=\p{Lu}[\p{L}\p{N}-]{0,15}: )/gu;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const at = match.index;
    const character = match[0];
    if (isMarkup(source, at)) continue;
    if (character === '(') {
      const close = closingParenthesis(text, at);
      if (close !== undefined) spans.push([at, close + 1]);
      continue;
    }
    if (OPENING.includes(character)) open.push(at);
    else if (CLOSING.includes(character)) {
      const start = open.pop();
      if (start === undefined) unbalanced.push(at);
      else spans.push([start, at + 1]);
    }
  }
  unbalanced.push(...open);
  spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return { spans, unbalanced: unbalanced.sort((a, b) => a - b) };
}

/** Whether a bracket is Markdown's: a link, a footnote mark, a ticked box, an escape. */
function isMarkup(source: Source, at: number): boolean {
  if (source.format !== 'markdown') return false;
  const { text } = source;
  if (text[at - 1] === '\\') return false;
  if (text[at] === '[') {
    if (text[at + 1] === '^' || /^\[[ xX]\] /.test(text.slice(at, at + 4))) return true;
    const close = text.indexOf(']', at);
    return close > 0 && text[close + 1] === '(' && !text.slice(at, close).includes('\n');
  }
  if (text[at] !== ']') return false;
  const start = text.lastIndexOf('[', at);
  return (
    start >= 0 && (text[start + 1] === '^' || /^\[[ xX]\] /.test(text.slice(start, start + 4)) || text[at + 1] === '(')
  );
}

function closingParenthesis(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length && at < from + 2_000; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
    else if (text[at] === '\n' && text[at + 1] === '\n') return undefined;
  }
  return undefined;
}

function classify(text: string, span: Span, stage: 'draft' | 'signed', bearsMeaning: BearsMeaning): Bracket {
  const words = text.slice(span[0] + 1, span[1] - 1);
  const trimmed = words.trim();
  const isRound = text[span[0]] === '(';
  const tagged = TAG.exec(trimmed);
  const from = span[0] + 1 + words.indexOf(trimmed) + (tagged ? tagged[0].length : 0);
  const inner: Span = [from, Math.max(from, span[1] - 1)];
  const make = (kind: BracketKind, alternatives: readonly Span[] = []): Bracket => ({
    span,
    inner,
    kind,
    alternatives,
    ...(tagged?.[1] && kind !== 'editorial' && { tag: tagged[1] }),
  });
  if (isRound || (tagged && bearsMeaning(trimmed))) return make('contested');
  if (OPTION.test(trimmed)) return make('alternatives');
  if (trimmed === '…' || trimmed === '...' || EDITORIAL.test(trimmed)) return make('editorial');
  if (PLACEHOLDER.test(trimmed)) return make('placeholder');
  const alternatives = splitAlternatives(text, inner, bearsMeaning);
  if (alternatives.length > 1) return make('alternatives', alternatives);
  const isProper =
    /^[\p{Lu}\p{N}][\p{L}\p{N}.&’'-]*(?:\s+(?:[\p{Lu}\p{N}][\p{L}\p{N}.&’'-]*|of|the|and|for|de|la)){0,4}$/u.test(
      trimmed,
    );
  if (isProper && !bearsMeaning(trimmed)) return make('editorial');
  if (stage === 'signed') return make('editorial');
  const wordCount = trimmed.split(/\s+/).length;
  return make(
    bearsMeaning(trimmed) || wordCount >= 3 || /^(?:not|no|all|any|immediately|and)$/i.test(trimmed)
      ? 'contested'
      : 'editorial',
  );
}

/** Parts "shall/should" or "allow OR facilitate" at their separators, unless it is "and/or" or a date. */
function splitAlternatives(text: string, inner: Span, bearsMeaning: BearsMeaning): Span[] {
  const words = text.slice(inner[0], inner[1]);
  if (!SEPARATOR.test(words) || /\band\/or\b/i.test(words) || words.length > 400) return [];
  const spans: Span[] = [];
  let from = 0;
  for (const part of words.split(new RegExp(SEPARATOR.source, 'g'))) {
    const at = words.indexOf(part, from);
    if (part.trim() !== '') spans.push([inner[0] + at, inner[0] + at + part.length]);
    from = at + part.length;
  }
  return spans.some(([start, end]) => bearsMeaning(text.slice(start, end))) ? spans : [];
}

/** Makes one group of neighbours that compete: `[shall][should]`, and `[Option 1] … [Option 2] …`. */
function joinAlternatives(text: string, brackets: readonly Bracket[]): Bracket[] {
  const joined: Bracket[] = [];
  for (let at = 0; at < brackets.length; at++) {
    const bracket = brackets[at] as Bracket;
    const run = runOfNeighbours(text, brackets, at);
    if (run.length > 1) {
      joined.push({
        ...bracket,
        kind: 'alternatives',
        span: [bracket.span[0], (run.at(-1) as Bracket).span[1]],
        alternatives: run.map((member) => member.inner),
      });
      at += run.length - 1;
    } else if (bracket.kind === 'alternatives' && bracket.alternatives.length === 0) {
      joined.push({
        ...bracket,
        alternatives: [optionText(text, brackets, at)],
        span: [bracket.span[0], optionText(text, brackets, at)[1]],
      });
    } else joined.push(bracket);
  }
  return mergeOptions(joined);
}

function runOfNeighbours(text: string, brackets: readonly Bracket[], from: number): Bracket[] {
  const run = [brackets[from] as Bracket];
  if (run[0]?.kind !== 'contested') return run;
  for (let at = from + 1; at < brackets.length; at++) {
    const next = brackets[at] as Bracket;
    const previous = run.at(-1) as Bracket;
    const isNeighbour =
      next.kind === 'contested' &&
      next.span[0] >= previous.span[1] &&
      /^\s?$/.test(text.slice(previous.span[1], next.span[0]));
    if (!isNeighbour || next.span[1] - next.span[0] > 60) break;
    run.push(next);
  }
  return run;
}

/** The words of an option run from its mark to the next mark or the end of its paragraph. */
function optionText(text: string, brackets: readonly Bracket[], at: number): Span {
  const own = brackets[at] as Bracket;
  const next = brackets
    .slice(at + 1)
    .find((bracket) => bracket.kind === 'alternatives' && bracket.alternatives.length === 0);
  const end = text.indexOf('\n', own.span[1]);
  const paragraph = end < 0 ? text.length : end;
  return [own.span[1], next && next.span[0] < paragraph ? next.span[0] : paragraph];
}

/** Options that follow one another are one group. */
function mergeOptions(brackets: readonly Bracket[]): Bracket[] {
  const merged: Bracket[] = [];
  for (const bracket of brackets) {
    const last = merged.at(-1);
    const isOption = bracket.kind === 'alternatives' && bracket.alternatives.length === 1;
    if (
      last &&
      isOption &&
      last.kind === 'alternatives' &&
      bracket.span[0] - last.span[1] <= 4 &&
      last.inner[1] < (last.alternatives[0]?.[0] ?? 0)
    ) {
      merged[merged.length - 1] = {
        ...last,
        span: [last.span[0], bracket.span[1]],
        alternatives: [...last.alternatives, ...bracket.alternatives],
      };
    } else merged.push(bracket);
  }
  return merged;
}

/** The stretches that a reading leaves out. Ascending and disjoint. */
export function hiddenBy(
  reading: 'accepted' | 'dropped' | 'weakest',
  brackets: Brackets,
  strengthOf: (span: Span) => number,
): Span[] {
  const hidden: Span[] = [];
  for (const bracket of brackets.all) {
    if (hidden.some((span) => span[0] <= bracket.span[0] && bracket.span[1] <= span[1])) continue;
    if (bracket.kind === 'contested') {
      if (reading === 'dropped') hidden.push(bracket.span);
      else if (bracket.tag) hidden.push([bracket.span[0], bracket.inner[0]]);
    } else if (bracket.kind === 'alternatives')
      hidden.push(...othersThan(bracket, chosen(bracket, reading, strengthOf)));
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

import type { Source } from '../source/source.ts';
import type { Span } from '../span.ts';

const OPENING = '[【［';
const CLOSING = ']】］';
/** A pair of round or mirrored brackets, or a link, is no longer than this. */
const LONGEST_LINK = 2_000;

export interface BracketPairs {
  /** Outer before inner. */
  readonly spans: readonly Span[];
  readonly unbalanced: readonly number[];
}

/** The brackets of a text as pairs that nest, and the offsets of those that nothing opens or closes. */
export function pairBrackets(source: Source): BracketPairs {
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
  unbalanced.sort((a, b) => a - b);
  const mirrored = mirroredPairs(text, unbalanced);
  return laminar(
    [...spans, ...mirrored.spans].sort((a, b) => a[0] - b[0] || b[1] - a[1]),
    mirrored.unbalanced,
  );
}

/** Square and round brackets that cross ("[a (P: b] c)") enclose nothing that can be told: the round ones, which are a guess, go. */
function laminar(spans: readonly Span[], unbalanced: readonly number[]): BracketPairs {
  const kept: Span[] = [];
  const around: Span[] = [];
  for (const span of spans) {
    while (around.length > 0 && (around.at(-1) as Span)[1] <= span[0]) around.pop();
    const outer = around.at(-1);
    if (outer && span[1] > outer[1]) continue;
    kept.push(span);
    around.push(span);
  }
  return { spans: kept, unbalanced };
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;

/** Converted right-to-left text often has its brackets the wrong way round: "]نص[". */
function mirroredPairs(text: string, unbalanced: readonly number[]): BracketPairs {
  const spans: Span[] = [];
  const left: number[] = [];
  for (let at = 0; at < unbalanced.length; at++) {
    const start = unbalanced[at] as number;
    const end = unbalanced[at + 1];
    const isPair =
      end !== undefined &&
      end - start < LONGEST_LINK &&
      CLOSING.includes(text[start] as string) &&
      OPENING.includes(text[end] as string) &&
      RIGHT_TO_LEFT.test(text.slice(start, end));
    if (!isPair) left.push(start);
    else {
      spans.push([start, end + 1]);
      at++;
    }
  }
  return { spans, unbalanced: left };
}

/** Whether a bracket is Markdown's: a link, a footnote mark, a ticked box, an escape. */
function isMarkup(source: Source, at: number): boolean {
  if (source.format !== 'markdown') return false;
  const { text } = source;
  if (text[at - 1] === '\\') return false;
  if (text[at] === '[') {
    if (text[at + 1] === '^' || isTickBox(text, at)) return true;
    const inside = /^\[[^\]\n]*\]\(/.exec(text.slice(at, at + LONGEST_LINK));
    return inside !== null;
  }
  if (text[at] !== ']') return false;
  const before = text.slice(Math.max(0, at - LONGEST_LINK), at);
  const start = before.lastIndexOf('[');
  const open = at - before.length + start;
  return start >= 0 && (before[start + 1] === '^' || isTickBox(text, open) || text[at + 1] === '(');
}

/** A box to tick opens an item of a list, before a sentence: "- [x] Send the text", but not "within [X] days". */
function isTickBox(text: string, open: number): boolean {
  if (!/^\[[ xX]\] +\p{Lu}/u.test(text.slice(open, open + LONGEST_TICK))) return false;
  return /(?:^|\n)[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t]+$/.test(text.slice(Math.max(0, open - LONGEST_TICK), open));
}

const LONGEST_TICK = 24;

function closingParenthesis(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length && at < from + LONGEST_LINK; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
    else if (text[at] === '\n' && text[at + 1] === '\n') return undefined;
  }
  return undefined;
}

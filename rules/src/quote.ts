import type { Level, Span } from '@poclint/core';
import { LEVELS } from '@poclint/core';
import type { Blockquote } from 'mdast';
import { RuleFileError } from './rule-file-error.ts';

/**
 * A quote that tests a rule: `> (fr; hortatory; also poc-detainees) words with the **expected evidence** in bold`.
 * What stands in round brackets at its head is optional: the language (English unless said), the level that is
 * expected, and the other topics that the quote touches.
 */
export interface Quote {
  readonly language: string;
  readonly text: string;
  /** Where the bold words stand in `text`. */
  readonly marked: readonly Span[];
  /** The level expected of the rule's own topic, where the quote says so. */
  readonly level: Level | undefined;
  readonly also: readonly string[];
  readonly line: number;
}

const HEAD =
  /^\((?:([a-z]{2})(?=[;)]))?(?:(?:; *)?(absent|mention|hortatory|operative)(?=[;)]))?(?:(?:; *)?also ([a-z0-9 ,-]+))?\)\s+/;

/** Reads a block quote. Every block quote is one quote, of as many lines as it needs. */
export function parseQuote(path: string, node: Blockquote, content: string): Quote {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const lines = content
    .slice(start, end)
    .split('\n')
    .map((line) => line.replace(/^\s*> ?/, ''));
  return readQuote(path, lines.join('\n').trim(), node.position?.start.line ?? 1);
}

function readQuote(path: string, raw: string, line: number): Quote {
  const head = HEAD.exec(raw);
  const body = head && head[0].trim() !== '()' && (head[1] || head[2] || head[3]) ? raw.slice(head[0].length) : raw;
  const level = LEVELS.find((known) => known === head?.[2]);
  const marked: Span[] = [];
  let text = '';
  let open: number | undefined;
  for (const piece of body.split('**').entries()) {
    const [index, words] = piece;
    if (index > 0) {
      if (open === undefined) open = text.length;
      else {
        marked.push([open, text.length]);
        open = undefined;
      }
    }
    text += words;
  }
  if (open !== undefined)
    throw new RuleFileError(path, line, 'has a quote with an unclosed **', 'close the bold words with a second **');
  return {
    language: head?.[1] ?? 'en',
    text,
    marked,
    level,
    also: head?.[3]?.split(/[ ,]+/).filter(Boolean) ?? [],
    line,
  };
}

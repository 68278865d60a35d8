import type { Finding, ReviewDetails, Span } from '@poclint/core';

/** The words around a finding, on one line, with the words that it is about. */
export interface Excerpt {
  readonly text: string;
  /** Where in `text` the words stand that the finding is about. */
  readonly emphasis: Span;
}

const BEFORE = 90;
const LONGEST = 260;

/** The clause that a finding is about, cut to what can be read at a glance. Undefined for a finding about absence. */
export function excerptOf(finding: Finding, details: ReviewDetails): Excerpt | undefined {
  const [start, end] = finding.span;
  if (start === end) return undefined;
  const { text } = details.source;
  const clause = details.agreement.clauses.find(({ span }) => span[0] <= start && start < span[1]);
  const [from, to] = clause?.span ?? [start, end];
  return cut(text, Math.min(from, start), Math.max(to, Math.min(end, from + LONGEST * 4)), finding.span);
}

function cut(text: string, from: number, to: number, [start, end]: Span): Excerpt {
  const first = start - from > BEFORE ? wordAfter(text, start - BEFORE, start) : from;
  const last =
    to - first > LONGEST ? wordBefore(text, Math.max(Math.min(end, first + LONGEST), first + LONGEST), start) : to;
  const before = `${first > from ? '… ' : ''}${flat(text.slice(first, start)).trimStart()}`;
  const words = flat(text.slice(start, Math.min(end, last)));
  const after = `${flat(text.slice(Math.min(end, last), last)).trimEnd()}${last < to ? ' …' : ''}`;
  return { text: before + words + after, emphasis: [before.length, before.length + words.trimEnd().length] };
}

function wordAfter(text: string, from: number, limit: number): number {
  const space = text.slice(from, limit).search(/\s/);
  return space < 0 ? from : from + space + 1;
}

function wordBefore(text: string, at: number, limit: number): number {
  const space = text.slice(limit, at).search(/\s\S*$/);
  return space < 0 ? at : limit + space;
}

function flat(words: string): string {
  return words.replace(/\s+/g, ' ');
}

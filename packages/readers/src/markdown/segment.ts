import type { Block, MarginComment, Span, TypographicMark } from '@poclint/core';

/**
 * What one segment of a Markdown document gives: a stretch that parses the same alone as in its
 * place. All offsets count from the segment's own start, so that the result can be kept and moved.
 */
export interface Segment {
  readonly blocks: readonly Block[];
  readonly opaque: readonly Span[];
  readonly marks: readonly TypographicMark[];
  readonly comments: readonly MarginComment[];
  /** How many tables it holds: tables are numbered through the document. */
  readonly tables: number;
  readonly definitions: Definitions;
  /** What must still come for the segment's last construct to end: the closer of a fence or of raw HTML. */
  readonly unclosed?: string;
  /** Whether the segment was too intricate to parse and was read line by line. */
  readonly plain?: boolean;
}

/** Names that the whole document may refer to, normalized as CommonMark does. */
export interface Definitions {
  readonly links: ReadonlySet<string>;
  /** Links whose target looks like an address. `[Option A]: text` defines nothing that a negotiator would follow. */
  readonly addresses: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
}

export const NO_DEFINITIONS: Definitions = { links: new Set(), addresses: new Set(), notes: new Set() };

/** Whether a link's target is an address and not words: "[shall](a)" is text in a draft, whatever Markdown makes of it. */
export function isAddress(target: string): boolean {
  return /[./#:@?]/.test(target);
}

import type { Notice } from '@poclint/core';

/** The block between two lines of `---` at the very start of a document. */
export interface FrontMatter {
  /** The YAML between the two lines. */
  readonly body: string;
  /** Offset of the YAML, and the line on which it begins, counted from 1. */
  readonly bodyStart: number;
  /** Offset of what follows. */
  readonly end: number;
}

/** What front matter gave: the draft's settings, or a notice of what is wrong in it. */
export interface Settings {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly language?: string;
  readonly notices: readonly Notice[];
  /** The block is no front matter after all, but words between two rules. */
  readonly words?: boolean;
}

const OPENING = /^\uFEFF?---[ \t]*(?:\r\n?|\n)/;
const CLOSING = /^---[ \t]*$/m;

/** Finds front matter. Its opening line must be the document's first. */
export function findFrontMatter(text: string): FrontMatter | undefined {
  const opening = OPENING.exec(text)?.[0];
  if (opening === undefined) return undefined;
  const rest = text.slice(opening.length);
  const closing = CLOSING.exec(rest);
  if (closing === null) return undefined;
  return {
    body: rest.slice(0, closing.index),
    bodyStart: opening.length,
    end: opening.length + closing.index + closing[0].length,
  };
}

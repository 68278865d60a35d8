import type { Notice } from '@poclint/core';
import type { Paragraph } from './manuscript.ts';

/** A notice where the draft has words that are not shown, for they may be left over from an earlier draft. */
export function hiddenTextNotice(paragraphs: readonly Paragraph[]): Notice[] {
  let characters = 0;
  for (const { pieces } of paragraphs) {
    for (const piece of pieces) if (piece.hidden && !piece.tracked?.deleted) characters += piece.text.trim().length;
  }
  if (characters === 0) return [];
  const message = `The draft holds ${characters} characters of hidden text, which were left out of the review: show hidden text in the word processor and decide whether it belongs.`;
  return [{ name: 'hidden-text', message, facts: { count: characters } }];
}

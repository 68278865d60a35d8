import type { Source } from '@poclint/core';
import { authorsOf, changedOnlyBy } from '../manuscript/author-view.ts';
import { renderView } from '../manuscript/view.ts';
import { openWord } from './read-word.ts';

/**
 * The text of a Word file with the tracked changes of one author accepted and all others rejected, for each author.
 *
 * @throws UnreadableDraft as `readWord` does
 */
export function readWordByAuthor(name: string, bytes: Uint8Array): ReadonlyMap<string, Source> {
  const { manuscript } = openWord(name, bytes);
  return new Map(
    authorsOf(manuscript).map((author) => [author, renderView(changedOnlyBy(author, manuscript), 'accepted').source]),
  );
}

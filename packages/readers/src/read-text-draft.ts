import type { ReadDraft } from '@poclint/core';
import { readPlainText } from './plain-text/plain-text.ts';
import { UnreadableDraft } from './unreadable-draft.ts';

/** Reads a draft that is already text: an editor's buffer, standard input, a test. */
export function readTextDraft(name: string, text: string): ReadDraft {
  const accepted = readPlainText(name, text);
  if (accepted.blocks.length === 0) throw new UnreadableDraft('empty', `${name} has no words in it.`);
  return { accepted };
}

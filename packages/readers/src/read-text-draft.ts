import type { ReadDraft, Source } from '@poclint/core';
import { createMarkdownReaderWith } from './markdown/markdown.ts';
import { readSettings } from './markdown/settings.ts';
import { readPlainText } from './plain-text/plain-text.ts';
import { isMarkdown } from './text-format.ts';
import { withoutWords } from './unreadable-draft.ts';

/** Reads a Markdown draft. Spans are offsets in `text` itself. */
export function readMarkdown(name: string, text: string): Source {
  return createMarkdownReaderWith(readSettings).read(name, text);
}

/**
 * Reads a draft that is already text: an editor's buffer, standard input, a test.
 *
 * @param format what the text is; without it the name, front matter and headings tell
 * @throws UnreadableDraft `empty`
 */
export function readTextDraft(name: string, text: string, format?: 'text' | 'markdown'): ReadDraft {
  const chosen = format ?? (isMarkdown(name, text) ? 'markdown' : 'text');
  const accepted = chosen === 'markdown' ? readMarkdown(name, text) : readPlainText(name, text);
  if (accepted.blocks.length === 0) throw withoutWords();
  return { accepted };
}

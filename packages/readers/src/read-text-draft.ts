import type { ReadDraft, Source } from '@poclint/core';
import { createMarkdownReaderWith, type MarkdownReader } from './markdown/markdown.ts';
import { readSettings } from './markdown/settings.ts';
import { readPlainText } from './plain-text/plain-text.ts';
import { isMarkdown } from './text-format.ts';
import { UnreadableDraft } from './unreadable-draft.ts';

/** Reads the same draft again and again, as an editor does. Keep one for each open document. */
export interface TextDraftReader {
  /** As `readTextDraft`; what did not change since the last time is not read again. */
  read(name: string, text: string, format?: 'text' | 'markdown'): ReadDraft;
}

/** Makes a reader for one open Markdown document. It remembers the last text it read, and no other. */
export function createMarkdownReader(): MarkdownReader {
  return createMarkdownReaderWith(readSettings);
}

/** Reads a Markdown draft. Spans are offsets in `text` itself. */
export function readMarkdown(name: string, text: string): Source {
  return createMarkdownReader().read(name, text);
}

/** Makes a reader for one open document. Plain text is read anew each time: that is as fast as remembering it. */
export function createTextDraftReader(): TextDraftReader {
  const markdown = createMarkdownReader();
  return {
    read(name, text, format) {
      const chosen = format ?? (isMarkdown(name, text) ? 'markdown' : 'text');
      const accepted = chosen === 'markdown' ? markdown.read(name, text) : readPlainText(name, text);
      if (accepted.blocks.length === 0)
        throw new UnreadableDraft('empty', 'The draft has no words in it; check which file was sent.');
      return { accepted };
    },
  };
}

/**
 * Reads a draft that is already text: an editor's buffer, standard input, a test.
 *
 * @param format what the text is; without it the name, front matter and headings tell
 * @throws UnreadableDraft `empty`
 */
export function readTextDraft(name: string, text: string, format?: 'text' | 'markdown'): ReadDraft {
  return createTextDraftReader().read(name, text, format);
}

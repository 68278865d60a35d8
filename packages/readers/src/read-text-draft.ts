import type { ReadDraft, Source } from '@poclint/core';
import { createMarkdownReader } from './markdown/markdown.ts';
import { readSettings } from './markdown/settings.ts';
import { readPlainText } from './plain-text/plain-text.ts';
import { isMarkdown } from './text-format.ts';
import { UnreadableDraft } from './unreadable-draft.ts';

/** Reads a Markdown draft. Spans are offsets in `text` itself. */
export function readMarkdown(name: string, text: string): Source {
  return createMarkdownReader(readSettings).read(name, text);
}

/** Reads a draft that is already text: an editor's buffer, standard input, a test. */
export function readTextDraft(name: string, text: string, format?: 'text' | 'markdown'): ReadDraft {
  const markdown = format === undefined ? isMarkdown(name, text) : format === 'markdown';
  const accepted = markdown ? readMarkdown(name, text) : readPlainText(name, text);
  if (accepted.blocks.length === 0) throw new UnreadableDraft('empty', `${name} has no words in it.`);
  return { accepted };
}

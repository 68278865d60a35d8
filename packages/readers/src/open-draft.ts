import type { ReadDraft, Source } from '@poclint/core';
import type { MarkdownReader, SettingsReader } from './markdown/markdown.ts';
import { isMarkdown } from './text-format.ts';
import { withoutWords } from './unreadable-draft.ts';

/**
 * Reads one open draft again and again, as an editor does: what did not change since the last time is not read again, and
 * what a format needs is loaded when the first text of that format comes. Keep one for each open document.
 */
export class OpenDraftReader {
  private markdown: MarkdownReader | undefined;
  private readSettings: SettingsReader = () => ({ notices: [] });

  /**
   * As `readTextDraft`.
   *
   * @param format what the text is; without it the name, front matter and headings tell
   * @throws UnreadableDraft `empty`
   */
  async read(name: string, text: string, format?: 'text' | 'markdown'): Promise<ReadDraft> {
    const chosen = format ?? (isMarkdown(name, text) ? 'markdown' : 'text');
    const source = chosen === 'markdown' ? await this.readMarkdown(name, text) : await readText(name, text);
    if (source.blocks.length === 0) throw withoutWords();
    return { accepted: await withoutRemarks(source) };
  }

  private async readMarkdown(name: string, text: string): Promise<Source> {
    if (!this.markdown) {
      const { createMarkdownReaderWith } = await import('./markdown/markdown.ts');
      this.markdown = createMarkdownReaderWith((frontMatter) => this.readSettings(frontMatter));
    }
    const { findFrontMatter } = await import('./markdown/front-matter.ts');
    // The YAML parser is the larger half of the start-up of a Markdown draft, and most drafts need none.
    if (findFrontMatter(text) !== undefined)
      ({ readSettings: this.readSettings } = await import('./markdown/settings.ts'));
    return this.markdown.read(name, text);
  }
}

async function readText(name: string, text: string): Promise<Source> {
  return (await import('./plain-text/plain-text.ts')).readPlainText(name, text);
}

/** Remarks that `annotate` wrote are not the draft's: a model clause in one covers nothing. */
async function withoutRemarks(source: Source): Promise<Source> {
  if (!source.text.includes('[^poclint-')) return source;
  return (await import('./annotate/text-remarks.ts')).setRemarksApart(source);
}

import type { Notice, ReadDraft, Source, SourceFormat } from '@poclint/core';
import type { PdfOptions } from './pdf/reader.ts';
import { isMarkdown } from './text-format.ts';
import { UnreadableDraft, withoutWords } from './unreadable-draft.ts';
import { demandContainer, sniffContainer } from './zip/container.ts';

export interface ReadOptions {
  /** Read the bytes as this, whatever they look like. */
  readonly format?: SourceFormat;
  /** The charset of a text, Markdown or HTML draft, where the user knows it. */
  readonly charset?: string;
  readonly pdf?: PdfOptions;
  /** How a PDF is read; in this thread unless given. Node's own way is `@poclint/readers/pdf-worker`. */
  readonly readPdf?: (name: string, bytes: Uint8Array, options?: PdfOptions) => Promise<ReadDraft>;
  readonly limits?: { readonly maxBytes?: number };
}

const MOST_BYTES = 64 << 20;

/**
 * Reads a draft of any format that mediators use. The bytes decide, not the name: drafts are renamed and
 * saved under wrong extensions. Each format's reader is loaded when the first draft of that format comes.
 *
 * @param name the name shown in reports: a path as the user gave it, or `-`
 * @throws UnreadableDraft, and nothing else, where the bytes give no text to review
 */
export async function readDraft(name: string, bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadDraft> {
  const most = options.limits?.maxBytes ?? MOST_BYTES;
  if (bytes.length > most) {
    throw new UnreadableDraft(
      'too-large',
      `The file is larger than ${Math.round(most / (1 << 20))} MB: remove its pictures or split it.`,
    );
  }
  if (bytes.length === 0) throw withoutWords();
  const draft = await READERS[options.format ?? sniffFormat(bytes)](name, bytes, options);
  if (draft.accepted.blocks.length === 0 && (draft.rejected?.blocks.length ?? 0) === 0) throw withoutWords();
  return draft;
}

type Sniffed = SourceFormat | 'words';
type Reader = (name: string, bytes: Uint8Array, options: ReadOptions) => Promise<ReadDraft>;

const READERS: Readonly<Record<Sniffed, Reader>> = {
  docx: async (name, bytes) => (await import('./word/read-word.ts')).readWord(name, bytes),
  pdf: async (name, bytes, options) => {
    const read = options.readPdf ?? (await import('./pdf/reader.ts')).readPdf;
    return read(name, bytes, options.pdf);
  },
  odt: async (name, bytes) => (await import('./opendocument/read-open-document.ts')).readOpenDocument(name, bytes),
  rtf: async (name, bytes) => (await import('./rich-text/read-rich-text.ts')).readRichText(name, bytes),
  text: (name, bytes, options) => readCharacters(name, bytes, options, 'text'),
  markdown: (name, bytes, options) => readCharacters(name, bytes, options, 'markdown'),
  html: (name, bytes, options) => readCharacters(name, bytes, options, 'html'),
  words: (name, bytes, options) => readCharacters(name, bytes, options),
};

/** The format by the file's first bytes; `words` where they must be decoded to tell. */
function sniffFormat(bytes: Uint8Array): Sniffed {
  const container = sniffContainer(bytes);
  if (container === 'zip') return isOpenDocument(bytes) ? 'odt' : 'docx';
  if (container === 'pdf' || container === 'rtf' || container === 'html') return container;
  // Old Office files, named for what they are.
  if (container === 'ole') demandContainer(bytes, [], 'a Word file (.docx)');
  return 'words';
}

/** An OpenDocument package begins with an uncompressed entry that says so, thirty bytes in. */
function isOpenDocument(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1')
    .decode(bytes.subarray(30, 100))
    .startsWith('mimetypeapplication/vnd.oasis.opendocument');
}

async function readCharacters(
  name: string,
  bytes: Uint8Array,
  options: ReadOptions,
  format?: SourceFormat,
): Promise<ReadDraft> {
  const { charsetNotices, decodeText } = await import('./charset/charset.ts');
  const decoded = await decodeText(bytes, options.charset);
  const { text } = decoded;
  return withNotices(await readDecoded(name, text, format ?? textFormat(name, text)), charsetNotices(decoded));
}

function textFormat(name: string, text: string): 'html' | 'markdown' | 'text' {
  if (/\.(?:md|markdown|mdown|mkd)$/i.test(name)) return 'markdown';
  if (isPage(text)) return 'html';
  if (/^\s*<\?xml\b/.test(text.slice(0, 256))) {
    throw new UnreadableDraft(
      'wrong-format',
      'The file is XML that is no web page: save the draft as Word, PDF, HTML or plain text.',
    );
  }
  return isMarkdown(name, text) ? 'markdown' : 'text';
}

/** Whether a text begins as web pages do, after a byte order mark, an XML declaration and comments. */
function isPage(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|article|section|main|div|p|h[1-6]|table|ul|ol|center|font|span)\b/i.test(
    text.slice(0, 4096),
  );
}

async function readDecoded(name: string, text: string, format: SourceFormat): Promise<ReadDraft> {
  if (format === 'html') return (await import('./html/html.ts')).readHtml(name, text);
  const { OpenDraftReader } = await import('./open-draft.ts');
  return new OpenDraftReader().read(name, text, format === 'markdown' ? 'markdown' : 'text');
}

function withNotices(draft: ReadDraft, notices: readonly Notice[]): ReadDraft {
  if (notices.length === 0) return draft;
  const add = (source: Source): Source => ({ ...source, notices: [...notices, ...source.notices] });
  return { accepted: add(draft.accepted), ...(draft.rejected && { rejected: add(draft.rejected) }) };
}

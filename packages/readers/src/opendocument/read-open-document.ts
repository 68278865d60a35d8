import type { ReadDraft } from '@poclint/core';
import { hiddenTextNotice } from '../manuscript/hidden-text.ts';
import { commonestLanguage } from '../manuscript/language.ts';
import { pictureNotice } from '../manuscript/picture-notice.ts';
import { readViews } from '../manuscript/view.ts';
import { UnreadableDraft } from '../unreadable-draft.ts';
import { decodePart } from '../xml/part-text.ts';
import { openArchive, readEntry } from '../zip/archive.ts';
import { demandContainer } from '../zip/container.ts';
import { defaultLimits, type Limits } from '../zip/limits.ts';
import { scanContent } from './content-scanner.ts';
import { OpenDocumentStyles } from './styles.ts';

/**
 * Reads an OpenDocument text (.odt, .ott, or flat .fodt) as a reader sees it, as `readWord` does a Word file.
 *
 * @param name the draft's name in reports
 * @throws UnreadableDraft `empty`, `password-protected`, `wrong-format`, `truncated`, `damaged`, `bomb`,
 * `too-large`, `too-deep`, `doctype` or `needs-ocr`
 */
export function readOpenDocument(name: string, bytes: Uint8Array, limits?: Partial<Limits>): ReadDraft {
  const limit = { ...defaultLimits, ...limits };
  const { content, styles: styleParts, part, stylePart } = openParts(bytes, limit);
  const styles = new OpenDocumentStyles(styleParts, limit);
  const scanned = scanContent(part, content, styles, limit);
  const heads = stylePart === undefined ? scanned : scanContent(stylePart, styleParts[0] ?? '', styles, limit);
  const language = commonestLanguage(scanned.languages);
  const notes = [...scanned.notes.values()].flatMap((note) => note.paragraphs);
  return readViews({
    name,
    format: 'odt',
    ...(language !== undefined && { language }),
    body: scanned.body,
    notes: scanned.notes,
    furniture: heads.furniture,
    comments: scanned.comments,
    notices: [...hiddenTextNotice([...scanned.body, ...notes]), ...pictureNotice(scanned.pictures)],
  });
}

interface Parts {
  readonly content: string;
  readonly part: string;
  /** Where styles are declared: common ones first, so that the content's own come last. */
  readonly styles: readonly string[];
  /** The part with the running heads, where it is another one. */
  readonly stylePart?: string;
}

function openParts(bytes: Uint8Array, limits: Limits): Parts {
  const container = demandContainer(bytes, ['zip', 'xml'], 'an OpenDocument text (.odt)');
  if (container === 'xml') return openFlat(bytes, limits);
  const archive = openArchive(bytes, limits);
  const read = (name: string): string | undefined => {
    const content = readEntry(archive, name);
    return content && decodePart(content).text;
  };
  const type = read('mimetype')?.trim();
  const content = archive.entries.has('content.xml');
  const encrypted = archive.entries.has('encrypted-package');
  if (type !== undefined && !isText(type)) throw wrongFormat(type);
  if (!content && !encrypted) {
    if (type === undefined) throw wrongFormat('');
    throw new UnreadableDraft('empty', 'The file holds no words: check that the right file was sent.');
  }
  if (encrypted || /<(?:\w+:)?encryption-data\b/.test(read('META-INF/manifest.xml') ?? '')) {
    throw new UnreadableDraft(
      'password-protected',
      'The file is protected by a password: open it in LibreOffice and save a copy without one.',
    );
  }
  const main = read('content.xml') as string;
  const styles = read('styles.xml');
  if (styles === undefined) return { content: main, part: 'content.xml', styles: [main] };
  return { content: main, part: 'content.xml', styles: [styles, main], stylePart: 'styles.xml' };
}

/** The same in one XML file. It has no parts, so that origins name none but the document itself. */
function openFlat(bytes: Uint8Array, limits: Limits): Parts {
  if (bytes.length > limits.entryBytes) {
    throw new UnreadableDraft('too-large', 'The file is too large to be a draft: remove its pictures or split it.');
  }
  const { text } = decodePart(bytes);
  const type = /office:mimetype\s*=\s*["']([^"']*)["']/.exec(text.slice(0, 20_000))?.[1];
  if (type === undefined || !isText(type)) throw wrongFormat(type ?? '');
  return { content: text, part: 'document', styles: [text] };
}

function isText(type: string): boolean {
  return /^application\/vnd\.oasis\.opendocument\.text(?:-template|-master)?$/.test(type);
}

function wrongFormat(type: string): UnreadableDraft {
  const kind = /opendocument\.(\w+)/.exec(type)?.[1];
  return new UnreadableDraft(
    'wrong-format',
    `The file is ${kind ? `an OpenDocument ${kind}` : 'something else'}, not an OpenDocument text (.odt): give it its true extension, or save the draft as .odt.`,
  );
}

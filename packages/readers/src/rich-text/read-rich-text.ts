import type { ReadDraft } from '@poclint/core';
import { hiddenTextNotice } from '../manuscript/hidden-text.ts';
import { commonestLanguage } from '../manuscript/language.ts';
import { pictureNotice } from '../manuscript/picture-notice.ts';
import { readViews } from '../manuscript/view.ts';
import { UnreadableDraft } from '../unreadable-draft.ts';
import { demandContainer } from '../zip/container.ts';
import { defaultLimits, type Limits } from '../zip/limits.ts';
import { RichTextScanner } from './rich-text-scanner.ts';
import { tokenize } from './tokens.ts';

/**
 * Reads a Rich Text file (.rtf) as a reader sees it, as `readWord` does a Word file. Origins are offsets in
 * bytes. A Rich Text file holds its numbers as they were last drawn: they are the same in both views.
 *
 * @param name the draft's name in reports
 * @throws UnreadableDraft `empty`, `password-protected`, `legacy-word`, `wrong-format`, `too-large`, `too-deep`
 * or `needs-ocr`
 */
export function readRichText(name: string, bytes: Uint8Array, limits?: Partial<Limits>): ReadDraft {
  const limit = { ...defaultLimits, ...limits };
  demandContainer(bytes, ['rtf'], 'a Rich Text file (.rtf)');
  if (bytes.length > limit.fileBytes) {
    throw new UnreadableDraft('too-large', 'The file is too large to be a draft: remove its pictures or split it.');
  }
  const scanner = new RichTextScanner();
  tokenize(bytes, limit, scanner);
  scanner.finish();
  const language = commonestLanguage(scanner.languages);
  const notes = [...scanner.notes.values()].flatMap((note) => note.paragraphs);
  return readViews({
    name,
    format: 'rtf',
    ...(language !== undefined && { language }),
    body: scanner.body,
    notes: scanner.notes,
    furniture: scanner.furniture,
    comments: scanner.comments,
    notices: [...hiddenTextNotice([...scanner.body, ...notes]), ...pictureNotice(scanner.pictures)],
  });
}

import { UnreadableDraft } from '../unreadable-draft.ts';
import { damaged } from './engine.ts';

/** Bytes; no draft without pictures comes near it. */
const LARGEST_FILE = 64 * 2 ** 20;
/** The header may stand behind a few bytes that a mail program added. */
const HEADER_WITHIN = 1024;
/** What may follow the end mark without being a part of the document. */
const LONGEST_TAIL = 2048;

/**
 * Refuses bytes that cannot be a whole PDF before a parser sees them.
 *
 * A PDF that was cut short often still opens, by repair, with part of its text; a draft of which a part
 * is missing must not be reported as a draft that does not say something.
 */
export function checkWholeness(bytes: Uint8Array): void {
  if (bytes.length > LARGEST_FILE) {
    throw new UnreadableDraft(
      'too-large',
      'The PDF is larger than 64 MB; export it without pictures or check its parts.',
    );
  }
  const header = latin(bytes.subarray(0, HEADER_WITHIN));
  if (!header.includes('%PDF-')) {
    throw new UnreadableDraft('damaged', 'The file is named as a PDF but is none; check where it came from.');
  }
  const end = lastIndexOf(bytes, '%%EOF');
  if (end < 0 || lastIndexOf(bytes, 'startxref') < 0) throw damaged();
  const tail = bytes.subarray(end);
  if (tail.length > LONGEST_TAIL && /\d\s+\d+\s+obj\b/u.test(latin(tail.subarray(0, 2 ** 20)))) throw damaged();
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function lastIndexOf(bytes: Uint8Array, word: string): number {
  const first = word.charCodeAt(0);
  for (let at = bytes.lastIndexOf(first); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(first, at - 1)) {
    if (latin(bytes.subarray(at, at + word.length)) === word) return at;
  }
  return -1;
}

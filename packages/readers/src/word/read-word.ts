import type { ReadDraft } from '@poclint/core';
import { hiddenTextNotice } from '../manuscript/hidden-text.ts';
import { commonestLanguage } from '../manuscript/language.ts';
import type { Manuscript, ManuscriptComment, Note } from '../manuscript/manuscript.ts';
import { formatNumber } from '../manuscript/number-format.ts';
import { readViews } from '../manuscript/view.ts';
import { scanXml } from '../xml/scan.ts';
import { defaultLimits, type Limits } from '../zip/limits.ts';
import { Lists } from './lists.ts';
import { WordPackage } from './package.ts';
import type { Story, WordParagraph, WordPiece } from './story.ts';
import { scanStory } from './story-scanner.ts';
import { Styles } from './styles.ts';
import { noticesOf } from './unread.ts';
import { wordVocabulary } from './vocabulary.ts';

/**
 * Reads a Word file (.docx, .docm, .dotx) as a reader sees it: automatic numbers are part of the text, hidden
 * words are not. A footnote's mark is not in the text, for it would run into the word before it; the note
 * itself is a block after the body. The rejected view is there where the file has tracked changes.
 *
 * @param name the draft's name in reports
 * @throws UnreadableDraft `empty`, `password-protected`, `legacy-word`, `wrong-format`, `truncated`, `damaged`,
 * `bomb`, `too-large`, `too-deep`, `doctype` or `needs-ocr`
 */
export function readWord(name: string, bytes: Uint8Array, limits?: Partial<Limits>): ReadDraft {
  return readViews(openWord(name, bytes, limits).manuscript);
}

/** A Word file as parsed, for a reader or a writer. */
export interface OpenWord {
  readonly package: WordPackage;
  readonly styles: Styles;
  readonly manuscript: Manuscript<WordPiece>;
  /** The main document. */
  readonly body: Story;
  /** Its raw characters. */
  readonly xml: string;
}

export function openWord(name: string, bytes: Uint8Array, limits?: Partial<Limits>): OpenWord {
  const limit = { ...defaultLimits, ...limits };
  const word = new WordPackage(bytes, limit);
  const styles = new Styles(word.readPartOf('styles'), limit);
  const lists = new Lists(word.readPartOf('numbering'), styles, limit);
  const scan = (part: string): Story => scanStory(part, word.read(part)?.text ?? '', styles, lists, limit);
  const xml = word.read(word.main)?.text ?? '';
  const body = scanStory(word.main, xml, styles, lists, limit);
  const notes = readNotes(word, body, scan, limit);
  const furniture = readFurniture(word, body, scan);
  const language = commonestLanguage(body.languages);
  const paragraphs = [...body.paragraphs, ...[...notes.values()].flatMap((note) => note.paragraphs)];
  const manuscript: Manuscript<WordPiece> = {
    name,
    format: 'docx',
    ...(language !== undefined && { language }),
    body: body.paragraphs,
    notes,
    furniture,
    comments: readComments(word, scan),
    notices: [...hiddenTextNotice(paragraphs), ...noticesOf(body.unread)],
  };
  return { package: word, styles, manuscript, body, xml };
}

function readNotes(
  word: WordPackage,
  body: Story,
  scan: (part: string) => Story,
  limits: Limits,
): Map<string, Note<WordPiece>> {
  const notes = new Map<string, Note<WordPiece>>();
  const formats = readNoteFormats(word, limits);
  for (const [kind, series] of [
    ['footnotes', 'footnote'],
    ['endnotes', 'endnote'],
  ] as const) {
    const part = word.partOf(kind);
    if (part === undefined) continue;
    const story = scan(part);
    const byOwner = Map.groupBy(story.paragraphs, (paragraph) => paragraph.owner ?? '');
    const format = formats.get(series) ?? (series === 'footnote' ? 'decimal' : 'lowerRoman');
    for (const id of story.owners.keys()) {
      const mark = body.customMarks.get(id) ?? ((ordinal: number) => formatNumber(format, ordinal));
      notes.set(id, { paragraphs: byOwner.get(id) ?? [], series, mark });
    }
  }
  return notes;
}

/** How the settings want footnotes and endnotes counted. */
function readNoteFormats(word: WordPackage, limits: Limits): Map<string, string> {
  const formats = new Map<string, string>();
  const settings = word.readPartOf('settings');
  if (settings === undefined) return formats;
  scanXml(settings, wordVocabulary, limits, {
    open(tag) {
      if (tag.name !== 'w:numFmt') return;
      const value = tag.get('w:val');
      if (value && tag.parent === 'w:footnotePr') formats.set('footnote', value);
      if (value && tag.parent === 'w:endnotePr') formats.set('endnote', value);
    },
    close() {},
  });
  return formats;
}

/** The heads and feet that sections use, each part once, in the order of their first use. */
function readFurniture(word: WordPackage, body: Story, scan: (part: string) => Story): WordParagraph[] {
  const targets = new Map(word.relationships.map((one) => [one.id, one.target]));
  const parts = new Set(body.furniture.map((id) => targets.get(id)));
  const paragraphs: WordParagraph[] = [];
  let flows = 0;
  for (const part of parts) {
    if (part === undefined || !word.archive.entries.has(part)) continue;
    // Flows are counted per part: apart from those of other parts, too.
    const offset = flows;
    for (const paragraph of scan(part).paragraphs) {
      const form = { ...paragraph.form };
      delete (form as { numbering?: unknown }).numbering;
      paragraphs.push({ ...paragraph, form, flow: paragraph.flow + offset });
      flows = Math.max(flows, paragraph.flow + offset + 1);
    }
  }
  return paragraphs;
}

function readComments(word: WordPackage, scan: (part: string) => Story): ManuscriptComment[] {
  const part = word.partOf('comments');
  if (part === undefined) return [];
  const story = scan(part);
  const byOwner = Map.groupBy(story.paragraphs, (paragraph) => paragraph.owner ?? '');
  return [...story.owners].map(([id, change]) => {
    const lines = (byOwner.get(id) ?? []).map(({ pieces }) =>
      pieces.map((piece) => (piece.tracked?.deleted ? '' : piece.text)).join(''),
    );
    return { id, ...change, text: lines.join('\n') };
  });
}

import {
  type Block,
  type MarginComment,
  type Notice,
  plainSource,
  type Source,
  type Span,
  type TypographicMark,
} from '@poclint/core';
import { readPlainText } from '../plain-text/plain-text.ts';
import { type FrontMatter, findFrontMatter, type Settings } from './front-matter.ts';
import { isIntricate } from './intricacy.ts';
import { readParsedSegment } from './parsed-segment.ts';
import { readQuickSegment } from './quick-segment.ts';
import { type Definitions, NO_DEFINITIONS, type Segment } from './segment.ts';
import { SegmentCutter } from './segment-cut.ts';

/** How the YAML of front matter is read. Handed in, so that a draft without any never loads a YAML parser. */
export type SettingsReader = (frontMatter: FrontMatter) => Settings;

/** Reads one document again and again, as an editor does: what did not change since the last time is not read again. */
export interface MarkdownReader {
  read(name: string, text: string): Source;
}

/** Where the quick way is not wanted: tests hold the two against each other. */
export interface MarkdownReaderOptions {
  readonly quick?: boolean;
  readonly cut?: boolean;
}

/**
 * Makes a reader for Markdown (CommonMark with tables, footnotes and strikethrough).
 *
 * The text is cut where a blank line is followed by a line without indentation: nothing but a fence or
 * raw HTML stays open across such a place. Segments of plain paragraphs, headings and lists are read
 * directly, the others by the parser, under the definitions of the whole document. Segments are kept
 * by their content from one read to the next, so the reader holds at most one document.
 */
export function createMarkdownReaderWith(
  readSettings: SettingsReader,
  options: MarkdownReaderOptions = {},
): MarkdownReader {
  let kept = new SegmentStore(options);
  return {
    read(name, text) {
      const next = new SegmentStore(options, kept);
      kept = next;
      return readDocument(name, text, readSettings, next);
    },
  };
}

function readDocument(name: string, text: string, readSettings: SettingsReader, store: SegmentStore): Source {
  const frontMatter = findFrontMatter(text);
  const read = frontMatter && readSettings(frontMatter);
  const bodyStart =
    frontMatter === undefined || read?.words === true ? (text.charCodeAt(0) === 0xfeff ? 1 : 0) : frontMatter.end;
  const blocks: Block[] = [];
  const opaque: Span[] = [];
  const marks: TypographicMark[] = [];
  const comments: MarginComment[] = [];
  const notices: Notice[] = [...(read?.notices ?? [])];
  let tables = 0;
  for (const part of store.readAll(text, bodyStart)) {
    const { start, segment } = part;
    for (const block of store.place(part, tables)) blocks.push(block);
    for (const span of segment.opaque) opaque.push([span[0] + start, span[1] + start]);
    for (const mark of segment.marks) marks.push({ ...mark, span: [mark.span[0] + start, mark.span[1] + start] });
    for (const comment of segment.comments) {
      comments.push({ ...comment, span: [comment.span[0] + start, comment.span[1] + start] });
    }
    tables += segment.tables;
    if (segment.plain) notices.push(tooIntricate(segment, start));
  }
  const source: Source = { ...plainSource(name, 'markdown', text, blocks), opaque, marks, comments, notices };
  return {
    ...source,
    ...(read?.settings && { settings: read.settings }),
    ...(read?.language !== undefined && { language: read.language }),
  };
}

function moveBlock(block: Block, by: number, tables: number): Block {
  const moved: { -readonly [Key in keyof Block]: Block[Key] } = {
    span: [block.span[0] + by, block.span[1] + by],
    role: block.role,
  };
  if (block.level !== undefined) moved.level = block.level;
  if (block.depth !== undefined) moved.depth = block.depth;
  if (block.label !== undefined) moved.label = [block.label[0] + by, block.label[1] + by];
  if (block.cell !== undefined) moved.cell = { ...block.cell, table: block.cell.table + tables };
  if (block.note !== undefined) moved.note = block.note;
  return moved;
}

function tooIntricate(segment: Segment, start: number): Notice {
  const first = segment.blocks[0]?.span ?? [0, 0];
  return {
    name: 'intricate-markdown',
    message: 'A part of the draft nests too many Markdown constructs to be read as Markdown. It was read line by line.',
    span: [start + first[0], start + first[1]],
  };
}

/** A segment in its place. */
interface Part {
  readonly start: number;
  readonly text: string;
  readonly segment: Segment;
}

/** The blocks of a segment in their place, behind so many tables. */
interface PlacedSegment {
  readonly segment: Segment;
  readonly start: number;
  readonly tables: number;
  readonly blocks: readonly Block[];
}

/** The segments of one document, by their text. Keys are stretches of that document, so nothing else is held in memory. */
class SegmentStore {
  readonly #options: MarkdownReaderOptions;
  #before: SegmentStore | undefined;
  /** Segments as they read alone, and as they read under the document's definitions. */
  readonly #alone = new Map<string, Segment>();
  readonly #defined = new Map<string, Segment>();
  /** The segments of this document in their order, for the next one: up to an edit, they stand where they stood. */
  readonly #places: PlacedSegment[] = [];
  #placesBefore: readonly PlacedSegment[] = [];
  #definitions = NO_DEFINITIONS;
  #fingerprint = '';

  constructor(options: MarkdownReaderOptions, before?: SegmentStore) {
    this.#options = options;
    this.#before = before;
    // Only the last document is of use: the chain must not grow.
    if (before !== undefined) {
      before.#before = undefined;
      before.#placesBefore = [];
      this.#placesBefore = before.#places;
    }
  }

  /** The blocks of the document's next part. */
  place({ segment, start }: Part, tables: number): readonly Block[] {
    const before = this.#placesBefore[this.#places.length];
    const isUnmoved = before?.segment === segment && before.start === start && before.tables === tables;
    const placed = isUnmoved
      ? before
      : { segment, start, tables, blocks: segment.blocks.map((block) => moveBlock(block, start, tables)) };
    this.#places.push(placed);
    return placed.blocks;
  }

  readAll(text: string, start: number): Part[] {
    const parts = this.#cut(text, start);
    this.#definitions = collect(parts);
    if (this.#definitions === NO_DEFINITIONS) return parts;
    this.#fingerprint = JSON.stringify(Object.values(this.#definitions).map((names) => [...names]));
    // Only a bracket can refer to a definition.
    return parts.map((part) => (part.text.includes('[') ? { ...part, segment: this.#define(part.text) } : part));
  }

  #cut(text: string, start: number): Part[] {
    const parts: Part[] = [];
    const cutter = this.#options.cut === false ? undefined : new SegmentCutter(text);
    for (let at = start; at < text.length; ) {
      let end = cutter?.next(at) ?? text.length;
      let own = text.slice(at, end);
      let segment = this.#readAlone(own);
      while (segment.unclosed !== undefined && end < text.length && cutter !== undefined) {
        const closer = text.indexOf(segment.unclosed, end);
        // At least twice as long, so that a hostile row of false closers costs no more than a few readings.
        end = closer < 0 ? text.length : cutter.next(Math.min(Math.max(closer, 2 * end - at), text.length));
        own = text.slice(at, end);
        segment = this.#readAlone(own);
      }
      parts.push({ start: at, text: own, segment });
      at = end;
    }
    return parts;
  }

  /** The segment as it was read the last time, alone or under these definitions. */
  recall(text: string, fingerprint?: string): Segment | undefined {
    if (fingerprint === undefined) return this.#alone.get(text);
    return fingerprint === this.#fingerprint ? this.#defined.get(text) : undefined;
  }

  #readAlone(text: string): Segment {
    let segment = this.#alone.get(text);
    if (segment === undefined) {
      segment = this.#before?.recall(text) ?? this.#read(text, NO_DEFINITIONS);
      this.#alone.set(text, segment);
    }
    return segment;
  }

  #define(text: string): Segment {
    let segment = this.#defined.get(text);
    if (segment === undefined) {
      segment = this.#before?.recall(text, this.#fingerprint) ?? this.#read(text, this.#definitions);
      this.#defined.set(text, segment);
    }
    return segment;
  }

  #read(text: string, definitions: Definitions): Segment {
    const quick = this.#options.quick === false ? undefined : readQuickSegment(text, definitions);
    return quick ?? readThoroughly(text, definitions);
  }
}

/** Reads with the parser, or line by line what no parser should be given. */
function readThoroughly(text: string, definitions: Definitions): Segment {
  if (!isIntricate(text)) {
    try {
      return readParsedSegment(text, definitions);
    } catch (error) {
      // Lists that nest line by line may still outgrow the stack.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  const { blocks, opaque } = readPlainText('', text);
  return { blocks, opaque, marks: [], comments: [], tables: 0, definitions: NO_DEFINITIONS, plain: true };
}

/** More names than any draft defines: every segment with a bracket is told of all of them. */
const MOST_DEFINITIONS = 5000;

function collect(parts: readonly Part[]): Definitions {
  const links = new Set<string>();
  const addresses = new Set<string>();
  const notes = new Set<string>();
  for (const { segment } of parts) {
    const { definitions } = segment;
    if (definitions === NO_DEFINITIONS || links.size + notes.size > MOST_DEFINITIONS) continue;
    for (const name of definitions.addresses) if (!links.has(name)) addresses.add(name);
    for (const name of definitions.links) links.add(name);
    for (const name of definitions.notes) notes.add(name);
  }
  return links.size + notes.size === 0 ? NO_DEFINITIONS : { links, addresses, notes };
}

import type { Span } from '../span.ts';

/**
 * What a reader hands to the core: the words of one draft in reading order, and
 * what the file format knows about them. Plain data: it can cross a worker's
 * boundary and be compared in a test.
 */
export interface Source {
  /** The name shown in reports: a path as the user gave it, or `-` for standard input. */
  readonly name: string;
  readonly format: SourceFormat;
  /**
   * The reviewed text. For text and Markdown these are the file's own characters,
   * so that a span is also an editor's position. For Word, PDF and the like it is the
   * text as a reader sees it, automatic numbers included.
   */
  readonly text: string;
  /** The parts of the text in reading order: ascending, disjoint, none empty. */
  readonly blocks: readonly Block[];
  /** Stretches inside blocks that are not words of the agreement: link targets, tags, code. Ascending. */
  readonly opaque: readonly Span[];
  /** The language that the file declares (BCP 47), where it does. */
  readonly language?: string;
  /** The front matter of the draft, parsed, where it has one. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Tracked insertions that stand in this text. Deletions stand in the rejected view only. */
  readonly insertions: readonly Revision[];
  /** Tracked deletions, by the place in this text where the deleted words stood. */
  readonly deletions: readonly Revision[];
  /** Comments in the margin. */
  readonly comments: readonly MarginComment[];
  /** Stretches set apart by typography (highlight, colour, strike), which negotiators use like brackets. */
  readonly marks: readonly TypographicMark[];
  /** Where stretches of the text come from in the file. Ascending by span, disjoint. Empty for text and Markdown. */
  readonly origins: readonly Origin[];
  /** What the reader noticed and a reviewer should know, in full sentences. */
  readonly notices: readonly Notice[];
}

export type SourceFormat = 'text' | 'markdown' | 'docx' | 'pdf' | 'html' | 'odt' | 'rtf';

/** The smallest part that the format itself sets apart. */
export interface Block {
  readonly span: Span;
  readonly role: BlockRole;
  /** Heading level from 1, where the role is `heading`. */
  readonly level?: number;
  /** Nesting of a list item from 0, where the format has lists. Absent where the format does not know. */
  readonly depth?: number;
  /**
   * The label's own stretch ("4.2", "(a)"), where the format knows that it is one. It lies at the start
   * of `span`. Without it the core looks for a label in the words.
   */
  readonly label?: Span;
  /** Place in a table, where the role is `cell`. All counted from 0. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
  /** The note's mark, where the role is `note`. */
  readonly note?: string;
}

export type BlockRole =
  | 'paragraph'
  | 'heading'
  /** A member of a list that the format itself marks. */
  | 'item'
  | 'cell'
  /** A footnote or endnote: operative text like any other. */
  | 'note'
  /** Words outside the agreement's own run: running heads, page numbers, contents, captions. */
  | 'furniture';

export interface Revision {
  readonly span: Span;
  readonly author?: string;
  /** ISO 8601, as the file has it. */
  readonly date?: string;
  /** The deleted words, for a deletion. */
  readonly text?: string;
}

export interface MarginComment {
  readonly span: Span;
  readonly author?: string;
  readonly date?: string;
  readonly text: string;
}

export interface TypographicMark {
  readonly span: Span;
  readonly kind: 'highlight' | 'colour' | 'strike';
  /** The colour's name or hexadecimal value, as the file has it. */
  readonly value?: string;
}

/** Where a stretch of text comes from. Only the fields that the format has. */
export interface Origin {
  readonly span: Span;
  /** The page as counted from 1, and as printed where it carries a label. */
  readonly page?: number;
  readonly pageLabel?: string;
  /** Left, top, right, bottom on the page in points, from the top left corner. */
  readonly box?: readonly [number, number, number, number];
  /** The part of the package, such as `word/document.xml`. */
  readonly part?: string;
  /** The paragraph in that part, counted from 1. */
  readonly paragraph?: number;
  /** Offset of the first code unit in the part's raw characters. */
  readonly raw?: number;
  /** Recognition confidence from 0 to 1, where the words were recognised from an image. */
  readonly confidence?: number;
}

export interface Notice {
  /** A stable kebab-case name, such as `hidden-text`. */
  readonly name: string;
  /** In English. */
  readonly message: string;
  readonly span?: Span;
  /** What the message tells besides its name, for the sentence in other languages. */
  readonly facts?: NoticeFacts;
}

export interface NoticeFacts {
  readonly count?: number;
  /** Numbers of pages, ascending. */
  readonly pages?: readonly number[];
  readonly charset?: string;
  readonly line?: number;
}

/** A draft as read: the view with all tracked changes accepted, and with all of them rejected where there are any. */
export interface ReadDraft {
  readonly accepted: Source;
  readonly rejected?: Source;
}

/** A Source with nothing but words: the base for readers and tests. */
export function plainSource(name: string, format: SourceFormat, text: string, blocks: readonly Block[]): Source {
  return {
    name,
    format,
    text,
    blocks,
    opaque: [],
    insertions: [],
    deletions: [],
    comments: [],
    marks: [],
    origins: [],
    notices: [],
  };
}

/** The origin that covers `offset`, or undefined. Logarithmic in the number of origins. */
export function originAt(source: Source, offset: number): Origin | undefined {
  let low = 0;
  let high = source.origins.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const origin = source.origins[middle] as Origin;
    if (offset < origin.span[0]) high = middle - 1;
    else if (offset >= origin.span[1]) low = middle + 1;
    else return origin;
  }
  return undefined;
}

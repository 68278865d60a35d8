import type { Notice, SourceFormat, TypographicMark } from '@poclint/core';
import type { Numbering } from './numbering.ts';

/**
 * A draft as its word processor keeps it: paragraphs with every tracked change still open. Word,
 * OpenDocument and Rich Text all read into this, and `renderView` makes the one or the other text of it.
 */
export interface Manuscript<P extends Piece = Piece> {
  readonly name: string;
  readonly format: SourceFormat;
  readonly language?: string;
  readonly body: readonly Paragraph<P>[];
  /** Footnotes and endnotes, by the key that note anchors carry. */
  readonly notes: ReadonlyMap<string, Note<P>>;
  /** Running heads and feet. */
  readonly furniture: readonly Paragraph<P>[];
  readonly comments: readonly ManuscriptComment[];
  readonly notices: readonly Notice[];
}

export type View = 'accepted' | 'rejected';

/** Who changed something, and when (ISO 8601), as far as the file says. */
export interface Change {
  readonly author?: string;
  readonly date?: string;
}

/** Words can be both: inserted by one hand and deleted by another. */
export interface Tracked {
  readonly inserted?: Change;
  readonly deleted?: Change;
}

/** Whether something stands in the text when all tracked changes are accepted, or when all are rejected. */
export function stands(tracked: Tracked | undefined, view: View): boolean {
  if (!tracked) return true;
  return view === 'accepted' ? tracked.deleted === undefined : tracked.inserted === undefined;
}

/** A stretch of characters alike in everything that matters here, or an anchor between characters. */
export interface Piece {
  /** The characters as a reader sees them. Empty for an anchor. */
  readonly text: string;
  /** The stretch of the part that they stand in, in its own code units. */
  readonly raw: number;
  readonly rawEnd: number;
  readonly tracked?: Tracked;
  readonly hidden?: boolean;
  /** A line or page break rather than words. */
  readonly breaks?: boolean;
  readonly look?: readonly Look[];
  readonly anchor?: Anchor;
}

/** How words are set apart by typography. */
export type Look = Omit<TypographicMark, 'span'>;

/** A place between characters: where a note is called, or where a comment begins, ends or is called. */
export interface Anchor {
  readonly kind: 'note' | 'comment-start' | 'comment-end' | 'comment';
  readonly id: string;
}

export interface Paragraph<P extends Piece = Piece> {
  /** The part of the package, where the file is one. */
  readonly part?: string;
  /** The paragraph in that part, counted from 1. */
  readonly number: number;
  /**
   * The run of paragraphs that this one could be joined with: those of one cell, one text box, or the body
   * between two tables.
   */
  readonly flow: number;
  readonly pieces: readonly P[];
  /** The paragraph's own end: where it does not stand, the next paragraph of the flow joins this one. */
  readonly mark?: Tracked;
  /** Joins the next paragraph in every view, as a drop cap and a hidden paragraph mark do. */
  readonly joins?: boolean;
  /** The paragraph that the text box around this one is anchored in. */
  readonly host?: Paragraph<P>;
  /** Table rows and cells around it that are themselves tracked. */
  readonly within?: readonly Tracked[];
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
  readonly form: ParagraphForm;
  /** The form before a tracked change of it. */
  readonly formerForm?: ParagraphForm;
}

/** What a paragraph is by its style and formatting. */
export interface ParagraphForm {
  /** Heading level from 1. */
  readonly heading?: number;
  /** Contents, captions and the like. */
  readonly furniture?: boolean;
  readonly numbering?: Numbering;
}

export interface Note<P extends Piece = Piece> {
  readonly paragraphs: readonly Paragraph<P>[];
  /** Which series it is counted in, and how the count is written. */
  readonly series: string;
  readonly mark: string | ((ordinal: number) => string);
}

export interface ManuscriptComment extends Change {
  readonly id: string;
  readonly text: string;
}

import type { Paragraph, Piece, Tracked } from '../manuscript/manuscript.ts';
import type { RunProperties } from './look.ts';
import type { Unread } from './unread.ts';

/** A piece of a Word part, and the markup around it that a comment has to cut through. */
export interface WordPiece extends Piece {
  readonly home: WordParagraph;
  readonly run?: WordRun;
  readonly element?: TextElement;
  /** In a CDATA section. */
  readonly literal?: boolean;
  /** In the instruction of a field: seen only if the field never ends, as in a damaged file. */
  readonly field?: Field;
}

/** The element that holds a piece: `w:t`, or one that stands for a character such as `w:tab`. All in raw code units. */
export interface TextElement {
  /** The name as the file writes it, prefix included. */
  readonly name: string;
  readonly start: number;
  /** Past the opening tag. */
  readonly contentStart: number;
  contentEnd: number;
  end: number;
  /** Whether it keeps white space at its ends. */
  readonly preserve: boolean;
  /** Whether it holds characters, rather than standing for one. */
  readonly text: boolean;
  /** Whether it is a child of its run, so that the run can be cut in two around it. */
  readonly direct: boolean;
}

export interface WordRun {
  readonly start: number;
  /** Past the opening tag. */
  readonly contentStart: number;
  end: number;
  /** The stretch of its `w:rPr`. */
  propertiesSpan?: readonly [number, number];
  readonly properties: RunProperties;
  /** Its first and last piece in file order. */
  first?: WordPiece;
  last?: WordPiece;
}

export interface WordParagraph extends Paragraph<WordPiece> {
  readonly part: string;
  readonly pieces: WordPiece[];
  readonly start: number;
  /** Past the opening tag. */
  readonly contentStart: number;
  end: number;
  /** The stretch of its `w:pPr`. */
  propertiesSpan?: readonly [number, number];
  mark?: Tracked;
  joins?: boolean;
  within?: readonly Tracked[];
  form: Paragraph['form'];
  formerForm?: Paragraph['form'];
  /** The paragraph that the text box around this one is anchored in. */
  readonly host?: WordParagraph;
  /** The footnote, endnote or comment around it, as `footnote 3`. */
  readonly owner?: string;
  /** Whether another paragraph, table or content control follows it in the same body, cell or note. */
  followed: boolean;
}

export interface Field {
  instruction: string;
  state: 'instruction' | 'result';
  ended: boolean;
}

/** One part of a Word package as read: the body, the notes, a header, or the comments. */
export interface Story {
  readonly part: string;
  readonly paragraphs: readonly WordParagraph[];
  /** The notes and comments that the part holds, by owner name. */
  readonly owners: ReadonlyMap<string, Owner>;
  /** Relationship ids of the headers and footers that its sections use, in order. */
  readonly furniture: readonly string[];
  /** Marks that authors set for notes by hand, by owner name. */
  readonly customMarks: ReadonlyMap<string, string>;
  /** Characters by declared language. */
  readonly languages: ReadonlyMap<string, number>;
  readonly unread: ReadonlyMap<Unread, number>;
}

export interface Owner {
  readonly author?: string;
  readonly date?: string;
}

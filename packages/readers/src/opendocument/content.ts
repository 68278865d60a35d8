import type { Change, ManuscriptComment, Note, Paragraph, Piece } from '../manuscript/manuscript.ts';
import type { StyleProperties } from './styles.ts';

export type Building = { -readonly [K in keyof Paragraph]: Paragraph[K] } & { readonly pieces: Piece[] };

/** One part of an OpenDocument text as read. */
export interface Content {
  readonly body: readonly Paragraph[];
  readonly furniture: readonly Paragraph[];
  readonly notes: ReadonlyMap<string, Note>;
  readonly comments: readonly ManuscriptComment[];
  /** Characters by declared language. */
  readonly languages: ReadonlyMap<string, number>;
  readonly pictures: number;
}

/** A tracked change as the file declares it before the text. */
export interface Region {
  kind: 'insertion' | 'deletion' | undefined;
  change: Change;
  /** The deleted paragraphs. */
  readonly paragraphs: Building[];
}

/** What paragraphs go into. */
export interface Container {
  readonly paragraphs: Building[];
  flow: number;
}

export type OpenComment = { -readonly [K in keyof ManuscriptComment]: ManuscriptComment[K] };

export interface OpenParagraph {
  readonly paragraph: Building;
  readonly properties: StyleProperties[];
  /** Whether white space here would follow white space, and so is not seen. */
  afterSpace: boolean;
}

/** Elements whose characters are not words of the text where they stand. */
export const ignored = new Set([
  'svg:title',
  'svg:desc',
  'text:note-citation',
  'text:ruby-text',
  'text:sequence-decls',
  'office:forms',
  'office:scripts',
  'office:event-listeners',
]);
/** Tables of contents and the like. */
export const contents =
  /^text:(?:table-of-content|illustration-index|table-index|object-index|user-index|alphabetical-index|bibliography)$/;

/** Running heads and feet, of all pages or of some. */
export const runningHead = /^style:(?:header|footer)(?:-left|-first)?$/;

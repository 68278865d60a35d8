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

/**
 * What stands on a page before anybody reads it. All lengths are points, from the top
 * left corner of the page as it is turned for reading; y is a baseline.
 */
export interface Glyph {
  /** The letters that the glyph stands for, in logical order: a ligature has several. */
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly face: Face;
  /** The fill colour as `#rrggbb`. */
  readonly colour: string;
  /** The colour that lies behind it, where one does. */
  readonly highlight?: string;
  /** A line is drawn through it. */
  readonly isStruck?: boolean;
  /** The file declares it an artifact: a running head, a page number. */
  readonly artifact: boolean;
  /** The marked span of the page that the glyph is drawn in, counted from 0, where it is drawn in one. */
  readonly cluster?: number;
  /** Recognition confidence from 0 to 1, where the glyph was recognised from an image. */
  readonly confidence?: number;
}

export interface Face {
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A filled or stroked rectangle: a rule under a word, a strike through it, a highlight behind it. */
export interface Stroke {
  readonly box: Box;
  readonly colour: string;
}

/** Left, top, right, bottom. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Quarter turns, clockwise, that bring a page's words upright. */
export type Turn = 0 | 1 | 2 | 3;

export interface PageInk {
  readonly number: number;
  /** Of the page as turned for reading. */
  readonly width: number;
  readonly height: number;
  readonly turn: Turn;
  readonly glyphs: readonly Glyph[];
  readonly strokes: readonly Stroke[];
  /** Letters that stand across the reading direction: watermarks, notes on the edge. */
  readonly aside: string;
}

/** A box of the page as turned for reading, on the page as it is displayed. */
export function displayedBox(page: Pick<PageInk, 'width' | 'height' | 'turn'>, box: Box): Box {
  const [left, top, right, bottom] = box;
  switch (page.turn) {
    case 0:
      return box;
    case 1:
      return [top, page.width - right, bottom, page.width - left];
    case 2:
      return [page.width - right, page.height - bottom, page.width - left, page.height - top];
    case 3:
      return [page.height - bottom, left, page.height - top, right];
  }
}

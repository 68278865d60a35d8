import { UnreadableDraft } from '../unreadable-draft.ts';
import type { Box, Face, Glyph, PageInk, Stroke, Turn } from './ink.ts';
import { isNoise, spellGlyph } from './letters.ts';

/** Six numbers of an affine map, in the order of the PDF specification. */
type Matrix = readonly number[];

/** What pdf.js hands over for one page. */
export interface Operators {
  readonly fnArray: ArrayLike<number>;
  readonly argsArray: ArrayLike<unknown>;
}

export interface PageFrame {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** From the page's own space to points from the top left corner. */
  readonly transform: Matrix;
  /** A font by pdf.js's name for it. */
  face(name: string): Face & { readonly widthUnit: number };
  /** Whether a layer is displayed. */
  isVisible(layer: unknown): boolean;
}

export interface CollectedInk {
  readonly ink: PageInk;
  /** Letters whose meaning the font does not declare. */
  readonly noise: number;
  /** Drawn shapes: where words are drawn as outlines, there are very many. */
  readonly shapes: number;
  /** Drawing operators. */
  readonly operators: number;
}

interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

interface State {
  map: Matrix;
  font: Face & { widthUnit: number };
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  colour: string;
}

interface PlacedGlyph extends Glyph {
  /** The direction of writing in quarter turns, or -1 where it is askew. */
  readonly quarter: number;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const NO_FACE = { bold: false, italic: false, widthUnit: 0.001 };

/** A page of the smallest print has a fiftieth of this. */
const MOST_GLYPHS_OF_PAGE = 1_000_000;

export function tooMuchText(): UnreadableDraft {
  return new UnreadableDraft('too-large', 'The PDF holds more text than any draft; check its parts one by one.');
}

/** Paths with more numbers than this are drawings, not rules. */
const LONGEST_RULE = 32;

/**
 * Runs a page's drawing operators and keeps its letters with their places, and the
 * rectangles that may be rules or highlights. Letters are taken one by one, rather than as pdf.js's text
 * items, because those lose the visual order of Arabic, the weight of the font, and the colour.
 */
export function collectInk(
  operators: Operators,
  codes: Readonly<Record<string, number>>,
  frame: PageFrame,
): CollectedInk {
  const placed: PlacedGlyph[] = [];
  const strokes: Stroke[] = [];
  const saved: State[] = [];
  const marked: { readonly artifact: boolean; readonly hidden: boolean; readonly cluster: number | undefined }[] = [];
  let noise = 0;
  let shapes = 0;
  let artifacts = 0;
  let hidden = 0;
  let clusters = 0;
  /** Forms are drawn with instructions of their own, whose spans are not the page's. */
  let depth = 0;
  let lineMap: Matrix = IDENTITY;
  let textMap: Matrix = IDENTITY;
  let state: State = {
    map: frame.transform,
    font: NO_FACE,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    colour: '#000000',
  };

  const save = () => {
    saved.push({ ...state });
  };
  const restore = () => {
    state = saved.pop() ?? state;
  };
  const moveText = (x: number, y: number) => {
    lineMap = multiply(lineMap, [1, 0, 0, 1, x, y]);
    textMap = lineMap;
  };
  const mark = (tag: unknown, layer: unknown) => {
    const entry = {
      artifact: tag === 'Artifact',
      hidden: tag === 'OC' && !frame.isVisible(layer),
      cluster: tag === 'Span' && depth === 0 ? clusters++ : undefined,
    };
    if (entry.artifact) artifacts++;
    if (entry.hidden) hidden++;
    marked.push(entry);
  };
  const unmark = () => {
    const entry = marked.pop();
    if (entry?.artifact) artifacts--;
    if (entry?.hidden) hidden--;
  };

  const show = (shown: readonly (ShownGlyph | number)[]) => {
    const { font, fontSize, stretch } = state;
    const toPage = multiply(state.map, textMap);
    const [a, b, c, d] = toPage as [number, number, number, number];
    const size = Math.abs(fontSize) * Math.hypot(c, d);
    const quarter = quarterOf(a * Math.sign(fontSize), b * Math.sign(fontSize));
    const alongUnit = Math.hypot(a, b);
    const cluster = marked.at(-1)?.cluster;
    let at = 0;
    for (const glyph of shown) {
      if (typeof glyph === 'number') {
        at -= (glyph / 1000) * fontSize * stretch;
        continue;
      }
      const own = glyph.width * font.widthUnit * fontSize * stretch;
      const text = spellGlyph(glyph.unicode);
      if (isNoise(glyph.unicode)) noise++;
      if ((text || cluster !== undefined) && hidden === 0 && size > 0) {
        if (placed.length > MOST_GLYPHS_OF_PAGE) throw tooMuchText();
        const [x, y] = apply(toPage, at, state.rise);
        const { colour } = state;
        placed.push({
          text,
          x,
          y,
          width: Math.abs(own) * alongUnit,
          size,
          face: font,
          colour,
          artifact: artifacts > 0,
          quarter,
          ...(cluster !== undefined && { cluster }),
        });
      }
      at += own + (state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)) * stretch;
    }
    textMap = multiply(textMap, [1, 0, 0, 1, at, 0]);
  };

  const run = new Map<number, (args: readonly never[]) => void>();
  const on = (name: string, action: (...args: never[]) => void) => {
    const code = codes[name];
    if (code !== undefined) run.set(code, (args) => action(...args));
  };
  on('save', save);
  on('restore', restore);
  on('transform', (...matrix: number[]) => {
    state.map = multiply(state.map, matrix);
  });
  on('paintFormXObjectBegin', (matrix: Matrix | null) => {
    save();
    depth++;
    if (matrix) state.map = multiply(state.map, matrix);
  });
  on('paintFormXObjectEnd', () => {
    restore();
    depth--;
  });
  on('beginText', () => {
    lineMap = IDENTITY;
    textMap = IDENTITY;
  });
  on('setTextMatrix', (...args: (Matrix | number)[]) => {
    const [first] = args;
    lineMap = typeof first === 'object' ? Array.from(first) : (args as number[]);
    textMap = lineMap;
  });
  on('moveText', moveText);
  on('setLeadingMoveText', (x: number, y: number) => {
    state.leading = -y;
    moveText(x, y);
  });
  on('nextLine', () => moveText(0, -state.leading));
  on('setLeading', (leading: number) => {
    state.leading = leading;
  });
  on('setCharSpacing', (spacing: number) => {
    state.charSpacing = spacing;
  });
  on('setWordSpacing', (spacing: number) => {
    state.wordSpacing = spacing;
  });
  on('setHScale', (percent: number) => {
    state.stretch = percent / 100;
  });
  on('setTextRise', (rise: number) => {
    state.rise = rise;
  });
  const setFont = (name: string, size: number) => {
    state.font = frame.face(name);
    state.fontSize = size;
  };
  on('setFont', setFont);
  on('setGState', (entries: readonly (readonly [string, unknown])[]) => {
    for (const [key, value] of entries) if (key === 'Font') setFont(...(value as [string, number]));
  });
  on('setFillRGBColor', (colour: unknown) => {
    if (typeof colour === 'string') state.colour = colour;
  });
  on('beginMarkedContent', (tag: unknown) => mark(tag, undefined));
  on('beginMarkedContentProps', mark);
  on('endMarkedContent', unmark);
  on('showText', show);
  const painting = new Set(
    ['fill', 'eoFill', 'stroke', 'closeStroke', 'fillStroke', 'eoFillStroke'].map((name) => codes[name]),
  );
  on('constructPath', (paint: number, [points]: [ArrayLike<number> | null], bounds: ArrayLike<number> | null) => {
    shapes++;
    if (!points || !bounds || !painting.has(paint) || points.length > LONGEST_RULE || hidden > 0) return;
    strokes.push({ box: mappedBox(state.map, bounds), colour: state.colour });
  });

  for (let index = 0; index < operators.fnArray.length; index++) {
    run.get(operators.fnArray[index] as number)?.((operators.argsArray[index] ?? []) as readonly never[]);
  }
  return { ink: upright(frame, placed, strokes), noise, shapes, operators: operators.fnArray.length };
}

/** Turns the page so that most of its letters stand upright, and sets the others aside. */
function upright(frame: PageFrame, placed: readonly PlacedGlyph[], strokes: readonly Stroke[]): PageInk {
  const weights = [0, 0, 0, 0];
  for (const { quarter } of placed) if (quarter >= 0) (weights[quarter] as number)++;
  const turn = weights.indexOf(Math.max(...weights)) as Turn;
  const { number, width, height } = frame;
  const across = turn === 1 || turn === 3;
  const glyphs: Glyph[] = [];
  let aside = '';
  for (const glyph of placed) {
    if (glyph.quarter !== turn) aside += glyph.text;
    else if (turn === 0) glyphs.push(glyph);
    else {
      const [x, y] = turned(turn, width, height, glyph.x, glyph.y);
      glyphs.push({ ...glyph, x, y });
    }
  }
  return {
    number,
    width: across ? height : width,
    height: across ? width : height,
    turn,
    glyphs,
    strokes:
      turn === 0 ? strokes : strokes.map((stroke) => ({ ...stroke, box: turnedBox(turn, width, height, stroke) })),
    aside: aside.trim(),
  };
}

function turned(turn: Turn, width: number, height: number, x: number, y: number): [number, number] {
  if (turn === 1) return [height - y, x];
  if (turn === 2) return [width - x, height - y];
  if (turn === 3) return [y, width - x];
  return [x, y];
}

function turnedBox(turn: Turn, width: number, height: number, { box }: Stroke): Box {
  const [x0, y0] = turned(turn, width, height, box[0], box[1]);
  const [x1, y1] = turned(turn, width, height, box[2], box[3]);
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}

/** 0 for writing to the right, 1 upwards, 2 to the left, 3 downwards, -1 askew. */
function quarterOf(a: number, b: number): number {
  const tolerance = 0.05 * Math.hypot(a, b);
  if (Math.abs(b) <= tolerance) return a >= 0 ? 0 : 2;
  if (Math.abs(a) <= tolerance) return b < 0 ? 1 : 3;
  return -1;
}

function multiply(m: Matrix, n: Matrix): Matrix {
  const [a, b, c, d, e, f] = m as [number, number, number, number, number, number];
  const [g, h, i, j, k, l] = n as [number, number, number, number, number, number];
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function apply(m: Matrix, x: number, y: number): [number, number] {
  const [a, b, c, d, e, f] = m as [number, number, number, number, number, number];
  return [a * x + c * y + e, b * x + d * y + f];
}

function mappedBox(map: Matrix, bounds: ArrayLike<number>): Box {
  const [x0, y0] = apply(map, bounds[0] as number, bounds[1] as number);
  const [x1, y1] = apply(map, bounds[2] as number, bounds[3] as number);
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}

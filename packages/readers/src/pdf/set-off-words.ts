import { isNeutral } from './colours.ts';
import type { Glyph, PageInk, Stroke } from './ink.ts';

/** All in parts of the letter size, above the baseline. */
const STRIKE_LOWEST = 0.12;
const STRIKE_HIGHEST = 0.5;
const THICKEST_STRIKE = 0.15;
const LOWEST_HIGHLIGHT = 0.6;
/** A coloured box higher than this is the ground of a table or a page. */
const HIGHEST_HIGHLIGHT = 2.2;
/** In points. */
const THICKEST_RULE = 3;
/** A page with more rectangles is a drawing. */
const MOST_STROKES = 4000;

/** The glyphs of a page, with what is drawn through or behind them: negotiators use both like brackets. */
export function setOffGlyphs(ink: PageInk): readonly Glyph[] {
  const strokes = ink.strokes.filter(({ box: [left, top, right, bottom], colour }) => {
    const height = bottom - top;
    const isRule = height < THICKEST_RULE && right - left > 2 * height;
    return isRule || !isNeutral(colour);
  });
  if (strokes.length === 0 || strokes.length > MOST_STROKES) return ink.glyphs;
  // Glyphs meet only the strokes of their own height.
  const byHeight = new Map<number, Stroke[]>();
  for (const stroke of strokes) {
    for (let band = bandOf(stroke.box[1]) - 1; band <= bandOf(stroke.box[3]) + 1; band++) {
      const inBand = byHeight.get(band);
      if (inBand) inBand.push(stroke);
      else byHeight.set(band, [stroke]);
    }
  }
  return ink.glyphs.map((glyph) => {
    const near = byHeight.get(bandOf(glyph.y - 0.3 * glyph.size));
    const over = near?.filter(({ box }) => covers(box, glyph));
    if (!over || over.length === 0) return glyph;
    const isStruck = over.some(({ box }) => isStrike(box, glyph));
    const ground = over.find(({ box, colour }) => isHighlight(box, glyph) && !isNeutral(colour));
    if (!isStruck && !ground) return glyph;
    return { ...glyph, ...(isStruck && { isStruck }), ...(ground && { highlight: ground.colour }) };
  });
}

const BAND = 8;

function bandOf(height: number): number {
  return Math.round(height / BAND);
}

/** Over at least the middle of the glyph. */
function covers([left, , right]: Stroke['box'], glyph: Glyph): boolean {
  const middle = glyph.x + glyph.width / 2;
  return left <= middle && right >= middle;
}

function isStrike([, top, , bottom]: Stroke['box'], { y, size }: Glyph): boolean {
  const above = (y - (top + bottom) / 2) / size;
  return bottom - top < THICKEST_STRIKE * size && above > STRIKE_LOWEST && above < STRIKE_HIGHEST;
}

function isHighlight([, top, , bottom]: Stroke['box'], { y, size }: Glyph): boolean {
  const height = (bottom - top) / size;
  return height > LOWEST_HIGHLIGHT && height < HIGHEST_HIGHLIGHT && top < y - 0.4 * size && bottom > y - 0.2 * size;
}

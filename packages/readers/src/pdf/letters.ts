/** Presentation forms and Latin ligatures: shapes of letters that have a code of their own. */
const SHAPES = /[\uFB00-\uFB06\uFB13-\uFB17\uFB1D-\uFB4F\uFB50-\uFDFB\uFE70-\uFEFC]/gu;

/** Zero-width marks that steer display and are no letters: byte order, direction, joining. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u0000-\u0008\u000E-\u001F]/gu;

/** The places in the private use area where symbol fonts keep their bullets. */
const BULLETS = /[\uF06C\uF06E\uF071\uF075\uF076\uF0A7\uF0A8\uF0B2\uF0B7\uF0D8\uF0FC]/gu;

/**
 * The letters that a glyph stands for. Only shapes are resolved: full compatibility
 * normalisation would turn a superscript into a digit of the number before it.
 */
export function spellGlyph(unicode: string): string {
  if (unicode.length === 1 && unicode >= ' ' && unicode <= '\u024F') return unicode;
  return unicode
    .replace(SHAPES, (shape) => shape.normalize('NFKC').trim())
    .replace(BULLETS, '•')
    .replace(INVISIBLE, '');
}

/** Marks written above or below a letter of Arabic or Hebrew. */
const POINT = /^[\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u08D3-\u08FF]+$/u;

export function isPoint(text: string): boolean {
  return text >= '\u0591' && POINT.test(text);
}

const RIGHT_TO_LEFT_LETTER = /[\u05D0-\u05F2\u0620-\u064A\u066E-\u06D5\u06EE\u06EF\u06FA-\u06FF\u0750-\u08C9]/u;

export function isRightToLeftLetter(text: string): boolean {
  return text >= '\u05D0' && RIGHT_TO_LEFT_LETTER.test(text);
}

/** Characters that a broken font leaves in the place of letters. */
const NOISE = /[\uE000-\uF8FF\uFFFD\u0000-\u0008\u000E-\u001F\u0080-\u009F]|[\u{F0000}-\u{10FFFD}]/u;

export function isNoise(unicode: string): boolean {
  return NOISE.test(unicode.replace(BULLETS, ''));
}

/** Arabic letters that join to the letter after them: only there can a line be stretched. */
const JOINS_FORWARD = /[\u0626\u0628\u062A-\u062E\u0633-\u063F\u0641-\u0647\u0649\u064A]\p{Mn}*$/u;
const STRETCH = /[,\u0640]+(?=[\u0620-\u064A])/gu;

/**
 * Arabic without the strokes that stretch a justified line. They are tatweel, or, where the
 * font gives the stroke no name of its own, a Latin comma inside a word.
 */
export function dropStretches(arabic: string): string {
  return arabic.replace(STRETCH, (stroke, at: number) =>
    JOINS_FORWARD.test(arabic.slice(Math.max(0, at - 4), at)) ? '' : stroke,
  );
}

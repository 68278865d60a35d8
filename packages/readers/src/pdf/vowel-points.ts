import type { Glyph } from './ink.ts';
import { isPoint, isRightToLeftLetter } from './letters.ts';

/**
 * Puts vowel points on their letters. Where letters are drawn from left to right, the points of a
 * letter come before it, and the last of them first. Points that are drawn far from the letters beside
 * them in the file go to the letter under which they stand.
 */
export function withPointsOnLetters(glyphs: readonly Glyph[]): readonly Glyph[] {
  if (!glyphs.some((glyph) => isPoint(glyph.text))) return glyphs;
  const points = new Map<Glyph, Glyph[]>();
  const give = (letter: Glyph, given: readonly Glyph[]) => {
    points.set(letter, [...(points.get(letter) ?? []), ...given]);
  };
  let pending: Glyph[] = [];
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    if (isPoint(glyph.text)) {
      pending.push(glyph);
      continue;
    }
    const [first] = pending;
    if (first) {
      const drawnFromLeft = before === undefined || glyph.x >= before.x;
      const after = drawnFromLeft && isRightToLeftLetter(glyph.text) && isNear(first, glyph);
      if (after) give(glyph, pending.reverse());
      else if (before && isNear(first, before)) give(before, pending);
      else for (const point of pending) give(nearestLetter(point, glyphs) ?? glyph, [point]);
      pending = [];
    }
    before = glyph;
  }
  for (const point of pending) give(nearestLetter(point, glyphs) ?? before ?? point, [point]);
  return glyphs
    .filter((glyph) => !isPoint(glyph.text))
    .map((glyph) => {
      const given = points.get(glyph);
      return given ? { ...glyph, text: glyph.text + spell(given) } : glyph;
    });
}

function isNear(point: Glyph, letter: Glyph): boolean {
  const reach = 0.4 * letter.size;
  return (
    point.x > letter.x - reach &&
    point.x < letter.x + letter.width + reach &&
    Math.abs(point.y - letter.y) < 1.2 * letter.size
  );
}

function nearestLetter(point: Glyph, glyphs: readonly Glyph[]): Glyph | undefined {
  let nearest: Glyph | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (const letter of glyphs) {
    if (!isRightToLeftLetter(letter.text) || !isNear(point, letter)) continue;
    const apart = Math.abs(letter.x + letter.width / 2 - point.x - point.width / 2) + Math.abs(letter.y - point.y);
    if (apart < distance) {
      distance = apart;
      nearest = letter;
    }
  }
  return nearest;
}

function spell(glyphs: readonly Glyph[]): string {
  return glyphs.map((glyph) => glyph.text).join('');
}

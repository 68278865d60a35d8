import { expect, it } from 'vitest';
import type { Glyph } from '../../src/pdf/ink.ts';
import { withPointsOnLetters } from '../../src/pdf/vowel-points.ts';

const FATHA = '\u064E';
const SHADDA = '\u0651';
const DAMMA = '\u064F';

function glyph(text: string, x: number, width = 6): Glyph {
  const face = { bold: false, italic: false };
  return { text, x, y: 100, width, size: 12, face, colour: '#000000', artifact: false };
}

function spell(glyphs: readonly Glyph[]): string[] {
  return withPointsOnLetters(glyphs).map(({ text }) => text);
}

it('gives points that come before their letter, drawn from the left, to it, the last first', () => {
  expect(spell([glyph('م', 10), glyph(FATHA, 17, 0), glyph(SHADDA, 18, 0), glyph('ل', 16), glyph('ك', 22)])).toEqual([
    'م',
    `ل${SHADDA}${FATHA}`,
    'ك',
  ]);
});

it('gives points that come behind their letter, drawn from the right, to it', () => {
  expect(spell([glyph('ك', 22), glyph('ل', 16), glyph(SHADDA, 18, 0), glyph(FATHA, 17, 0), glyph('م', 10)])).toEqual([
    'ك',
    `ل${SHADDA}${FATHA}`,
    'م',
  ]);
});

it('gives points that are drawn apart from the words to the letters under them', () => {
  const letters = [glyph('ح', 60), glyph('ر', 54), glyph('م', 48)];
  expect(spell([...letters, glyph('أ', 200), glyph('ب', 194), glyph(DAMMA, 62, 0)])).toEqual([
    `ح${DAMMA}`,
    'ر',
    'م',
    'أ',
    'ب',
  ]);
});

it('leaves a page without points as it is', () => {
  const letters = [glyph('ح', 60), glyph('ر', 54)];
  expect(withPointsOnLetters(letters)).toBe(letters);
});

import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../src/terminal/columns.ts';
import { balanced } from '../src/terminal/isolates.ts';
import { layOut } from '../src/terminal/layout.ts';
import { pad, shorten, wrap } from '../src/terminal/wrap.ts';

/** Words of several scripts: with accents of their own, wide ones, and marks of direction. */
const WORD = fc.constantFrom(
  'protection',
  'libération',
  'libe\u0301ration',
  'حماية',
  'حِمايَةُ',
  'ولا',
  '停火',
  '（一）',
  'ｆｕｌｌ',
  'ไทย',
  'עִבְרִית',
  '\u2068حماية\u2069',
  '9(1)(b)',
  '…',
  '●',
  '–',
);
const TEXT = fc.array(WORD, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '));

describe('columns', () => {
  test('are counted as string-width counts them', () => {
    fc.assert(fc.property(TEXT, (text) => columnsOf(text) === stringWidth(text)));
  });

  test('are filled, cut and broken by what a terminal shows', () => {
    fc.assert(
      fc.property(TEXT, fc.integer({ min: 12, max: 80 }), (text, width) => {
        expect(columnsOf(pad(text, width))).toBe(Math.max(width, columnsOf(text)));
        expect(columnsOf(shorten(text, width))).toBeLessThanOrEqual(width);
        for (const line of wrap(text, width)) expect(columnsOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('isolates', () => {
  test('are closed at the end of a line and opened again on the next', () => {
    expect(balanced(['a \u2068b', 'c', 'd\u2069 e'])).toEqual(['a \u2068b\u2069', '\u2068c\u2069', '\u2068d\u2069 e']);
    expect(shorten('said: \u2068حماية المدنيين في كل مكان\u2069', 16)).toMatch(/\u2068[^\u2069]*\u2069…$/);
  });

  test('hold every line in a language from right to left, which ends at the right edge', () => {
    expect(layOut(['  نص', '', 'ab  '], 8, 'ar')).toBe('    \u2067  نص\u2069\n\n      \u2067ab\u2069\n');
    expect(layOut(['\u001b[31mنص\u001b[39m'], 4, 'ar')).toBe('  \u2067\u001b[31mنص\u001b[39m\u2069\n');
    expect(layOut(['  a  ', ''], 8, 'fr')).toBe('  a\n\n');
  });
});

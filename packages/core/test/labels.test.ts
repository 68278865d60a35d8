import { describe, expect, it } from 'vitest';
import { LabelReader, letterValue, romanValue } from '../src/structure/labels.ts';

const reader = new LabelReader({
  divisions: {
    part: ['part'],
    chapter: ['chapter'],
    section: ['section'],
    article: ['article', 'art'],
    annex: ['annex'],
  },
  numbers: { one: 1, two: 2, 'twenty-one': 21, primero: 1, tercera: 3, أولاً: 1, ثانيا: 2 },
});

describe('a label at the start of a block', () => {
  it.each([
    ['Article 5', 'article', 5, '5'],
    ['Article Two Commitment', 'article', 2, '2'],
    ['ARTICLE TWENTY-ONE: Final clauses', 'article', 21, '21'],
    ['Art. 7 – Access', 'article', 7, '7'],
    ['CHAPTER II: Relief', 'chapter', 2, 'II'],
    ['PART IV IMPLEMENTATION', 'part', 4, 'IV'],
    ['Annex A', 'annex', 1, 'A'],
    ['§ 3 The Parties', 'digit', 3, '§ 3'],
    ['1. The Parties', 'digit', 1, '1'],
    ['12) The Parties', 'digit-parenthesis', 12, '(12)'],
    ['2.1.10 Acts', 'decimal', 10, '2.1.10'],
    ['2.1.10. Acts', 'decimal', 10, '2.1.10'],
    ['(b) rape;', 'lower', 2, '(b)'],
    ['b) rape;', 'lower', 2, '(b)'],
    ['(iv) rape;', 'roman', 4, '(iv)'],
    ['A. Relief', 'upper', 1, '(A)'],
    ['- relief', 'bullet', undefined, ''],
    ['• relief', 'bullet', undefined, ''],
    ['٢- إيصال الإغاثة', 'digit', 2, '2'],
    ['٢.إيصال الإغاثة', 'digit', 2, '2'],
    ['1.- Las Partes', 'digit', 1, '1'],
    ['1.º Las Partes', 'digit', 1, '1'],
    ['2º.- Las Partes', 'digit', 2, '2'],
    ['3°) Les Parties', 'digit-parenthesis', 3, '(3)'],
    ['1er Les Parties', 'digit', 1, '1'],
    ['1/ Les Parties', 'digit', 1, '1'],
    ['IV.- Las Partes', 'roman', 4, '(IV)'],
    ['B/ Les détenus', 'upper', 2, '(B)'],
    ['ب- الأسرى', 'lower', 2, '(ب)'],
    ['Art. 5.- Las Partes', 'article', 5, '5'],
    ['PRIMERO.- Las Partes', 'ordinal', 1, '1'],
    ['Tercera: Las Partes', 'ordinal', 3, '3'],
    ['أولاً: وقف إطلاق النار', 'ordinal', 1, '1'],
    ['ثانيا - الأسرى', 'ordinal', 2, '2'],
  ])('%s', (text, style, ordinal, cited) => {
    expect(reader.read(text)?.label).toMatchObject({ style, ordinal, cited });
  });

  it.each([
    '15 May 2013 was the day',
    '2017 saw fighting',
    'Article 188 or a vote of confidence',
    'The Parties',
    'I agree',
    'a village',
    'Parties shall',
    'One of the Parties shall',
    'Primero las mujeres',
    '7-day truce',
    'a well-marked road',
  ])('is not seen in "%s"', (text) => {
    expect(reader.read(text)).toBeUndefined();
  });

  it('keeps both ways to read a lone "i"', () => {
    expect(reader.read('(i) rape;')?.label).toMatchObject({
      style: 'roman',
      ordinal: 1,
      alternative: { style: 'lower', ordinal: 9 },
    });
  });

  it('ends where the words begin', () => {
    const text = '4.2  (a) the roads';
    expect(text.slice(reader.read(text)?.end)).toBe('(a) the roads');
  });
});

describe('numerals', () => {
  it.each([
    ['i', 1],
    ['iv', 4],
    ['ix', 9],
    ['xiv', 14],
    ['xl', 40],
    ['xcix', 99],
  ])('%s is %i', (written, value) => {
    expect(romanValue(written)).toBe(value);
  });

  it.each(['iiii', 'vx', 'abc', ''])('"%s" is none', (written) => {
    expect(romanValue(written)).toBeUndefined();
  });

  it.each([
    ['a', 1],
    ['z', 26],
    ['aa', 27],
    ['ب', 2],
    ['в', 3],
  ])('letter %s is %i', (written, value) => {
    expect(letterValue(written)).toBe(value);
  });
});

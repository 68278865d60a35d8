import { describe, expect, it } from 'vitest';
import { clusterTexts } from '../../src/pdf/actual-text.ts';
import {
  countsOnInside,
  endsClause,
  isContentsLine,
  isLoneDivision,
  startsWithLabel,
} from '../../src/pdf/clause-labels.ts';
import { isNeutral } from '../../src/pdf/colours.ts';
import { countWords, judgeHyphen } from '../../src/pdf/hyphens.ts';
import { dropStretches, isNoise, spellGlyph } from '../../src/pdf/letters.ts';
import { listPages } from '../../src/pdf/page-lists.ts';

describe('hyphens at the end of a line', () => {
  const vocabulary = countWords([
    'The cease-fire binds all; conflict-related violence is prohibited.',
    'A mediator told the parties about mediation and monitoring; well known.',
    'This line ends in a divided moni-',
    'toring mission; the mission is known.',
  ]);

  it.each([
    ['the cease-', 'fire', 'keep'],
    ['the media-', 'tion', 'drop'],
    ['conflict-', 'related', 'keep'],
    ['humani-', 'tarian', 'drop'],
    ['non-', 'international', 'keep'],
    ['moins de dix-', 'huit ans', 'keep'],
    ['celui-', 'ci', 'keep'],
    ['Inter-', 'Governmental', 'keep'],
    ['well-', 'known', 'keep'],
    ['moni-', 'toring', 'drop'],
    ['soft\u00AD', 'ened', 'drop'],
    ['mea‐', 'sures', 'drop'],
    ['the end', 'of it', undefined],
    ['a dash -', 'here', undefined],
    ['article 5-', '7', undefined],
  ])('%s|%s: %s', (line, next, verdict) => {
    expect(judgeHyphen(line, next, vocabulary)).toBe(verdict);
  });

  it('does not learn words from the halves of divided ones', () => {
    expect(vocabulary.has('toring')).toBe(false);
    expect(vocabulary.has('moni')).toBe(false);
    expect(vocabulary.get('cease-fire')).toBe(1);
  });
});

describe('labels', () => {
  it.each([
    '(a) rape',
    '(iv) hostages',
    'a) el desplazamiento',
    '1. The Parties',
    '4.2 The Parties',
    '12.3.1. The Parties',
    'Article 5',
    'Article premier',
    'ARTICLE IV The Commission',
    'Artículo 3',
    'المادة 12',
    'المادة الأولى',
    '(أ) الاغتصاب',
    '(هـ) لا توجه',
    '• bullets',
    'Annex A',
    'IV.',
    '5.',
  ])('begin "%s"', (line) => expect(startsWithLabel(line)).toBe(true));

  it.each([
    'The Parties',
    '2023 was a year',
    '(hereinafter "the Parties")',
    'articles of the Convention',
    'a person',
    'I have',
  ])('do not begin "%s"', (line) => expect(startsWithLabel(line)).toBe(false));

  it('stand alone', () => {
    expect(isLoneDivision('Article 5.')).toBe(true);
    expect(isLoneDivision('Article 5 of the Convention')).toBe(false);
  });

  it('count on inside a paragraph', () => {
    expect(countsOnInside('any of: (a) murder; (b) torture;', '(c) pillage')).toBe(true);
    expect(countsOnInside('any of: (a) murder; (b) torture;', '(b) pillage')).toBe(true);
    expect(countsOnInside('any of these:', '(b) pillage')).toBe(false);
    expect(countsOnInside('notamment : 1) les viols ;', '2) les pillages')).toBe(true);
    expect(countsOnInside('منها: (أ) القتل؛', '(ب) النهب')).toBe(true);
  });

  it('are told from the ends of clauses', () => {
    for (const end of ['camps;', 'law.', 'prohibit:', 'land; and', 'terre ; et', 'الأخرى؛', 'water.”']) {
      expect(endsClause(end)).toBe(true);
    }
    for (const open of ['accordance with', 'wells, irrigation', 'and']) expect(endsClause(open)).toBe(false);
  });

  it('lead to pages in a table of contents', () => {
    expect(isContentsLine('Article 2 Access ......... 14')).toBe(true);
    expect(isContentsLine('Article 2 Access . . . . . . . iv')).toBe(true);
    expect(isContentsLine('and so on... 14 people')).toBe(false);
  });
});

describe('letters', () => {
  it('are spelled out where a glyph is a shape of them', () => {
    expect(spellGlyph('\uFB01')).toBe('fi');
    expect(spellGlyph('\uFEFB')).toBe('لا');
    expect(spellGlyph('\uFE8D')).toBe('ا');
    expect(spellGlyph('²')).toBe('²');
    expect(spellGlyph('\uF0B7')).toBe('•');
    expect(spellGlyph('\u200F')).toBe('');
  });

  it('are noise in the private use area and below the space', () => {
    for (const letter of ['\uE012', '\uFFFD', '\u0000', '\u{F0012}']) expect(isNoise(letter)).toBe(true);
    for (const letter of ['a', 'ق', '•', '\uF0B7', ' ', '\t']) expect(isNoise(letter)).toBe(false);
  });

  it('lose the strokes that stretch a line, and no others', () => {
    expect(dropStretches('الم,,دنيين')).toBe('المدنيين');
    expect(dropStretches('المـــدنيين')).toBe('المدنيين');
    expect(dropStretches('(هـ) لا')).toBe('(هـ) لا');
    expect(dropStretches('الغذاء,والدواء')).toBe('الغذاء,والدواء');
  });

  it('are neutral in black and grey', () => {
    expect(['#000000', '#808080', '#ffffff'].every(isNeutral)).toBe(true);
    expect(['#ff0000', '#0070c0'].some(isNeutral)).toBe(false);
  });
});

describe('declared letters of clusters', () => {
  it('are found in order, in any spelling', () => {
    const instructions = [
      'BT /F1 12 Tf /Span<</ActualText <feff062d064f> >> BDC 1 0 Td <01af> Tj EMC',
      '/P <</MCID 3>> BDC (a \\(b\\) BDC) Tj EMC',
      '/Span <</Lang (en)>> BDC (x) Tj EMC /Span /Pr1 BDC (y) Tj EMC',
      'BI /W 1 ID /Span <</ActualText (no)>> BDC \u0001 EI',
      '/Span <</MCID 4 /ActualText (\\050\\)) >> BDC (z) Tj EMC ET',
    ].join('\n');
    expect(clusterTexts(instructions)).toEqual(['حُ', undefined, { name: 'Pr1' }, '()']);
  });
});

it('lists pages in a sentence', () => {
  expect(listPages([3])).toBe('Page 3');
  expect(listPages([7, 3], 'page')).toBe('pages 3, 7');
  expect(listPages(Array.from({ length: 12 }, (_, index) => index + 1))).toBe(
    'Pages 1, 2, 3, 4, 5, 6, 7, 8 and 4 more',
  );
});

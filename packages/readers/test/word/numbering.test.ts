import { describe, expect, test } from 'vitest';
import { formatNumber } from '../../src/manuscript/number-format.ts';
import { accepted, labelsOf, rejected, wordsOf } from './reading.ts';
import { definition, deleted, endMark, inserted, list, numbered, paragraph, styled } from './word-file.ts';

const levels = [
  { text: 'Article %1' },
  { text: '%1.%2' },
  { text: '(%3)', format: 'lowerLetter' },
  { text: '(%4)', format: 'lowerRoman' },
];
const override = (level: number, start: number): string =>
  `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;

/** The numbers that paragraphs at these levels get, written `list:level`. */
function numbersOf(places: string, numbering: string, styles?: string): (string | undefined)[] {
  const body = places.split(' ').map((place) => {
    const [which = '', level = ''] = place.split(':');
    return level === '' ? styled(which, 'Words') : numbered(Number(which), Number(level), 'Words');
  });
  return labelsOf(accepted({ body: body.join(''), numbering, ...(styles && { styles }) }));
}

describe('automatic numbers in Word', () => {
  test('count per level, and begin anew under each higher number', () => {
    const numbering = definition(0, levels) + list(1, 0);
    expect(numbersOf('1:0 1:1 1:2 1:2 1:3 1:1 1:2 1:0 1:1', numbering)).toEqual([
      ...['Article 1', '1.1', '(a)', '(b)', '(i)', '1.2', '(a)', 'Article 2', '2.1'],
    ]);
  });

  test('go on across lists of one definition until one of them restarts', () => {
    const numbering = definition(0, levels) + list(1, 0) + list(2, 0) + list(3, 0, override(0, 1));
    expect(numbersOf('1:0 2:0 3:0 3:0 1:0', numbering)).toEqual([
      ...['Article 1', 'Article 2', 'Article 1', 'Article 2', 'Article 3'],
    ]);
  });

  test('take a higher level that was never used as at its start', () => {
    const numbering = definition(0, levels) + list(1, 0, [0, 1, 2].map((level) => override(level, 1)).join(''));
    expect(numbersOf('1:1 1:1 1:2', numbering)).toEqual(['1.1', '1.2', '(a)']);
  });

  test('start where the level says, or where the list says otherwise', () => {
    const numbering = definition(0, [{ text: '%1.', start: 5 }]) + list(1, 0) + list(2, 0, override(0, 9));
    expect(numbersOf('1:0 1:0 2:0', numbering)).toEqual(['5.', '6.', '9.']);
  });

  test('follow a whole level that a list defines for itself', () => {
    const own =
      '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="Annex %1"/></w:lvl>';
    const numbering = definition(0, levels) + list(1, 0, `<w:lvlOverride w:ilvl="0">${own}</w:lvlOverride>`);
    expect(numbersOf('1:0 1:0', numbering)).toEqual(['Annex C', 'Annex D']);
  });

  test('never restart where the level forbids it', () => {
    const numbering =
      definition(0, [{ text: '%1.' }, { text: 'para. %2', more: '<w:lvlRestart w:val="0"/>' }]) + list(1, 0);
    expect(numbersOf('1:0 1:1 1:0 1:1', numbering)).toEqual(['1.', 'para. 1', '2.', 'para. 2']);
  });

  test('restart only under the level that is named', () => {
    const numbering =
      definition(0, [{ text: 'Part %1' }, { text: 'Ch. %2' }, { text: 'Art. %3', more: '<w:lvlRestart w:val="1"/>' }]) +
      list(1, 0);
    expect(numbersOf('1:0 1:1 1:2 1:1 1:2 1:0 1:2', numbering)).toEqual([
      ...['Part 1', 'Ch. 1', 'Art. 1', 'Ch. 2', 'Art. 2', 'Part 2', 'Art. 1'],
    ]);
  });

  test('are all decimal at a legal level', () => {
    const numbering =
      definition(0, [
        { text: 'Chapter %1', format: 'upperRoman' },
        { text: '%1.%2', more: '<w:isLgl/>' },
      ]) + list(1, 0);
    expect(numbersOf('1:0 1:0 1:1', numbering)).toEqual(['Chapter I', 'Chapter II', '2.1']);
  });

  test('come from the style, whose level the list tells', () => {
    const style = (id: string, more: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${more}</w:style>`;
    const styles = [
      style('Art', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
      style('Para', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
      style('Sub', '<w:basedOn w:val="Para"/>'),
      style('Plain', '<w:basedOn w:val="Art"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'),
    ].join('');
    const numbering =
      definition(0, [
        { text: 'Article %1', more: '<w:pStyle w:val="Art"/>' },
        { text: '%1.%2', more: '<w:pStyle w:val="Para"/>' },
      ]) + list(1, 0);
    expect(numbersOf('Art Para Para Sub Plain Art Para', numbering, styles)).toEqual([
      ...['Article 1', '1.1', '1.2', '1.3', undefined, 'Article 2', '2.1'],
    ]);
  });

  test('come from a numbering style where the definition only links to one', () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="Legal"><w:name w:val="Legal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering =
      definition(0, levels, '<w:styleLink w:val="Legal"/>') +
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Legal"/></w:abstractNum>' +
      list(1, 0) +
      list(2, 1);
    expect(numbersOf('2:0 2:1', numbering, styles)).toEqual(['Article 1', '1.1']);
  });

  test('are bullets where the level is one, and not a letter of a symbol font', () => {
    const numbering =
      definition(0, [
        { text: '\uf0b7', format: 'bullet' },
        { text: 'o', format: 'bullet' },
        { text: '–', format: 'bullet' },
      ]) + list(1, 0);
    expect(numbersOf('1:0 1:1 1:2', numbering)).toEqual(['•', '•', '–']);
  });

  test('are padded where a newer format says so, and not written twice', () => {
    const padded =
      '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>';
    const numbering = definition(0, [{ text: 'No. %1', more: padded }]) + list(1, 0);
    expect(numbersOf('1:0 1:0', numbering)).toEqual(['No. 001', 'No. 002']);
  });

  test('touch the words where the level says nothing comes between', () => {
    const numbering = definition(0, [{ text: '%1/', more: '<w:suff w:val="nothing"/>' }]) + list(1, 0);
    expect(wordsOf(accepted({ body: numbered(1, 0, 'words'), numbering }))).toEqual(['1/words']);
  });

  test('are used up by an empty paragraph, but not by one that has vanished', () => {
    const numbering = definition(0, [{ text: '%1.' }]) + list(1, 0);
    const body = [
      numbered(1, 0, 'first'),
      numbered(1, 0, ''),
      numbered(1, 0, deleted('second'), endMark('del')),
      numbered(1, 0, inserted('third'), endMark('ins')),
      numbered(1, 0, 'fourth'),
    ].join('');
    expect(wordsOf(accepted({ body, numbering }))).toEqual(['1. first', '3. third', '4. fourth']);
    expect(wordsOf(rejected({ body, numbering }))).toEqual(['1. first', '3. second', '4. fourth']);
  });

  test('go back to the old list in the rejected view', () => {
    const numbering = definition(0, levels) + list(1, 0) + definition(1, [{ text: '%1)' }]) + list(2, 1);
    const old = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>';
    const change = `<w:pPrChange w:id="9" w:author="Ana"><w:pPr>${old}</w:pPr></w:pPrChange>`;
    const added = paragraph(
      'added',
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="8" w:author="Ana"/></w:numPr>',
    );
    const parts = { body: numbered(1, 0, 'moved', change) + added, numbering };
    expect(wordsOf(accepted(parts))).toEqual(['Article 1 moved', 'Article 2 added']);
    expect(wordsOf(rejected(parts))).toEqual(['1) moved', 'added']);
  });
});

describe('number formats', () => {
  test.each([
    ['lowerLetter', 26, 'z'],
    ['lowerLetter', 28, 'bb'],
    ['upperLetter', 3, 'C'],
    ['lowerRoman', 49, 'xlix'],
    ['upperRoman', 1994, 'MCMXCIV'],
    ['decimalZero', 7, '07'],
    ['ordinal', 22, '22nd'],
    ['ordinal', 113, '113th'],
    ['ordinalText', 12, 'Twelfth'],
    ['ordinalText', 20, 'Twentieth'],
    ['ordinalText', 43, 'Forty-third'],
    ['cardinalText', 21, 'Twenty-one'],
    ['arabicAlpha', 3, 'ت'],
    ['arabicAbjad', 3, 'ج'],
    ['hindiNumbers', 120, '١٢٠'],
    ['russianLower', 2, 'б'],
    ['numberInDash', 4, '- 4 -'],
    ['none', 4, ''],
    ['a format of the future', 4, '4'],
    ['upperRoman', 40_000, '40000'],
    ['lowerLetter', 0, '0'],
  ])('%s writes %i as %s', (format, count, written) => {
    expect(formatNumber(format, count)).toBe(written);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRichText } from '../../src/rich-text/read-rich-text.ts';
import { UnreadableDraft } from '../../src/unreadable-draft.ts';
import { fixture } from '../fixtures/fixture.ts';
import { accordAccepted, accordRejected } from '../word/accord.ts';
import { at, labelsOf, rolesOf, wordsOf } from '../word/reading.ts';
import { checkShape } from '../word/shape.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const read = (body: string) => readRichText('draft.rtf', bytesOf(`{\\rtf1\\ansi ${body}}`));
const words = (body: string): string[] => wordsOf(read(body).accepted);

describe('Rich Text by LibreOffice', () => {
  const { accepted, rejected } = readRichText('', fixture('libreoffice-accord.rtf'));

  test('reads as the Word draft it was made from', () => {
    expect(wordsOf(accepted)).toEqual(accordAccepted);
    expect(labelsOf(accepted).filter(Boolean)).toEqual(['Article 1', '1.1', '1.2', '(a)', '(b)', '(c)']);
    expect(rolesOf(accepted).slice(-4)).toEqual(['cell', 'paragraph', 'note', 'furniture']);
    checkShape(accepted);
  });

  test('reads as it was before the changes, with its numbers as they were last drawn', () => {
    expect(wordsOf(rejected!)).toEqual(accordRejected.map((one) => one.replace('(b) sexual', '(c) sexual')));
  });

  test('knows who changed and remarked what', () => {
    const author = { author: 'Ana', date: '2024-03-01T10:00:00' };
    expect(accepted.insertions.map((one) => at(accepted, one))).toEqual(['shall', 'the burning of crops;']);
    expect(accepted.insertions[0]).toMatchObject(author);
    expect(accepted.deletions[0]).toMatchObject({ ...author, text: 'may' });
    expect(accepted.comments.map((one) => [one.author, one.date, one.text, at(accepted, one)])).toEqual([
      ['Ben', '2024-03-02T09:00:00', 'Keep this list open?', 'sexual violence in any form.'],
    ]);
    expect(accepted.marks.map((mark) => [mark.kind, mark.value])).toEqual([
      ['highlight', 'FFFF00'],
      ['colour', 'FF0000'],
      ['strike', undefined],
    ]);
    expect(accepted.notices.map(({ name }) => name)).toEqual(['hidden-text']);
    expect(accepted.language).toBe('en-GB');
  });

  test('has origins in bytes of the file', () => {
    const file = String.fromCharCode(...fixture('libreoffice-accord.rtf'));
    const start = accepted.text.indexOf('the taking of hostages');
    const origin = accepted.origins.find(({ span }) => span[0] === start);
    expect(file.slice(origin!.raw)).toMatch(/^the taking of hostages/);
  });
});

describe('Rich Text by pandoc', () => {
  test('reads with its headings, table and note', () => {
    const { accepted } = readRichText('', fixture('pandoc-truce.rtf'));
    expect(wordsOf(accepted)).toContain('Monitoring');
    expect(accepted.blocks.filter(({ role }) => role === 'heading')).toHaveLength(2);
    expect(accepted.blocks.filter(({ cell }) => cell).map(({ cell }) => [cell?.row, cell?.column])).toEqual([
      ...[
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ],
    ]);
    expect(wordsOf(accepted).at(-1)).toBe('In both languages of the valley.');
  });
});

describe('characters in Rich Text', () => {
  test.each([
    ['Unicode with a stand-in', '\\u1575?\\u1604?', 'ال'],
    ['Unicode with two stand-ins', "\\uc2\\u8220\\'81\\'67x", '“x'],
    ['Unicode without stand-ins', '{\\uc0\\u233}t\\u233?', 'été'],
    ['negative numbers', '\\u-3913?x', '\uf0b7x'],
    ['pairs outside the basic plane', '\\u-10179?\\u-8704?', '😀'],
    ['the file’s own code page', "\\ansicpg1256 \\'c7\\'e1", 'ال'],
    [
      'a font’s charset',
      "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}\\f1 \\'cc\\'e8\\'f0\\plain\\f0  \\'e9",
      'Мир é',
    ],
    ['two bytes written two ways', "{\\fonttbl{\\f0\\fcharset128 A;}}\\f0 \\'95\\'bd\\'98a", '平和'],
    ['signs by name', '\\ldblquote a\\rdblquote\\emdash b\\~c\\_d\\{e\\}\\\\', '“a”—b\u00a0c-d{e}\\'],
    ['soft hyphens', 'civil\\-ians', 'civilians'],
    ['ANSI and Unicode versions', '{\\upr{ansi}{\\*\\ud{\\u1587?}}}', 'س'],
    ['line ends in the file', 'one\r\n two', 'one two'],
  ])('are decoded from %s', (_, body, text) => {
    expect(words(body)).toEqual([text]);
  });
});

describe('words in Rich Text', () => {
  test('leave out what is not of the text', () => {
    const body =
      '{\\info{\\title Secret}}{\\*\\unknown hidden}{\\pict 89504e}{\\object{\\*\\objdata 00}}{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt link}} text\\bin4 {}\\x.';
    const { accepted } = read(body);
    expect(wordsOf(accepted)).toEqual(['link text.']);
    expect(accepted.notices.map(({ name }) => name)).toEqual(['pictures']);
  });

  test('of a shape stand once', () => {
    const body = 'Beside {\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt boxed\\par}}{\\shprslt boxed\\par}}it\\par';
    expect(new Set(words(body))).toEqual(new Set(['boxed', 'Beside it']));
    expect(words(body)).toHaveLength(2);
  });

  test('join where the end of a paragraph was deleted', () => {
    const { accepted, rejected } = read('The Parties {\\deleted\\par}agree.\\par{\\revised New.\\par}');
    expect(wordsOf(accepted)).toEqual(['The Parties agree.', 'New.']);
    expect(wordsOf(rejected!)).toEqual(['The Parties', 'agree.']);
  });

  test('of a contents field are furniture', () => {
    const body = '{\\field{\\*\\fldinst TOC \\\\o}{\\fldrslt Article 1\\par}}Words\\par';
    expect(rolesOf(read(body).accepted)).toEqual(['furniture', 'paragraph']);
  });

  test('are headings by outline level or style', () => {
    const body =
      '{\\stylesheet{\\s1\\outlinelevel1 Mine;}{\\s2 heading 3;}{\\s3\\cf1 Title;}}\\s1 a\\par\\pard\\s2 b\\par\\pard\\outlinelevel0 c\\par\\pard\\s3 d\\par\\pard e\\par';
    expect(read(body).accepted.blocks.map(({ level }) => level)).toEqual([2, 3, 1, 1, undefined]);
  });

  test('of endnotes come after, counted apart from footnotes', () => {
    const { accepted } = read('a{\\footnote one\\par}b{\\footnote\\ftnalt two}c{\\footnote three}\\par');
    expect(accepted.blocks.map((block) => [block.note, at(accepted, block)])).toEqual([
      [undefined, 'abc'],
      ['1', 'one'],
      ['1', 'two'],
      ['2', 'three'],
    ]);
  });
});

describe('a file that cannot be read as Rich Text', () => {
  const refusal = (bytes: Uint8Array, limits = {}): string => {
    try {
      readRichText('', bytes, limits);
    } catch (error) {
      if (error instanceof UnreadableDraft) return error.reason;
      throw error;
    }
    throw new Error('The draft was read.');
  };

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'empty'],
    ['plain text', bytesOf('The Parties'), 'wrong-format'],
    ['no words', bytesOf('{\\rtf1 \\par}'), 'empty'],
    ['a scan', bytesOf('{\\rtf1 {\\pict 00}\\par}'), 'needs-ocr'],
    ['a tower', bytesOf(`{\\rtf1 ${'{'.repeat(5000)}`), 'too-deep'],
  ])('%s is refused with a reason', (_, bytes, reason) => {
    expect(refusal(bytes)).toBe(reason);
  });

  test('is refused where it is larger than allowed', () => {
    expect(refusal(bytesOf('{\\rtf1 Words}'), { fileBytes: 5 })).toBe('too-large');
    expect(refusal(bytesOf('{\\rtf1\\a\\b\\c Words}'), { nodes: 3 })).toBe('too-large');
  });

  test('is never an error of another kind', () => {
    const file = fixture('libreoffice-accord.rtf');
    const tokens = fc.constantFrom(
      ...[
        '{',
        '}',
        '\\par ',
        '\\cell ',
        '\\row ',
        '{\\footnote ',
        '{\\*\\annotation ',
        '{\\listtext ',
        '\\u65?',
        "\\'e9",
      ],
      ...[
        '\\intbl ',
        '\\deleted ',
        '\\revised ',
        '{\\header ',
        '\\bin9 ',
        '\\uc3 ',
        'words ',
        '{\\upr ',
        '{\\*\\ud ',
        '\\v ',
      ],
    );
    fc.assert(
      fc.property(fc.array(tokens, { maxLength: 30 }), fc.nat(file.length), (parts, cut) => {
        for (const bytes of [bytesOf(`{\\rtf1 ${parts.join('')}`), file.subarray(0, cut)]) {
          try {
            const { accepted, rejected } = readRichText('', bytes);
            checkShape(accepted);
            if (rejected) checkShape(rejected);
          } catch (error) {
            if (!(error instanceof UnreadableDraft)) throw error;
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

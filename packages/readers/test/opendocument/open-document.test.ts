import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readOpenDocument } from '../../src/opendocument/read-open-document.ts';
import { UnreadableDraft } from '../../src/unreadable-draft.ts';
import { fixture } from '../fixtures/fixture.ts';
import { accordAccepted, accordRejected } from '../word/accord.ts';
import { at, labelsOf, rolesOf, wordsOf } from '../word/reading.ts';
import { checkShape } from '../word/shape.ts';

const oasis = 'urn:oasis:names:tc:opendocument:xmlns';
const namespaces = ['office', 'style', 'text', 'table']
  .map((name) => `xmlns:${name}="${oasis}:${name}:1.0"`)
  .concat(`xmlns:draw="${oasis}:drawing:1.0"`, `xmlns:fo="${oasis}:xsl-fo-compatible:1.0"`)
  .concat('xmlns:dc="http://purl.org/dc/elements/1.1/"')
  .join(' ');

/** An OpenDocument text with this body and these automatic styles. */
function textFile(body: string, styles = '', entries: Record<string, string> = {}): Uint8Array {
  const content = `<?xml version="1.0"?><office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const files = { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content, ...entries };
  const packed = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  return zipSync(packed, { mtime: '2024-01-01T00:00:00' });
}

const read = (body: string, styles?: string) => readOpenDocument('draft.odt', textFile(body, styles));
const words = (body: string, styles?: string): string[] => wordsOf(read(body, styles).accepted);
const p = (inside: string): string => `<text:p>${inside}</text:p>`;
const item = (inside: string, more = ''): string => `<text:list-item${more}>${inside}</text:list-item>`;
const levels = (...formats: readonly (readonly [string, string, string, number])[]): string =>
  `<text:list-style style:name="L">${formats
    .map(
      ([format, prefix, suffix, shown], index) =>
        `<text:list-level-style-number text:level="${index + 1}" style:num-format="${format}" style:num-prefix="${prefix}" style:num-suffix="${suffix}" text:display-levels="${shown}"/>`,
    )
    .join('')}</text:list-style>`;

describe('an OpenDocument text by LibreOffice', () => {
  test.each(['odt', 'fodt'])('reads as the Word draft it was made from (%s)', (extension) => {
    const { accepted, rejected } = readOpenDocument('', fixture(`libreoffice-accord.${extension}`));
    expect(wordsOf(accepted)).toEqual(accordAccepted);
    expect(wordsOf(rejected!)).toEqual(accordRejected);
    expect(labelsOf(accepted).filter(Boolean)).toEqual(['Article 1', '1.1', '1.2', '(a)', '(b)', '(c)']);
    expect(accepted.insertions.map((one) => [one.author, at(accepted, one)])).toEqual([
      ['Ana', 'shall'],
      ['Ana', 'the burning of crops;'],
    ]);
    expect(accepted.deletions.map(({ text }) => text)).toEqual([
      ...['may', 'This paragraph was struck in the last round.\n'],
    ]);
    expect(accepted.comments.map((one) => [one.author, one.text, at(accepted, one)])).toEqual([
      ['Ben', 'Keep this list open?', 'sexual violence in any form.'],
    ]);
    expect(accepted.marks.map(({ kind }) => kind)).toEqual(['highlight', 'colour', 'strike']);
    expect(accepted.notices.map(({ name }) => name)).toEqual(['hidden-text']);
    expect(accepted.language).toBe('en-GB');
    checkShape(accepted);
    checkShape(rejected!);
  });

  test('by pandoc reads with its lists, table and note', () => {
    const { accepted } = readOpenDocument('', fixture('pandoc-truce.odt'));
    expect(wordsOf(accepted).slice(0, 6)).toEqual([
      'Truce of the Upper Valley',
      'Ceasefire',
      '1. The Parties cease all fire at noon.',
      '2. The following acts are prohibited:',
      'a. attacks on wells and granaries;',
      'b. rape and every other form of sexual violence.',
    ]);
    expect(new Set(rolesOf(accepted))).toEqual(new Set(['heading', 'item', 'paragraph', 'cell', 'note', 'furniture']));
  });
});

describe('words in OpenDocument', () => {
  test('have one space where the file has white space, and the spaces it spells out', () => {
    expect(
      words(p('\n  The   <text:span> Parties\n</text:span> agree<text:s text:c="2"/>fully<text:tab/>now')),
    ).toEqual(['The Parties agree  fully\tnow']);
  });

  test('are those of a box, after the paragraph it hangs on', () => {
    const box = `<draw:frame><draw:text-box>${p('boxed')}</draw:text-box><svg:title xmlns:svg="${oasis}:svg-compatible:1.0">alternative</svg:title></draw:frame>`;
    expect(words(p(`Beside ${box}it`) + p('next'))).toEqual(['Beside it', 'boxed', 'next']);
  });

  test('of a hidden section or style are left out', () => {
    const styles =
      '<style:style style:name="T" style:family="text"><style:text-properties text:display="none"/></style:style>';
    const body = `<text:section text:display="none">${p('gone')}</text:section>${p('kept <text:span text:style-name="T">too</text:span>')}`;
    const { accepted } = read(body, styles);
    expect(accepted.text).toBe('kept ');
    expect(accepted.notices.map(({ name }) => name)).toEqual(['hidden-text']);
  });

  test('of a table of contents are furniture', () => {
    const body = `<text:table-of-content><text:index-body>${p('Article 1 … 2')}</text:index-body></text:table-of-content>${p('Words')}`;
    expect(rolesOf(read(body).accepted)).toEqual(['furniture', 'paragraph']);
  });

  test('lie in cells by row and column', () => {
    const cell = (text: string, more = ''): string => `<table:table-cell${more}>${p(text)}</table:table-cell>`;
    const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
    const body = `<table:table>${row(cell('wide', ' table:number-columns-spanned="2"'), '<table:covered-table-cell/>', cell('c'))}${row(cell('d'))}</table:table>`;
    const { accepted } = read(body);
    expect(accepted.blocks.map((block) => [at(accepted, block), ...Object.values(block.cell!)])).toEqual([
      ['wide', 0, 0, 0],
      ['c', 0, 0, 2],
      ['d', 0, 1, 0],
    ]);
  });
});

describe('lists in OpenDocument', () => {
  const style = levels(['1', 'Article ', '', 1], ['1', '', '', 2], ['a', '(', ')', 1]);
  const list = (inside: string, more = ''): string => `<text:list text:style-name="L"${more}>${inside}</text:list>`;
  const nested = (inside: string): string => `<text:list>${inside}</text:list>`;

  test('number the first paragraph of each item, level by level', () => {
    const body = list(
      item(p('one') + p('goes on') + nested(item(p('sub') + nested(item(p('a')) + item(p('b')))) + item(p('sub 2')))) +
        item(p('two') + nested(item(p('sub')))),
    );
    expect(words(body, style)).toEqual([
      ...['Article 1 one', 'goes on', '1.1 sub', '(a) a', '(b) b', '1.2 sub 2', 'Article 2 two', '2.1 sub'],
    ]);
  });

  test('begin anew unless they continue, by style or by name', () => {
    const body =
      list(item(p('one')), ' xml:id="first"') +
      list(item(p('new'))) +
      list(item(p('on')), ' text:continue-numbering="true"') +
      list(item(p('two')), ' text:continue-list="first"') +
      list(`${item(p('nine'), ' text:start-value="9"')}<text:list-header>${p('no number')}</text:list-header>`);
    expect(labelsOf(read(body, style).accepted)).toEqual([
      ...['Article 1', 'Article 1', 'Article 2', 'Article 2', 'Article 9', undefined],
    ]);
  });

  test('number headings by the outline', () => {
    const outline =
      '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>';
    const body =
      '<text:h text:outline-level="1">One</text:h><text:h text:outline-level="2">Sub</text:h><text:h text:outline-level="1">Two</text:h>';
    expect(words(body, outline)).toEqual(['I. One', 'Sub', 'II. Two']);
    expect(read(body, outline).accepted.blocks.map(({ level }) => level)).toEqual([1, 2, 1]);
  });
});

describe('tracked changes in OpenDocument', () => {
  const region = (id: string, kind: string, inside = ''): string =>
    `<text:changed-region text:id="${id}"><text:${kind}><office:change-info><dc:creator>Ana</dc:creator><dc:date>2024-03-01T10:00:00</dc:date></office:change-info>${inside}</text:${kind}></text:changed-region>`;
  const tracked = (...regions: string[]): string => `<text:tracked-changes>${regions.join('')}</text:tracked-changes>`;

  test('join the paragraphs that an insertion or deletion ran over', () => {
    const body =
      tracked(region('d', 'deletion', p('lost words') + p('and ')), region('i', 'insertion')) +
      p('First <text:change text:change-id="d"/>last') +
      p('Before<text:change-start text:change-id="i"/> new') +
      p('more new<text:change-end text:change-id="i"/> after');
    const { accepted, rejected } = read(body);
    expect(wordsOf(accepted)).toEqual(['First last', 'Before new', 'more new after']);
    expect(wordsOf(rejected!)).toEqual(['First lost words', 'and last', 'Before after']);
  });
});

describe('a file that cannot be read as OpenDocument', () => {
  const refusal = (bytes: Uint8Array): UnreadableDraft => {
    try {
      readOpenDocument('', bytes);
    } catch (error) {
      if (error instanceof UnreadableDraft) return error;
      throw error;
    }
    throw new Error('The draft was read.');
  };
  const manifest = `<manifest:manifest xmlns:manifest="${oasis}:manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`;

  test.each<[string, Uint8Array, string, RegExp]>([
    ['nothing', new Uint8Array(), 'empty', /empty/],
    [
      'a spreadsheet',
      textFile('', '', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      'wrong-format',
      /OpenDocument spreadsheet/,
    ],
    [
      'a protected text',
      textFile(p('x'), '', { 'META-INF/manifest.xml': manifest }),
      'password-protected',
      /without one/,
    ],
    ['a Word file', fixture('pandoc-truce.docx'), 'wrong-format', /not an OpenDocument text/],
    ['a flat drawing', strToU8('<?xml version="1.0"?><svg/>'), 'wrong-format', /not an OpenDocument text/],
    ['a text without words', textFile(p(' ')), 'empty', /no words/],
    ['a picture', textFile(p('<draw:frame><draw:image/></draw:frame>')), 'needs-ocr', /text recognition/],
    ['a tower', textFile('<text:section>'.repeat(300) + '</text:section>'.repeat(300)), 'too-deep', /256 deep/],
  ])('%s is refused with a reason and a next step', (_, bytes, reason, message) => {
    expect(refusal(bytes).reason).toBe(reason);
    expect(refusal(bytes).message).toMatch(message);
  });

  test('is never an error of another kind', () => {
    const flat = fixture('libreoffice-accord.fodt');
    const edit = fc.tuple(fc.nat(flat.length - 1), fc.constantFrom(0x3c, 0x3e, 0x20, 0x22, 0x2f, 0x41));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), fc.nat(flat.length), (edits, cut) => {
        const damaged = flat.slice();
        for (const [index, value] of edits) damaged[index] = value;
        for (const bytes of [damaged, damaged.subarray(0, cut)]) {
          try {
            checkShape(readOpenDocument('', bytes).accepted);
          } catch (error) {
            if (!(error instanceof UnreadableDraft)) throw error;
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

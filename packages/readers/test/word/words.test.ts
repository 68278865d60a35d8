import { describe, expect, test } from 'vitest';
import { readWord } from '../../src/word/read-word.ts';
import { accepted, at, rejected, rolesOf, wordsOf } from './reading.ts';
import { deleted, endMark, inserted, paragraph, run, styled, table, type WordParts, wordFile } from './word-file.ts';

const words = (body: string, more: Partial<WordParts> = {}): string[] => wordsOf(accepted({ ...more, body }));

describe('words in Word', () => {
  test('join across runs, with entities and characters outside the basic plane', () => {
    expect(words(paragraph(run('arms & ') + run('men <all>') + run(' 😀')))).toEqual(['arms & men <all> 😀']);
  });

  test('lose no-width characters, which would split them for a search', () => {
    const body = paragraph(
      `${run('civi\u00adlian\u200b pop')}<w:r><w:softHyphen/><w:t>ulation</w:t></w:r>${run('\u200fنص\u200e')}`,
    );
    expect(words(body)).toEqual(['civilian populationنص']);
  });

  test('keep tabs, line breaks and no-break hyphens as a reader sees them', () => {
    const body = paragraph(
      '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>non</w:t><w:noBreakHyphen/><w:t>state</w:t></w:r>',
    );
    expect(words(body)).toEqual(['a\tb\nnon-state']);
  });

  test('do not begin or end a block with a page break', () => {
    const pageBreak = '<w:r><w:br w:type="page"/></w:r>';
    const source = accepted({ body: paragraph(`${pageBreak}${run('Annex')}${pageBreak}`) + paragraph('Text') });
    expect(source.text).toBe('Annex\nText');
  });

  test('lose white space that the file does not ask to keep', () => {
    const body = paragraph('<w:r><w:t>\n  The Parties\n </w:t></w:r><w:r><w:t xml:space="preserve"> agree</w:t></w:r>');
    expect(words(body)).toEqual(['The Parties agree']);
  });

  test('come out of fields by their result, not their instruction', () => {
    const field = (instruction: string, result: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const simple = `<w:fldSimple w:instr="PAGE">${run('7')}</w:fldSimple>`;
    expect(words(paragraph(run('see ') + field('REF _Ref1', 'Article 4') + run(', p. ') + simple))).toEqual([
      'see Article 4, p. 7',
    ]);
  });

  test('are not lost in a field that a damaged file never ends', () => {
    const body = paragraph(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('The Parties agree.')}`);
    expect(words(body)).toEqual(['The Parties agree.']);
  });

  test('come out of content controls, smart tags and links', () => {
    const control = `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${run('Party A')}</w:sdtContent></w:sdt>`;
    const tag = `<w:smartTag w:element="place">${run(' of Senna')}</w:smartTag>`;
    const link = `<w:hyperlink r:id="x">${run(' (list)', '<w:rStyle w:val="Hyperlink"/><w:color w:val="0563C1"/>')}</w:hyperlink>`;
    expect(words(paragraph(control + tag + link))).toEqual(['Party A of Senna (list)']);
  });

  test('of a text box stand once, after the paragraph it is anchored in', () => {
    const box = (inside: string): string => `<w:txbxContent>${paragraph(inside)}</w:txbxContent>`;
    const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box('In the box')}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box('In the box')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(words(paragraph(run('Before ') + drawing + run('and after')) + paragraph('Next'))).toEqual([
      'Before and after',
      'In the box',
      'Next',
    ]);
  });

  test('of a drop cap join the paragraph that they begin', () => {
    expect(words(paragraph('T', '<w:framePr w:dropCap="drop"/>') + paragraph('he Parties'))).toEqual(['The Parties']);
  });

  test('of a heading run into the text after a style separator', () => {
    const body = paragraph('Scope. ', '<w:rPr><w:vanish/><w:specVanish/></w:rPr>') + paragraph('This Accord applies.');
    expect(words(body)).toEqual(['Scope. This Accord applies.']);
  });

  test('hidden by a character style are left out', () => {
    const styles =
      '<w:style w:type="character" w:styleId="Ghost"><w:name w:val="Ghost"/><w:rPr><w:vanish/></w:rPr></w:style>';
    const body = paragraph(
      run('seen') +
        run('unseen', '<w:rStyle w:val="Ghost"/>') +
        run('!', '<w:rStyle w:val="Ghost"/><w:vanish w:val="0"/>'),
    );
    expect(words(body, { styles })).toEqual(['seen!']);
  });

  test('read the same under another namespace prefix', () => {
    const bytes = wordFile({ body: paragraph('Words'), extra: {} });
    const other = wordFile({
      body: '',
      extra: {
        'word/document.xml': new TextEncoder().encode(
          '<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><body><p><r><t>Words</t></r></p></body></document>',
        ),
      },
    });
    expect(readWord('', other).accepted.text).toBe(readWord('', bytes).accepted.text);
  });
});

describe('structure in Word', () => {
  test('comes from outline levels, by style or by the paragraph itself', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="H2"/></w:style>';
    const body =
      styled('Own', 'By style') +
      paragraph('By itself', '<w:outlineLvl w:val="0"/>') +
      paragraph('Not', '<w:outlineLvl w:val="9"/>');
    const source = accepted({ body, styles });
    expect(source.blocks.map(({ role, level }) => [role, level])).toEqual([
      ['heading', 2],
      ['heading', 1],
      ['paragraph', undefined],
    ]);
  });

  test('sets tables of contents and captions apart', () => {
    const contents = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('Article 1 … 3')}</w:sdtContent></w:sdt>`;
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
    const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const styles = '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>';
    const body = [
      contents,
      paragraph(field + run('Article 2 … 4')),
      paragraph(run('Article 3 … 5')),
      paragraph(end),
      styled('C', 'Map 1'),
      paragraph('Words of the Accord'),
    ].join('');
    expect(rolesOf(accepted({ body, styles }))).toEqual([...Array(4).fill('furniture'), 'paragraph']);
  });

  test('counts the grid columns of cells, and nested tables apart', () => {
    const wide = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('wide')}</w:tc>`;
    const inner = table([paragraph('inner')]);
    const body = `<w:tbl><w:tr>${wide}<w:tc>${paragraph('third')}${inner}${paragraph('after')}</w:tc></w:tr></w:tbl>${table([paragraph('next')])}`;
    const source = accepted({ body });
    expect(source.blocks.map((block) => [at(source, block), ...Object.values(block.cell!)])).toEqual([
      ['wide', 0, 0, 0],
      ['third', 0, 0, 2],
      ['inner', 1, 0, 0],
      ['after', 0, 0, 2],
      ['next', 2, 0, 0],
    ]);
  });

  test('numbers notes in the order of their references, or by a mark set by hand', () => {
    const reference = (id: number, more = ''): string => `<w:r><w:footnoteReference ${more} w:id="${id}"/></w:r>`;
    const endReference = '<w:r><w:endnoteReference w:id="4"/></w:r>';
    const custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>';
    const note = (kind: string, id: number, text: string): string =>
      `<w:${kind} w:id="${id}">${paragraph(text)}</w:${kind}>`;
    const source = accepted({
      body: paragraph(run('a') + reference(2) + run('b') + reference(1) + run('c') + custom + run('d') + endReference),
      footnotes:
        note('footnote', 1, 'one') +
        note('footnote', 2, 'two') +
        note('footnote', 3, 'star') +
        note('footnote', 9, 'unused'),
      endnotes: note('endnote', 4, 'end'),
    });
    const notes = source.blocks.filter(({ role }) => role === 'note');
    expect(notes.map((block) => [block.note, at(source, block)])).toEqual([
      ['1', 'two'],
      ['2', 'one'],
      ['*', 'star'],
      ['i', 'end'],
    ]);
  });

  test('shows a running head once, however many sections use it', () => {
    const section = (...ids: string[]): string =>
      `<w:sectPr>${ids.map((id) => `<w:headerReference r:id="${id}"/>`).join('')}</w:sectPr>`;
    const source = accepted({
      body: paragraph('One', section('h1', 'h2')) + paragraph('Two') + section('h1', 'h3'),
      headers: { h1: paragraph('DRAFT'), h2: paragraph('DRAFT'), h3: paragraph('Annex'), h4: paragraph('Unused') },
    });
    expect(wordsOf(source)).toEqual(['One', 'Two', 'DRAFT', 'Annex']);
  });

  test('takes the language that most words declare', () => {
    const french = run('Les Parties conviennent de ce qui suit', '<w:lang w:val="fr-FR"/>');
    const styles = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>';
    expect(accepted({ body: paragraph(french + run(' (sic)')), styles }).language).toBe('fr-FR');
  });

  test('gives notice of what was not read', () => {
    const body = paragraph(
      `${run('Words')}<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>LISTNUM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    );
    const { notices } = accepted({ body: `${body}<w:altChunk r:id="c"/>` });
    expect(notices.map(({ name }) => name)).toEqual(['pictures', 'embedded-documents', 'drawn-numbers']);
    expect(notices.every(({ message }) => /^[A-Z].*\.$/.test(message))).toBe(true);
  });
});

describe('tracked changes in Word', () => {
  test('join two paragraphs whose end between them was deleted', () => {
    const body = paragraph('The Parties ', endMark('del')) + styled('X', 'shall cooperate.');
    expect(wordsOf(accepted({ body }))).toEqual(['The Parties shall cooperate.']);
    expect(wordsOf(rejected({ body }))).toEqual(['The Parties ', 'shall cooperate.'].map((one) => one.trim()));
  });

  test('join nothing across a table', () => {
    const body = paragraph('Before', endMark('del')) + table([paragraph('cell')]) + paragraph('After');
    expect(wordsOf(accepted({ body }))).toEqual(['Before', 'cell', 'After']);
  });

  test('count a moved paragraph once in either view', () => {
    const moved = (kind: string): string => `<w:${kind} w:id="3" w:author="Ana">${run('moved words')}</w:${kind}>`;
    const body =
      paragraph(moved('moveFrom'), endMark('del')) +
      paragraph('fixed') +
      paragraph(moved('moveTo'), endMark('ins')) +
      paragraph('end');
    expect(wordsOf(accepted({ body }))).toEqual(['fixed', 'moved words', 'end']);
    expect(wordsOf(rejected({ body }))).toEqual(['moved words', 'fixed', 'end']);
  });

  test('take deleted rows and inserted cells with them', () => {
    const row = (text: string, change = ''): string =>
      `<w:tr>${change && `<w:trPr><w:${change} w:id="4" w:author="Ana"/></w:trPr>`}<w:tc>${paragraph(text)}</w:tc></w:tr>`;
    const body = `<w:tbl>${row('kept')}${row('gone', 'del')}${row('new', 'ins')}</w:tbl>`;
    const source = accepted({ body });
    expect(wordsOf(source)).toEqual(['kept', 'new']);
    expect(source.blocks.map(({ cell }) => cell?.row)).toEqual([0, 1]);
    expect(source.insertions.map((one) => at(source, one))).toEqual(['new']);
    expect(wordsOf(rejected({ body }))).toEqual(['kept', 'gone']);
  });

  test('forget words that one side inserted and deleted again', () => {
    const body = paragraph(run('Peace') + inserted(deleted(' now', 'Ben')));
    const source = accepted({ body });
    expect(source.text).toBe('Peace');
    expect(source.deletions).toEqual([]);
    expect(rejected({ body }).text).toBe('Peace');
  });

  test('of one author side by side are one revision', () => {
    const body = paragraph(inserted('The ') + inserted('Parties') + inserted(' agree', 'Ben'));
    const source = accepted({ body });
    expect(source.insertions.map((one) => [one.author, at(source, one)])).toEqual([
      ['Ana', 'The Parties'],
      ['Ben', ' agree'],
    ]);
  });

  test('are the only reason for a rejected view', () => {
    expect(readWord('', wordFile({ body: paragraph('Words') })).rejected).toBeUndefined();
  });
});

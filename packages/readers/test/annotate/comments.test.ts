import { describe, expect, test } from 'vitest';
import { annotateWord } from '../../src/annotate/annotate-word.ts';
import { accord } from '../word/accord.ts';
import { paragraph, run, table, wordFile } from '../word/word-file.ts';
import { before, changedEntries, commentsOf, partOf, spanOf } from './reading.ts';

const draft = wordFile({
  body: paragraph(run('The Parties ') + run('shall refrain from attacks', '<w:b/>')) + paragraph('Done at Senna.'),
});
const remark = (bytes: Uint8Array, words: string, more = {}) => ({
  rule: 'poc-attacks',
  message: 'Say which attacks.',
  span: spanOf(bytes, words),
  ...more,
});

describe('a comment', () => {
  test('stands on exactly its words, across runs and inside them', () => {
    const annotated = annotateWord(draft, [
      remark(draft, 'ties shall ref'),
      remark(draft, 'from'),
      remark(draft, 'The'),
    ]);
    expect(commentsOf(annotated).map(({ on }) => on)).toEqual(['The', 'ties shall ref', 'from']);
  });

  test('says the message, the authority, the model clause and the rule', () => {
    const authority = ['Additional Protocol II, Art. 13', 'UN Security Council resolution 2417 (2018)'];
    const annotated = annotateWord(draft, [
      remark(draft, 'attacks', { authority, modelClause: 'The Parties shall not attack markets.' }),
    ]);
    expect(commentsOf(annotated)).toEqual([
      {
        on: 'attacks',
        author: 'poclint',
        says: [
          'Say which attacks.',
          'Authority: Additional Protocol II, Art. 13; UN Security Council resolution 2417 (2018)',
          'Model clause: The Parties shall not attack markets.',
          'Rule: poc-attacks',
        ].join('\n'),
      },
    ]);
  });

  test('changes neither the words of the draft nor their look', () => {
    const annotated = annotateWord(draft, [remark(draft, 'refrain')]);
    expect(before(annotated)).toEqual(before(draft));
    const [part] = [partOf(annotated, 'word/document.xml')];
    expect(part).toContain(
      '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">shall </w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">refrain</w:t></w:r><w:commentRangeEnd w:id="0"/>',
    );
  });

  test('leaves every other entry of the package byte for byte as it was', () => {
    expect(changedEntries(draft, annotateWord(draft, [remark(draft, 'attacks')]))).toEqual([
      '[Content_Types].xml',
      'word/document.xml',
      'word/_rels/document.xml.rels',
      'word/comments.xml',
    ]);
    const bytes = accord();
    const annotated = annotateWord(bytes, [remark(bytes, 'taking of hostages')]);
    expect(changedEntries(bytes, annotated)).toEqual(['word/document.xml', 'word/comments.xml']);
  });

  test('joins those that people wrote, under a number of its own', () => {
    const bytes = accord();
    const annotated = annotateWord(bytes, [remark(bytes, 'violence in any')]);
    expect(commentsOf(annotated).map(({ on, author }) => [on, author])).toEqual([
      ['sexual violence in any form.', 'Ben'],
      ['violence in any', 'poclint'],
    ]);
    const ids = [...partOf(annotated, 'word/comments.xml').matchAll(/<w:comment w:id="(\d+)"/g)].map(([, id]) =>
      Number(id),
    );
    expect(new Set(ids).size).toBe(2);
    expect(Math.max(...ids)).toBe(3);
  });

  test('is written once, however often it is asked for', () => {
    const remarks = [
      remark(draft, 'attacks'),
      remark(draft, 'attacks', { rule: 'poc-markets' }),
      remark(draft, 'Parties'),
    ];
    const once = annotateWord(draft, remarks);
    expect(annotateWord(once, remarks)).toEqual(once);
    expect(annotateWord(once, remarks, { author: 'Somebody else' })).toEqual(once);
    const more = annotateWord(once, [...remarks, remark(draft, 'Senna')]);
    expect(commentsOf(more)).toHaveLength(4);
  });

  test('is written again where a rule has two remarks on the same words', () => {
    const twice = [remark(draft, 'attacks'), remark(draft, 'attacks', { message: 'Say on what.' })];
    const annotated = annotateWord(draft, twice);
    expect(commentsOf(annotated)).toHaveLength(2);
    expect(annotateWord(annotated, twice)).toEqual(annotated);
  });

  test('leaves control characters out and escapes markup', () => {
    const annotated = annotateWord(draft, [remark(draft, 'attacks', { message: 'a\u0000b\u001b <b> & "c" \ud800' })]);
    expect(commentsOf(annotated)[0]?.says).toBe('ab <b> & "c" \nRule: poc-attacks');
  });

  test('names nobody and no time where authors are not wanted', () => {
    const remarks = [remark(draft, 'attacks')];
    const annotated = annotateWord(draft, remarks, { authors: false, date: '2024-05-01T00:00:00Z' });
    const xml = partOf(annotated, 'word/comments.xml');
    expect(xml).toContain('w:author="Author"');
    expect(xml).not.toMatch(/poclint|w:date/);
    expect(annotateWord(annotated, remarks)).toEqual(annotated);
  });

  test('carries author, initials and date as given, and no date otherwise', () => {
    const options = { author: 'Desk "A"', initials: 'DA', date: '2024-05-01T00:00:00Z' };
    const xml = partOf(annotateWord(draft, [remark(draft, 'attacks')], options), 'word/comments.xml');
    expect(xml).toContain('w:author="Desk &quot;A&quot;" w:date="2024-05-01T00:00:00Z" w:initials="DA"');
    expect(partOf(annotateWord(draft, [remark(draft, 'attacks')]), 'word/comments.xml')).not.toContain('w:date');
  });

  test('quotes nothing of the draft where it must be redacted', () => {
    const message = 'The words “shall  refrain” are firm, unlike "may refrain" or «from attacks».';
    const says = commentsOf(annotateWord(draft, [remark(draft, 'Parties', { message })], { redact: true }))[0]?.says;
    expect(says).toContain('The words “…” are firm, unlike "may refrain" or «…».');
  });

  test('reads from right to left where its words do', () => {
    const arabic = annotateWord(draft, [remark(draft, 'attacks', { message: 'حدد الهجمات.' })]);
    const xml = partOf(arabic, 'word/comments.xml');
    expect(xml).toContain('<w:pPr><w:bidi/></w:pPr>');
    expect(xml).toContain('<w:rPr><w:rtl/></w:rPr>');
    expect(xml).toContain('<w:rPr><w:b/></w:rPr>');
  });

  test('takes its captions in the language of the draft', () => {
    const captions = { rule: 'Règle :', modelClause: 'Clause type :' };
    const annotated = annotateWord(draft, [remark(draft, 'attacks', { modelClause: 'Les Parties…' })], { captions });
    expect(commentsOf(annotated)[0]?.says).toMatch(/Clause type : Les Parties…\nRègle : poc-attacks$/);
  });
});

describe('the place of a comment', () => {
  test('is the words of the paragraph, for its number alone', () => {
    const bytes = accord();
    expect(commentsOf(annotateWord(bytes, [remark(bytes, '1.2')])).map(({ on }) => on)).toContain(
      'The following acts are prohibited:',
    );
  });

  test('reaches over paragraphs and cells', () => {
    const bytes = wordFile({
      body: paragraph('One') + table([paragraph('two'), paragraph('three')]) + paragraph('four'),
    });
    const span = [1, bytes.length && 'One\ntwo\nthree\nfo'.length] as const;
    const annotated = annotateWord(bytes, [{ ...remark(bytes, 'One'), span }]);
    expect(commentsOf(annotated).map(({ on }) => on)).toEqual(['ne\ntwo\nthree\nfo']);
    expect(before(annotated)).toEqual(before(bytes));
  });

  test('is the reference, for words of a note', () => {
    const bytes = accord();
    const remarks = [remark(bytes, 'two days'), remark(bytes, 'notice', { rule: 'poc-notice' })];
    const annotated = annotateWord(bytes, remarks);
    const around = partOf(annotated, 'word/document.xml').split('<w:r><w:footnoteReference w:id="2"/></w:r>');
    expect(around[0]).toMatch(/<w:commentRangeStart w:id="3"\/><w:commentRangeStart w:id="4"\/>$/);
    expect(around[1]).toMatch(/^<w:commentRangeEnd w:id="3"\/>/);
    expect(annotateWord(annotated, remarks)).toEqual(annotated);
  });

  test('is the paragraph that a text box hangs on', () => {
    const box = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('In the box')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    const withWords = wordFile({ body: paragraph(run('Beside it') + box) });
    const alone = wordFile({ body: paragraph('Before') + paragraph(box) });
    const beside = annotateWord(withWords, [remark(withWords, 'the box')]);
    expect(commentsOf(beside).map(({ on }) => on)).toEqual(['Beside it']);
    const after = annotateWord(alone, [remark(alone, 'the box')]);
    expect(commentsOf(after).map(({ on }) => on)).toEqual(['']);
    expect(annotateWord(after, [remark(alone, 'the box')])).toEqual(after);
  });

  test('is the first paragraph, for words of a running head', () => {
    const bytes = accord();
    expect(commentsOf(annotateWord(bytes, [remark(bytes, 'CONFIDENTIAL')]))[0]?.on).toBe('Accord of the Two Rivers');
  });

  test('must be in the draft', () => {
    expect(() => annotateWord(draft, [{ ...remark(draft, 'attacks'), span: [10, 9999] }])).toThrow(RangeError);
    expect(() => annotateWord(draft, [{ ...remark(draft, 'attacks'), span: [-1, 5] }])).toThrow(RangeError);
  });
});

describe('the markup around a comment', () => {
  const main = (xml: string): Uint8Array =>
    wordFile({ body: '', extra: { 'word/document.xml': new TextEncoder().encode(xml) } });

  test.each([
    ['entities and line ends', '<w:r><w:t>a &amp; b&#x1F600;\r\nthe words</w:t></w:r>'],
    ['a CDATA section', '<w:r><w:t><![CDATA[a & b 😀 the words here]]></w:t></w:r>'],
    ['white space that is not kept', '<w:r><w:t>  a b the words here\n</w:t></w:r>'],
    ['a tab in the same run', '<w:r><w:t>a b</w:t><w:tab/><w:t>the words here</w:t></w:r>'],
    ['a tracked insertion', '<w:ins w:id="4" w:author="Ana"><w:r><w:t>a the words here</w:t></w:r></w:ins>'],
    ['a soft hyphen', '<w:r><w:t>a the wo\u00adrds here</w:t></w:r>'],
  ])('is cut exactly in %s', (_, inside) => {
    const bytes = wordFile({ body: `<w:p>${inside}</w:p>` });
    const annotated = annotateWord(bytes, [remark(bytes, 'the words')]);
    expect(commentsOf(annotated).map(({ on }) => on)).toEqual(['the words']);
    expect(before(annotated)).toEqual(before(bytes));
  });

  test('uses the prefix that the draft uses, or brings one', () => {
    const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const prefixed = main(
      `<x:document xmlns:x="${namespace}"><x:body><x:p><x:r><x:t>Words</x:t></x:r></x:p></x:body></x:document>`,
    );
    const plain = main(`<document xmlns="${namespace}"><body><p><r><t>Words here</t></r></p></body></document>`);
    expect(commentsOf(annotateWord(prefixed, [remark(prefixed, 'Words')])).map(({ on }) => on)).toEqual(['Words']);
    const annotated = annotateWord(plain, [remark(plain, 'here')]);
    expect(commentsOf(annotated).map(({ on }) => on)).toEqual(['here']);
    expect(partOf(annotated, 'word/document.xml')).toContain(`<document xmlns:pl="${namespace}"`);
  });

  test('gives copied changes of formatting numbers of their own', () => {
    const properties = '<w:b/><w:rPrChange w:id="7" w:author="Ana"><w:rPr/></w:rPrChange>';
    const bytes = wordFile({ body: paragraph(run('Before the words after', properties)) });
    const xml = partOf(annotateWord(bytes, [remark(bytes, 'the words')]), 'word/document.xml');
    const ids = [...xml.matchAll(/<w:rPrChange w:id="(\d+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(3);
  });

  test('stays in the encoding of the part', () => {
    const xml =
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Words été</w:t></w:r></w:p></w:body></w:document>';
    const units = Uint16Array.from(`\ufeff${xml}`, (letter) => letter.charCodeAt(0));
    const bytes = wordFile({ body: '', extra: { 'word/document.xml': new Uint8Array(units.buffer) } });
    expect(commentsOf(annotateWord(bytes, [remark(bytes, 'été')])).map(({ on }) => on)).toEqual(['été']);
  });

  test('goes into an empty list of comments that closes itself', () => {
    const bytes = wordFile({
      body: paragraph('Words'),
      comments: '',
      extra: {
        'word/comments.xml': new TextEncoder().encode(
          '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
        ),
      },
    });
    expect(commentsOf(annotateWord(bytes, [remark(bytes, 'Words')]))).toHaveLength(1);
  });
});

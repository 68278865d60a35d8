import { describe, expect, test } from 'vitest';
import { annotateWord } from '../../src/annotate/annotate-word.ts';
import { readWord } from '../../src/word/read-word.ts';
import { accord } from '../word/accord.ts';
import { labelsOf, wordsOf } from '../word/reading.ts';
import { definition, endMark, list, numbered, paragraph, run, styled, table, wordFile } from '../word/word-file.ts';
import { before, commentsOf, partOf, spanOf } from './reading.ts';

const modelClause = 'The Parties shall protect hospitals at all times.';
const missing = (bytes: Uint8Array, after: string, more = {}) => ({
  rule: 'poc-hospitals',
  message: 'Nothing protects hospitals.',
  afterSpan: spanOf(bytes, after),
  modelClause,
  ...more,
});
const suggest = { suggest: true };

describe('a missing clause', () => {
  test('is only told in a comment unless suggestions are wanted', () => {
    const bytes = accord();
    const annotated = annotateWord(bytes, [missing(bytes, 'convoys pass freely')]);
    const [remark] = commentsOf(annotated).filter(({ author }) => author === 'poclint');
    expect(remark?.on).toBe('convoys pass freely');
    expect(remark?.says).toContain(`Model clause: ${modelClause}`);
    expect(before(annotated)).toEqual(before(bytes));
  });

  test('stands after its paragraph as a tracked insertion, which rejecting takes back', () => {
    const bytes = accord();
    const annotated = annotateWord(bytes, [missing(bytes, 'convoys pass freely')], suggest);
    const { accepted } = readWord('', annotated);
    const words = wordsOf(accepted);
    expect(words[words.indexOf('Humanitarian convoys pass freely.') + 1]).toBe(modelClause);
    const insertion = accepted.insertions.find(({ author }) => author === 'poclint');
    expect(accepted.text.slice(...insertion!.span)).toBe(modelClause);
    expect(before(annotated)).toEqual(before(bytes));
    expect(commentsOf(annotated).at(-1)?.says).toContain('suggested below as a tracked insertion');
  });

  test('is suggested once, however often', () => {
    const bytes = accord();
    const once = annotateWord(bytes, [missing(bytes, 'convoys pass freely')], suggest);
    expect(annotateWord(once, [missing(once, 'convoys pass freely')], suggest)).toEqual(once);
  });

  test('takes the next number of a list', () => {
    const numbering = definition(0, [{ text: '%1.' }]) + list(1, 0);
    const bytes = wordFile({ body: numbered(1, 0, 'first') + numbered(1, 0, 'second'), numbering });
    const { accepted } = readWord('', annotateWord(bytes, [missing(bytes, 'first')], suggest));
    expect(labelsOf(accepted)).toEqual(['1.', '2.', '3.']);
    expect(wordsOf(accepted)[1]).toBe(`2. ${modelClause}`);
  });

  test('is not a heading though it follows one, and not bold though words before it are', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>';
    const bytes = wordFile({
      body: styled('H', run('Protection')) + paragraph(run('Text', '<w:b/><w:sz w:val="24"/>'), '<w:jc w:val="both"/>'),
      styles,
    });
    const annotated = annotateWord(bytes, [missing(bytes, 'Protection')], suggest);
    const { accepted } = readWord('', annotated);
    expect(accepted.blocks.map(({ role }) => role)).toEqual(['heading', 'paragraph', 'paragraph']);
    const xml = partOf(annotated, 'word/document.xml');
    expect(xml).toContain(`<w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">${modelClause}`);
    expect(xml.match(/<w:jc w:val="both"\/>/g)).toHaveLength(2);
  });

  test.each([
    ['the last paragraph', paragraph('Words')],
    ['the last paragraph, with properties', paragraph('Words', '<w:jc w:val="both"/>')],
    ['the last paragraph, with empty properties', '<w:p><w:pPr/><w:r><w:t>Words</w:t></w:r></w:p>'],
    ['the last paragraph, with an inserted end', paragraph('Words', endMark('ins'))],
    ['the last paragraph, with formatting of its end', paragraph('Words', '<w:rPr><w:b/></w:rPr>')],
    [
      'the last paragraph, with a changed style',
      paragraph(
        'Words',
        '<w:pStyle w:val="A"/><w:pPrChange w:id="5" w:author="Ana"><w:pPr><w:pStyle w:val="B"/></w:pPr></w:pPrChange>',
      ),
    ],
    ['the last paragraph of a cell', table([paragraph('Words')]) + paragraph('After')],
    ['a paragraph before a table', paragraph('Words') + table([paragraph('cell')])],
    [
      'a paragraph whose end was deleted',
      paragraph('Words', endMark('del')) + paragraph(' go on') + paragraph('After'),
    ],
    ['the last paragraph before the section', `${paragraph('Words')}<w:sectPr/>`],
  ])('can follow %s', (_, body) => {
    const bytes = wordFile({ body });
    const annotated = annotateWord(bytes, [missing(bytes, 'Words', { modelClause: 'One.\nTwo.' })], suggest);
    const words = wordsOf(readWord('', annotated).accepted);
    const at = words.findIndex((one) => one.startsWith('Words'));
    expect(words.slice(at + 1, at + 3)).toEqual(['One.', 'Two.']);
    expect(before(annotated)).toEqual(before(bytes));
  });

  test('keeps the order of several after one paragraph, and writes none twice', () => {
    const bytes = wordFile({ body: paragraph('Words') + paragraph('After') });
    const all = [
      missing(bytes, 'Words'),
      missing(bytes, 'Words', { rule: 'poc-water', modelClause: 'Wells are protected.' }),
      missing(bytes, 'Words', { rule: 'poc-schools', modelClause }),
    ];
    const annotated = annotateWord(bytes, all, suggest);
    expect(wordsOf(readWord('', annotated).accepted)).toEqual(['Words', modelClause, 'Wells are protected.', 'After']);
    expect(commentsOf(annotated)).toHaveLength(3);
  });

  test('does not take over the section, the frame or the changes of its model', () => {
    const properties =
      '<w:framePr w:w="100"/><w:sectPr><w:pgSz w:w="1"/></w:sectPr><w:pPrChange w:id="5" w:author="Ana"><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrChange>';
    const bytes = wordFile({ body: paragraph('Words', properties) + paragraph('After') });
    const xml = partOf(annotateWord(bytes, [missing(bytes, 'Words')], suggest), 'word/document.xml');
    for (const once of [/<w:framePr/g, /<w:sectPr/g, /<w:pPrChange/g]) expect(xml.match(once)).toHaveLength(1);
  });
});

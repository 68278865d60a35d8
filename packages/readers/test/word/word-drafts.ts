import fc from 'fast-check';
import { definition, deleted, endMark, inserted, list, run, table, type WordParts } from './word-file.ts';

const sentences = fc.constantFrom(
  'The Parties ',
  'shall refrain & desist',
  ' from attacks',
  'الأطراف ',
  ' 😀 ',
  ' civi\u00adlians',
  '\u200b',
  'a < b',
  ' ',
);
const looks = fc.constantFrom('', '<w:b/>', '<w:highlight w:val="yellow"/>', '<w:vanish/>', '<w:strike/>');

const pieces = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(sentences, looks).map(([text, look]) => run(text, look)) },
  sentences.map((text) => inserted(run(text))),
  sentences.map((text) => deleted(text, 'Ben')),
  sentences.map((text) => inserted(deleted(text, 'Ben'))),
  fc.constantFrom(
    '<w:r><w:t>x</w:t><w:tab/><w:t>y</w:t></w:r>',
    '<w:r><w:br/></w:r>',
    '<w:r><w:t><![CDATA[raw & ready]]></w:t></w:r>',
    '<w:r><w:t> trim&#65;ed  </w:t></w:r>',
    '<w:r><w:footnoteReference w:id="1"/></w:r>',
    '<w:bookmarkStart w:id="7" w:name="b"/><w:bookmarkEnd w:id="7"/>',
    `<w:hyperlink r:id="l">${run('linked words')}</w:hyperlink>`,
    `<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>${run('boxed words')}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
  ),
);

const properties = fc.constantFrom(
  '',
  '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
  '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
  '<w:outlineLvl w:val="1"/>',
);
const ends = fc.constantFrom('', '', '', endMark('ins'), endMark('del'));

const paragraphs = fc
  .tuple(fc.array(pieces, { maxLength: 5 }), properties, ends)
  .map(([inside, form, end]) => `<w:p><w:pPr>${form}${end}</w:pPr>${inside.join('')}</w:p>`);

const bodies = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: paragraphs },
    fc.tuple(paragraphs, paragraphs).map(([left, right]) => table([left, right])),
  ),
  { minLength: 1, maxLength: 6 },
);

/** Drafts of a few paragraphs with all that can stand in one, in any order. They end as Word's do: in a paragraph. */
export const wordDrafts: fc.Arbitrary<WordParts> = fc.tuple(bodies, paragraphs).map(([body, last]) => ({
  body: `${body.join('')}${last}<w:sectPr/>`,
  numbering: definition(0, [{ text: 'Article %1' }, { text: '%1.%2' }]) + list(1, 0),
  footnotes: `<w:footnote w:id="1"><w:p>${run('The note.')}</w:p></w:footnote>`,
}));

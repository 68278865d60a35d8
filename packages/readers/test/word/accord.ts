import {
  definition,
  deleted,
  endMark,
  inserted,
  list,
  numbered,
  paragraph,
  run,
  styled,
  table,
  type WordParts,
  wordFile,
} from './word-file.ts';

/** A draft of an invented accord that holds one of each thing that drafts hold, as Word writes them. */
export const accordParts: WordParts = {
  body: [
    styled('Title', 'Accord of the Two Rivers'),
    paragraph('The Parties, meeting in the town of Senna,'),
    numbered(1, 0, 'Protection of civilians'),
    numbered(
      1,
      1,
      [
        run('The Parties '),
        deleted('may'),
        inserted('shall'),
        run(' refrain', '<w:highlight w:val="yellow"/>'),
        run('drafting note', '<w:vanish/>'),
        run(' from attacks on markets', '<w:color w:val="FF0000"/><w:strike/>'),
        run('.'),
      ].join(''),
    ),
    paragraph(deleted('This paragraph was struck in the last round.'), endMark('del')),
    numbered(1, 1, 'The following acts are prohibited:'),
    numbered(1, 2, 'the taking of hostages;'),
    numbered(1, 2, inserted('the burning of crops;'), endMark('ins')),
    numbered(
      1,
      2,
      `<w:commentRangeStart w:id="0"/>${run('sexual violence in any form.')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
    ),
    paragraph(`${run('Humanitarian convoys pass freely')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('.')}`),
    table(
      [paragraph('Zone'), paragraph('Commander')],
      [paragraph('North bank'), paragraph(run('to be named', '<w:i/>'))],
    ),
    paragraph(run('يلتزم الطرفان بحماية المدنيين.', '<w:rtl/><w:lang w:bidi="ar-SA"/>'), '<w:bidi/>'),
    '<w:sectPr><w:headerReference w:type="default" r:id="head"/></w:sectPr>',
  ].join(''),
  styles: [
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>',
  ].join(''),
  numbering:
    definition(0, [{ text: 'Article %1' }, { text: '%1.%2' }, { text: '(%3)', format: 'lowerLetter' }]) + list(1, 0),
  footnotes: `<w:footnote w:type="separator" w:id="0">${paragraph('<w:r><w:separator/></w:r>')}</w:footnote><w:footnote w:id="2">${paragraph('<w:r><w:footnoteRef/></w:r><w:r><w:t>Within two days of notice.</w:t></w:r>')}</w:footnote>`,
  comments: `<w:comment w:id="0" w:author="Ben" w:date="2024-03-02T09:00:00Z">${paragraph('Keep this list open?')}</w:comment>`,
  headers: { head: paragraph('DRAFT 3 – CONFIDENTIAL') },
};

export function accord(): Uint8Array {
  return wordFile(accordParts);
}

/** What a reader of the accord sees once all changes are accepted. */
export const accordAccepted = [
  'Accord of the Two Rivers',
  'The Parties, meeting in the town of Senna,',
  'Article 1 Protection of civilians',
  '1.1 The Parties shall refrain from attacks on markets.',
  '1.2 The following acts are prohibited:',
  '(a) the taking of hostages;',
  '(b) the burning of crops;',
  '(c) sexual violence in any form.',
  'Humanitarian convoys pass freely.',
  'Zone',
  'Commander',
  'North bank',
  'to be named',
  'يلتزم الطرفان بحماية المدنيين.',
  'Within two days of notice.',
  'DRAFT 3 – CONFIDENTIAL',
];

/** And what stood there before them. */
export const accordRejected = [
  'Accord of the Two Rivers',
  'The Parties, meeting in the town of Senna,',
  'Article 1 Protection of civilians',
  '1.1 The Parties may refrain from attacks on markets.',
  'This paragraph was struck in the last round.',
  '1.2 The following acts are prohibited:',
  '(a) the taking of hostages;',
  '(b) sexual violence in any form.',
  'Humanitarian convoys pass freely.',
  'Zone',
  'Commander',
  'North bank',
  'to be named',
  'يلتزم الطرفان بحماية المدنيين.',
  'Within two days of notice.',
  'DRAFT 3 – CONFIDENTIAL',
];

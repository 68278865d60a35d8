import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  PageBreak,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';

const change = { author: 'Ana', date: '2024-03-01T10:00:00Z' };
const words = (text: string, more = {}): TextRun => new TextRun({ text, ...more });

/** What a draft can have, as the npm package `docx` writes it. */
const PASSAGES: readonly (() => (Paragraph | Table)[])[] = [
  () => [
    new Paragraph({ text: 'Protection of civilians', heading: HeadingLevel.HEADING_1 }),
    new Paragraph({
      children: [words('The Parties '), words('shall refrain', { bold: true }), words(' from any attack.')],
    }),
  ],
  () =>
    ['convoys pass freely;', 'no tax is levied.'].map(
      (text) => new Paragraph({ text, numbering: { reference: 'list', level: 0 } }),
    ),
  () => [
    new Table({
      rows: [
        ['Measure', 'Days'],
        ['Orders & reports', '10'],
      ].map(
        (cells) => new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }),
      ),
    }),
    new Paragraph('Behind the table.'),
  ],
  () => [
    new Paragraph({
      children: [words('Prisoners shall be released'), new FootnoteReferenceRun(1), words(' at once.')],
    }),
  ],
  () => [
    new Paragraph({
      children: [
        words('Each Party '),
        new DeletedTextRun({ text: 'shall', id: 101, ...change }),
        new InsertedTextRun({ text: 'may', id: 102, ...change }),
        words(' open the roads.'),
      ],
    }),
  ],
  () => [
    new Paragraph({
      children: [
        words('The '),
        new CommentRangeStart(0),
        words('Commission'),
        new CommentRangeEnd(0),
        new TextRun({ children: [new CommentReference(0)] }),
        words(' visits every camp.'),
      ],
    }),
  ],
  () => [
    new Paragraph({
      bidirectional: true,
      children: [
        words('يمتنع الطرفان عن أي هجوم على ', { rightToLeft: true }),
        words('المدنيين.', { rightToLeft: true, bold: true }),
      ],
    }),
  ],
  () => [
    new Paragraph({
      alignment: AlignmentType.JUSTIFIED,
      children: [
        new TextRun({ children: ['Tabbed', new Tab(), 'words 😀 and a break', new PageBreak()] }),
        new ExternalHyperlink({ link: 'https://example.org/', children: [words('linked words')] }),
      ],
    }),
  ],
];

/** A draft of some of the passages; the same number gives the same draft. */
export async function npmDocx(number: number): Promise<Uint8Array> {
  const count = PASSAGES.length;
  const chosen = [number, number + 1 + (number % 3), 5 * number + 2].map(
    (at) => PASSAGES[at % count] as (typeof PASSAGES)[number],
  );
  const document = new Document({
    comments: { children: [{ id: 0, author: 'Cara', date: new Date(0), children: [new Paragraph('Who names it?')] }] },
    footnotes: { 1: { children: [new Paragraph('Within [seven] days.')] } },
    numbering: {
      config: [
        {
          reference: 'list',
          levels: [{ level: 0, format: LevelFormat.LOWER_LETTER, text: '(%1)', alignment: AlignmentType.START }],
        },
      ],
    },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('Draft')] }) },
        children: [...new Set(chosen)].flatMap((passage) => passage()),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

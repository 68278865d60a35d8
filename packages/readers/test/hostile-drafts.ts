import { readdirSync, readFileSync } from 'node:fs';
import { garbledPdf, writePdf } from './pdf/raw-pdf.ts';
import { paragraph, wordFile } from './word/word-file.ts';
import { zipBytes } from './zip/zip-bytes.ts';

const PDFS = new URL('pdf/fixtures/', import.meta.url);
const pdf = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`${name}.pdf`, PDFS)));
const half = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length >> 1);

/** Drafts that cannot be reviewed, by the name they come under: broken, protected, or made to exhaust the reader. */
export function unreadableDrafts(): Record<string, Uint8Array> {
  const word = wordFile({ body: paragraph('The Parties shall not attack civilians. '.repeat(80)) });
  const bomb = `<w:p><w:r><w:t>${' '.repeat(90_000_000)}</w:t></w:r></w:p>`;
  return {
    'empty.docx': new Uint8Array(),
    'blank.txt': new TextEncoder().encode(' \n\n \n'),
    'locked.pdf': pdf('locked'),
    'locked.docx': compoundFile('EncryptedPackage'),
    'old.doc': compoundFile('WordDocument'),
    'truncated.pdf': half(pdf('framework.en.un')),
    'truncated.docx': half(word),
    'picture.docx': Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, ...new Uint8Array(200).fill(7)),
    'scan.pdf': pdf('scanned.es'),
    'scan.docx': wordFile({ body: paragraph('<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>') }),
    'garbled.pdf': garbledPdf(),
    'photographs.docx': zipBytes([{ name: 'beach.jpg', content: 'x' }]),
    'workbook.docx': zipBytes([{ name: 'xl/workbook.xml', content: '<x/>' }]),
    'slides.docx': zipBytes([{ name: 'ppt/presentation.xml', content: '<x/>' }]),
    'ten-thousand-pages.pdf': manyPages(10_001),
    'bomb.docx': wordFile({ body: bomb }),
    'tower.docx': wordFile({ body: '<w:smartTag>'.repeat(20_000) + '</w:smartTag>'.repeat(20_000) }),
    'entities.docx': withMain('<!DOCTYPE d [<!ENTITY a "aaaa">]><document>&a;</document>'),
    'broken.docx': withMain('<w:document xmlns:w="x"><w:body>'),
    'two-faced.docx': zipBytes([
      { name: 'word/document.xml', content: '<a/>' },
      { name: 'word/document.xml', content: '<b/>' },
    ]),
    'false-size.docx': zipBytes([{ name: 'word/document.xml', content: '<a/>'.repeat(900), claims: { size: 4 } }]),
  };
}

/** PDFs of few bytes that want much time or memory; some can be read. */
export function exhaustingPdfs(): Record<string, Uint8Array> {
  const folder = new URL('hostile/', PDFS);
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.pdf'))
      .map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))]),
  );
}

function withMain(xml: string): Uint8Array {
  return wordFile({ body: '', extra: { 'word/document.xml': new TextEncoder().encode(xml) } });
}

/** An OLE compound file with one stream in its directory. */
export function compoundFile(stream: string): Uint8Array {
  const bytes = new Uint8Array(1536);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const view = new DataView(bytes.buffer);
  const entry = 1024 + 128;
  for (const [index, letter] of [...stream].entries()) view.setUint16(entry + index * 2, letter.charCodeAt(0), true);
  view.setUint16(entry + 64, (stream.length + 1) * 2, true);
  return bytes;
}

/** Empty pages, all of them one object. */
export function manyPages(count: number): Uint8Array {
  return writePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${'3 0 R '.repeat(count)}]/Count ${count}>>`,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ]);
}

import { deflateSync } from 'node:zlib';

/** An object of a PDF file: its text, or a stream. */
export type RawObject = string | { readonly data: Uint8Array; readonly entries?: string };

/** Writes a PDF from its objects, numbered from 1, the first of them the catalogue; nothing is checked. */
export function writePdf(objects: readonly RawObject[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = (parts[0] as Buffer).length;
  const write = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((object, index) => {
    offsets.push(length);
    write(Buffer.from(`${index + 1} 0 obj\n`));
    if (typeof object === 'string') write(Buffer.from(object, 'latin1'));
    else {
      write(Buffer.from(`<</Length ${object.data.length}${object.entries ?? ''}>>\nstream\n`));
      write(Buffer.from(object.data));
      write(Buffer.from('\nendstream'));
    }
    write(Buffer.from('\nendobj\n'));
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer <</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

/** A page whose font maps its letters to the private use area. */
export function garbledPdf(): Uint8Array {
  const toUnicode = [
    '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <20> <7e> endcodespacerange',
    '1 beginbfrange <20> <7e> <e020> endbfrange endcmap end',
  ].join('\n');
  const line = '(The Parties shall protect the civilian population at all times) Tj 0 -14 Td ';
  return writePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>',
    { data: deflateSync(`BT /F 12 Tf 72 700 Td ${line.repeat(5)} ET`), entries: '/Filter/FlateDecode' },
    { data: new TextEncoder().encode(toUnicode) },
  ]);
}

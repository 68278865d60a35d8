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

import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { UsageError } from '@poclint/project/usage-error';
import Papa from 'papaparse';
import { type ColumnChoice, chooseColumns, metaNamesOf, metaOf } from './columns.ts';
import { type Archive, type ArchiveDocument, type SourceLimits, tooLarge } from './document.ts';
import { RowGuard } from './row-guard.ts';

const HEAD = 1 << 18;
const CHUNK = 1 << 18;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The rows of a CSV as they come. Cells are cut beyond `most` bytes; see `RowGuard`. */
export async function* csvRows(
  path: string,
  delimiter: string,
  most: number,
  advance: (bytes: number) => void = () => {},
): AsyncGenerator<readonly string[]> {
  const guard = new RowGuard(most, delimiter);
  let isFirst = true;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    advance(chunk.length);
    const rows = guard.push(isFirst && chunk.subarray(0, 3).equals(BYTE_ORDER_MARK) ? chunk.subarray(3) : chunk);
    isFirst = false;
    if (rows.length > 0) yield* rowsIn(rows);
  }
  yield* rowsIn(guard.end());

  function rowsIn(bytes: Buffer): string[][] {
    const { data } = Papa.parse<string[]>(bytes.toString('utf8'), {
      delimiter,
      newline: '\n',
      skipEmptyLines: 'greedy',
    });
    // A cell without quotation marks has the first half of Windows' line end with it.
    for (const row of data) row[row.length - 1] = (row.at(-1) ?? '').replace(/\r$/, '');
    return data;
  }
}

/** The header of a CSV and what parts its cells: of comma, semicolon and tab the one that stands in it most often. */
export function csvHeader(path: string): { readonly header: readonly string[]; readonly delimiter: string } {
  const head = headOf(path).replace(/^\ufeff/, '');
  if (head.trim() === '') throw new UsageError(({ archive }) => archive.empty({ name: path }));
  const firstRow = /^(?:[^"\r\n]|"(?:[^"]|"")*")*/.exec(head)?.[0] ?? '';
  const outside = firstRow.replace(/"(?:[^"]|"")*"/g, '');
  const counts = [',', ';', '\t'].map((sign) => [sign, outside.split(sign).length] as const);
  const delimiter = counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
  const { data } = Papa.parse<string[]>(firstRow, { delimiter, preview: 1 });
  return { header: data[0] ?? [], delimiter };
}

function headOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(HEAD);
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, HEAD, 0));
  } finally {
    closeSync(file);
  }
}

/** A CSV with a text in each row. Throws a UsageError where it lacks the columns. */
export function openCsv(path: string, name: string, choice: ColumnChoice, limits: SourceLimits): Archive {
  const { header, delimiter } = csvHeader(path);
  const columns = chooseColumns(header, choice, name);
  let position = 0;
  const problems: string[] = [];
  return {
    metaNames: metaNamesOf(columns.meta.map((column) => column.name)),
    size: statSync(path).size,
    problems,
    position: () => position,
    async *documents() {
      position = 0;
      let number = 0;
      for await (const row of csvRows(path, delimiter, limits.documentBytes, (bytes) => {
        position += bytes;
      })) {
        number++;
        if (number > 1) yield documentOf(row, number);
      }
    },
  };

  function documentOf(row: readonly string[], number: number): ArchiveDocument {
    const cell = (at: number | undefined): string => (at === undefined ? '' : (row[at] ?? ''));
    const stated = cell(columns.id).trim().slice(0, 500);
    const id = stated === '' ? `row ${number}` : stated;
    const meta = metaOf(
      Object.fromEntries(columns.meta.map(({ name: column, at }) => [column, cell(at).slice(0, 2000)])),
    );
    const title = cell(columns.title).replace(/\s+/g, ' ').trim().slice(0, 500) || id;
    const text = cell(columns.text);
    const document = { id, title, meta, name: id };
    // Cut cells are told by their length; a cut cell may have swallowed the rest of its row.
    if (row.some((value) => value.length > limits.documentBytes / 4 && Buffer.byteLength(value) > limits.documentBytes))
      return { ...document, content: problem(tooLarge(limits.documentBytes, '--max-size')) };
    if (row.length !== header.length)
      return {
        ...document,
        content: problem(
          `Row ${number} has ${row.length} cells where the header has ${header.length}, so it is not sure which is the text: correct the row.`,
        ),
      };
    if (text.trim() === '') return { ...document, content: problem(`Row ${number} has no text.`) };
    return { ...document, content: { kind: 'text', text } };
  }
}

function problem(reason: string): { readonly kind: 'problem'; readonly reason: string } {
  return { kind: 'problem', reason };
}

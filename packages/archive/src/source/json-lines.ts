import { createReadStream, statSync } from 'node:fs';
import { type ColumnChoice, type Columns, chooseColumns, metaNamesOf, metaOf } from './columns.ts';
import { type Archive, type ArchiveDocument, type SourceLimits, tooLarge } from './document.ts';
import { linesOf } from './lines.ts';

/** JSON lines with a text in each object. Fields are chosen by the first line, as columns of a table are by its header. */
export async function openJsonLines(
  path: string,
  name: string,
  choice: ColumnChoice,
  limits: SourceLimits,
): Promise<Archive> {
  const first = await firstObject(path, limits.documentBytes);
  const header = Object.keys(first ?? {});
  const columns = chooseColumns(header, choice, name);
  let position = 0;
  return {
    metaNames: metaNamesOf(columns.meta.map((column) => column.name)),
    size: statSync(path).size,
    problems: [],
    position: () => position,
    async *documents() {
      position = 0;
      let number = 0;
      const stream = createReadStream(path, { highWaterMark: 1 << 18 });
      for await (const line of linesOf(stream as AsyncIterable<Buffer>, 2 * limits.documentBytes + 65_536)) {
        number++;
        position += line.text.length + 1;
        if (line.text.trim() !== '' || line.isCut)
          yield documentOf(line.text, line.isCut, number, header, columns, limits);
      }
    },
  };
}

async function firstObject(path: string, most: number): Promise<Record<string, unknown> | undefined> {
  for await (const line of linesOf(createReadStream(path) as AsyncIterable<Buffer>, 2 * most)) {
    const parsed = parse(line.text);
    if (parsed) return parsed;
  }
  return undefined;
}

function documentOf(
  line: string,
  isCut: boolean,
  number: number,
  header: readonly string[],
  columns: Columns,
  limits: SourceLimits,
): ArchiveDocument {
  const unknown = { id: `line ${number}`, title: `line ${number}`, meta: {}, name: `line ${number}` };
  const problem = (reason: string) => ({ kind: 'problem', reason }) as const;
  if (isCut) return { ...unknown, content: problem(tooLarge(limits.documentBytes, '--max-size')) };
  const object = parse(line);
  if (!object) return { ...unknown, content: problem(`Line ${number} is no JSON object: correct it or leave it out.`) };
  const field = (at: number | undefined): string => {
    const value = at === undefined ? undefined : object[header[at] as string];
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  };
  const id = field(columns.id).trim() || unknown.id;
  const document = {
    id,
    title: field(columns.title).replace(/\s+/g, ' ').trim() || id,
    meta: metaOf(Object.fromEntries(columns.meta.map(({ name, at }) => [name, field(at)]))),
    name: id,
  };
  const text = field(columns.text);
  if (Buffer.byteLength(text) > limits.documentBytes)
    return { ...document, content: problem(tooLarge(limits.documentBytes, '--max-size')) };
  if (text.trim() === '') return { ...document, content: problem(`Line ${number} has no text.`) };
  return { ...document, content: { kind: 'text', text } };
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

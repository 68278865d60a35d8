import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type ArchiveDocument, SOURCE_LIMITS } from '@poclint/archive/source/document';
import { linesOf } from '@poclint/archive/source/lines';
import { type OpenOptions, openArchiveAt } from '@poclint/archive/source/open-archive';
import { RowGuard } from '@poclint/archive/source/row-guard';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { complaintOf } from '../complaint.ts';
import { newFolder } from '../run/made-run.ts';

async function documentsOf(path: string, options: Partial<OpenOptions> = {}): Promise<ArchiveDocument[]> {
  const archive = await openArchiveAt(path, '/', { columns: {}, limits: SOURCE_LIMITS, ...options });
  const documents: ArchiveDocument[] = [];
  for await (const document of archive.documents()) documents.push(document);
  return documents;
}

function fileWith(name: string, content: string | Uint8Array): string {
  const path = join(newFolder(), name);
  writeFileSync(path, content);
  return path;
}

const reasonOf = ({ content }: ArchiveDocument): string => (content.kind === 'problem' ? content.reason : '');
const textOf = ({ content }: ArchiveDocument): string => (content.kind === 'text' ? content.text : '');

describe('a CSV', () => {
  test("of PA-X's columns is recognised by its header", async () => {
    const path = fileWith(
      'corpus.csv',
      '\ufeffAgtId,Agt,Dat,Con,Agreement text\r\n867,"Framework, first",15/10/2012,Marenga,"Line one\r\n""quoted"" line"\r\n',
    );
    expect(await documentsOf(path)).toEqual([
      {
        id: '867',
        title: 'Framework, first',
        meta: { country: 'Marenga', date: '2012-10-15', year: '2012' },
        name: '867',
        content: { kind: 'text', text: 'Line one\r\n"quoted" line' },
      },
    ]);
  });

  test('without the column says which columns there are', async () => {
    const path = fileWith('a.csv', 'id,body text\n1,words\n');
    await expect(complaintOf(documentsOf(path))).resolves.toContain('Its columns are: id, body text.');
    await expect(complaintOf(documentsOf(path, { columns: { text: 'body-text' } }))).resolves.toContain(
      'has no column "body-text" (--text-column)',
    );
    expect((await documentsOf(path, { columns: { text: 'body text' } })).map(textOf)).toEqual(['words']);
    await expect(complaintOf(documentsOf(fileWith('empty.csv', '')))).resolves.toContain('is empty');
  });

  test('with ragged rows keeps all other rows', async () => {
    const path = fileWith('a.csv', 'id,text\n1,one\n2\n3,three,more\n4,\n5,five\n');
    const documents = await documentsOf(path);
    expect(documents.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5']);
    expect(documents.map(reasonOf)).toEqual([
      '',
      expect.stringContaining('Row 3 has 1 cells where the header has 2'),
      expect.stringContaining('Row 4 has 3 cells'),
      'Row 5 has no text.',
      '',
    ]);
  });

  test('with a cell of a hundred megabytes leaves that document unread, and no other', async () => {
    const cell = 'civilians '.repeat(10_000_000);
    const path = fileWith('a.csv', `id,text\n1,one\n2,"${cell}"\n3,three\n`);
    const before = process.memoryUsage.rss();
    const documents = await documentsOf(path, { limits: { ...SOURCE_LIMITS, documentBytes: 1 << 20 } });
    expect(documents.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(reasonOf(documents[1] as ArchiveDocument)).toContain('larger than 1 MB, which --max-size sets');
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 << 20);
  });

  test('is parted into the rows that a parser of the whole finds, in chunks of any size', () => {
    const wild = fc.string({ unit: fc.constantFrom('a', '"', '"', ',', '\n', ' ', '\r\n', 'é', '𝒂'), maxLength: 60 });
    const written = fc
      .array(fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', 'é') }), { minLength: 1, maxLength: 4 }))
      .map((rows) => rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join(''));
    fc.assert(
      fc.property(fc.oneof(wild, written), fc.integer({ min: 1, max: 7 }), (text, size) => {
        const guard = new RowGuard(1000, ',');
        const bytes = Buffer.from(text);
        const parts: Buffer[] = [];
        for (let at = 0; at < bytes.length; at += size) parts.push(guard.push(bytes.subarray(at, at + size)));
        parts.push(guard.end());
        expect(Buffer.concat(parts).toString()).toBe(text);
        const rowsOf = (part: string) =>
          Papa.parse(part, { delimiter: ',', newline: '\n', skipEmptyLines: 'greedy' }).data;
        expect(parts.flatMap((part) => rowsOf(part.toString()))).toEqual(rowsOf(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('with cells beyond a limit has them cut, and the rest as it was', async () => {
    const guard = new RowGuard(10, ',');
    const text = `"${'""'.repeat(40)}",${'b'.repeat(40)},c\n1,"${'d'.repeat(40)}",2\n`;
    const cells = Papa.parse<string[]>(guard.push(Buffer.from(text)).toString().trimEnd()).data;
    expect(cells).toEqual([
      ['"'.repeat(14), 'b'.repeat(14), 'c'],
      ['1', 'd'.repeat(14), '2'],
    ]);
  });
});

describe('JSON lines', () => {
  test('keep all lines but those that are none', async () => {
    const path = fileWith('a.jsonl', '{"key":7,"body":"one\\u2028two","land":"Marenga"}\nnonsense\n{"key":8}\n');
    const documents = await documentsOf(path, { columns: { text: 'body', id: 'key', meta: ['country=land'] } });
    expect(documents.map(({ id }) => id)).toEqual(['7', 'line 2', '8']);
    expect(documents[0]).toMatchObject({ meta: { country: 'Marenga' }, content: { text: 'one\u2028two' } });
    expect(documents.map(reasonOf)).toEqual([
      '',
      expect.stringContaining('Line 2 is no JSON object'),
      'Line 3 has no text.',
    ]);
  });

  test('that are too long are cut, not held', async () => {
    const lines = [];
    for await (const line of linesOf(
      Readable.from([Buffer.from('ab'), Buffer.from('cdef\ngh'), Buffer.from('\n\nend')]),
      4,
    ))
      lines.push(line);
    expect(lines).toEqual([
      { text: 'abcd', isCut: true },
      { text: 'gh', isCut: false },
      { text: '', isCut: false },
      { text: 'end', isCut: false },
    ]);
  });
});

describe('a folder', () => {
  test('is gone through in order, and not for ever where links lead back', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'b'));
    for (const name of ['c.txt', 'a.md', 'b/z.txt', '~$c.docx', 'picture.png'])
      writeFileSync(join(folder, name), 'words');
    symlinkSync(folder, join(folder, 'b', 'loop'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling.txt'));
    expect((await documentsOf(folder)).map(({ id }) => id)).toEqual(['a.md', 'b/z.txt', 'c.txt']);
  });

  test('that lies too deep is named', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'b/c'), { recursive: true });
    writeFileSync(join(folder, 'b/c/d.txt'), 'words');
    const archive = await openArchiveAt(folder, '/', { columns: {}, limits: { ...SOURCE_LIMITS, depth: 2 } });
    for await (const _ of archive.documents());
    expect(archive.problems).toEqual([expect.stringContaining('deeper than 2 folders, which --max-depth sets')]);
  });
});

describe('a zip', () => {
  test('gives its drafts in order', async () => {
    const path = fileWith(
      'a.zip',
      zipSync({ 'b.txt': strToU8('two'), 'a/c.txt': strToU8('one'), '__MACOSX/b.txt': strToU8('') }),
    );
    expect((await documentsOf(path)).map(({ id }) => id)).toEqual(['a/c.txt', 'b.txt']);
  });

  test.each([
    ['leads outside', zipSync({ '../a.txt': strToU8('words') }), 'a name that points outside it'],
    ['is absolute', zipSync({ '/etc/a.txt': strToU8('words') }), 'a name that points outside it'],
    ['is a bomb', zipSync({ 'a.txt': new Uint8Array(40 << 20) }), 'packed more than 200 to 1'],
    ['is cut off', zipSync({ 'a.txt': strToU8('words') }).subarray(0, 40), 'cut off before its end'],
  ])('that %s is refused before anything is unpacked', async (_, bytes, words) => {
    await expect(complaintOf(documentsOf(fileWith('a.zip', bytes)))).resolves.toContain(words);
  });
});

test('what is no archive is told so', async () => {
  await expect(complaintOf(documentsOf(join(newFolder(), 'none')))).resolves.toContain('There is no file or folder');
  await expect(complaintOf(documentsOf(fileWith('draft.docx', 'PK\u0003\u0004')))).resolves.toContain('is no archive');
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { progressLine } from '../src/archive/review-progress.ts';
import { folderWith, runHere, runReally } from './command.ts';

const TEXT =
  'CEASEFIRE\n\nArticle 1. The Parties shall not attack civilians.\n\nArticle 2. The Parties should permit relief.\n';
const ROW = TEXT.replaceAll('\n', ' ').trim();

describe('review', () => {
  test('writes an archive’s tables, page and codes, and says what was done', async () => {
    const cwd = folderWith({
      'corpus.csv': `AgtId,Agt,Dat,Con,Agreement text\n867,=First,15/10/2012,Marenga,"${ROW}"\n868,Second,16/10/2012,Tolmin,\n`,
      'codes.csv': 'AgtId,Agt,ProtCiv,GCh\n867,First,2,1\n',
    });
    const { code, stdout, stderr } = await runHere(
      ['review', 'corpus.csv', '--out', 'review', '--codes', 'pa-x', '--codes-file', 'codes.csv', '--summary'],
      { cwd },
    );
    expect(stderr).toBe('poclint: 868: Row 3 has no text.\n');
    expect(code).toBe(2);
    expect(stdout).toContain('2 documents: 1 reviewed, 1 unreadable');
    expect(
      readdirSync(join(cwd, 'review'))
        .filter((name) => !name.startsWith('.'))
        .sort(),
    ).toEqual([
      'clauses.jsonl',
      'clauses.parquet',
      'coverage.csv',
      'coverage.parquet',
      'findings.csv',
      'findings.parquet',
      'pa-x-agreement.csv',
      'pa-x.csv',
      'report',
      'report.jsonl',
      'review.json',
      'texts.jsonl',
    ]);
    const file = (name: string) => readFileSync(join(cwd, 'review', name), 'utf8');
    expect(file('coverage.csv')).toContain(`867,"'=First",Marenga,2012-10-15,2012,reviewed,en,`);
    expect(file('pa-x.csv')).toMatch(/^867,"'=First",2,/m);
    expect(file('pa-x-agreement.csv')).toMatch(/^ProtCiv,1,1,1,0,0,0,1.000,,1.000,/m);
    expect(file('report/index.html')).toContain('Content-Security-Policy');
  });

  test('speaks the language of --locale in its summary, findings and page, and in precedents', async () => {
    const cwd = folderWith({ 'drafts/a.txt': TEXT });
    const { code, stdout } = await runHere(
      ['review', 'drafts', '--out', 'review', '--locale', 'fr', '--summary', '--no-parquet', '--workers', '1'],
      { cwd },
    );
    expect(code).toBe(0);
    expect(stdout).toContain('1 document : 1 examiné, 0 illisible');
    expect(readFileSync(join(cwd, 'review/findings.csv'), 'utf8')).toContain('Aucune clause trouvée');
    expect(readFileSync(join(cwd, 'review/report/index.html'), 'utf8')).toContain('<html lang="fr" dir="ltr">');
    const topic = 'poc-attack-prohibition';
    const found = await runHere(['precedents', topic, '--in', 'review', '--locale', 'ar'], { cwd });
    expect(found.stdout).toContain('اتفاق واحد');
    expect(found.stdout).toContain('المادة 1');
    expect(found.stdout).toContain('ملزم · وقف إطلاق نار · الإنجليزية');
  });

  test('leaves every word of the documents out with --redact', async () => {
    const cwd = folderWith({ 'drafts/secret.txt': TEXT.replace('civilians', 'civilians of Xanadu') });
    expect((await runHere(['review', 'drafts', '--out', 'review', '--redact'], { cwd })).code).toBe(0);
    for (const name of readdirSync(join(cwd, 'review'), { recursive: true, withFileTypes: true }))
      if (name.isFile()) expect(readFileSync(join(name.parentPath, name.name), 'utf8')).not.toContain('Xanadu');
    expect(existsSync(join(cwd, 'review', 'texts.jsonl'))).toBe(false);
  });

  test.each([
    [['review', 'none', '--out', 'r'], 'There is no file or folder none.'],
    [['review', 'a.csv', '--out', 'r', '--text-column', 'body'], 'Its columns are: id, text.'],
    [['review', 'a.csv', '--out', 'r', '--shard', '3/2'], '--shard takes a part'],
    [['review', 'a.csv', '--out', 'r', '--workers', '0'], '--workers takes a whole number'],
    [['review', 'a.csv', '--out', 'a.csv'], 'is a file: --out names a folder.'],
    [['review', 'a.csv', '--out', 'full'], 'is not empty and holds no review'],
    [['review', 'a.csv', '--out', 'r', '--codes', 'pa-x', '--codes-file', 'a.csv'], 'has no column AgtId'],
    [['review', 'a.csv', '--out', 'r', '--max-documents', '1'], 'has more than 1 documents'],
    [['review', 'a.zip', '--out', 'r'], 'is cut off before its end'],
    [['review', 'a.csv', '--out', 'old'], 'was written by another version of poclint (poclint-review-0'],
    [['review', 'a.csv', '--out', '/dev/null/r'], 'cannot be written to (ENOTDIR): name another with --out.'],
    [['merge', 'full', '--out', 'r'], 'holds no finished review'],
  ])('%j ends with one sentence and code 2', async (argv, words) => {
    const cwd = folderWith({
      'a.csv': `id,text\n1,"${ROW}"\n2,"${ROW}"\n`,
      'full/notes.txt': 'words',
      'a.zip': 'PK\u0003\u0004',
      'old/.state.json': '{"schema":"poclint-review-0"}',
    });
    const { code, stderr } = await runHere(argv, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(words);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('says in a sentence each what is wrong with rows and cells, and keeps all others', async () => {
    const cell = 'civilians '.repeat(300_000);
    const rows = [`1,"${ROW}"`, `1,"${ROW}"`, '2', `3,"${ROW}",more`, `4,"${cell}"`, '5,', `6,"${ROW}"`];
    const cwd = folderWith({ 'a.csv': `id,text\n${rows.join('\n')}\n` });
    const { code, stderr } = await runHere(['review', 'a.csv', '--out', 'r', '--max-size', '1', '--no-page'], { cwd });
    expect(code).toBe(2);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringContaining('2: Row 4 has 1 cells where the header has 2'),
      expect.stringContaining('3: Row 5 has 3 cells where the header has 2'),
      expect.stringContaining('4: The document is larger than 1 MB, which --max-size sets'),
      expect.stringContaining('5: Row 7 has no text.'),
      expect.stringContaining('The id 1 occurs more than once: later documents are called "1 (2)"'),
    ]);
    const lines = readFileSync(join(cwd, 'r/coverage.csv'), 'utf8').trimEnd().split('\n').slice(1);
    expect(lines.map((line) => `${line.split(',')[0]} ${/,((?:un)?re\w+),/.exec(line)?.[1]}`)).toEqual([
      ...['1 reviewed', '1 (2) reviewed', '2 unreadable', '3 unreadable'],
      ...['4 unreadable', '5 unreadable', '6 reviewed'],
    ]);
  });

  test('of fifty empty files names the first and counts the rest', async () => {
    const cwd = folderWith(Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`drafts/${index}.txt`, ''])));
    const { code, stderr } = await runHere(['review', 'drafts', '--out', 'review'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('30 more documents are unreadable');
  });
});

test('worker answers each line with a line, errors too', () => {
  const { code, stdout, stderr } = runReally(['worker'], {
    stdin: `{"id":"a","text":${JSON.stringify(TEXT)},"meta":{"country":"Marenga"}}\nnonsense\n{"id":"b"}\n`,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  ).toMatchObject([
    { id: 'a', status: 'reviewed', meta: { country: 'Marenga' } },
    { id: 'line 2', status: 'unreadable', reason: 'Line 2 is no JSON object.' },
    { id: 'b', status: 'unreadable' },
  ]);
});

test('progress says how far, how fast, how long, and fits the line', () => {
  const line = progressLine({ documents: 500, unreadable: 2, known: 0, name: 'north/ceasefire.docx' }, 0.5, 10, 110);
  expect(line).toBe(
    '████████████░░░░░░░░░░░░ 50 % · 500 documents · 50/s · 10 s left · 2 unreadable · north/ceasefire.docx',
  );
  expect(progressLine({ documents: 1, unreadable: 0, known: 0, name: 'a' }, undefined, 0, 40)).toBe(
    '1 document · 0.0/s · a',
  );
});

import { spawn } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, runReally, WORKSPACE } from './command.ts';

const CEASEFIRE = 'fixtures/drafts/ceasefire.txt';

test('--version prints the version and nothing else', () => {
  const { version } = JSON.parse(readFileSync(join(WORKSPACE, 'packages/cli/package.json'), 'utf8')) as {
    version: string;
  };
  expect(runReally(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test.each([
  [['lint', CEASEFIRE, '--format', 'jsonl'], 1],
  [['lint', CEASEFIRE, '--format', 'jsonl', '--fail-on', 'never'], 0],
  [['lint', CEASEFIRE, 'gone.md', '--format', 'jsonl', '--fail-on', 'never'], 2],
  [['lint'], 2],
  [['--help'], 0],
  [[], 0],
])('%j ends with %i', (argv, code) => {
  expect(runReally(argv as string[]).code).toBe(code);
});

test('results go to standard output, and nothing else does', () => {
  const { stdout, stderr } = runReally(['lint', CEASEFIRE, 'gone.md', '--format', 'json']);
  expect(() => JSON.parse(stdout)).not.toThrow();
  expect(stderr).toBe('poclint: gone.md: There is no such file or folder.\n');
});

test('a report goes to a file and leaves both streams alone', () => {
  const folder = folderWith({});
  const path = join(folder, 'report.sarif');
  expect(runReally(['lint', CEASEFIRE, '--format', 'sarif', '--output', path])).toEqual({
    code: 1,
    stdout: '',
    stderr: '',
  });
  expect((JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version).toBe('2.1.0');
});

test('a report that cannot be written is wrong use', () => {
  const { code, stdout, stderr } = runReally(['lint', CEASEFIRE, '--output', '/no/such/folder/report.txt']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe('poclint: The report cannot be written to /no/such/folder/report.txt (ENOENT).\n');
});

test('a draft comes from standard input', () => {
  const { code, stdout } = runReally(['lint', '-', '--format', 'jsonl'], {
    stdin: 'The Parties shall not attack civilians.',
  });
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ path: '-', status: 'reviewed' });
});

test('a reader that has seen enough is no failure', async () => {
  const command = spawn(
    process.execPath,
    [resolve(import.meta.dirname, '../bin/poclint.js'), 'lint', 'fixtures/drafts', '--verbose'],
    { cwd: WORKSPACE },
  );
  let stderr = '';
  command.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  command.stdout.once('data', () => command.stdout.destroy());
  const code = await new Promise((done) => command.once('close', done));
  expect(stderr).toBe('');
  expect([0, 1]).toContain(code);
});

test('a draft that may not be read says so, and the others are reviewed', () => {
  const folder = folderWith({
    'a.md': 'The Parties shall not attack civilians.',
    'b.md': 'The Parties shall not attack civilians.',
  });
  chmodSync(join(folder, 'a.md'), 0);
  const { code, stdout } = runReally(['lint', 'a.md', 'b.md', '--format', 'jsonl'], { cwd: folder });
  const documents = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { status: string });
  // Whoever runs the tests as root may read everything.
  const expected = process.getuid?.() === 0 ? 'reviewed' : 'unreadable';
  expect(documents.map(({ status }) => status)).toEqual([expected, 'reviewed']);
  expect(code).toBe(expected === 'reviewed' ? 1 : 2);
});

test('bytes of no format are refused one by one, each with its own sentence', () => {
  const folder = folderWith({
    'empty.md': '',
    'blank.md': ' \n\n',
    'picture.md': Uint8Array.from([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 0, 0, 0, 1, 2, 3, 4,
    ]),
    'cut.docx': Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]),
    'cut.pdf': '%PDF-1.7\n',
  });
  writeFileSync(join(folder, 'good.md'), 'The Parties shall not attack civilians.');
  const { code, stdout, stderr } = runReally(['lint', '.', '--format', 'jsonl'], { cwd: folder });
  const documents = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { path: string; status: string; reason?: string });
  expect(documents.filter(({ status }) => status === 'reviewed').map(({ path }) => path)).toEqual(['good.md']);
  for (const { reason } of documents.filter(({ status }) => status === 'unreadable'))
    expect(reason).toMatch(/^[A-Z][^.]*\..*|^[A-Z].*[.]$/);
  expect(stderr.trim().split('\n')).toHaveLength(5);
  expect(code).toBe(2);
});

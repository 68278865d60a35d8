import { strict as assert } from 'node:assert';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Packs the command as it would be published, installs it in an empty folder, and runs it there. */
const PACKAGE = resolve(import.meta.dirname, '..');
const WORKSPACE = resolve(PACKAGE, '../..');
const folder = mkdtempSync(join(tmpdir(), 'poclint-package-'));

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function poclint(...argv: string[]): Outcome {
  return spawnSync(join(folder, 'node_modules/.bin/poclint'), argv, { cwd: folder, encoding: 'utf8' });
}

/** What the language server says when an editor greets it. */
function answerOfServer(): Promise<string> {
  const text = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  const server = spawn(join(folder, 'node_modules/.bin/poclint'), ['lsp', '--stdio'], { cwd: folder });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  return new Promise((done) => {
    let answer = '';
    server.stdout.on('data', (data: Buffer) => {
      answer += data.toString();
      if (answer.includes('"capabilities"')) server.kill();
    });
    server.on('exit', () => done(answer));
  });
}

try {
  execFileSync('npx', ['-y', 'pnpm@12', 'pack', '--pack-destination', folder], { cwd: PACKAGE, stdio: 'inherit' });
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  writeFileSync(join(folder, 'package.json'), '{"private": true}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--omit=optional', `./${tarball}`], {
    cwd: folder,
    stdio: 'inherit',
  });
  copyFileSync(join(WORKSPACE, 'fixtures/drafts/ceasefire.txt'), join(folder, 'ceasefire.txt'));
  copyFileSync(join(WORKSPACE, 'fixtures/drafts/humanitarian-accord.md'), join(folder, 'accord.md'));
  copyFileSync(
    join(WORKSPACE, 'packages/readers/test/pdf/fixtures/framework.en.un.pdf'),
    join(folder, 'framework.pdf'),
  );

  assert.match(poclint('--version').stdout, /^\d+\.\d+\.\d+\n$/);
  const report = poclint('lint', 'ceasefire.txt', 'accord.md', 'framework.pdf', '--format', 'jsonl');
  const documents = report.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { status: string; language: string });
  assert.deepEqual(
    documents.map(({ status, language }) => `${status} ${language}`),
    Array(3).fill('reviewed en'),
    report.stderr,
  );
  assert.equal(report.status, 1);
  assert.match(poclint('lint', 'ceasefire.txt').stdout, /Art\. 2/);
  assert.match(poclint('explain', 'sgbv-prohibition').stdout, /Model clause \(en\)/);
  assert.equal(poclint('rule', 'new', 'poc-water-points').status, 0);
  assert.match(poclint('rule', 'test', '--rules', 'poclint-rules').stdout, /all as they should be/);
  writeFileSync(join(folder, 'poclint.config.yaml'), 'type: local\nrules: [poclint-rules]\n');
  assert.match(poclint('lint', 'ceasefire.txt', '--format', 'json').stdout, /"source": "configuration"/);
  writeFileSync(join(folder, 'poclint.config.yaml'), 'typ: local\n');
  assert.equal(poclint('lint', 'ceasefire.txt').status, 2);
  rmSync(join(folder, 'poclint.config.yaml'));
  mkdirSync(join(folder, 'agreements'));
  copyFileSync(join(folder, 'ceasefire.txt'), join(folder, 'agreements/ceasefire.txt'));
  const archive = poclint('review', 'agreements', '--out', 'review', '--summary');
  assert.match(archive.stdout, /^1 document: 1 reviewed, 0 unreadable/, archive.stderr);
  assert.ok(existsSync(join(folder, 'review/report/index.html')));
  copyFileSync(join(WORKSPACE, 'fixtures/parity/ceasefire-fr.md'), join(folder, 'fr.md'));
  copyFileSync(join(WORKSPACE, 'fixtures/parity/ceasefire-en.md'), join(folder, 'en.md'));
  assert.match(poclint('parity', 'fr.md', 'en.md').stdout, /48 heures/);
  assert.match(await answerOfServer(), /"diagnosticProvider"|"hoverProvider"/);
  process.stdout.write(`The packed command works in an empty folder (Node ${process.versions.node}).\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

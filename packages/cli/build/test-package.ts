import { strict as assert } from 'node:assert';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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

try {
  execFileSync('npx', ['-y', 'pnpm@12', 'pack', '--pack-destination', folder], { cwd: PACKAGE, stdio: 'inherit' });
  const [archive] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  writeFileSync(join(folder, 'package.json'), '{"private": true}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--omit=optional', `./${archive}`], {
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
  process.stdout.write(`The packed command works in an empty folder (Node ${process.versions.node}).\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

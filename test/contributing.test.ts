import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** A command that reads every page of the rules takes seconds on a busy machine. */
const PATIENCE = 120_000;
let folder: string;

/** The blocks of code in CONTRIBUTING.md that name a file. */
function writtenFiles(): { readonly path: string; readonly content: string }[] {
  const page = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  return [...page.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)].map(([, path = '', content = '']) => ({
    path,
    content,
  }));
}

function poclint(...words: string[]): { readonly status: number | null; readonly stdout: string } {
  return spawnSync(process.execPath, [join(ROOT, 'packages/cli/src/main.ts'), ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'poclint-contributing-'));
  for (const { path, content } of writtenFiles()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it(
  'shows a rule that finds in its quotes what the page says',
  () => {
    const lines = poclint('rule', 'test', '--rules', 'poclint-rules').stdout.trim().split('\n');
    // Which other topics a quote touches changes as their vocabulary grows: that is theirs to test.
    expect(lines.slice(0, -1).filter((line) => !line.includes(' also touches '))).toEqual([]);
    expect(lines.at(-1)).toMatch(/^1 rule, 5 quotes: /);
  },
  PATIENCE,
);

it(
  'shows a rule that reviews a draft',
  () => {
    writeFileSync(
      join(folder, 'draft.txt'),
      'Ceasefire\n\nThe Parties have agreed as follows:\n\nArticle 1\n\nThe Parties shall cease all hostilities.\n\nArticle 2\n\nNo one shall poison a well or a borehole.\n',
    );
    const { stdout } = poclint(
      'lint',
      '--rules',
      'poclint-rules',
      '--format',
      'json',
      '--fail-on',
      'never',
      'draft.txt',
    );
    const [report] = (JSON.parse(stdout) as { documents: { coverage: { topic: string; level: string }[] }[] })
      .documents;
    expect(report?.coverage).toContainEqual(expect.objectContaining({ topic: 'poc-water-points', level: 'operative' }));
  },
  PATIENCE,
);

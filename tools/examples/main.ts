// Keeps the output that the documentation shows true: runs the commands it names and writes down what they print.
//   node tools/examples/main.ts            rewrites the blocks
//   node tools/examples/main.ts --check    only says which are out of date
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COMMAND = join(ROOT, 'packages/cli/src/main.ts');

/** An HTML comment names the command; the block of code below it is what the command prints. */
const EXAMPLE = /(<!-- output of: poclint (.+) -->\n+```text\n)([\s\S]*?)(```)/g;

function pages(): string[] {
  const docs = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
  return ['README.md', 'CONTRIBUTING.md', ...docs.map((name) => `docs/${name}`)];
}

function outputOf(words: string): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [COMMAND, ...words.split(' ')], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '', COLUMNS: '80' },
  });
  if (status === 2 || status === null) throw new Error(`poclint ${words}: ${stderr}`);
  return stdout.replace(/[ \t]+$/gm, '');
}

/** The page with fresh output, and the commands whose output was another. */
function refresh(content: string): { readonly content: string; readonly stale: readonly string[] } {
  const stale: string[] = [];
  const fresh = content.replace(EXAMPLE, (whole, opening: string, words: string, old: string, closing: string) => {
    const output = outputOf(words);
    if (output === old) return whole;
    stale.push(words);
    return opening + output + closing;
  });
  return { content: fresh, stale };
}

const onlyCheck = process.argv.includes('--check');
for (const page of pages()) {
  const path = join(ROOT, page);
  const { content, stale } = refresh(readFileSync(path, 'utf8'));
  if (stale.length === 0) continue;
  if (!onlyCheck) writeFileSync(path, content);
  for (const words of stale) console.log(`${page}: ${onlyCheck ? 'out of date' : 'refreshed'}: poclint ${words}`);
  if (onlyCheck) process.exitCode = 1;
}
if (process.exitCode) console.log('"pnpm examples" brings them up to date.');

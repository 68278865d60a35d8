import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DOCUMENTS, writeArchive } from './made-archive.ts';

/**
 * What the review of an archive costs: `pnpm bench:archive [part …]`, the parts being those of `PARTS`; all of them unless
 * named. The published form of the command is measured, and built first. CPU time and memory are of all threads and
 * processes; the load says how far wall time can be believed.
 */
const PACKAGE = resolve(import.meta.dirname, '../../packages/cli');
const COMMAND = join(PACKAGE, 'dist/main.js');
const PARTS = ['tables', 'whole', 'kills', 'large'] as const;
const KILLS = 20;
const named = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const isAsked = (part: (typeof PARTS)[number]): boolean => named.length === 0 || named.includes(part);
const folder = mkdtempSync(join(tmpdir(), 'poclint-bench-'));
const plain = ['--no-page', '--no-parquet', '--no-cache'];

interface Usage {
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
  readonly code: number | null;
}

/** Runs the command; with `killAfter` it is killed after so many milliseconds. */
async function review(argv: readonly string[], killAfter?: number): Promise<Usage> {
  const began = performance.now();
  const child = spawn(
    'bash',
    [
      '-c',
      '"$@" & echo "pid $!"; wait $!; status=$?; times; exit $status',
      'bash',
      process.execPath,
      COMMAND,
      'review',
      ...argv,
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  let told = '';
  let peak = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  const pid = (): string | undefined => /pid (\d+)/.exec(told)?.[1];
  const poll = setInterval(() => {
    const id = pid();
    if (id) peak = Math.max(peak, memoryOf(id));
  }, 10);
  const timer = killAfter && setTimeout(() => process.kill(Number(pid()), 'SIGKILL'), killAfter);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  clearInterval(poll);
  if (timer) clearTimeout(timer);
  const times = [...told.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  return { wall: (performance.now() - began) / 1000, cpu: (times[2] ?? 0) + (times[3] ?? 0), peak, code };
}

/** Megabytes of a process at its highest so far, and of its children now. All workers are threads of the one process. */
function memoryOf(pid: string): number {
  try {
    const own = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return children.reduce((sum, child) => sum + memoryOf(child), own);
  } catch {
    return 0;
  }
}

function digestOf(out: string): string {
  const digest = createHash('sha256');
  for (const name of readdirSync(out).sort()) {
    const path = join(out, name);
    if (!name.startsWith('.') && statSync(path).isFile()) digest.update(name).update(readFileSync(path));
  }
  return digest.digest('hex');
}

function say(what: string, { wall, cpu, peak, code }: Usage): void {
  const load = loadavg()[0]?.toFixed(1);
  process.stdout.write(
    `| ${what} | ${wall.toFixed(1)} s | ${cpu.toFixed(1)} s | ${Math.round(peak)} MB | ${load} | ${code} |\n`,
  );
}

function head(): void {
  process.stdout.write('\n| what | wall | CPU | peak | load | exit |\n| --- | --: | --: | --: | --: | --: |\n');
}

/** The tables alone, with two workers and with one. */
async function tables(archive: string): Promise<void> {
  const [a, b] = [join(folder, 'a'), join(folder, 'b')];
  head();
  const pair = await review([archive, '--out', a, '--workers', '2', ...plain]);
  say('tables only, two workers', pair);
  const single = await review([archive, '--out', b, '--workers', '1', ...plain]);
  say('tables only, one worker', single);
  process.stdout.write(
    `\nTwo workers against one: ${(single.wall / pair.wall).toFixed(2)} times. Same bytes: ${digestOf(a) === digestOf(b)}.\n`,
  );
}

/** All that a review writes unless told otherwise, and the same again. */
async function whole(archive: string): Promise<void> {
  const out = join(folder, 'whole');
  head();
  say('everything, two workers', await review([archive, '--out', out, '--workers', '2']));
  say('again, nothing changed', await review([archive, '--out', out, '--workers', '2']));
}

/** Killed at moments spread over the run, each time anew, and resumed. */
async function kills(archive: string): Promise<void> {
  const few = ['--workers', '2', '--no-page', '--no-parquet'];
  const uninterrupted = join(folder, 'uninterrupted');
  const { wall } = await review([archive, '--out', uninterrupted, ...few]);
  const digest = digestOf(uninterrupted);
  let same = 0;
  for (let kill = 1; kill <= KILLS; kill++) {
    const out = join(folder, `killed-${kill}`);
    await review([archive, '--out', out, ...few], wall * 1000 * Math.random());
    await review([archive, '--out', out, ...few, '--resume']);
    if (digestOf(out) === digest) same++;
    rmSync(out, { recursive: true });
  }
  process.stdout.write(`\nKilled at random moments and resumed: the same bytes ${same} of ${KILLS} times.\n`);
}

/** The same archive and one ten times as large. */
async function large(archive: string): Promise<void> {
  const path = join(folder, 'large.csv');
  writeArchive(path, 10);
  head();
  const once = await review([archive, '--out', join(folder, 'once'), '--workers', '2']);
  say('once, everything, two workers', once);
  const tenfold = await review([path, '--out', join(folder, 'tenfold'), '--workers', '2']);
  say('ten times over, everything, two workers', tenfold);
  const [time, cpu, peak] = [tenfold.wall / once.wall, tenfold.cpu / once.cpu, tenfold.peak / once.peak];
  process.stdout.write(
    `\nTen times over: ${time.toFixed(2)} times the time, ${cpu.toFixed(2)} times the CPU time, ${peak.toFixed(2)} times the memory.\n`,
  );
}

try {
  const wrong = named.find((word) => !PARTS.some((part) => part === word));
  if (wrong !== undefined) throw new Error(`There is no part "${wrong}": ${PARTS.join(', ')}.`);
  execFileSync(process.execPath, [join(PACKAGE, 'build/build.ts')], { stdio: ['ignore', 'ignore', 'inherit'] });
  const archive = join(folder, 'archive.csv');
  const { bytes } = writeArchive(archive);
  process.stdout.write(`${DOCUMENTS} documents, ${(bytes / 1e6).toFixed(1)} MB\n`);
  for (const [part, measure] of Object.entries({ tables, whole, kills, large }))
    if (isAsked(part as (typeof PARTS)[number])) await measure(archive);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

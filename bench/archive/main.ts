import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DOCUMENTS, writeArchive } from './made-archive.ts';

/**
 * What the review of an archive costs: `pnpm bench:archive [--quick]`. Wall and CPU time and memory are of the whole
 * process tree; the load says how far wall time can be believed. `--quick` leaves out the larger archives.
 */
const COMMAND = resolve(import.meta.dirname, '../../packages/cli/src/main.ts');
const KILLS = 20;
const isQuick = process.argv.includes('--quick');
const folder = mkdtempSync(join(tmpdir(), 'poclint-bench-'));

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
    if (id) peak = Math.max(peak, peakOf(id));
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

/** Megabytes; all workers are threads of the one process. */
function peakOf(pid: string): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
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

try {
  const archive = join(folder, 'archive.csv');
  const { bytes } = writeArchive(archive);
  process.stdout.write(`${DOCUMENTS} documents, ${(bytes / 1e6).toFixed(1)} MB\n\n`);
  process.stdout.write('| what | wall | CPU | peak | load | exit |\n| --- | --: | --: | --: | --: | --: |\n');
  const first = join(folder, 'first');
  const two = await review([archive, '--out', first, '--workers', '2']);
  say('everything, two workers', two);
  say('again, nothing changed', await review([archive, '--out', first, '--workers', '2']));
  const plain = ['--no-page', '--no-parquet', '--no-cache'];
  const [a, b] = [join(folder, 'a'), join(folder, 'b')];
  const pair = await review([archive, '--out', a, '--workers', '2', ...plain]);
  say('tables only, two workers', pair);
  const single = await review([archive, '--out', b, '--workers', '1', ...plain]);
  say('tables only, one worker', single);
  process.stdout.write(
    `\nTwo workers against one: ${(single.wall / pair.wall).toFixed(2)} times. Same bytes: ${digestOf(a) === digestOf(b)}.\n`,
  );
  const whole = digestOf(a);
  let same = 0;
  for (let kill = 1; kill <= (isQuick ? 3 : KILLS); kill++) {
    const out = join(folder, `killed-${kill}`);
    await review(
      [archive, '--out', out, '--workers', '2', '--no-page', '--no-parquet'],
      (pair.wall * 1000 * kill) / (KILLS + 1),
    );
    await review([archive, '--out', out, '--workers', '2', '--no-page', '--no-parquet', '--resume']);
    if (digestOf(out) === whole) same++;
    rmSync(out, { recursive: true });
  }
  process.stdout.write(`Killed and resumed: the same bytes ${same} of ${isQuick ? 3 : KILLS} times.\n`);
  if (!isQuick) {
    const large = join(folder, 'large.csv');
    writeArchive(large, 10);
    say('ten times over, two workers', await review([large, '--out', join(folder, 'large'), '--workers', '2']));
    say(
      'ten times over, one worker',
      await review([large, '--out', join(folder, 'large-1'), '--workers', '1', ...plain]),
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

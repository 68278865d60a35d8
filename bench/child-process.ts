import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { median } from './figures.ts';

export interface Usage {
  /** CPU seconds of one run, user and system, children included. */
  readonly cpu: number;
  /** Peak resident memory in MB, where the system tells it. */
  readonly peak?: number;
  readonly code: number;
}

/** Bash knows what its children have used; the third stream tells process, status and times apart from their output. */
const WRAPPER = '"$@" >/dev/null & echo "pid $!" >&3; wait $!; echo "status $?" >&3; times >&3';
const POLL_MILLISECONDS = 4;
const TAIL = 4000;
const STACK_TRACE = /^ {4}at .+:\d+:\d+\)?$/m;

/** Runs a command, its output thrown away, and says what it used. */
export async function run(command: readonly string[], cwd: string): Promise<Usage> {
  const child = spawn('bash', ['-c', WRAPPER, 'bash', ...command], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let told = '';
  let complaints = '';
  let peak: number | undefined;
  const poll = setInterval(() => {
    const pid = /pid (\d+)/.exec(told)?.[1];
    if (pid) peak = peakOf(pid) ?? peak;
  }, POLL_MILLISECONDS);
  (child.stdio[3] as Readable).on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  (child.stdio[2] as Readable).on('data', (chunk: Buffer) => {
    complaints = (complaints + chunk.toString()).slice(-TAIL);
  });
  await new Promise((resolve) => child.on('close', resolve));
  clearInterval(poll);
  // A linter that breaks down ends with 1, as one that has found something.
  if (STACK_TRACE.test(complaints)) throw new Error(`${command.join(' ')} broke down:\n${complaints}`);
  const code = Number(/status (\d+)/.exec(told)?.[1] ?? 127);
  return { cpu: childSeconds(told), code, ...(peak !== undefined && { peak }) };
}

/** As `run`, and the median CPU of several runs after one that fills the disk's cache. */
export async function runRepeatedly(command: readonly string[], cwd: string, times: number): Promise<Usage> {
  const first = await run(command, cwd);
  if (times === 0) return first;
  const runs: Usage[] = [];
  for (let count = 0; count < times; count++) runs.push(await run(command, cwd));
  const peaks = runs.flatMap(({ peak }) => peak ?? []);
  return {
    cpu: median(runs.map(({ cpu }) => cpu)),
    code: first.code,
    ...(peaks.length > 0 && { peak: Math.max(...peaks) }),
  };
}

/** `times` prints two lines of user and system time; the second is that of the children. */
function childSeconds(told: string): number {
  const values = [...told.matchAll(/(\d+)m([\d.,]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number((seconds as string).replace(',', '.')),
  );
  return (values[2] ?? 0) + (values[3] ?? 0);
}

function peakOf(pid: string): number | undefined {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

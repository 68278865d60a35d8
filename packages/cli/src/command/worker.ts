import { resolve } from 'node:path';
import { UsageError } from '@poclint/project/usage-error';
import type { Io } from '../io.ts';
import { loadRules } from '../rule/load-rules.ts';
import { count, type PlanOptions, planOf, WORKER } from './review.ts';

export interface WorkerOptions extends PlanOptions {
  readonly maxSize: string;
  readonly maxSeconds: string;
  readonly maxMemory: string;
}

/** Answers JSON lines with JSON lines until its input ends. Gives the exit code: 0, also where answers are errors. */
export async function worker(options: WorkerOptions, io: Io): Promise<number> {
  if (!io.input || !io.writeOut)
    throw new UsageError('"poclint worker" reads standard input, which is not at hand here.');
  const { WorkerPool } = await import('@poclint/archive/run/worker-pool');
  const { reviewStream } = await import('@poclint/archive/run/stream-worker');
  const ruleSet = await loadRules(options.rules.map((folder) => resolve(io.cwd, folder)));
  const plan = await planOf(options, ruleSet, io);
  const pool = new WorkerPool({
    workers: 1,
    module: WORKER,
    plan,
    ruleSet,
    seconds: count(options.maxSeconds, '--max-seconds'),
    megabytes: count(options.maxMemory, '--max-memory'),
  });
  const { writeOut } = io;
  try {
    await reviewStream({
      pool,
      most: count(options.maxSize, '--max-size') * 2 ** 20,
      input: io.input(),
      write: (line) => writeOut(`${line}\n`),
    });
    return 0;
  } finally {
    await pool.close();
  }
}

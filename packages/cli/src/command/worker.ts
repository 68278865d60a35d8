import { resolve } from 'node:path';
import { UsageError } from '@poclint/project/usage-error';
import { version } from '../installation.ts';
import type { Io } from '../io.ts';
import { loadRules } from '../rule/load-rules.ts';
import { count, type PlanOptions, planOf, WORKER } from './review.ts';

export interface WorkerOptions extends PlanOptions {
  /** The address of a Redis server to take batches from, instead of standard input. */
  readonly queue?: string;
  readonly workers?: string;
  readonly maxSize: string;
  readonly maxSeconds: string;
  readonly maxMemory: string;
}

/** Answers JSON lines with JSON lines until its input ends. Gives the exit code: 0, also where answers are errors. */
export async function worker(options: WorkerOptions, io: Io): Promise<number> {
  if (options.queue !== undefined) return workOn(options.queue, options, io);
  if (!io.input || !io.writeOut) throw new UsageError(({ archive }) => archive.noInput());
  const { WorkerPool } = await import('@poclint/archive/run/worker-pool');
  const { reviewStream } = await import('@poclint/archive/run/stream-worker');
  const ruleSet = await loadRules(options.rules.map((folder) => resolve(io.cwd, folder)));
  const plan = await planOf(options, ruleSet, io);
  const pool = new WorkerPool({ ...poolLimits(options), workers: 1, module: WORKER, plan, ruleSet });
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

/** Reviews what lies in a queue until it is stopped. What is to be done with a document, each batch says itself. */
async function workOn(address: string, options: WorkerOptions, io: Io): Promise<number> {
  const { workQueue } = await import('@poclint/archive/queue/queue-worker');
  const { makerOf } = await import('@poclint/archive/queue/queue-message');
  const { WorkerPool } = await import('@poclint/archive/run/worker-pool');
  const ruleSet = await loadRules(options.rules.map((folder) => resolve(io.cwd, folder)));
  const workers = options.workers === undefined ? 1 : count(options.workers, '--workers');
  const pools = new Map<string, InstanceType<typeof WorkerPool>>();
  try {
    await workQueue({
      address,
      maker: makerOf(version(), ruleSet.digest),
      concurrency: workers,
      poolFor: (plan) => {
        const key = JSON.stringify(plan);
        let pool = pools.get(key);
        if (!pool) {
          pool = new WorkerPool({ ...poolLimits(options), workers, module: WORKER, plan, ruleSet });
          pools.set(key, pool);
        }
        return pool;
      },
      ...(io.stopped && { stopped: io.stopped }),
    });
    return 0;
  } finally {
    for (const pool of pools.values()) await pool.close();
  }
}

function poolLimits({ maxSeconds, maxMemory }: WorkerOptions): {
  readonly seconds: number;
  readonly megabytes: number;
} {
  return { seconds: count(maxSeconds, '--max-seconds'), megabytes: count(maxMemory, '--max-memory') };
}

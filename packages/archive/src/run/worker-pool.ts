import type { RuleSet } from '@poclint/core';
import { Piscina } from 'piscina';
import type { Job } from '../review-document.ts';
import { type Outcome, unbundle } from './result-bytes.ts';
import type { ReviewPlan, WorkerData } from './worker-task.ts';

export interface PoolOptions {
  readonly workers: number;
  /** The module that a worker thread runs; its default export is what `createWorkerTask` makes. */
  readonly module: URL;
  readonly plan: ReviewPlan;
  readonly ruleSet: RuleSet;
  /** Seconds for a document. */
  readonly seconds: number;
  /** Megabytes for a worker's objects. */
  readonly megabytes: number;
}

/** Megabytes for what is short-lived: with room for more a worker would take it, for no speed. */
const YOUNG_GENERATION = 48;

/** A document that took its worker along. Not remembered: on another day it may pass. */
export interface Loss {
  readonly reason: string;
}

/** Whatever reviews documents for a run: threads of this machine, or workers behind a queue. */
export interface Pool {
  /** The outcome or loss of each job, in their order. */
  review(jobs: readonly Job[]): Promise<(Outcome | Loss)[]>;
  close(): Promise<void>;
}

/** Reviews documents in worker threads. A document that hangs or breaks its worker loses itself only. */
export class WorkerPool implements Pool {
  private readonly pool: Piscina<unknown, ArrayBuffer>;
  private readonly options: PoolOptions;

  constructor(options: PoolOptions) {
    this.options = options;
    this.pool = new Piscina({
      filename: options.module.href,
      minThreads: options.workers,
      maxThreads: options.workers,
      concurrentTasksPerWorker: 1,
      // A worker that waits on a lock hears nothing of the threads that it has started itself.
      atomics: 'disabled',
      recordTiming: false,
      workerData: { ruleSet: options.ruleSet } satisfies WorkerData,
      resourceLimits: { maxOldGenerationSizeMb: options.megabytes, maxYoungGenerationSizeMb: YOUNG_GENERATION },
    });
  }

  /** The outcome or loss of each job, in their order. Together first; after a loss one by one, to find whose fault it is. */
  async review(jobs: readonly Job[]): Promise<(Outcome | Loss)[]> {
    const together = await this.attempt(jobs);
    if (Array.isArray(together)) return together;
    if (jobs.length === 1) return [together];
    const outcomes: (Outcome | Loss)[] = [];
    for (const job of jobs) {
      const alone = await this.attempt([job]);
      outcomes.push(Array.isArray(alone) ? (alone[0] as Outcome) : alone);
    }
    return outcomes;
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }

  private async attempt(jobs: readonly Job[]): Promise<Outcome[] | Loss> {
    const { seconds, plan } = this.options;
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), seconds * 1000);
    try {
      return unbundle(await this.pool.run({ plan, jobs }, { signal: abort.signal }));
    } catch (error) {
      return { reason: this.reasonOf(error as NodeJS.ErrnoException, abort.signal.aborted) };
    } finally {
      clearTimeout(timer);
    }
  }

  private reasonOf(error: NodeJS.ErrnoException, isLate: boolean): string {
    const { seconds, megabytes } = this.options;
    if (isLate)
      return `The review took longer than ${seconds} ${seconds === 1 ? 'second' : 'seconds'}, which --max-seconds sets: look at the document by itself.`;
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      return `The review took more than ${megabytes} MB of memory, which --max-memory sets: look at the document by itself.`;
    return `The review broke down on this document (${error.code ?? error.name}): look at it by itself with "poclint lint".`;
  }
}

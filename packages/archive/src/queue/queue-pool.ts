import { setTimeout as wait } from 'node:timers/promises';
import { UsageError } from '@poclint/project/usage-error';
import type { Queue, Job as QueuedJob } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Job } from '../review-document.ts';
import type { Outcome } from '../run/result-bytes.ts';
import type { Loss, Pool } from '../run/worker-pool.ts';
import type { ReviewPlan } from '../run/worker-task.ts';
import { type BatchAnswer, type BatchMessage, nameOf, readAnswer, writeBatch } from './queue-message.ts';
import { connectTo, loadBullMq, QUEUE } from './redis.ts';

export interface QueueOptions {
  readonly address: string;
  readonly plan: ReviewPlan;
  readonly maker: string;
}

/** How long a look at a batch's state is put off, at first and at most. */
const FIRST_LOOK_MS = 20;
const LAST_LOOK_MS = 1_000;
const ATTEMPTS = 3;

/**
 * Sends documents to workers on any machine through a Redis server, and waits for their answers. A batch is named by its
 * content: one that was lost with the server is put again, one that is there is waited for. It is asked for rather than
 * listened to, since a server that restarts forgets whom it would have told.
 */
export class QueuePool implements Pool {
  private readonly queue: Queue<BatchMessage, BatchAnswer>;
  private readonly connection: Redis;
  private readonly options: QueueOptions;
  private isClosed = false;

  private constructor(queue: Queue<BatchMessage, BatchAnswer>, connection: Redis, options: QueueOptions) {
    this.queue = queue;
    this.connection = connection;
    this.options = options;
    // Said once where it matters: a connection that breaks is taken up again.
    queue.on('error', () => {});
  }

  /** Connects. Throws a UsageError where no server answers. */
  static async connect(options: QueueOptions): Promise<QueuePool> {
    const { Queue } = await loadBullMq();
    const connection = await connectTo(options.address);
    const queue = new Queue<BatchMessage, BatchAnswer>(QUEUE, { connection, skipVersionCheck: true });
    return new QueuePool(queue, connection, options);
  }

  async review(jobs: readonly Job[]): Promise<(Outcome | Loss)[]> {
    const message = writeBatch(jobs, this.options.plan, this.options.maker);
    const name = nameOf(message);
    for (let pause = FIRST_LOOK_MS; !this.isClosed; pause = Math.min(LAST_LOOK_MS, pause * 1.5)) {
      const job = await this.put(name, message);
      const state = await job.getState();
      if (state === 'completed') {
        const done = await this.queue.getJob(name);
        if (done?.returnvalue) {
          await done.remove().catch(() => {});
          return readAnswer(done.returnvalue as unknown as BatchAnswer);
        }
      }
      if (state === 'failed') await this.fail(name);
      await wait(pause);
    }
    return jobs.map(() => ({ reason: 'The review was ended before an answer came.' }));
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.queue.close();
    this.connection.disconnect();
  }

  /** The batch in the queue: put there now, unless it is there already. */
  private async put(name: string, message: BatchMessage): Promise<QueuedJob<BatchMessage, BatchAnswer>> {
    return (
      (await this.queue.getJob(name)) ??
      (await this.queue.add('batch', message, {
        jobId: name,
        attempts: ATTEMPTS,
        removeOnFail: false,
        removeOnComplete: false,
      }))
    );
  }

  private async fail(name: string): Promise<never> {
    const job = await this.queue.getJob(name);
    const reason = job?.failedReason ?? 'unknown';
    await job?.remove().catch(() => {});
    throw new UsageError(({ queue }) => queue.givenBack({ reason }));
  }
}

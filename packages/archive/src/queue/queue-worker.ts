import type { Outcome } from '../run/result-bytes.ts';
import type { Loss, WorkerPool } from '../run/worker-pool.ts';
import { type BatchAnswer, type BatchMessage, readBatch, writeAnswer } from './queue-message.ts';
import { connectTo, LOCK_MS, loadBullMq, MOST_STALLS, QUEUE } from './redis.ts';

export interface QueueWorkerOptions {
  readonly address: string;
  /** The pool for a run's plan: every run may ask for other options. */
  readonly poolFor: (plan: BatchMessage['plan']) => Pick<WorkerPool, 'review'>;
  readonly maker: string;
  /** Batches that are reviewed at the same time. */
  readonly concurrency: number;
  /** Ends the worker after the batches in hand. */
  readonly stopped?: AbortSignal;
  readonly onBatch?: (documents: number) => void;
}

/**
 * Takes batches from the queue until it is stopped. A batch whose worker dies is given to another once its lock has run out:
 * every batch is reviewed at least once, and since the same words give the same answer, twice does no harm.
 */
export async function workQueue(options: QueueWorkerOptions): Promise<void> {
  const { Worker, UnrecoverableError } = await loadBullMq();
  const connection = await connectTo(options.address);
  const worker = new Worker<BatchMessage, BatchAnswer>(
    QUEUE,
    async ({ data }) => {
      if (data.maker !== options.maker)
        throw new UnrecoverableError(
          `it has another version or other rules (${options.maker}) than the review (${data.maker}); start all with the same.`,
        );
      const outcomes: readonly (Outcome | Loss)[] = await options.poolFor(data.plan).review(readBatch(data));
      options.onBatch?.(outcomes.length);
      return writeAnswer(outcomes);
    },
    {
      connection,
      concurrency: options.concurrency,
      lockDuration: LOCK_MS,
      stalledInterval: LOCK_MS / 3,
      maxStalledCount: MOST_STALLS,
      skipVersionCheck: true,
    },
  );
  // A connection that breaks is taken up again.
  worker.on('error', () => {});
  await new Promise<void>((done) => {
    if (options.stopped?.aborted) done();
    options.stopped?.addEventListener('abort', () => done());
  });
  await worker.close();
  connection.disconnect();
}

import { type Job, unreadable } from '../review-document.ts';
import type { ArchiveDocument } from '../source/document.ts';
import { partsOf, type ResultParts, readParts } from './result-bytes.ts';
import type { ResultStore } from './result-store.ts';
import type { Pool } from './worker-pool.ts';

/** Bytes that go to a worker together, so that short documents do not pay for a journey each. */
const BATCH = 98_304;
const BATCH_DOCUMENTS = 32;
/** Bytes and documents that are under way at most: what was read and not yet written. */
const MOST_BYTES = 3 << 20;
const MOST_DOCUMENTS = 384;

export interface Scheduled {
  readonly document: ArchiveDocument;
  readonly digest: string;
  readonly key: string;
  /** Absent where there is nothing to review. */
  readonly job: Job | undefined;
  readonly known: ResultParts | undefined;
}

export interface Settled {
  readonly document: ArchiveDocument;
  readonly digest: string;
  readonly result: ResultParts;
  readonly isKnown: boolean;
}

interface Slot extends Omit<Scheduled, 'job' | 'known'> {
  readonly size: number;
  readonly isKnown: boolean;
  result: ResultParts | undefined;
}

/** Sends documents to workers in batches and hands results on in the order in which the documents came. */
export class Schedule {
  /** Documents whose result is kept, written or not. */
  reviewed = 0;
  /** Whether a document was lost to time or memory: another run may find more. */
  lost = false;
  private readonly pool: Pool;
  private readonly workers: number;
  private readonly store: ResultStore;
  private readonly emit: (settled: Settled) => void;
  private readonly slots: Slot[] = [];
  private first = 0;
  private under = 0;
  private filling: { readonly slot: Slot; readonly job: Job }[] = [];
  private fillingSize = 0;
  private readonly ready: { readonly slot: Slot; readonly job: Job }[][] = [];
  private readonly running = new Set<Promise<void>>();
  private failure: unknown;

  constructor(pool: Pool, workers: number, store: ResultStore, emit: (settled: Settled) => void) {
    this.pool = pool;
    this.workers = workers;
    this.store = store;
    this.emit = emit;
  }

  /** Takes a document in. Waits while too much is under way. */
  async add({ document, digest, key, job, known }: Scheduled): Promise<void> {
    const size = job?.bytes.length ?? 0;
    // The words travel with the job: what waits for its turn to be written needs the head only.
    const head: ArchiveDocument = { ...document, content: { kind: 'problem', reason: '' } };
    const slot: Slot = {
      document: head,
      digest,
      key,
      size,
      isKnown: known !== undefined && job !== undefined,
      result: known,
    };
    this.slots.push(slot);
    this.under += size;
    if (known) this.reviewed++;
    else if (job) this.fill(slot, job, size);
    this.write();
    while (this.under > MOST_BYTES || this.slots.length - this.first > MOST_DOCUMENTS) {
      this.dispatchFilling();
      await this.step();
    }
    if (this.failure !== undefined) throw this.failure;
  }

  /** Waits for everything. */
  async drain(): Promise<void> {
    this.dispatchFilling();
    while (this.running.size > 0) await this.step();
    if (this.failure !== undefined) throw this.failure;
    this.write();
  }

  /** Waits for what the workers have in hand, and begins nothing more. */
  async settle(): Promise<void> {
    this.ready.length = 0;
    this.filling = [];
    while (this.running.size > 0) await this.step();
    if (this.failure !== undefined) throw this.failure;
  }

  private async step(): Promise<void> {
    await Promise.race(this.running);
    if (this.failure !== undefined) throw this.failure;
  }

  private fill(slot: Slot, job: Job, size: number): void {
    this.filling.push({ slot, job });
    this.fillingSize += size;
    if (this.fillingSize >= BATCH || this.filling.length >= BATCH_DOCUMENTS) this.dispatchFilling();
  }

  private dispatchFilling(): void {
    if (this.filling.length > 0) this.ready.push(this.filling);
    this.filling = [];
    this.fillingSize = 0;
    this.start();
  }

  /** No more batches than workers: the time of a document must not run while it waits. */
  private start(): void {
    while (this.running.size < this.workers) {
      const batch = this.ready.shift();
      if (!batch) return;
      const task: Promise<void> = this.review(batch)
        .catch((error: unknown) => {
          this.failure ??= error;
        })
        .finally(() => {
          this.running.delete(task);
          if (this.failure === undefined) this.start();
        });
      this.running.add(task);
    }
  }

  private async review(batch: readonly { readonly slot: Slot; readonly job: Job }[]): Promise<void> {
    const outcomes = await this.pool.review(batch.map(({ job }) => job));
    for (const [index, outcome] of outcomes.entries()) {
      const { slot } = batch[index] as { slot: Slot };
      if ('reason' in outcome) {
        this.lost = true;
        slot.result = partsOf(unreadable(outcome.reason));
      } else {
        this.store.add(slot.key, outcome.packed);
        slot.result = readParts(outcome.plain);
        this.reviewed++;
      }
    }
    this.write();
  }

  /** Hands on what is next in order, as far as it is there. */
  private write(): void {
    for (let slot = this.slots[this.first]; slot?.result; slot = this.slots[this.first]) {
      const { document, digest, result, isKnown, size } = slot;
      this.emit({ document, digest, result, isKnown });
      this.under -= size;
      this.first++;
    }
    if (this.first > 256) {
      this.slots.splice(0, this.first);
      this.first = 0;
    }
  }
}

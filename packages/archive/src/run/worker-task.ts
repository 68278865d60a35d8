import {
  type DocumentReport,
  type ReadDraft,
  type ReviewContext,
  type Rule,
  RuleLibrary,
  type RuleSet,
} from '@poclint/core';
import { move, workerData } from 'piscina';
import { type Job, type ReviewParts, reviewDocument } from '../review-document.ts';
import { compressResult, packResult } from './result-store.ts';

/** All that a review depends on besides the document: plain data, the same for a whole run. */
export interface ReviewPlan {
  readonly context: ReviewContext;
  readonly redact: boolean;
  readonly charset?: string;
  /** Languages to recognise the words of scanned pages in. */
  readonly recognise?: readonly string[];
}

export interface Batch {
  readonly plan: ReviewPlan;
  readonly jobs: readonly Job[];
}

/** A folder whose tables are to be written as Parquet files. */
export interface TableTask {
  readonly tables: string;
}

/** What a worker sends back for each job: the result, and the same compressed for the store. */
export interface Outcome {
  readonly plain: Uint8Array;
  readonly packed: Uint8Array;
}

/** How a worker reads drafts and redacts reports: the command's own ways, which this package does not know. */
export interface WorkerWays {
  readonly read: (plan: ReviewPlan) => (name: string, bytes: Uint8Array) => Promise<ReadDraft>;
  readonly redact: (report: DocumentReport, rules: readonly Rule[]) => DocumentReport;
}

/** What a worker thread is started with. The rules come from the run: a page that is being edited changes nothing half-way. */
export interface WorkerData {
  readonly ruleSet: RuleSet;
}

/** Makes the function that a worker thread runs for each batch of documents. */
export function createWorkerTask(ways: WorkerWays): (task: Batch | TableTask) => Promise<unknown> {
  let library: RuleLibrary | undefined;
  return async (task) => {
    if ('tables' in task) return (await import('../table/parquet.ts')).writeParquet(task.tables);
    const { plan, jobs } = task;
    library ??= new RuleLibrary((workerData as WorkerData).ruleSet);
    const parts = reviewParts(plan, library, ways);
    const outcomes: Outcome[] = [];
    for (const job of jobs) {
      const plain = packResult(await reviewDocument(job, parts));
      outcomes.push({ plain, packed: compressResult(plain) });
    }
    return move(bundle(outcomes));
  };
}

/** Outcomes as one buffer, which changes hands without being copied: how many, two lengths for each, then the bytes. */
function bundle(outcomes: readonly Outcome[]): ArrayBuffer {
  const head = 4 + 8 * outcomes.length;
  const size = outcomes.reduce((sum, { plain, packed }) => sum + plain.length + packed.length, head);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, outcomes.length);
  let at = head;
  outcomes.forEach(({ plain, packed }, index) => {
    view.setUint32(4 + 8 * index, plain.length);
    view.setUint32(8 + 8 * index, packed.length);
    bytes.set(plain, at);
    bytes.set(packed, at + plain.length);
    at += plain.length + packed.length;
  });
  return bytes.buffer;
}

/** What `bundle` put together. */
export function unbundle(buffer: ArrayBuffer): Outcome[] {
  const view = new DataView(buffer);
  const count = view.getUint32(0);
  const outcomes: Outcome[] = [];
  let at = 4 + 8 * count;
  for (let index = 0; index < count; index++) {
    const plain = view.getUint32(4 + 8 * index);
    const packed = view.getUint32(8 + 8 * index);
    outcomes.push({ plain: new Uint8Array(buffer, at, plain), packed: new Uint8Array(buffer, at + plain, packed) });
    at += plain + packed;
  }
  return outcomes;
}

function reviewParts(plan: ReviewPlan, library: RuleLibrary, ways: WorkerWays): ReviewParts {
  return {
    library,
    context: plan.context,
    read: ways.read(plan),
    ...(plan.redact && { redact: (report: DocumentReport) => ways.redact(report, library.ruleSet.rules) }),
  };
}

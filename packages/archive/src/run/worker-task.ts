import { type DocumentReport, type ReviewContext, type Rule, RuleLibrary, type RuleSet } from '@poclint/core';
import { move, workerData } from 'piscina';
import { type Job, type ReviewParts, reviewDocument } from '../review-document.ts';
import { OutcomeBundle } from './result-bytes.ts';

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

/** How a worker reads drafts and redacts reports: the command's own ways, which this package does not know. */
export interface WorkerWays {
  readonly read: (plan: ReviewPlan) => ReviewParts['read'];
  readonly redact: (report: DocumentReport, rules: readonly Rule[]) => DocumentReport;
}

/** What a worker thread is started with. The rules come from the run: a page that is being edited changes nothing half-way. */
export interface WorkerData {
  readonly ruleSet: RuleSet;
}

/** Makes the function that a worker thread runs for each batch of documents. */
export function createWorkerTask(ways: WorkerWays): (batch: Batch) => Promise<unknown> {
  let library: RuleLibrary | undefined;
  return async ({ plan, jobs }) => {
    library ??= new RuleLibrary((workerData as WorkerData).ruleSet);
    const parts = reviewParts(plan, library, ways);
    const bundle = new OutcomeBundle();
    for (const job of jobs) bundle.add(await reviewDocument(job, parts));
    return move(bundle.finish());
  };
}

function reviewParts(plan: ReviewPlan, library: RuleLibrary, ways: WorkerWays): ReviewParts {
  return {
    library,
    context: plan.context,
    read: ways.read(plan),
    ...(plan.redact && { redact: (report: DocumentReport) => ways.redact(report, library.ruleSet.rules) }),
  };
}

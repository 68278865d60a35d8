import { availableParallelism } from 'node:os';
import { basename, resolve } from 'node:path';
import v8 from 'node:v8';
import type { Pool } from '@poclint/archive/run/worker-pool';
import type { ReviewPlan } from '@poclint/archive/run/worker-task';
import type { AgreementType, Reading, ReviewContext, RuleSet } from '@poclint/core';
import type { Locale } from '@poclint/messages';
import { archiveMessagesIn } from '@poclint/messages/archive';
import { severitiesOf } from '@poclint/project/configuration/profile';
import { UsageError } from '@poclint/project/usage-error';
import { createReviewProgress, duration } from '../archive/review-progress.ts';
import { recognitionOf } from '../drafts/recognition-languages.ts';
import { IS_SOURCE, version } from '../installation.ts';
import type { Io } from '../io.ts';
import { loadRules, STANDARD_RULES } from '../rule/load-rules.ts';
import { widthOf } from '../terminal/terminal.ts';

/** How the documents of an archive are reviewed: the same for all of them. */
export interface PlanOptions {
  readonly type?: AgreementType;
  readonly profile?: string;
  readonly reading?: Reading;
  readonly stage?: 'draft' | 'signed';
  readonly language?: string;
  readonly charset?: string;
  readonly ocr?: string;
  readonly rules: readonly string[];
  readonly redact?: boolean;
  readonly locale?: Locale;
}

export interface ReviewOptions extends PlanOptions {
  readonly out: string;
  readonly textColumn?: string;
  readonly idColumn?: string;
  readonly metaColumns?: string;
  readonly codes?: 'pa-x';
  readonly codesFile?: string;
  readonly workers?: string;
  /** The address of a Redis server, where workers on any machine take batches from. */
  readonly queue?: string;
  readonly shard?: string;
  readonly resume?: boolean;
  readonly force?: boolean;
  /** False for no cache at all. */
  readonly cache?: boolean;
  readonly cacheDir?: string;
  readonly parquet?: boolean;
  readonly page?: boolean;
  readonly summary?: boolean;
  readonly maxSize: string;
  readonly maxSeconds: string;
  readonly maxMemory: string;
  readonly maxDepth: string;
  readonly maxDocuments: string;
}

/** Reviews an archive into a folder. Gives the exit code: 0 all reviewed, 2 something is unreadable or the run incomplete. */
export async function review(name: string, options: ReviewOptions, io: Io): Promise<number> {
  const out = resolve(io.cwd, options.out);
  const limits = {
    documentBytes: Math.round(positive(options.maxSize, '--max-size') * 2 ** 20),
    depth: count(options.maxDepth, '--max-depth'),
    documents: count(options.maxDocuments, '--max-documents'),
  };
  if (options.codes === undefined && options.codesFile !== undefined)
    throw new UsageError(({ option }) => option.codesFile());
  const { openArchiveAt } = await import('@poclint/archive/source/open-archive');
  const archive = await openArchiveAt(name, io.cwd, {
    columns: {
      ...(options.textColumn !== undefined && { text: options.textColumn }),
      ...(options.idColumn !== undefined && { id: options.idColumn }),
      ...(options.metaColumns !== undefined && { meta: listed(options.metaColumns) }),
    },
    limits,
    leaveOut: out,
  });
  const ownRules = options.rules.map((folder) => resolve(io.cwd, folder));
  const ruleSet = await loadRules(ownRules);
  const plan = await planOf(options, ruleSet, io);
  const tables = options.codes && (await import('@poclint/archive/pa-x/pa-x-tables'));
  const codes = tables && (await tables.openPaxCodes(STANDARD_RULES, options.codesFile, io.cwd));
  const queue = options.queue === undefined ? undefined : await queuePool(options.queue, plan, ruleSet.digest);
  const { reviewArchive } = await import('@poclint/archive/run/review-archive');
  // Reviews one after the other leave much behind that is short-lived: with more room from the start it is cleared less often.
  v8.setFlagsFromString('--min-semi-space-size=16');
  // What a review leaves behind is many times what it keeps: without a word V8 lets a worker grow to hundreds of megabytes.
  v8.setFlagsFromString('--heap-growing-percent=60');
  const progress = createReviewProgress(io.stderr, widthOf(io.stderr, io.env));
  const began = performance.now();
  try {
    const outcome = await reviewArchive({
      archive,
      out,
      plan,
      ruleSet,
      version: version(),
      module: WORKER,
      workers: options.workers === undefined ? ownWorkers(queue !== undefined) : count(options.workers, '--workers'),
      ...(queue && { pool: queue }),
      seconds: positive(options.maxSeconds, '--max-seconds'),
      megabytes: count(options.maxMemory, '--max-memory'),
      documents: limits.documents,
      cache:
        options.cacheDir !== undefined
          ? { folder: resolve(io.cwd, options.cacheDir) }
          : options.cache === false
            ? 'none'
            : 'out',
      resume: options.resume === true,
      force: options.force === true,
      ...(options.shard !== undefined && { shard: shardOf(options.shard) }),
      extras: {
        codes: options.codes ?? null,
        codesFile: options.codesFile ?? null,
        parquet: options.parquet !== false,
        page: options.page !== false,
      },
      finish: async (folder) => {
        progress.say('Writing tables and page …');
        const { writeParquetInThread } = await import('@poclint/archive/table/parquet-thread');
        const parquet = options.parquet === false ? undefined : writeParquetInThread(PARQUET_WORKER, folder);
        // Heard below: what goes wrong with the page first must not hide it.
        parquet?.catch(() => {});
        if (codes && tables) await tables.writePaxTables(folder, codes);
        if (options.page !== false && options.shard === undefined) {
          const { writeReviewPage } = await import('@poclint/archive/html/report-page');
          await writeReviewPage(folder, { name: basename(name), rules: ruleSet.rules, locale: options.locale });
        }
        await parquet;
      },
      onProgress: (done) => progress.show(done, archive.size > 0 ? archive.position() / archive.size : undefined),
      onStage: (stage) => stage === 'checking' && progress.say('Looking for what has changed …'),
      ...(io.stopped && { stopped: io.stopped }),
    });
    progress.clear();
    return report(outcome, archive.problems, options, (performance.now() - began) / 1000, io);
  } finally {
    progress.clear();
  }
}

/** Batches under way at a time behind a queue: enough for dozens of workers. */
const QUEUED_BATCHES = 64;

function ownWorkers(isQueued: boolean): number {
  return isQueued ? QUEUED_BATCHES : Math.max(1, availableParallelism());
}

async function queuePool(address: string, plan: ReviewPlan, rulesDigest: string): Promise<Pool> {
  const { QueuePool } = await import('@poclint/archive/queue/queue-pool');
  const { makerOf } = await import('@poclint/archive/queue/queue-message');
  return QueuePool.connect({ address, plan, maker: makerOf(version(), rulesDigest) });
}

/** The module that worker threads run, beside this one in the bundle. */
export const WORKER = IS_SOURCE
  ? new URL('../archive/review-worker.ts', import.meta.url)
  : new URL('./review-worker.js', import.meta.url);

const PARQUET_WORKER = IS_SOURCE
  ? new URL('../archive/parquet-worker.ts', import.meta.url)
  : new URL('./parquet-worker.js', import.meta.url);

/** What decides the reviews of all documents. */
export async function planOf(options: PlanOptions, ruleSet: RuleSet, io: Io): Promise<ReviewPlan> {
  const { type, reading, stage, language, charset, profile, locale } = options;
  const severities = profile === undefined ? undefined : await severitiesOf(profile, io.cwd, ruleSet);
  const context: ReviewContext = {
    ...(type && { type, typeSource: 'option' as const }),
    ...(reading && { reading }),
    ...(stage && { stage }),
    ...(language !== undefined && { language }),
    ...(severities && { severities }),
    ...(locale !== undefined && { locale }),
  };
  const { languages } = recognitionOf(options.ocr, [], language);
  return {
    context,
    redact: options.redact === true,
    ...(charset !== undefined && { charset }),
    ...(languages && { recognise: languages }),
  };
}

type Outcome = Awaited<ReturnType<typeof import('@poclint/archive/run/review-archive')['reviewArchive']>>;

function report(
  outcome: Outcome,
  archiveProblems: readonly string[],
  options: ReviewOptions,
  seconds: number,
  io: Io,
): number {
  const complain = (sentence: string): void => io.stderr.write(`poclint: ${sentence}\n`);
  for (const { id, reason } of outcome.problems) complain(`${id}: ${reason}`);
  const more = outcome.unreadable - outcome.problems.length;
  if (outcome.status !== 'unchanged' && more > 0)
    complain(`${more} more documents are unreadable: coverage.csv has them all, with reasons.`);
  for (const id of outcome.repeated)
    complain(`The id ${id} occurs more than once: later documents are called "${id} (2)" and so on.`);
  for (const problem of archiveProblems) complain(problem);
  if (outcome.status === 'stopped') {
    complain(`Stopped. Reviewed and kept so far: ${outcome.documents}; "--resume" goes on with the rest.`);
    return 2;
  }
  if (outcome.documents === 0) complain('The archive has no documents in it.');
  if (options.summary) io.stdout.write(summaryOf(outcome, options, seconds));
  return outcome.unreadable > 0 || archiveProblems.length > 0 || outcome.documents === 0 ? 2 : 0;
}

function summaryOf(outcome: Outcome, { out, locale }: ReviewOptions, seconds: number): string {
  const { summary } = archiveMessagesIn(locale);
  const { documents, reviewed, unreadable, known } = outcome;
  const lines = [
    summary.documents({ documents, reviewed, unreadable }),
    outcome.status === 'unchanged' ? summary.unchanged() : summary.known({ known }),
    summary.written({ folder: out, time: duration(seconds) }),
  ];
  return `${lines.join('\n')}\n`;
}

export function count(value: string, option: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number > 0) return number;
  throw new UsageError((words) => words.option.wholeNumber({ option, value }));
}

function positive(value: string, option: string): number {
  const number = Number(value);
  if (Number.isFinite(number) && number > 0) return number;
  throw new UsageError((words) => words.option.positive({ option, value }));
}

function listed(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function shardOf(value: string): readonly [number, number] {
  const match = /^(\d+)\/(\d+)$/.exec(value);
  const [index, total] = [Number(match?.[1]), Number(match?.[2])];
  if (match && index >= 1 && index <= total) return [index, total];
  throw new UsageError(({ option }) => option.shard({ value }));
}

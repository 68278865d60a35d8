import { createHash, hash } from 'node:crypto';
import { join } from 'node:path';
import type { RuleSet } from '@poclint/core';
import { UsageError } from '@poclint/project/usage-error';
import { REVIEW_SCHEMA, type ReviewManifest } from '../record.ts';
import { type Job, unreadable } from '../review-document.ts';
import type { Archive, ArchiveDocument } from '../source/document.ts';
import { OutputFiles, publish, UNFINISHED, writeManifest } from './output-files.ts';
import { partsOf, type ResultParts } from './result-bytes.ts';
import { ResultStore } from './result-store.ts';
import { isUntouched, newState, prepareFolder, RESULTS, type RunState, writeState } from './review-folder.ts';
import { Schedule } from './schedule.ts';
import { type Pool, WorkerPool } from './worker-pool.ts';
import type { ReviewPlan } from './worker-task.ts';

export interface ReviewRun {
  readonly archive: Archive;
  /** The folder to write, absolute. */
  readonly out: string;
  readonly plan: ReviewPlan;
  readonly ruleSet: RuleSet;
  readonly version: string;
  /** The module that worker threads run. */
  readonly module: URL;
  readonly workers: number;
  /** Instead of threads of this machine: closed at the end of the run. */
  readonly pool?: Pool;
  readonly seconds: number;
  readonly megabytes: number;
  readonly documents: number;
  /** Where results are kept: in the output folder, in a folder that the user names, or nowhere. */
  readonly cache: 'out' | 'none' | { readonly folder: string };
  readonly resume: boolean;
  readonly force: boolean;
  readonly shard?: readonly [index: number, count: number];
  /** What else decides which files are written, so that a change of it is noticed. */
  readonly extras: Readonly<Record<string, unknown>>;
  /** Further tables and the page, made of the finished files in `folder`. */
  readonly finish: (folder: string) => Promise<void>;
  /** Told of each document as it is written, in order. */
  readonly onDocument?: (document: ArchiveDocument, result: ResultParts) => void;
  readonly onStage?: (stage: 'checking' | 'reviewing' | 'finishing') => void;
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the run after the documents in hand. */
  readonly stopped?: AbortSignal;
}

export interface Progress {
  readonly documents: number;
  readonly unreadable: number;
  readonly known: number;
  readonly name: string;
}

export interface RunOutcome {
  readonly status: 'finished' | 'unchanged' | 'stopped';
  readonly documents: number;
  readonly reviewed: number;
  readonly unreadable: number;
  /** Documents that were not reviewed again because nothing about them has changed. */
  readonly known: number;
  /** Ids that occur more than once, in the order of their first repetition; the first few. */
  readonly repeated: readonly string[];
  /** The first unreadable documents with their reasons. */
  readonly problems: readonly { readonly id: string; readonly reason: string }[];
}

const MOST_NAMED = 20;

/**
 * Reviews an archive into a folder. Documents go to the workers as they are read, results come back into the archive's
 * order, and no more than a bounded number is under way: the same bytes for any number of workers, and memory that does
 * not grow with the archive.
 *
 * @throws UsageError for a folder that cannot be used, a full disk, or too many documents
 */
export async function reviewArchive(run: ReviewRun): Promise<RunOutcome> {
  const { archive, out, ruleSet, version } = run;
  const options = optionsDigest(run);
  const state = newState(version, ruleSet.digest, runDigest(run));
  const before = prepareFolder(out, { resume: run.resume, force: run.force, state });
  const unchanged = before?.finished && (await unchangedSince(before, state, run));
  if (unchanged) return unchanged;
  const keyBase = `${version}\n${ruleSet.digest}\n${planDigest(run.plan)}\n`;
  const journal = join(out, RESULTS);
  const store = ResultStore.open(typeof run.cache === 'object' ? run.cache.folder : journal);
  try {
    return await reviewInto(store);
  } catch (error) {
    throw sentenceOf(error, out);
  } finally {
    store.close();
  }

  async function reviewInto(store: ResultStore): Promise<RunOutcome> {
    writeState(out, state);
    run.onStage?.('reviewing');
    const topics = ruleSet.rules.filter((rule) => rule.kind === 'topic').map(({ id }) => id);
    const output = new OutputFiles(out, archive.metaNames, topics, run.plan.redact);
    const pool = run.pool ?? new WorkerPool(run);
    const tally = new Tally(run.onProgress);
    const schedule = new Schedule(pool, run.workers, store, ({ document, digest, result, isKnown }) => {
      const { id, title, meta } = document;
      output.add({ id, title, meta, digest }, result);
      tally.add(document, result, isKnown);
      run.onDocument?.(document, result);
    });
    const chain = createHash('sha256');
    try {
      for await (const { document, original } of documentsOf(run)) {
        if (run.stopped?.aborted) break;
        tally.name(original, document.id);
        const job = jobOf(document);
        const { digest, key } = keysOf(document, job, keyBase);
        chain.update(chainLink(document, key));
        await schedule.add({ document, digest, key, job, known: knownResult(document, key, store) });
      }
      if (run.stopped?.aborted) {
        await schedule.settle();
        output.abandon();
        return tally.outcome('stopped', schedule.reviewed);
      }
      await schedule.drain();
      output.close();
      run.onStage?.('finishing');
      const manifest: ReviewManifest = {
        schema: REVIEW_SCHEMA,
        tool: { version, rules: ruleSet.digest },
        options,
        documents: tally.documents,
        reviewed: tally.documents - tally.unreadable,
        unreadable: tally.unreadable,
        metaNames: archive.metaNames,
        topics,
        redacted: run.plan.redact,
        ...(run.shard && { shard: run.shard }),
      };
      const folder = join(out, UNFINISHED);
      writeManifest(folder, manifest);
      // What the workers remember is no use any more, and the tables and the page need room of their own.
      await pool.close();
      await run.finish(folder);
      const files = publish(out);
      const counts = [manifest.reviewed, manifest.unreadable] as const;
      // A document that was lost to time or memory is tried again the next time.
      const documents = schedule.lost ? '' : chain.digest('hex');
      writeState(out, { ...state, finished: { documents, counts, files } });
      if (run.cache === 'none') store.remove();
      return tally.outcome('finished');
    } finally {
      await pool.close();
    }
  }
}

/** The outcome of a run that had nothing to do, or undefined. Goes through the archive once, and reviews nothing. */
async function unchangedSince(before: RunState, state: RunState, run: ReviewRun): Promise<RunOutcome | undefined> {
  const { finished } = before;
  const isSame = before.version === state.version && before.rules === state.rules && before.options === state.options;
  if (!isSame || !finished || finished.documents === '' || !isUntouched(run.out, finished.files)) return undefined;
  run.onStage?.('checking');
  const tally = new Tally(undefined);
  const keyBase = `${run.version}\n${run.ruleSet.digest}\n${planDigest(run.plan)}\n`;
  const chain = createHash('sha256');
  let documents = 0;
  for await (const { document, original } of documentsOf(run)) {
    tally.name(original, document.id);
    chain.update(chainLink(document, keysOf(document, jobOf(document), keyBase).key));
    documents++;
  }
  if (chain.digest('hex') !== finished.documents) return undefined;
  const [reviewed, unreadable] = finished.counts;
  return { ...tally.outcome('unchanged'), documents, reviewed, unreadable, known: documents };
}

/** Documents of the archive, or of a shard of it, each with an id of its own. */
async function* documentsOf({
  archive,
  shard,
  documents: most,
}: ReviewRun): AsyncGenerator<{ readonly document: ArchiveDocument; readonly original: string }> {
  const seen = new Map<string, number>();
  let index = 0;
  for await (const document of archive.documents()) {
    if (index >= most) throw new UsageError((words) => words.archive.tooMany({ most: String(most) }));
    const times = (seen.get(document.id) ?? 0) + 1;
    seen.set(document.id, times);
    const isOurs = !shard || index % shard[1] === shard[0] - 1;
    index++;
    if (!isOurs) continue;
    if (times === 1) yield { document, original: document.id };
    else {
      let id = `${document.id} (${times})`;
      for (let more = times; seen.has(id); more++) id = `${document.id} (${more})`;
      yield { document: { ...document, id }, original: document.id };
    }
  }
}

function keysOf(
  { name, content }: ArchiveDocument,
  job: Job | undefined,
  base: string,
): { readonly digest: string; readonly key: string } {
  if (!job) return { digest: '', key: content.kind === 'problem' ? content.reason : '' };
  const digest = hash('sha256', job.bytes, 'hex');
  // Of the name only the ending has a say in what is read.
  const ending = /\.[a-z]+$/i.exec(name)?.[0]?.toLowerCase() ?? '';
  const kind = job.isText ? 'text' : '';
  return { digest, key: hash('sha256', `${base}${ending}\n${kind}\n${digest}`, 'hex').slice(0, 32) };
}

function chainLink({ id, title, meta }: ArchiveDocument, key: string): string {
  return `${JSON.stringify([id, title, meta, key])}\n`;
}

function jobOf({ name, content }: ArchiveDocument): Job | undefined {
  if (content.kind === 'problem') return undefined;
  if (content.kind === 'bytes') return { name, bytes: content.bytes };
  return { name, bytes: Buffer.from(content.text, 'utf8'), isText: true };
}

function knownResult({ content }: ArchiveDocument, key: string, store: ResultStore): ResultParts | undefined {
  return content.kind === 'problem' ? partsOf(unreadable(content.reason)) : store.get(key);
}

function planDigest(plan: ReviewPlan): string {
  return hash('sha256', JSON.stringify(plan), 'hex');
}

/** What must be the same for two parts to be parts of one review. */
function optionsDigest({ archive, plan }: ReviewRun): string {
  return hash('sha256', JSON.stringify([planDigest(plan), archive.metaNames]), 'hex').slice(0, 16);
}

/** What must be the same for a run to go on where another stopped. */
function runDigest({ archive, plan, shard, extras }: ReviewRun): string {
  return hash('sha256', JSON.stringify([planDigest(plan), archive.metaNames, shard ?? null, extras]), 'hex').slice(
    0,
    16,
  );
}

/** Counts what is written, and remembers the first of what went wrong. */
class Tally {
  documents = 0;
  unreadable = 0;
  private known = 0;
  private readonly repeated = new Set<string>();
  private readonly problems: { id: string; reason: string }[] = [];
  private readonly onProgress: ((progress: Progress) => void) | undefined;

  constructor(onProgress: ((progress: Progress) => void) | undefined) {
    this.onProgress = onProgress;
  }

  name(original: string, id: string): void {
    if (original !== id && this.repeated.size < MOST_NAMED) this.repeated.add(original);
  }

  add({ id }: ArchiveDocument, { status, report }: ResultParts, isKnown: boolean): void {
    this.documents++;
    if (status === 'unreadable') {
      this.unreadable++;
      if (this.problems.length < MOST_NAMED)
        this.problems.push({ id, reason: (JSON.parse(`{${report.toString('utf8')}`) as { reason: string }).reason });
    } else if (isKnown) this.known++;
    this.onProgress?.({ documents: this.documents, unreadable: this.unreadable, known: this.known, name: id });
  }

  outcome(status: RunOutcome['status'], documents = this.documents): RunOutcome {
    return {
      status,
      documents,
      reviewed: documents - this.unreadable,
      unreadable: this.unreadable,
      known: this.known,
      repeated: [...this.repeated],
      problems: this.problems,
    };
  }
}

function sentenceOf(error: unknown, out: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new UsageError(({ folder }) => folder.diskFull({ out }));
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new UsageError(({ folder }) => folder.noLongerWritable({ out, code }));
  return error;
}

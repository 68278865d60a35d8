import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentReport } from '@poclint/core';
import { UsageError } from '@poclint/project/usage-error';
import { linesOf } from './source/lines.ts';

/** The version of the folder's layout. A folder of another version is refused, not guessed at. */
export const REVIEW_SCHEMA = 'poclint-review-1';

/** What an archive knows of a document besides its text. */
export interface DocumentHead {
  /** Unique in the archive: a path, or what the id column says. */
  readonly id: string;
  readonly title: string;
  /** Columns and fields of the source by name. Known names: country, region, date (ISO 8601), year, type, stage, process. */
  readonly meta: Readonly<Record<string, string>>;
  /** SHA-256 of the document's bytes or characters, in hexadecimal; empty where it could not be read. */
  readonly digest: string;
}

/** One line of `report.jsonl`. `report.path` is the id. */
export type ReviewRecord = DocumentHead & DocumentReport;

/** `review.json`: what the folder holds. Written last, so that it is there only where the review is whole. */
export interface ReviewManifest {
  readonly schema: typeof REVIEW_SCHEMA;
  readonly tool: { readonly version: string /** Digest of the rules in force. */; readonly rules: string };
  /** A digest of all that decides what a review says, besides texts and rules. */
  readonly options: string;
  readonly documents: number;
  readonly reviewed: number;
  readonly unreadable: number;
  /** What the archive knows of its documents, in the order of the columns. */
  readonly metaNames: readonly string[];
  /** Topics in the order of the columns. */
  readonly topics: readonly string[];
  readonly redacted: boolean;
  /** Which part of the archive this is: `[2, 3]` is the second of three. */
  readonly shard?: readonly [index: number, count: number];
}

/** A record with the text that its spans count in; absent where the document is unreadable or the review redacted. */
export interface ReviewedText {
  readonly record: ReviewRecord;
  readonly text?: string;
}

/** The names of what lies in a review's folder. */
export const FILES = {
  manifest: 'review.json',
  report: 'report.jsonl',
  texts: 'texts.jsonl',
  coverage: 'coverage.csv',
  findings: 'findings.csv',
  clauses: 'clauses.jsonl',
} as const;

/** What a review's folder holds. Throws a UsageError where that is no whole review of this version. */
export function readManifest(folder: string): ReviewManifest {
  const path = join(folder, FILES.manifest);
  if (!existsSync(path)) throw new UsageError((words) => words.folder.notFinished({ folder }));
  let manifest: ReviewManifest;
  try {
    manifest = JSON.parse(readFileSync(path, 'utf8')) as ReviewManifest;
  } catch {
    throw new UsageError((words) => words.folder.damaged({ path }));
  }
  if (manifest.schema !== REVIEW_SCHEMA)
    throw new UsageError((words) =>
      words.folder.otherVersion({ folder, schema: manifest.schema, here: REVIEW_SCHEMA }),
    );
  return manifest;
}

/**
 * The documents of a review, in the order of the archive, one after the other: memory does not grow with the archive.
 *
 * @throws UsageError as `readManifest`
 */
export async function* readReviewFolder(folder: string): AsyncGenerator<ReviewRecord> {
  readManifest(folder);
  for await (const line of linesIn(join(folder, FILES.report))) yield JSON.parse(line) as ReviewRecord;
}

/** As `readReviewFolder`, with the texts. `texts.jsonl` has a line for each document that has a text, in the same order. */
export async function* readReviewedTexts(folder: string): AsyncGenerator<ReviewedText> {
  const texts = existsSync(join(folder, FILES.texts)) ? linesIn(join(folder, FILES.texts)) : undefined;
  let next = texts && (await texts.next()).value;
  try {
    for await (const record of readReviewFolder(folder)) {
      const found = next === undefined ? undefined : (JSON.parse(next as string) as { id: string; text: string });
      if (texts && found?.id === record.id) {
        next = (await texts.next()).value;
        yield { record, text: found.text };
      } else yield { record };
    }
  } finally {
    await texts?.return(undefined);
  }
}

/** The lines of a file of ours, each as long as it was written. */
async function* linesIn(path: string): AsyncGenerator<string, undefined> {
  const stream = createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>;
  for await (const { text } of linesOf(stream, Number.POSITIVE_INFINITY)) yield text;
}

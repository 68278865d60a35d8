import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DocumentReport } from '@poclint/core';
import { UsageError } from '@poclint/project/usage-error';
import type { ArchiveRecord } from '../html/archive-record.ts';
import { findPrecedents, type PrecedentQuery, type Precedents } from './precedents.ts';

/** The file of a review folder that has a document on each line. */
const REPORT = 'report.jsonl';

/** A line of it: a document's report, with what the archive says of the document. */
type ReportLine = DocumentReport & Partial<Omit<ArchiveRecord, 'document'>>;

/**
 * The documents of a review folder, one after the other; no more than one is held.
 *
 * @throws UsageError where the folder is none, or a line of it cannot be read
 */
export async function* readReviewFolder(folder: string): AsyncGenerator<ArchiveRecord> {
  if (!existsSync(folder)) throw new UsageError(`There is no folder ${folder}.`);
  const path = join(folder, REPORT);
  if (!existsSync(path))
    throw new UsageError(`${folder} is no reviewed archive: it has no ${REPORT}. "poclint review" writes one.`);
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() !== '') yield recordOf(line, `${path}:${number}`);
  }
}

function recordOf(line: string, place: string): ArchiveRecord {
  let parsed: ReportLine;
  try {
    parsed = JSON.parse(line) as ReportLine;
  } catch {
    throw new UsageError(`${place} is no JSON; the review was interrupted there. Review the archive again.`);
  }
  if (typeof parsed?.path !== 'string')
    throw new UsageError(`${place} is no document's report; review the archive again with this version.`);
  const { id, title, meta, text, ...document } = parsed;
  return {
    id: id ?? document.path,
    title: title ?? document.path,
    meta: meta ?? {},
    ...(text !== undefined && { text }),
    document: document as DocumentReport,
  };
}

/**
 * How the agreements of a reviewed archive worded a protection, best first: for commands and editors that suggest wording.
 *
 * @param folder - what `poclint review --out` wrote
 * @throws UsageError where the folder cannot be read
 */
export function precedentsIn(folder: string, query: PrecedentQuery): Promise<Precedents> {
  return findPrecedents(readReviewFolder(folder), query);
}

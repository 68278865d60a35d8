import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '@poclint/project/usage-error';
import type { ColumnChoice } from './columns.ts';
import type { Archive, SourceLimits } from './document.ts';
import { openFolder } from './folder.ts';

export interface OpenOptions {
  readonly columns: ColumnChoice;
  readonly limits: SourceLimits;
  /** A folder that is no part of the archive although it lies in it: where the review is written. */
  readonly leaveOut?: string;
}

/**
 * Opens a folder, a zip, a CSV or JSON lines.
 *
 * @param name - as the user gave it
 * @throws UsageError where it is none of these, or lacks the columns
 */
export async function openArchiveAt(name: string, cwd: string, options: OpenOptions): Promise<Archive> {
  const path = resolve(cwd, name);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new UsageError(({ file }) => file.neither({ name }));
  if (stat.isDirectory()) return openFolder(path, options.limits, options.leaveOut);
  if (!stat.isFile()) throw new UsageError(({ archive }) => archive.neitherKind({ name }));
  if (/\.(?:csv|tsv)$/i.test(name))
    return (await import('./csv.ts')).openCsv(path, name, options.columns, options.limits);
  if (/\.(?:jsonl|ndjson)$/i.test(name))
    return (await import('./json-lines.ts')).openJsonLines(path, name, options.columns, options.limits);
  if (/\.zip$/i.test(name) || startsAsZip(path)) return (await import('./zip.ts')).openZip(path, name, options.limits);
  throw new UsageError(({ archive }) => archive.none({ name }));
}

function startsAsZip(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(4);
    readSync(file, head, 0, 4, 0);
    return head.toString('latin1') === 'PK\u0003\u0004' && !/\.(?:docx|odt)$/i.test(path);
  } finally {
    closeSync(file);
  }
}

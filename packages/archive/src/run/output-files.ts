import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentHead, FILES, type ReviewManifest } from '../record.ts';
import { FINDING_COLUMNS, STATUS_COLUMNS } from '../review-document.ts';
import { csvLine } from '../table/csv-cells.ts';
import { PARQUET } from '../table/parquet.ts';
import type { ResultParts } from './result-bytes.ts';
import { writeAll, writeAllOf } from './result-store.ts';

/** Where files lie until they are whole. */
export const UNFINISHED = '.unfinished';
/** Bytes, and pieces, that are collected before they are written. */
const BUFFER = 1 << 19;
const MOST_PIECES = 512;
const NEWLINE = 10;

/** A file that is written in large pieces, and whose failures tell its path. */
class OutputFile {
  readonly path: string;
  private readonly file: number;
  private waiting: Uint8Array[] = [];
  private length = 0;

  constructor(path: string) {
    this.path = path;
    this.file = openSync(path, 'w', 0o600);
  }

  write(...pieces: readonly (string | Uint8Array)[]): void {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
      this.waiting.push(bytes);
      this.length += bytes.length;
    }
    if (this.length > BUFFER || this.waiting.length > MOST_PIECES) this.flush();
  }

  flush(): void {
    if (this.length === 0) return;
    writeAllOf(this.file, this.waiting);
    this.waiting = [];
    this.length = 0;
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  abandon(): void {
    closeSync(this.file);
  }
}

/**
 * The tables of a review, written document by document in the archive's order to a folder of their own, and moved to
 * their places at the end: whoever looks into the folder finds whole files or none.
 */
export class OutputFiles {
  readonly folder: string;
  private readonly report: OutputFile;
  private readonly coverage: OutputFile;
  private readonly findings: OutputFile;
  private readonly clauses: OutputFile;
  private readonly texts: OutputFile | undefined;
  private readonly metaNames: readonly string[];
  private readonly noTopics: string;

  constructor(out: string, metaNames: readonly string[], topics: readonly string[], redacted: boolean) {
    this.folder = join(out, UNFINISHED);
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
    this.metaNames = metaNames;
    this.noTopics = ','.repeat(topics.length);
    const file = (name: string) => new OutputFile(join(this.folder, name));
    this.report = file(FILES.report);
    this.coverage = file(FILES.coverage);
    this.findings = file(FILES.findings);
    this.clauses = file(FILES.clauses);
    this.texts = redacted ? undefined : file(FILES.texts);
    this.coverage.write(`${coverageHeader(metaNames, topics)}\n`);
    this.findings.write(`${csvLine(['id', ...FINDING_COLUMNS])}\n`);
  }

  add(head: DocumentHead, result: ResultParts): void {
    const { id, title, meta, digest } = head;
    const opening = JSON.stringify({ id, title, meta, digest, path: id });
    this.report.write(`${opening.slice(0, -1)},`, result.report, '\n');
    const cells = csvLine([id, title, ...this.metaNames.map((name) => meta[name] ?? '')]);
    this.coverage.write(`${cells},${result.coverage}${result.status === 'reviewed' ? '' : this.noTopics}\n`);
    this.findings.write(withPrefix(`${csvLine([id])},`, result.findings));
    const key = JSON.stringify(id);
    this.clauses.write(withPrefix(`{"document":${key},`, result.clauses));
    if (result.text.length > 0) this.texts?.write(`{"id":${key},"text":`, result.text, '}\n');
  }

  /** Ends the files; they stay apart until `publish`. */
  close(): void {
    for (const file of this.all()) file.close();
  }

  /** Gives the files up. What lies in the folder from before stays as it is. */
  abandon(): void {
    for (const file of this.all()) file.abandon();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private all(): OutputFile[] {
    return [this.report, this.coverage, this.findings, this.clauses, ...(this.texts ? [this.texts] : [])];
  }
}

function coverageHeader(metaNames: readonly string[], topics: readonly string[]): string {
  return csvLine(['id', 'title', ...metaNames, ...STATUS_COLUMNS, ...topics]);
}

/** Lines, each with the same words before it. */
function withPrefix(words: string, lines: Buffer): Uint8Array {
  const prefix = Buffer.from(words, 'utf8');
  let count = 0;
  for (let end = lines.indexOf(NEWLINE); end >= 0; end = lines.indexOf(NEWLINE, end + 1)) count++;
  const all = Buffer.allocUnsafe(lines.length + count * prefix.length);
  let from = 0;
  let at = 0;
  for (let left = count; left > 0; left--) {
    const end = lines.indexOf(NEWLINE, from) + 1;
    at += prefix.copy(all, at);
    at += lines.copy(all, at, from, end);
    from = end;
  }
  return all;
}

/** A file of a finished review, by which a later run sees that nobody touched it. */
export interface Printed {
  readonly name: string;
  readonly size: number;
  readonly time: number;
}

/** Writes the manifest beside the unfinished files, for all that is made of them. */
export function writeManifest(folder: string, manifest: ReviewManifest): void {
  const file = openSync(join(folder, FILES.manifest), 'w', 0o600);
  writeAll(file, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  closeSync(file);
}

/**
 * Moves whole files to their places. The manifest goes first and comes back last: between the two the folder holds no
 * finished review, and says so.
 */
export function publish(out: string): Printed[] {
  rmSync(join(out, FILES.manifest), { force: true });
  const folder = join(out, UNFINISHED);
  const made = readdirSync(folder).filter((name) => name !== FILES.manifest);
  for (const name of OURS) if (!made.includes(name)) rmSync(join(out, name), { recursive: true, force: true });
  for (const name of [...made.sort(), FILES.manifest]) {
    rmSync(join(out, name), { recursive: true, force: true });
    renameSync(join(folder, name), join(out, name));
  }
  rmSync(folder, { recursive: true, force: true });
  return [...made, FILES.manifest].map((name) => print(out, name === 'report' ? 'report/index.html' : name));
}

/** All that a review may have written into its folder. */
const OURS = [...Object.values(FILES), ...PARQUET, 'pa-x.csv', 'pa-x-agreement.csv', 'report'];

export function print(out: string, name: string): Printed {
  const stat = statSync(join(out, name), { throwIfNoEntry: false });
  return { name, size: stat?.size ?? -1, time: stat?.mtimeMs ?? -1 };
}

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ReviewRun, reviewArchive } from '@poclint/archive/run/review-archive';
import { SOURCE_LIMITS, type SourceLimits } from '@poclint/archive/source/document';
import { openArchiveAt } from '@poclint/archive/source/open-archive';
import { writeParquet } from '@poclint/archive/table/parquet';
import { loadRules } from '@poclint/project/rule/load-rules';
import { onTestFinished } from 'vitest';

const standardRules = loadRules(new URL('../../../../rules', import.meta.url).pathname, []);

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'poclint-archive-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Sentences of an invented agreement, the same for the same number. */
export function agreementText(number: number): string {
  const clauses = [
    `Article ${number + 1}. The Parties shall not attack civilians in sector ${number}.`,
    'The Parties should facilitate humanitarian access.',
    'Each Party shall release all children from its forces within thirty days.',
    'Acts of sexual violence are prohibited.',
  ];
  return `CEASEFIRE OF SECTOR ${number}\n\nPreamble\n\nThe Parties have agreed as follows:\n\n${clauses
    .slice(0, 1 + (number % 4))
    .map((clause) => `${clause}\n\n`)
    .join('')}`;
}

export interface Row {
  readonly id: string;
  readonly text: string;
}

export function writeCsv(path: string, rows: readonly Row[]): void {
  const lines = rows.map(
    ({ id, text }) => `"${id}","Agreement ${id}","Marenga","03/04/2005","${text.replaceAll('"', '""')}"`,
  );
  writeFileSync(path, `id,title,country,date,text\n${lines.join('\n')}\n`);
}

export async function runOn(
  source: string,
  out: string,
  options: Partial<ReviewRun> & { readonly limits?: Partial<SourceLimits> } = {},
): Promise<Awaited<ReturnType<typeof reviewArchive>>> {
  const { limits, ...rest } = options;
  const archive = await openArchiveAt(source, process.cwd(), {
    columns: {},
    limits: { ...SOURCE_LIMITS, ...limits },
    leaveOut: out,
  });
  return reviewArchive({
    archive,
    out,
    plan: { context: {}, redact: false },
    ruleSet: await standardRules,
    version: '1.2.3',
    module: new URL('./review-worker.ts', import.meta.url),
    workers: 1,
    seconds: 30,
    megabytes: 512,
    documents: 1e6,
    cache: 'out',
    resume: false,
    force: false,
    extras: {},
    finish: writeParquet,
    ...rest,
  });
}

/** Everything that a review is, by file name: not what runs leave for one another. */
export function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));
}

export function linesIn(folder: string, name: string): string[] {
  return readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
}

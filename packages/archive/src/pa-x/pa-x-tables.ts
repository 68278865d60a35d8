import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Level, ReviewedDocument } from '@poclint/core';
import { UsageError } from '@poclint/project/usage-error';
import { parse } from 'yaml';
import { readReviewFolder } from '../record.ts';
import { writeAll } from '../run/result-store.ts';
import { csvHeader, csvRows } from '../source/csv.ts';
import { csvLine } from '../table/csv-cells.ts';

/** The files that compare a review with the codes people gave in PA-X. */
export const PAX_FILES = { codes: 'pa-x.csv', agreement: 'pa-x-agreement.csv' } as const;

interface MappedColumn {
  readonly name: string;
  readonly scale: 'depth' | 'presence' | 'rhetorical' | 'substantive';
  readonly topics: readonly string[];
}

interface Mapping {
  readonly database: string;
  readonly version: number;
  readonly id: string;
  readonly columns: readonly MappedColumn[];
}

export interface PaxCodes {
  readonly mapping: Mapping;
  /** By id, the codes of the mapped columns in their order; empty where the file has no such column. */
  readonly human: ReadonlyMap<string, readonly string[]> | undefined;
}

const MOST_CELL = 1 << 20;

/** Reads the mapping, and the human codes where a file is named. Throws a UsageError where that has no ids. */
export async function openPaxCodes(rules: string, codesFile: string | undefined, cwd: string): Promise<PaxCodes> {
  const mapping = parse(readFileSync(join(rules, 'mappings', 'pa-x.yaml'), 'utf8')) as Mapping;
  if (codesFile === undefined) return { mapping, human: undefined };
  const path = resolve(cwd, codesFile);
  if (!existsSync(path)) throw new UsageError(({ file }) => file.notAtHand({ name: codesFile }));
  const { header, delimiter } = csvHeader(path);
  const names = header.map((name) => name.trim());
  const id = names.indexOf(mapping.id);
  if (id < 0)
    throw new UsageError(({ archive }) =>
      archive.noJoin({ file: codesFile, column: mapping.id, names: names.slice(0, 20) }),
    );
  const places = mapping.columns.map(({ name }) => names.indexOf(name));
  const human = new Map<string, readonly string[]>();
  let isHeader = true;
  for await (const row of csvRows(path, delimiter, MOST_CELL)) {
    if (!isHeader)
      human.set(
        (row[id] ?? '').trim(),
        places.map((at) => (at < 0 ? '' : (row[at] ?? '').trim())),
      );
    isHeader = false;
  }
  return { mapping, human };
}

/** How two codings of one column stand to each other, by presence. */
interface Counts {
  both: number;
  ours: number;
  theirs: number;
  neither: number;
}

/** Writes the codes that follow from a review's levels in PA-X's columns, beside the human ones, and how far they agree. */
export async function writePaxTables(folder: string, { mapping, human }: PaxCodes): Promise<void> {
  const file = openSync(join(folder, PAX_FILES.codes), 'w', 0o600);
  const counts = mapping.columns.map((): Counts => ({ both: 0, ours: 0, theirs: 0, neither: 0 }));
  const names = mapping.columns.map(({ name }) => name);
  try {
    const theirNames = human ? names.map((name) => `${name}_PAX`) : [];
    writeAll(file, Buffer.from(`${csvLine([mapping.id, 'Agt', ...names, ...theirNames])}\n`));
    for await (const record of readReviewFolder(folder)) {
      const theirs = human?.get(record.id) ?? names.map(() => '');
      const ours = record.status === 'reviewed' ? codesOf(record, mapping) : names.map(() => '');
      if (record.status === 'reviewed')
        ours.forEach((code, index) => void count(counts[index] as Counts, code, theirs[index] ?? ''));
      writeAll(file, Buffer.from(`${csvLine([record.id, record.title, ...ours, ...(human ? theirs : [])])}\n`));
    }
  } finally {
    closeSync(file);
  }
  if (human) writeFileSync(join(folder, PAX_FILES.agreement), agreementTable(mapping, counts), { mode: 0o600 });
}

function codesOf(report: ReviewedDocument, mapping: Mapping): string[] {
  const levels = new Map(report.coverage.map(({ topic, level }) => [topic, level]));
  return mapping.columns.map(({ scale, topics }) => {
    const found = topics.map((topic) => levels.get(topic) ?? 'absent');
    return String(codeOf(scale, found));
  });
}

/** The taxonomy's rule: preamble and hortatory are PA-X's "rhetorical", operative is its "substantive". */
function codeOf(scale: MappedColumn['scale'], levels: readonly Level[]): number {
  const isSubstantive = levels.includes('operative');
  const isRhetorical = levels.some((level) => level === 'hortatory' || level === 'mention');
  if (scale === 'presence') return isSubstantive || isRhetorical ? 1 : 0;
  if (scale === 'rhetorical') return isRhetorical && !isSubstantive ? 1 : 0;
  if (scale === 'substantive') return isSubstantive ? 1 : 0;
  return isSubstantive ? 2 : isRhetorical ? 1 : 0;
}

function count(counts: Counts, ours: string, theirs: string): void {
  if (theirs === '' || !Number.isFinite(Number(theirs))) return;
  const [here, there] = [Number(ours) > 0, Number(theirs) > 0];
  if (here && there) counts.both++;
  else if (here) counts.ours++;
  else if (there) counts.theirs++;
  else counts.neither++;
}

function agreementTable(mapping: Mapping, counts: readonly Counts[]): string {
  const header = [
    'column',
    'mapping_version',
    'documents',
    'both',
    'only_poclint',
    'only_PAX',
    'neither',
    'agreement',
    'kappa',
    'found_of_PAX',
    'topics',
  ];
  const lines = mapping.columns.map(({ name, topics }, index) => {
    const { both, ours, theirs, neither } = counts[index] as Counts;
    const total = both + ours + theirs + neither;
    const same = (both + neither) / total;
    const byChance = ((both + ours) * (both + theirs) + (neither + theirs) * (neither + ours)) / total ** 2;
    // Where one coding has a single value throughout there is no chance to correct for.
    const kappa = total === 0 || byChance === 1 ? '' : ((same - byChance) / (1 - byChance)).toFixed(3);
    return csvLine([
      name,
      String(mapping.version),
      ...[total, both, ours, theirs, neither].map(String),
      total === 0 ? '' : same.toFixed(3),
      kappa,
      both + theirs === 0 ? '' : (both / (both + theirs)).toFixed(3),
      topics.join(' '),
    ]);
  });
  return `${[csvLine(header), ...lines].join('\n')}\n`;
}

import { join } from 'node:path';
import type { BasicType } from 'hyparquet-writer';
import { fileWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { type ReviewRecord, readManifest, readReviewFolder } from '../record.ts';

/** The Parquet files of a review: the same rows as the tables beside them, with types. */
export const PARQUET = ['coverage.parquet', 'findings.parquet', 'clauses.parquet'] as const;

/** Rows that are held until they are written. */
const GROUP = 16_384;

type Value = string | number | undefined;
type ColumnTypes = readonly (readonly [name: string, type: BasicType])[];

/** A Parquet file that is written a group of rows at a time, so that memory does not grow with its rows. */
class Table {
  private readonly writer: ParquetWriter;
  private readonly types: ColumnTypes;
  private columns: Value[][];

  constructor(path: string, types: ColumnTypes) {
    this.types = types;
    this.columns = types.map(() => []);
    const columnData = types.map(([name, type]) => ({ name, type, data: [] }));
    this.writer = new ParquetWriter({
      writer: fileWriter(path),
      schema: schemaFromColumnData({ columnData }),
      createdBy: 'poclint',
    });
  }

  add(values: readonly Value[]): void {
    values.forEach((value, index) => void (this.columns[index] as Value[]).push(value));
    if ((this.columns[0] as Value[]).length >= GROUP) this.group();
  }

  finish(): void {
    this.group();
    this.writer.finish();
  }

  private group(): void {
    if ((this.columns[0] as Value[]).length === 0) return;
    this.writer.write({
      columnData: this.types.map(([name, type], index) => ({ name, type, data: this.columns[index] as Value[] })),
      rowGroupSize: GROUP,
    });
    this.columns = this.types.map(() => []);
  }
}

/** Writes the three tables of a review's folder as Parquet files beside them, in one pass over its documents. */
export async function writeParquet(folder: string): Promise<void> {
  const { topics, metaNames } = readManifest(folder);
  const path = (index: number): string => join(folder, PARQUET[index] as string);
  const coverage = new Table(path(0), [
    ...text('id', 'title', ...metaNames, 'status', 'language', 'agreement_type'),
    ['type_confidence', 'DOUBLE'],
    ...text('stage_of_text', 'reason', ...topics),
  ]);
  const findings = new Table(path(1), [
    ...text('document', 'rule', 'severity', 'clause'),
    ...whole('line', 'column', 'page'),
    ...text('message', 'fingerprint'),
    ...whole('start', 'end'),
  ]);
  const clauses = new Table(path(2), [
    ...text('document', 'topic', 'level', 'location', 'status', 'clause'),
    ...whole('line', 'page', 'start', 'end'),
    ...text('quote'),
  ]);
  for await (const record of readReviewFolder(folder)) {
    coverage.add(coverageRow(record, metaNames, topics));
    if (record.status === 'unreadable') continue;
    for (const { rule, severity, clause, line, column, page, message, fingerprint, span } of record.findings)
      findings.add([record.id, rule, severity, clause, line, column, page, message, fingerprint, span[0], span[1]]);
    for (const { topic, evidence } of record.coverage)
      for (const { level, location, status, clause, line, page, span, quote } of evidence)
        clauses.add([record.id, topic, level, location, status, clause, line, page, span[0], span[1], quote]);
  }
  for (const table of [coverage, findings, clauses]) table.finish();
}

function coverageRow(record: ReviewRecord, metaNames: readonly string[], topics: readonly string[]): Value[] {
  const head = [record.id, record.title, ...metaNames.map((name) => record.meta[name]), record.status];
  if (record.status === 'unreadable')
    return [...head, undefined, undefined, undefined, undefined, record.reason, ...topics.map(() => undefined)];
  return [
    ...head,
    record.language,
    record.type.value,
    record.type.confidence,
    record.stage,
    undefined,
    ...record.coverage.map(({ level }) => level),
  ];
}

function text(...names: readonly string[]): ColumnTypes {
  return names.map((name) => [name, 'STRING'] as const);
}

function whole(...names: readonly string[]): ColumnTypes {
  return names.map((name) => [name, 'INT32'] as const);
}

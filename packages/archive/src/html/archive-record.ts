import type { DocumentReport } from '@poclint/core';

/** One document of a reviewed archive, as the page and the precedents need it. */
export interface ArchiveRecord {
  /** Unlike any other in the archive. */
  readonly id: string;
  readonly title: string;
  /** What the archive says of the document. `country`, `region`, `date`, `year` have a meaning; others are shown. */
  readonly meta: Readonly<Record<string, string>>;
  /** The text in which the report's spans stand. Absent where it was not kept. */
  readonly text?: string;
  readonly document: DocumentReport;
}

/** The year of a document, however the archive writes its date; 0 where it does not say. */
export function yearOf({ meta }: Pick<ArchiveRecord, 'meta'>): number {
  const stated = meta.year ?? meta.date ?? '';
  return Number(/(?<!\d)(?:1[89]|20)\d\d(?!\d)/.exec(stated)?.[0] ?? 0);
}

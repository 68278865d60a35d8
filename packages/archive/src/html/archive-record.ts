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

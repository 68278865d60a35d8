import {
  type DocumentReport,
  type ReadDraft,
  type ReviewContext,
  type ReviewedDocument,
  type RuleLibrary,
  review,
} from '@poclint/core';
import { messagesIn } from '@poclint/messages';
import { isUnreadable, unreadableSentence } from '@poclint/project/unreadable-sentence';
import { csvLine } from './table/csv-cells.ts';

/** A document to review, as it travels to a worker: plain data, and nothing that only this process has. */
export interface Job {
  /** A file's name, which decides the format where the bytes do not. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where the bytes are the UTF-8 of a text that was decoded already. */
  readonly isText?: boolean;
}

/** What does not depend on who the document is: it may be kept by the text's digest. */
export interface DocumentResult {
  readonly status: 'reviewed' | 'unreadable';
  /** The report as JSON, without its opening brace and its path: what follows a head. */
  readonly report: string;
  /** Cells of `coverage.csv` after those of the head. */
  readonly coverage: string;
  /** Lines of `findings.csv` without the id before them. */
  readonly findings: string;
  /** Lines of `clauses.jsonl` without the id before them. */
  readonly clauses: string;
  /** The text in which the spans count, as a JSON string; empty where there is none or where it is not to be kept. */
  readonly text: string;
}

export interface ReviewParts {
  readonly library: RuleLibrary;
  readonly context: ReviewContext;
  readonly read: (name: string, bytes: Uint8Array, isText: boolean) => Promise<ReadDraft>;
  /** Takes every word of the draft out of a report; absent where words may stay. */
  readonly redact?: (report: DocumentReport) => DocumentReport;
}

/**
 * Reviews one document and writes what an archive keeps of it. Pure but for the library's memory: the same job, rules and
 * context give the same strings, in any process.
 */
export async function reviewDocument(job: Job, parts: ReviewParts): Promise<DocumentResult> {
  let text: string | undefined;
  let report: DocumentReport;
  try {
    const draft = await parts.read(job.name, job.bytes, job.isText === true);
    const reviewed = review(draft, parts.library, parts.context);
    report = reviewed.report;
    text = (reviewed.details?.source ?? draft.accepted).text;
  } catch (error) {
    report = { path: '', status: 'unreadable', reason: reasonOf(error, parts.context.locale) };
  }
  return resultOf(parts.redact ? parts.redact(report) : report, parts.redact ? undefined : text);
}

/** The result of a document that gave nothing to review. */
export function unreadable(reason: string): DocumentResult {
  return resultOf({ path: '', status: 'unreadable', reason }, undefined);
}

/** Anything unforeseen is a fault of ours and says so, without a word of the draft. */
function reasonOf(error: unknown, locale: string | undefined): string {
  if (isUnreadable(error)) return unreadableSentence(error, locale);
  if (error instanceof Error && error.name === 'DraftProblem') return error.message;
  return messagesIn(locale).draft.fault({ name: error instanceof Error ? error.name : 'unknown' });
}

/** What an archive keeps of a report, and of the text that its spans count in. */
export function resultOf(report: DocumentReport, text: string | undefined): DocumentResult {
  const { path: _, ...rest } = report;
  const json = JSON.stringify(rest).slice(1);
  if (report.status === 'unreadable')
    return {
      status: 'unreadable',
      report: json,
      coverage: csvLine(['unreadable', '', '', '', '', '', '', '', report.reason]),
      findings: '',
      clauses: '',
      text: '',
    };
  return {
    status: 'reviewed',
    report: json,
    coverage: coverageCells(report),
    findings: findingLines(report),
    clauses: clauseLines(report),
    text: text === undefined ? '' : JSON.stringify(text),
  };
}

/** The columns of `coverage.csv` between those of the head and the topics. */
export const STATUS_COLUMNS = [
  'status',
  'language',
  'agreement_type',
  'type_confidence',
  'stage_of_text',
  'errors',
  'warnings',
  'notes',
  'reason',
] as const;

function coverageCells(report: ReviewedDocument): string {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of report.findings) counts[severity]++;
  return csvLine([
    'reviewed',
    report.language,
    report.type.value,
    String(report.type.confidence),
    report.stage,
    String(counts.error),
    String(counts.warning),
    String(counts.info),
    '',
    ...report.coverage.map(({ level }) => level),
  ]);
}

/** The columns of `findings.csv` after the document's id. */
export const FINDING_COLUMNS = [
  'rule',
  'severity',
  'clause',
  'line',
  'column',
  'page',
  'message',
  'fingerprint',
  'start',
  'end',
] as const;

function findingLines(report: ReviewedDocument): string {
  return report.findings
    .map((finding) =>
      csvLine([
        finding.rule,
        finding.severity,
        finding.clause,
        String(finding.line),
        String(finding.column),
        finding.page === undefined ? '' : String(finding.page),
        finding.message,
        finding.fingerprint,
        String(finding.span[0]),
        String(finding.span[1]),
      ]),
    )
    .map((line) => `${line}\n`)
    .join('');
}

function clauseLines(report: ReviewedDocument): string {
  let lines = '';
  for (const { topic, evidence } of report.coverage)
    for (const { clause, level, location, status, quote, span, line, page } of evidence)
      lines += `${JSON.stringify({ topic, level, location, status, clause, line, ...(page !== undefined && { page }), start: span[0], end: span[1], quote }).slice(1)}\n`;
  return lines;
}

import type { DocumentReport, Finding, ReviewDetails, Rule } from '@poclint/core';
import type { Locale } from '@poclint/messages';
import type { FailOn } from '@poclint/project/configuration/fields';
import type { Excerpt } from '../drafts/excerpt.ts';

/** One reviewed draft, on its way to the reader. */
export interface Result {
  readonly report: DocumentReport;
  /** Which findings count for the exit code. */
  readonly failOn: FailOn;
  /** The clause that a finding is about. Undefined for one about absence, and under redaction. */
  excerpt(finding: Finding): Excerpt | undefined;
  /** What the report rests on. Absent where the draft could not be reviewed. */
  readonly details?: ReviewDetails;
}

/** What formatters know beside the results. */
export interface FormatContext {
  readonly tool: { readonly version: string; readonly rules: string };
  readonly rules: readonly Rule[];
  /** The width in columns to keep to. */
  readonly width: number;
  readonly colour: boolean;
  /** Only what counts for the exit code. */
  readonly quiet: boolean;
  /** Everything, where it would be summed up otherwise. */
  readonly verbose: boolean;
  readonly redacted: boolean;
  /** The language of the tool. */
  readonly locale: Locale;
}

/**
 * Writes results in one format, draft by draft, so that an archive of thousands never has to be held. Pure: what it
 * returns is to be printed in order.
 */
export interface Formatter {
  begin(): string;
  document(result: Result): string;
  end(): string;
}

export const FORMATS = ['pretty', 'json', 'jsonl', 'sarif', 'github', 'junit', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

/** Makes a formatter; only the one that is wanted is loaded. */
export async function createFormatter(format: Format | 'brackets', context: FormatContext): Promise<Formatter> {
  switch (format) {
    case 'pretty':
      return (await import('./pretty.ts')).prettyFormatter(context);
    case 'brackets':
      return (await import('./brackets.ts')).bracketsFormatter(context);
    case 'json':
      return (await import('./json.ts')).jsonFormatter(context);
    case 'jsonl':
      return (await import('./json.ts')).jsonLinesFormatter();
    case 'sarif':
      return (await import('./sarif.ts')).sarifFormatter(context);
    case 'github':
      return (await import('./github.ts')).githubFormatter(context);
    case 'junit':
      return (await import('./junit.ts')).junitFormatter(context);
    case 'markdown':
      return (await import('./markdown.ts')).markdownFormatter(context);
  }
}

import type { Alignment, ClauseLink, Comparison, ReviewDetails } from '@poclint/core';
import type { FormatContext } from '../format/formatter.ts';
import type { DiffFailOn } from './counting-changes.ts';

export const DIFF_FORMATS = ['pretty', 'json', 'jsonl', 'sarif', 'github', 'junit', 'markdown', 'html'] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];

/** Both texts, clause by clause. */
export interface SideBySide {
  readonly details: { readonly old: ReviewDetails; readonly new: ReviewDetails };
  readonly alignment: Alignment;
  readonly links: readonly ClauseLink[];
}

/** What a format knows beside the comparison. */
export interface ComparisonContext extends FormatContext {
  readonly failOn: DiffFailOn;
  /** Absent under redaction, and with a baseline. */
  readonly sideBySide?: () => SideBySide;
}

/** The comparison in a format; only the one that is wanted is loaded. */
export async function formatComparison(
  format: DiffFormat,
  comparison: Comparison,
  context: ComparisonContext,
): Promise<string> {
  switch (format) {
    case 'pretty':
      return (await import('./pretty.ts')).prettyComparison(comparison, context);
    case 'json':
      return (await import('./json.ts')).jsonComparison(comparison, context);
    case 'jsonl':
      return (await import('./json.ts')).jsonLinesComparison(comparison);
    case 'sarif':
      return (await import('./sarif.ts')).sarifComparison(comparison, context);
    case 'github':
      return (await import('./github.ts')).githubComparison(comparison, context);
    case 'junit':
      return (await import('./junit.ts')).junitComparison(comparison, context);
    case 'markdown':
      return (await import('./markdown.ts')).markdownComparison(comparison, context);
    case 'html':
      return (await import('./html.ts')).htmlComparison(comparison, context);
  }
}

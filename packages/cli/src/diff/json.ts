import { COMPARISON_SCHEMA, type Comparison } from '@poclint/core';
import type { ComparisonContext } from './formats.ts';

/** The comparison as one JSON value: contract `poclint-comparison-1`. */
export function jsonComparison(comparison: Comparison, { tool }: ComparisonContext): string {
  return `${JSON.stringify({ schema: COMPARISON_SCHEMA, tool, ...comparison }, null, 2)}\n`;
}

/** One change a line, each with the names of both drafts; then one author a line, where the draft has tracked changes. */
export function jsonLinesComparison(comparison: Comparison): string {
  const drafts = { old: comparison.old.path, new: comparison.new.path };
  return [...comparison.changes.map((change) => ({ drafts, ...change })), ...(comparison.authors ?? [])]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}

import type { Change, ChangedClause, Comparison } from '@poclint/core';
import { withoutQuotes } from '../report/redaction.ts';

/** A comparison without any word of the drafts: topics, kinds, citations and places stay. */
export function redactComparison(comparison: Comparison): Comparison {
  return { ...comparison, changes: comparison.changes.map(redactChange) };
}

function redactChange(change: Change): Change {
  return {
    ...change,
    message: withoutQuotes(change.message),
    ...(change.old && { old: redactClause(change.old) }),
    ...(change.new && { new: redactClause(change.new) }),
  };
}

function redactClause({ quote, words, ...rest }: ChangedClause): ChangedClause {
  return { ...rest, ...(quote !== undefined && { quote: '' }), words: words.map(({ span }) => ({ span, quote: '' })) };
}

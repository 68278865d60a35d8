import type { Change, Comparison, Effect } from '@poclint/core';
import { type Locale, messagesIn } from '@poclint/messages';

/** What makes the command fail. */
export const DIFF_FAIL_ON = ['lost', 'weakened', 'never'] as const;
export type DiffFailOn = (typeof DIFF_FAIL_ON)[number];

/** Whether a change makes the command fail: what concerns recitals only, and what was gained, never does. */
export function counts(change: Change, failOn: DiffFailOn): boolean {
  if (failOn === 'never' || change.severity === 'info') return false;
  return change.effect === 'lost' || failOn === 'weakened';
}

export const EFFECTS = ['lost', 'weakened', 'strengthened', 'gained'] as const satisfies readonly Effect[];

/** How many topics have each outcome; what is covered in neither draft is left out. */
export function countOutcomes(comparison: Comparison): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const { outcome } of comparison.topics) numbers.set(outcome, (numbers.get(outcome) ?? 0) + 1);
  numbers.delete('absent');
  return numbers;
}

/** "Topics: 2 lost, 1 weakened, 20 unchanged". */
export function outcomesInWords(comparison: Comparison, locale: Locale): string {
  const { diff, report } = messagesIn(locale);
  const numbers = countOutcomes(comparison);
  const parts = (['lost', 'weakened', 'mixed', 'strengthened', 'gained', 'unchanged'] as const).flatMap((outcome) => {
    const count = numbers.get(outcome);
    return count ? [diff[outcome]({ count })] : [];
  });
  return parts.length === 0 ? diff.noOutcomes() : diff.outcomes({ parts: report.row({ parts }) });
}

import type { TopicState } from '@poclint/core';
import { type Locale, messagesIn } from '@poclint/messages';

/** The state of a topic in a few words: "binding, in brackets", "soft, in the preamble". */
export function stateInWords(state: TopicState, locale: Locale): string {
  const { level, location, diff, report } = messagesIn(locale);
  if (state.level === 'absent') return level.absent();
  const parts = [
    level[state.level](),
    ...(state.location === 'annex' || state.location === 'preamble' ? [location[state.location]()] : []),
    ...(state.isBracketed ? [diff.inBrackets()] : []),
  ];
  return report.row({ parts });
}

import type { Level, TopicState } from '@poclint/core';

const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  operative: 'binding',
  hortatory: 'soft',
  mention: 'only named',
  absent: 'not found',
};

/** The state of a topic in a few words: "binding, in brackets", "soft, in the preamble". */
export function stateInWords(state: TopicState): string {
  if (state.level === 'absent') return LEVEL_WORDS.absent;
  const place = state.location === 'annex' ? ', in an annex' : state.location === 'preamble' ? ', in the preamble' : '';
  return `${LEVEL_WORDS[state.level]}${place}${state.isBracketed ? ', in brackets' : ''}`;
}

import type { TopicCoverage } from './report.ts';

/** How a topic stands, in the words of a reader: the one thing that matters most about it. */
export type Standing = 'agreed' | 'soft' | 'brackets' | 'preamble' | 'missing';
export const STANDINGS = ['agreed', 'soft', 'brackets', 'preamble', 'missing'] as const satisfies readonly Standing[];

/** How a topic stands. A clause that would fall with the brackets is not agreed, however firmly it is worded. */
export function standingOf(coverage: TopicCoverage): Standing {
  const { level, location, readings } = coverage;
  if (level === 'absent' || level === 'mention') return 'missing';
  if (readings.dropped === 'absent' || readings.dropped === 'mention') return 'brackets';
  if (level === 'operative') return readings.dropped === 'operative' ? 'agreed' : 'brackets';
  return location === 'preamble' ? 'preamble' : 'soft';
}

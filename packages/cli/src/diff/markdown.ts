import type { Change, ChangedClause, Comparison } from '@poclint/core';
import { printable } from '../format/printable.ts';
import { citation } from './citation.ts';
import { EFFECT_TITLES, EFFECTS, outcomesInWords } from './counting-changes.ts';
import type { ComparisonContext } from './formats.ts';
import { stateInWords } from './topic-state.ts';

/** For notes and comments: the comparison as Markdown, to be pasted where colleagues read. */
export function markdownComparison(comparison: Comparison, { tool }: ComparisonContext): string {
  const changed = comparison.topics.filter(({ outcome }) => outcome !== 'unchanged' && outcome !== 'absent');
  const lines = [
    '# What happened to protection between two drafts',
    '',
    `Previous: ${escaped(comparison.old.path)}  `,
    `New: ${escaped(comparison.new.path)}`,
    '',
    `${outcomesInWords(comparison)}.`,
    '',
    ...(changed.length === 0
      ? []
      : [
          '| Topic | Previous | New | |',
          '| --- | --- | --- | --- |',
          ...changed.map(
            ({ title, old, new: now, outcome }) =>
              `| ${escaped(title)} | ${stateInWords(old)} | ${stateInWords(now)} | ${outcome} |`,
          ),
          '',
        ]),
    ...EFFECTS.flatMap((effect) => {
      const changes = comparison.changes.filter((change) => change.effect === effect);
      return changes.length === 0 ? [] : [`## ${EFFECT_TITLES[effect]}`, '', ...changes.flatMap(item)];
    }),
    `poclint ${tool.version}, rules ${tool.rules}. It says what was found and not found in two texts; it is no legal advice.`,
  ];
  return `${lines.join('\n')}\n`;
}

function item(change: Change): string[] {
  return [
    `- **${escaped(citation(change))}** ${escaped(change.message)} ${change.topics.map((topic) => `\`${topic}\``).join(' ')}`,
    ...quote('Previous', change.old),
    ...quote('New', change.new),
    '',
  ];
}

function quote(title: string, clause: ChangedClause | undefined): string[] {
  return clause?.quote ? [`  > ${title}: ${escaped(clause.quote)}`, '  >'] : [];
}

/** Words that Markdown must not read as its own. */
function escaped(text: string): string {
  return printable(text.replace(/\s+/g, ' ').trim()).replace(/[\\`*_[\]<>|#~]/g, '\\$&');
}

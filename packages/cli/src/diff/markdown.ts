import type { Change, ChangedClause, Comparison } from '@poclint/core';
import { type Catalogue, isolate, isRightToLeft, type Locale, messagesIn } from '@poclint/messages';
import { inMarkdown, messageInMarkdown } from '../format/escaping.ts';
import { authorsInMarkdown } from './author-changes.ts';
import { citation } from './citation.ts';
import { EFFECTS, outcomesInWords } from './counting-changes.ts';
import type { ComparisonContext } from './formats.ts';
import { stateInWords } from './topic-state.ts';

/** For notes and comments: the comparison as Markdown, to be pasted where colleagues read. */
export function markdownComparison(comparison: Comparison, context: ComparisonContext): string {
  return comparisonInMarkdown(comparison, context) + authorsInMarkdown(comparison.authors, context.locale);
}

function comparisonInMarkdown(comparison: Comparison, { tool, locale }: ComparisonContext): string {
  const { diff, effect: effects, outcome: outcomes } = messagesIn(locale);
  const changed = comparison.topics.filter(({ outcome }) => outcome !== 'unchanged' && outcome !== 'absent');
  const lines = [
    ...(isRightToLeft(locale) ? ['<div dir="rtl">', ''] : []),
    `# ${diff.title()}`,
    '',
    `${diff.previousIs({ words: isolate(escaped(comparison.old.path), locale) })}  `,
    diff.newIs({ words: isolate(escaped(comparison.new.path), locale) }),
    '',
    `${outcomesInWords(comparison, locale)}.`,
    '',
    ...(changed.length === 0
      ? []
      : [
          `| ${diff.topic()} | ${diff.previous()} | ${diff.next()} | |`,
          '| --- | --- | --- | --- |',
          ...changed.map(
            ({ title, old, new: now, outcome }) =>
              `| ${escaped(title)} | ${stateInWords(old, locale)} | ${stateInWords(now, locale)} | ${outcome === 'mixed' ? diff.isMixed() : outcomes[outcome]()} |`,
          ),
          '',
        ]),
    ...EFFECTS.flatMap((effect) => {
      const changes = comparison.changes.filter((change) => change.effect === effect);
      return changes.length === 0
        ? []
        : [`## ${effects[effect]()}`, '', ...changes.flatMap((change) => item(change, locale))];
    }),
    diff.closing(tool),
    ...(isRightToLeft(locale) ? ['', '</div>'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function item(change: Change, locale: Locale): string[] {
  const { diff } = messagesIn(locale);
  return [
    `- **${escaped(citation(change, locale))}** ${escapedMessage(change.message)} ${change.topics.map((topic) => `\`${topic}\``).join(' ')}`,
    ...quote(diff.previousIs, change.old, locale),
    ...quote(diff.newIs, change.new, locale),
    '',
  ];
}

function quote(said: Catalogue['diff']['newIs'], clause: ChangedClause | undefined, locale: Locale): string[] {
  return clause?.quote ? [`  > ${said({ words: isolate(escaped(clause.quote), locale) })}`, '  >'] : [];
}

/** Words that Markdown must not read as its own. */
function escaped(text: string): string {
  return inMarkdown(text.trim());
}

/** A message of ours, whose isolates stay. */
function escapedMessage(text: string): string {
  return messageInMarkdown(text.trim());
}

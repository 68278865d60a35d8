import type { Divergence, Parity, ParityClause } from '@poclint/core';
import { messagesIn } from '@poclint/messages';
import { inMarkdown, messageInMarkdown } from '../format/escaping.ts';
import { citeIn } from './citation.ts';
import type { ParityContext } from './formats.ts';

/** For notes and comments: the divergences as Markdown. */
export function markdownParity(parity: Parity, { tool, locale }: ParityContext): string {
  const words = messagesIn(locale).parity;
  const [one, other] = parity.versions;
  const quote = (language: string, clause: ParityClause | undefined): string[] =>
    clause?.quote ? [`  > ${language}: ${escaped(clause.quote)}`, '  >'] : [];
  const item = (divergence: Divergence): string[] => [
    `- **${escaped(citeIn(divergence, locale))}** ${messageInMarkdown(divergence.message)} ${divergence.topics.map((topic) => `\`${topic}\``).join(' ')}`.trimEnd(),
    ...quote(one.language, divergence.clauses[0]),
    ...quote(other.language, divergence.clauses[1]),
    '',
  ];
  return `${[
    `# ${words.title()}`,
    '',
    `${one.language}: ${escaped(one.path)}  `,
    `${other.language}: ${escaped(other.path)}`,
    '',
    words.sum({ count: parity.divergences.length }),
    '',
    ...parity.divergences.flatMap(item),
    `poclint ${tool.version}, rules ${tool.rules}. ${words.disclaimer()}`,
  ].join('\n')}\n`;
}

/** Words that Markdown must not read as its own. */
function escaped(text: string): string {
  return inMarkdown(text.trim());
}

import { type Rule, titleIn } from '@poclint/core';
import { escapeMarkdown, linked } from '../service/hover.ts';
import type { Words } from '../service/words.ts';

/** A rule as a page to read, for editors that cannot open its file. */
export function rulePage(rule: Rule, words: Words): string {
  const models = Object.entries(rule.model).map(([language, text]) => `> (${language}) ${text.replace(/\n/g, '\n> ')}`);
  return [
    `# ${escapeMarkdown(titleIn(rule, words.locale))}`,
    `\`${rule.id}\`${rule.kind === 'topic' ? ` · ${words.families[rule.family]}` : ''}`,
    rule.why,
    `**${words.authority}**`,
    rule.authority.map((authority) => `- ${linked(authority)}`).join('\n'),
    ...models,
  ].join('\n\n');
}

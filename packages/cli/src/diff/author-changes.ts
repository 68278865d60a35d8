import type { AuthorChanges, Change } from '@poclint/core';
import { cite, isolate, isRightToLeft, type Locale, messagesIn } from '@poclint/messages';
import { printable, printableMessage } from '../format/printable.ts';
import { withWhereabouts } from '../format/whereabouts.ts';
import { layOut } from '../terminal/layout.ts';
import { wrap } from '../terminal/wrap.ts';

export function isLoss({ effect }: Change): boolean {
  return effect === 'lost' || effect === 'weakened';
}

export function authorName(author: string, locale: Locale): string {
  return author === '' ? messagesIn(locale).diff.unnamedAuthor() : isolate(printable(author), locale);
}

export function summariseChanges(changes: readonly Change[], locale: Locale): string {
  const { diff, report } = messagesIn(locale);
  const lost = changes.filter(({ effect }) => effect === 'lost').length;
  const weakened = changes.filter(({ effect }) => effect === 'weakened').length;
  const gains = changes.length - lost - weakened;
  if (changes.length === 0) return diff.noChange();
  const parts = [
    ...(lost > 0 ? [diff.lost({ count: lost })] : []),
    ...(weakened > 0 ? [diff.weakened({ count: weakened })] : []),
    ...(gains > 0 ? [diff.gainedOrStrengthened({ count: gains })] : []),
  ];
  return report.row({ parts });
}

export function authorsInText(authors: readonly AuthorChanges[] | undefined, width: number, locale: Locale): string {
  if (!authors || authors.length === 0) return '';
  const lines = authors.flatMap(({ author, changes }) => [
    `  ${authorName(author, locale)}: ${summariseChanges(changes, locale)}`,
    ...changes
      .filter(isLoss)
      .flatMap((change) =>
        wrap(`${placeOf(change, locale)}${printableMessage(change.message)}`, width - 6).map(
          (line, at) => `    ${at === 0 ? '- ' : '  '}${line}`,
        ),
      ),
  ]);
  return layOut(['', messagesIn(locale).diff.byAuthorAlone(), ...lines], width, locale);
}

export function authorsInMarkdown(authors: readonly AuthorChanges[] | undefined, locale: Locale): string {
  if (!authors || authors.length === 0) return '';
  const parts = authors.map(({ author, changes }) => {
    const losses = changes
      .filter(isLoss)
      .map((change) => `- ${placeOf(change, locale)}${printableMessage(change.message)}`);
    return [
      `**${authorName(author, locale)}**: ${summariseChanges(changes, locale)}`,
      ...(losses.length > 0 ? ['', ...losses] : []),
    ].join('\n');
  });
  const [before, after] = isRightToLeft(locale) ? ['\n<div dir="rtl">\n', '\n</div>\n'] : ['', ''];
  return `${before}\n## ${messagesIn(locale).diff.byAuthor()}\n\n${parts.join('\n\n')}\n${after}`;
}

export function placeOf({ old, new: now }: Change, locale: Locale): string {
  const clause = old?.clause ?? now?.clause ?? '';
  const place = withWhereabouts(cite(clause, locale), now ?? old ?? {}, locale);
  return clause === '' ? '' : `${messagesIn(locale).report.at({ place })} `;
}

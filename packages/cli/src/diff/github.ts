import type { AuthorChanges, Change, Comparison, Severity } from '@poclint/core';
import { type Locale, messagesIn } from '@poclint/messages';
import { commandProperties, inCommand } from '../format/escaping.ts';
import { authorName, isLoss, placeOf, summariseChanges } from './author-changes.ts';
import { citation } from './citation.ts';
import type { ComparisonContext } from './formats.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands, which GitHub shows beside the lines of a pull request: at the new draft's, for the old one is gone. */
export function githubComparison(comparison: Comparison, { locale }: ComparisonContext): string {
  const authors = (comparison.authors ?? []).map((author) => authorAnnotation(author, comparison, locale));
  return [...comparison.changes.map((change) => annotation(change, comparison, locale)), ...authors].join('');
}

/** What an author's tracked changes alone do, as a notice on the draft. */
function authorAnnotation({ author, changes }: AuthorChanges, { new: draft }: Comparison, locale: Locale): string {
  const losses = changes.filter(isLoss).map((change) => `${placeOf(change, locale)}${change.message}`);
  const said = [`${authorName(author, locale)}: ${summariseChanges(changes, locale)}`, ...losses].join('\n');
  const title = `poclint: ${messagesIn(locale).diff.byAuthor()}`;
  return `::notice ${commandProperties({ file: draft.path, line: 1, title })}::${inCommand(said)}\n`;
}

function annotation(change: Change, comparison: Comparison, locale: Locale): string {
  const properties = {
    file: comparison.new.path,
    line: change.new?.line ?? 1,
    ...(change.new?.column !== undefined && { col: change.new.column }),
    title: `poclint: ${messagesIn(locale).effect[change.effect]().toLowerCase()}`,
  };
  return `::${COMMANDS[change.severity]} ${commandProperties(properties)}::${inCommand(`${citation(change, locale)}: ${change.message}`)}\n`;
}

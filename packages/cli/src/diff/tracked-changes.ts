import { resolve } from 'node:path';
import { type Change, type Comparison, compareReviews, type Source } from '@poclint/core';
import { cite, isolate, isRightToLeft, type Locale, messagesIn } from '@poclint/messages';
import { UsageError } from '@poclint/project/usage-error';
import { loadBytes, parseDraft } from '../drafts/load-draft.ts';
import { printable, printableMessage } from '../format/printable.ts';
import { version } from '../installation.ts';
import type { Io } from '../io.ts';
import { layOut } from '../terminal/layout.ts';
import { openOutput } from '../terminal/output-file.ts';
import { usesColour, widthOf } from '../terminal/terminal.ts';
import { wrap } from '../terminal/wrap.ts';
import { ComparedDrafts } from './compared-draft.ts';
import { counts } from './counting-changes.ts';
import type { DiffOptions } from './diff.ts';
import { formatComparison } from './formats.ts';
import { redactComparison } from './redaction.ts';

/** What one author's tracked changes do to protection, if all others are rejected. */
interface AuthorChanges {
  readonly author: string;
  readonly comparison: Comparison;
}

/**
 * Compares a draft with itself: its tracked changes rejected with its tracked changes accepted, and says for each author
 * what his or her changes alone would lose or weaken. Gives the exit code as `diff` does.
 */
export async function diffTrackedChanges(name: string, options: DiffOptions, io: Io): Promise<number> {
  const drafts = await ComparedDrafts.governing(name, options, io);
  const shown = name === '-' ? (options.stdinFilename ?? '-') : name;
  const { draft, byAuthor } = await readTrackedDraft(name, shown, options, io);
  const { rejected } = draft;
  if (!rejected)
    throw new UsageError(
      `${shown} has no tracked changes to compare. Name the previous draft and the new one: poclint diff draft-6.docx draft-7.docx`,
    );
  const compare = async (source: Source): Promise<Comparison> =>
    redacted(
      compareReviews(await before, await drafts.reviewText({ accepted: source }, name), drafts.locale).comparison,
      options,
    );
  const before = drafts.reviewText({ accepted: rejected }, name);
  const whole = await compare(draft.accepted);
  const authors: AuthorChanges[] = [];
  for (const [author, source] of byAuthor) authors.push({ author, comparison: await compare(source) });
  const output = openOutput(options.output === undefined ? undefined : resolve(io.cwd, options.output), io.stdout);
  const width = widthOf(output.isTerminal ? io.stdout : undefined, io.env);
  try {
    output.write(
      await formatComparison(options.format, whole, {
        tool: { version: version(), rules: drafts.library.ruleSet.digest },
        rules: drafts.library.ruleSet.rules,
        width,
        colour: usesColour(options.color, output.isTerminal, io.env),
        quiet: options.quiet === true,
        verbose: options.verbose === true,
        redacted: options.redact === true,
        failOn: options.failOn,
        locale: drafts.locale,
      }),
    );
    if (options.format === 'pretty') output.write(inText(authors, width, drafts.locale));
    if (options.format === 'markdown') output.write(inMarkdown(authors, drafts.locale));
    if (options.format === 'jsonl')
      for (const { author, comparison } of authors)
        output.write(`${JSON.stringify({ author, changes: comparison.changes })}\n`);
  } finally {
    output.close();
  }
  return whole.changes.some((change) => counts(change, options.failOn)) ? 1 : 0;
}

async function readTrackedDraft(name: string, shown: string, options: DiffOptions, io: Io) {
  try {
    const bytes = name === '-' ? await io.readStdin() : await loadBytes(resolve(io.cwd, name));
    const draft = await parseDraft(shown, bytes, { charset: options.charset });
    if (draft.accepted.format !== 'docx') return { draft, byAuthor: new Map<string, Source>() };
    const { readWordByAuthor } = await import('@poclint/readers/word-authors');
    return { draft, byAuthor: readWordByAuthor(shown, new Uint8Array(bytes)) };
  } catch (error) {
    if (error instanceof Error && error.name === 'DraftProblem') throw new UsageError(`${shown}: ${error.message}`);
    throw error;
  }
}

function redacted(comparison: Comparison, { redact }: DiffOptions): Comparison {
  return redact ? redactComparison(comparison) : comparison;
}

function isLoss({ effect }: Change): boolean {
  return effect === 'lost' || effect === 'weakened';
}

function nameOf(author: string, locale: Locale): string {
  return author === '' ? messagesIn(locale).diff.unnamedAuthor() : isolate(printable(author), locale);
}

function summary(changes: readonly Change[], locale: Locale): string {
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

function inText(authors: readonly AuthorChanges[], width: number, locale: Locale): string {
  if (authors.length === 0) return '';
  const lines = authors.flatMap(({ author, comparison: { changes } }) => [
    `  ${nameOf(author, locale)}: ${summary(changes, locale)}`,
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

function inMarkdown(authors: readonly AuthorChanges[], locale: Locale): string {
  if (authors.length === 0) return '';
  const parts = authors.map(({ author, comparison: { changes } }) => {
    const losses = changes
      .filter(isLoss)
      .map((change) => `- ${placeOf(change, locale)}${printableMessage(change.message)}`);
    return [
      `**${nameOf(author, locale)}**: ${summary(changes, locale)}`,
      ...(losses.length > 0 ? ['', ...losses] : []),
    ].join('\n');
  });
  const [before, after] = isRightToLeft(locale) ? ['\n<div dir="rtl">\n', '\n</div>\n'] : ['', ''];
  return `${before}\n## ${messagesIn(locale).diff.byAuthor()}\n\n${parts.join('\n\n')}\n${after}`;
}

function placeOf({ old, new: now }: Change, locale: Locale): string {
  const clause = old?.clause ?? now?.clause ?? '';
  return clause === '' ? '' : `${cite(clause, locale)}: `;
}

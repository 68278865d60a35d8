import { resolve } from 'node:path';
import {
  type Comparison,
  compareReviews,
  compareWithBaseline,
  linkClauses,
  nameOfLanguage,
  type Review,
  type ReviewDetails,
} from '@poclint/core';
import { messagesIn } from '@poclint/messages';
import { UsageError } from '@poclint/project/usage-error';
import type { Io } from '../io.ts';
import { printPage } from '../terminal/print-page.ts';
import { digestOf, readBaseline } from './baseline-file.ts';
import { ComparedDrafts, type PageChoices, type ReadingChoices } from './compared-draft.ts';
import { counts, type DiffFailOn } from './counting-changes.ts';
import { type DiffFormat, formatComparison, type SideBySide } from './formats.ts';
import { redactComparison } from './redaction.ts';

export interface DiffOptions extends ReadingChoices, PageChoices {
  readonly baseline?: string;
  readonly failOn: DiffFailOn;
  readonly format: DiffFormat;
}

/**
 * Compares two drafts, or a draft with a baseline, and prints what happened to protection. Gives the exit code: 0 nothing
 * that counts, 1 something lost or weakened, 2 the drafts cannot be compared.
 */
export async function diff(names: readonly string[], options: DiffOptions, io: Io): Promise<number> {
  const [only] = names;
  if (only !== undefined && names.length === 1 && options.baseline === undefined)
    return (await import('./tracked-changes.ts')).diffTrackedChanges(only, options, io);
  checkNames(names, options);
  const drafts = await ComparedDrafts.governing(names.at(-1) as string, options, io);
  const compared =
    options.baseline === undefined
      ? await twoDrafts(names, drafts)
      : await withBaseline(names, drafts, options.baseline, io);
  const { comparison } = compared;
  const { diff, report } = messagesIn(drafts.locale);
  const share = report.share({ percent: Math.round(comparison.overlap * 100) });
  if (!comparison.areVersions) {
    const { old, new: now } = comparison;
    const sentence = diff.notVersions({ old: old.path, new: now.path, share });
    if (!options.force) throw new UsageError(() => `${sentence} ${diff.force()}`);
    io.stderr.write(`poclint: ${sentence}\n`);
  }
  await printPage(options, io, (shape) =>
    formatComparison(options.format, options.redact ? redactComparison(comparison) : comparison, {
      ...drafts.pageContext(options, shape),
      failOn: options.failOn,
      ...(!options.redact && compared.sideBySide && { sideBySide: compared.sideBySide }),
    }),
  );
  return comparison.changes.some((change) => counts(change, options.failOn)) ? 1 : 0;
}

interface Compared {
  readonly comparison: Comparison;
  /** Both texts, clause by clause; computed when asked for. */
  readonly sideBySide?: () => SideBySide;
}

async function twoDrafts([first, second]: readonly string[], drafts: ComparedDrafts): Promise<Compared> {
  const old = await drafts.review(first as string);
  const now = await drafts.review(second as string);
  demandOneLanguage(languageOf(old), old.report.path, languageOf(now), now.report.path);
  const { comparison, alignment } = compareReviews(old, now, drafts.locale);
  const sideBySide = (): SideBySide => {
    const details = { old: old.details as ReviewDetails, new: now.details as ReviewDetails };
    return { details, alignment, links: linkClauses(alignment, details.old.agreement, details.new.agreement) };
  };
  return { comparison, sideBySide };
}

async function withBaseline(
  [name]: readonly string[],
  drafts: ComparedDrafts,
  file: string,
  io: Io,
): Promise<Compared> {
  const baseline = readBaseline(resolve(io.cwd, file), file);
  const now = await drafts.review(name as string);
  demandOneLanguage(baseline.language, file, languageOf(now), now.report.path);
  if (baseline.rules !== drafts.library.ruleSet.digest)
    io.stderr.write(`poclint: ${messagesIn(drafts.locale).diff.otherRules({ file })}\n`);
  return { comparison: compareWithBaseline(baseline, now, digestOf, file, drafts.locale) };
}

function checkNames(names: readonly string[], { baseline, format }: DiffOptions): void {
  if (baseline === undefined && names.length !== 2) throw new UsageError((words) => words.diff.nameBoth());
  if (baseline !== undefined && names.length !== 1) throw new UsageError((words) => words.diff.nameNew());
  if (names.filter((name) => name === '-').length > 1) throw new UsageError((words) => words.diff.oneFromInput());
  if (baseline !== undefined && format === 'html') throw new UsageError((words) => words.diff.noWords());
}

function languageOf({ report }: Review): string {
  return report.status === 'reviewed' ? report.language : '';
}

function demandOneLanguage(old: string, oldName: string, now: string, newName: string): void {
  if (old === now) return;
  throw new UsageError((words, locale) =>
    words.diff.languages({ oldName, old: nameOfLanguage(old, locale), newName, now: nameOfLanguage(now, locale) }),
  );
}

import { resolve } from 'node:path';
import { type AuthorChanges, type Comparison, compareReviews, type Source } from '@poclint/core';
import { UsageError } from '@poclint/project/usage-error';
import { loadBytes, parseDraft } from '../drafts/load-draft.ts';
import type { Io } from '../io.ts';
import { printPage } from '../terminal/print-page.ts';
import { ComparedDrafts } from './compared-draft.ts';
import { counts } from './counting-changes.ts';
import type { DiffOptions } from './diff.ts';
import { formatComparison } from './formats.ts';
import { redactComparison } from './redaction.ts';

/**
 * Compares a draft with itself: its tracked changes rejected with its tracked changes accepted, and says for each author
 * what his or her changes alone would lose or weaken. Gives the exit code as `diff` does.
 */
export async function diffTrackedChanges(name: string, options: DiffOptions, io: Io): Promise<number> {
  const drafts = await ComparedDrafts.governing(name, options, io);
  const shown = name === '-' ? (options.stdinFilename ?? '-') : name;
  const { draft, byAuthor } = await readTrackedDraft(name, shown, options, io);
  const { rejected } = draft;
  if (!rejected) throw new UsageError(({ diff }) => diff.noTrackedChanges({ name: shown }));
  const compare = async (source: Source): Promise<Comparison> =>
    redacted(
      compareReviews(await before, await drafts.reviewText({ accepted: source }, name), drafts.locale).comparison,
      options,
    );
  const before = drafts.reviewText({ accepted: rejected }, name);
  const whole = await compare(draft.accepted);
  const authors: AuthorChanges[] = [];
  for (const [author, source] of byAuthor) authors.push({ author, changes: (await compare(source)).changes });
  await printPage(options, io, (shape) =>
    formatComparison(
      options.format,
      { ...whole, authors },
      {
        ...drafts.pageContext(options, shape),
        failOn: options.failOn,
      },
    ),
  );
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
    if (error instanceof Error && error.name === 'DraftProblem')
      throw new UsageError((words) => words.draft.because({ name: shown, reason: error.message }));
    throw error;
  }
}

function redacted(comparison: Comparison, { redact }: DiffOptions): Comparison {
  return redact ? redactComparison(comparison) : comparison;
}

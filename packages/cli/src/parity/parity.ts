import { compareVersions, nameOfLanguage, type Review, type ReviewDetails, splitVersions } from '@poclint/core';
import { messagesIn } from '@poclint/messages';
import { UsageError } from '@poclint/project/usage-error';
import { ComparedDrafts, type PageChoices, type ReadingChoices } from '../diff/compared-draft.ts';
import type { Io } from '../io.ts';
import { printPage } from '../terminal/print-page.ts';
import { counts, type ParityFailOn } from './fail-on.ts';
import { formatParity, type ParityFormat } from './formats.ts';
import { redactParity } from './redaction.ts';

export interface ParityOptions extends Omit<ReadingChoices, 'language'>, PageChoices {
  readonly failOn: ParityFailOn;
  readonly format: ParityFormat;
}

/**
 * Holds two language versions side by side, from two files or from one that has both, and prints where they differ in
 * what they protect. Gives the exit code: 0 no divergence that counts, 1 a divergence, 2 they cannot be compared.
 */
export async function parity(names: readonly string[], options: ParityOptions, io: Io): Promise<number> {
  if (names.length === 0 || names.length > 2) throw new UsageError(({ parity }) => parity.nameVersions());
  if (names.filter((name) => name === '-').length > 1) throw new UsageError(({ parity }) => parity.oneFromInput());
  const drafts = await ComparedDrafts.governing(names.at(-1) as string, options, io);
  const [first, second] =
    names.length === 2 ? await twoFiles(names, drafts) : await oneFile(names[0] as string, drafts);
  const compared = compareVersions(first, second, drafts.locale);
  const { areVersions, overlap, versions } = compared.parity;
  if (!areVersions) {
    const { diff, parity: said } = messagesIn(drafts.locale);
    const percent = Math.round(overlap * 100);
    const sentence = said.notVersions({ one: versions[0].path, other: versions[1].path, percent });
    if (!options.force) throw new UsageError(() => `${sentence} ${diff.force()}`);
    io.stderr.write(`poclint: ${sentence}\n`);
  }
  await printPage(options, io, (shape) =>
    formatParity(options.format, options.redact ? redactParity(compared.parity) : compared.parity, {
      ...drafts.pageContext(options, shape),
      failOn: options.failOn,
      ...(!options.redact && { sideBySide: { pairs: compared.pairs, texts: [textOf(first), textOf(second)] } }),
    }),
  );
  return compared.parity.divergences.some((divergence) => counts(divergence, options.failOn)) ? 1 : 0;
}

function textOf({ details }: Review): string {
  return (details as ReviewDetails).source.text;
}

async function twoFiles(names: readonly string[], drafts: ComparedDrafts): Promise<readonly [Review, Review]> {
  const first = await drafts.review(names[0] as string);
  const second = await drafts.review(names[1] as string);
  const [one, other] = [languageOf(first), languageOf(second)];
  if (one === other)
    throw new UsageError(({ parity }, locale) =>
      parity.sameLanguage({
        one: first.report.path,
        other: second.report.path,
        language: nameOfLanguage(one, locale),
      }),
    );
  return [first, second];
}

async function oneFile(name: string, drafts: ComparedDrafts): Promise<readonly [Review, Review]> {
  const draft = await drafts.load(name);
  const versions = splitVersions(draft, drafts.library);
  if (versions.length < 2)
    throw new UsageError(({ parity }) => parity.oneVersion({ name: draft.accepted.name, file: name }));
  if (versions.length > 2)
    throw new UsageError(({ parity }, locale) =>
      parity.manyVersions({
        name: draft.accepted.name,
        languages: versions.map(({ language }) => nameOfLanguage(language, locale)),
      }),
    );
  const [first, second] = await Promise.all(
    versions.map((split) => drafts.reviewText(split.draft, name, split.language)),
  );
  return [first as Review, second as Review];
}

function languageOf({ report }: Review): string {
  return report.status === 'reviewed' ? report.language : '';
}

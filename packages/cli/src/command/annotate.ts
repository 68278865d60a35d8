import { statSync, writeFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import type { ReviewDetails, ReviewedDocument, Severity, SourceFormat } from '@poclint/core';
import { type Locale, messagesIn } from '@poclint/messages';
import {
  type Annotated,
  type AnnotatedCopy,
  annotatedCopy,
  annotatedFormat,
  captionsIn,
  EXTENSIONS,
} from '@poclint/project/annotate/annotated-copy';
import { UsageError } from '@poclint/project/usage-error';
import { DRAFT_EXTENSIONS } from '../drafts/find-drafts.ts';
import { DraftProblem, loadBytes, type ReadingOptions } from '../drafts/load-draft.ts';
import { recognitionOf } from '../drafts/recognition-languages.ts';
import type { Io } from '../io.ts';
import { DraftReviewer, type ReviewerOptions } from './draft-reviewer.ts';
import { type LintOptions, settingsOf } from './lint.ts';

export interface CopyOptions extends Omit<LintOptions, 'format' | 'output'> {
  readonly output?: string;
  /** Write model clauses into a Word file, as tracked insertions. */
  readonly suggest?: boolean;
  /** False: the remarks name nobody. */
  readonly authors?: boolean;
}

/** Makes an annotated copy of one draft. Gives the exit code: 0 written, 2 the draft could not be read or annotated. */
export async function annotate(named: readonly string[], options: CopyOptions, io: Io): Promise<number> {
  const { languages, names } = recognitionOf(options.ocr, named, options.language);
  const [name] = names;
  if (name === undefined || names.length > 1) throw new UsageError((words) => words.annotate.nameDraftAndCopy());
  const { output } = options;
  if (output === undefined)
    throw new UsageError((words) => words.annotate.nameCopy({ name, proposed: proposedName(name) }));
  if (options.stdinFilename !== undefined && name !== '-') throw new UsageError(({ draft }) => draft.stdinFilename());
  const shown = name === '-' ? (options.stdinFilename ?? '-') : name;
  if (output !== '-') refuseInput(name, output, io);
  try {
    const bytes = name === '-' ? await io.readStdin() : await loadBytes(resolve(io.cwd, name), options.locale);
    const reading = { charset: options.charset, recognise: languages };
    const copy = await makeCopy(shown, bytes, reading, options, io);
    const said = messagesIn(copy.locale).annotate;
    if (output === '-') io.stdout.write(copy.bytes);
    else write(resolve(io.cwd, output), output, copy.bytes);
    io.stderr.write(
      `poclint: ${output === '-' ? said.remarksInCopy({ count: copy.count }) : said.remarks({ count: copy.count, file: output })}\n`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof DraftProblem)) throw error;
    io.stderr.write(`poclint: ${shown}: ${error.message}\n`);
    return 2;
  }
}

async function makeCopy(
  name: string,
  bytes: Uint8Array,
  reading: ReadingOptions,
  options: CopyOptions,
  io: Io,
): Promise<AnnotatedCopy & { readonly locale: Locale }> {
  const { report, details, locale } = await reviewBytes(name, bytes, reading, options, io);
  const format = demandFormat(details.source.format, bytes, name, locale);
  if (options.output !== undefined && options.output !== '-') demandExtension(options.output, format);
  if (options.suggest && format !== 'docx') throw new UsageError((words) => words.annotate.suggest());
  const how = {
    view: options.reading === 'dropped' ? 'rejected' : 'accepted',
    ...(options.authors === false && { authors: false }),
    ...(options.redact && { redact: true }),
    captions: captionsIn(locale),
    ...(options.suggest && { suggest: true }),
  } as const;
  if (format === 'markdown' || format === 'text') {
    const { withoutRemarks } = await import('@poclint/readers/annotate-text');
    const clean = withoutRemarks(details.source.text);
    // Remarks of an earlier run are written anew, so that none stands there twice.
    if (clean !== details.source.text) return makeCopy(name, new TextEncoder().encode(clean), {}, options, io);
  }
  return { ...(await annotatedCopy(format, bytes, report, details, how, locale)), locale };
}

/** Reviews bytes under a draft's name, with all that lies around the draft. */
async function reviewBytes(
  name: string,
  bytes: Uint8Array,
  reading: ReadingOptions,
  options: CopyOptions,
  io: Io,
): Promise<{ readonly report: ReviewedDocument; readonly details: ReviewDetails; readonly locale: Locale }> {
  const how: ReviewerOptions = {
    settings: settingsOf(options),
    ...(options.locale && { locale: options.locale }),
    rules: options.rules,
    reading,
    stdinFilename: name,
    // What is only of information would bury what has to be settled.
    only: options.only ?? ('warning' satisfies Severity),
    ...(options.config !== undefined && { config: options.config }),
    ...(options.redact && { redact: true }),
  };
  // The bytes that are reviewed are those that are annotated, even where the file changes meanwhile.
  const reviewer = await DraftReviewer.create([{ name: '-' }], how, { ...io, readStdin: async () => bytes });
  for await (const { report, details } of reviewer.results()) {
    if (report.status === 'unreadable' || !details)
      throw new DraftProblem(report.status === 'unreadable' ? report.reason : '');
    for (const notice of report.notices) io.stderr.write(`poclint: ${name}: ${notice}\n`);
    return { report, details, locale: reviewer.locale };
  }
  throw new DraftProblem('There is nothing to review.');
}

function demandFormat(format: SourceFormat, bytes: Uint8Array, name: string, locale: Locale): Annotated {
  const answer = annotatedFormat(format, bytes, name, locale);
  if ('refusal' in answer) throw new DraftProblem(answer.refusal);
  return answer.format;
}

function demandExtension(output: string, format: Annotated): void {
  const extension = extname(output).toLowerCase();
  const fitting = EXTENSIONS[format];
  if (fitting.includes(extension) || format === 'text' || !DRAFT_EXTENSIONS.includes(extension)) return;
  const proposed = `${basename(output, extname(output))}${fitting[0]}`;
  throw new UsageError((words) => words.annotate.extension({ proposed }));
}

/** Never over the draft itself, by whatever name or link. */
function refuseInput(name: string, output: string, io: Io): void {
  const target = statSync(resolve(io.cwd, output), { throwIfNoEntry: false });
  if (target?.isDirectory())
    throw new UsageError((words) => words.annotate.isFolder({ output, proposed: `${output}/${proposedName(name)}` }));
  const draft = name === '-' ? undefined : statSync(resolve(io.cwd, name), { throwIfNoEntry: false });
  if (target && draft && target.ino === draft.ino && target.dev === draft.dev)
    throw new UsageError((words) => words.annotate.isDraft({ output, proposed: proposedName(name) }));
}

function write(path: string, name: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes);
  } catch (error) {
    throw new UsageError(({ file }) => file.copy({ name, code: String((error as NodeJS.ErrnoException).code) }));
  }
}

function proposedName(name: string): string {
  if (name === '-') return 'reviewed.docx';
  const extension = extname(name);
  return `${basename(name, extension)}-reviewed${extension}`;
}

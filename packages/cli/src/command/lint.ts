import { resolve } from 'node:path';
import type { AgreementType, Reading, Severity } from '@poclint/core';
import type { Locale } from '@poclint/messages';
import type { FailOn, Settings } from '@poclint/project/configuration/fields';
import { severitiesOf } from '@poclint/project/configuration/profile';
import { UsageError } from '@poclint/project/usage-error';
import { findDrafts } from '../drafts/find-drafts.ts';
import { recognitionOf } from '../drafts/recognition-languages.ts';
import { createFormatter, type Format, type Formatter, type Result } from '../format/formatter.ts';
import { version } from '../installation.ts';
import type { Io } from '../io.ts';
import { atLeast } from '../report/severity-filter.ts';
import { openOutput } from '../terminal/output-file.ts';
import { createProgress } from '../terminal/progress.ts';
import { usesColour, widthOf } from '../terminal/terminal.ts';
import { DraftReviewer } from './draft-reviewer.ts';

export interface LintOptions {
  readonly type?: AgreementType;
  readonly profile?: string;
  readonly failOn?: FailOn;
  readonly reading?: Reading;
  readonly language?: string;
  readonly locale?: Locale;
  readonly stage?: 'draft' | 'signed';
  readonly format: Format;
  readonly output?: string;
  readonly redact?: boolean;
  readonly brackets?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly only?: Severity;
  readonly rules: readonly string[];
  readonly stdinFilename?: string;
  /** A configuration file, or false for none at all. */
  readonly config?: string | false;
  readonly color?: boolean;
  readonly charset?: string;
  readonly ocr?: string | boolean;
  readonly paragraphs?: boolean;
}

/** Reviews drafts and prints the report. Gives the exit code: 0 nothing that counts, 1 findings, 2 something could not be reviewed. */
export async function lint(named: readonly string[], options: LintOptions, io: Io): Promise<number> {
  const { languages, names } = recognitionOf(options.ocr, named, options.language);
  if (names.length === 0) throw new UsageError(({ draft }) => draft.nameAny());
  if (options.stdinFilename !== undefined && !names.includes('-'))
    throw new UsageError(({ draft }) => draft.stdinFilename());
  const reviewer = await DraftReviewer.create(
    findDrafts(names, io.cwd),
    { ...options, settings: settingsOf(options), reading: { charset: options.charset, recognise: languages } },
    io,
  );
  if (options.profile !== undefined) await severitiesOf(options.profile, io.cwd, reviewer.ruleSet);
  const output = openOutput(options.output === undefined ? undefined : resolve(io.cwd, options.output), io.stdout);
  const formatter = await createFormatter(
    options.brackets && options.format === 'pretty' ? 'brackets' : options.format,
    {
      tool: { version: version(), rules: reviewer.rulesDigest },
      rules: reviewer.rules,
      width: widthOf(output.isTerminal ? io.stdout : undefined, io.env),
      colour: usesColour(options.color, output.isTerminal, io.env),
      quiet: options.quiet === true,
      verbose: options.verbose === true,
      redacted: options.redact === true,
      locale: reviewer.locale,
    },
  );
  try {
    return await writeReport(reviewer, formatter, output.write, options, io);
  } finally {
    output.close();
  }
}

async function writeReport(
  reviewer: DraftReviewer,
  formatter: Formatter,
  write: (text: string) => void,
  options: LintOptions,
  io: Io,
): Promise<number> {
  const complain = (sentence: string): void => io.stderr.write(`poclint: ${sentence}\n`);
  // On one terminal the report says it already.
  const silent =
    options.format === 'pretty' && io.stdout.isTerminal && io.stderr.isTerminal && options.output === undefined;
  const progress = createProgress(reviewer.count, io.stderr);
  let code = 0;
  write(formatter.begin());
  for await (const result of reviewer.results()) {
    const { report } = result;
    progress.advance();
    if (report.status === 'unreadable') {
      code = 2;
      progress.clear();
      if (!silent) complain(`${report.path}: ${report.reason}`);
    } else if (code === 0 && hasFailed(result)) code = 1;
    write(formatter.document(result));
  }
  progress.clear();
  write(formatter.end());
  for (const sentence of reviewer.notices) complain(sentence);
  for (const sentence of reviewer.problems) complain(sentence);
  return reviewer.problems.length > 0 ? 2 : code;
}

function hasFailed({ report, failOn }: Result): boolean {
  if (report.status === 'unreadable' || failOn === 'never') return false;
  return report.findings.some((finding) => !finding.accepted && atLeast(finding.severity, failOn));
}

/** What the command line says that a configuration file could say too. */
export function settingsOf(options: Omit<LintOptions, 'format'>): Settings {
  const { type, profile, failOn, reading, language, stage } = options;
  return {
    ...(type && { type }),
    ...(profile !== undefined && { profile }),
    ...(failOn && { failOn }),
    ...(reading && { reading }),
    ...(language !== undefined && { language }),
    ...(stage && { stage }),
  };
}

import { dirname, resolve } from 'node:path';
import { type ReadDraft, type Reading, type Review, type RuleLibrary, review } from '@poclint/core';
import type { Locale } from '@poclint/messages';
import { ConfigurationFinder } from '@poclint/project/configuration/configuration-file';
import { reviewSettings } from '@poclint/project/configuration/review-settings';
import { LibraryShelf } from '@poclint/project/rule/load-rules';
import { UsageError } from '@poclint/project/usage-error';
import { DraftProblem, loadDraft, parseDraft } from '../drafts/load-draft.ts';
import type { FormatContext } from '../format/formatter.ts';
import { version } from '../installation.ts';
import type { Io } from '../io.ts';
import { STANDARD_RULES } from '../rule/load-rules.ts';
import type { PageOptions, PageShape } from '../terminal/print-page.ts';

/** What the command line says on how drafts to be compared are read. */
export interface ReadingChoices {
  readonly reading?: Reading;
  readonly language?: string;
  readonly locale?: Locale;
  readonly stage?: 'draft' | 'signed';
  readonly rules: readonly string[];
  readonly config?: string | false;
  readonly charset?: string;
  readonly stdinFilename?: string;
}

/** What the command line says on how a comparison is printed. */
export interface PageChoices extends PageOptions {
  readonly redact?: boolean;
  readonly force?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** Reads and reviews the drafts of one comparison, by one set of rules: two sets would make differences of their own. */
export class ComparedDrafts {
  readonly library: RuleLibrary;
  /** The language of the comparison. */
  readonly locale: Locale;
  private readonly choices: ReadingChoices;
  private readonly finder = new ConfigurationFinder();
  private readonly io: Io;

  private constructor(library: RuleLibrary, locale: Locale, choices: ReadingChoices, io: Io) {
    this.library = library;
    this.locale = locale;
    this.choices = choices;
    this.io = io;
  }

  /** Loads the rules that govern `name`. */
  static async governing(name: string, choices: ReadingChoices, io: Io): Promise<ComparedDrafts> {
    const file = await configurationOf(name, choices, io, new ConfigurationFinder());
    const own = (file?.configuration.rules ?? []).map((folder) => resolve(file?.folder ?? io.cwd, folder));
    const named = choices.rules.map((folder) => resolve(io.cwd, folder));
    const library = await new LibraryShelf(STANDARD_RULES).with([...own, ...named]);
    return new ComparedDrafts(library, choices.locale ?? file?.configuration.locale ?? 'en', choices, io);
  }

  /** What the page that is printed must know, whatever is compared. */
  pageContext(options: PageChoices, shape: PageShape): FormatContext {
    return {
      tool: { version: version(), rules: this.library.ruleSet.digest },
      rules: this.library.ruleSet.rules,
      ...shape,
      quiet: options.quiet === true,
      verbose: options.verbose === true,
      redacted: options.redact === true,
      locale: this.locale,
    };
  }

  /** Reviews a draft. Throws a UsageError that names the draft where it gives nothing to compare. */
  async review(name: string): Promise<Review> {
    return this.naming(name, async () => this.reviewText(await this.read(name), name));
  }

  /** Reads a draft. Throws a UsageError that names it where it cannot be read. */
  load(name: string): Promise<ReadDraft> {
    return this.naming(name, () => this.read(name));
  }

  private async naming<Value>(name: string, read: () => Promise<Value>): Promise<Value> {
    try {
      return await read();
    } catch (error) {
      if (error instanceof DraftProblem)
        throw new UsageError(({ draft }) => draft.because({ name: this.shown(name), reason: error.message }));
      throw error;
    }
  }

  private async read(name: string): Promise<ReadDraft> {
    const options = { charset: this.choices.charset, locale: this.locale };
    return name === '-'
      ? await parseDraft(this.shown(name), await this.io.readStdin(), options)
      : await loadDraft(this.shown(name), pathOf(name, this.choices, this.io), options);
  }

  private shown(name: string): string {
    return name === '-' ? (this.choices.stdinFilename ?? '-') : name;
  }

  /** Reviews a draft as read, with the settings of the draft of that name; in `version`, where it holds several languages. */
  async reviewText(draft: ReadDraft, name: string, version?: string): Promise<Review> {
    const { reading, language, stage } = this.choices;
    const path = pathOf(name, this.choices, this.io);
    const file = await configurationOf(name, this.choices, this.io, this.finder);
    const { context } = await reviewSettings(draft, path, {
      options: { ...(reading && { reading }), ...(language !== undefined && { language }), ...(stage && { stage }) },
      file,
      rules: this.library.ruleSet,
      cwd: this.io.cwd,
      locale: this.locale,
    });
    // What is compared is under negotiation, closing formula or not: its brackets are open questions.
    const result = review(draft, this.library, {
      stage: 'draft',
      ...context,
      ...(version !== undefined && { language: version }),
      locale: this.locale,
    });
    if (result.report.status === 'unreadable') throw new DraftProblem(result.report.reason);
    return result;
  }
}

function pathOf(name: string, choices: ReadingChoices, io: Io): string {
  return resolve(io.cwd, name === '-' ? (choices.stdinFilename ?? 'standard input') : name);
}

async function configurationOf(name: string, choices: ReadingChoices, io: Io, finder: ConfigurationFinder) {
  if (choices.config === false) return undefined;
  if (typeof choices.config === 'string') return finder.named(resolve(io.cwd, choices.config));
  return finder.inForce(dirname(pathOf(name, choices, io)));
}

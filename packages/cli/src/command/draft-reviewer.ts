import { dirname, relative, resolve, sep } from 'node:path';
import {
  type Finding,
  type ReadDraft,
  type ReviewedDocument,
  type Rule,
  type RuleLibrary,
  type RuleSet,
  review,
  type Severity,
} from '@poclint/core';
import { type Locale, messagesIn } from '@poclint/messages';
import { Acceptances } from '@poclint/project/acceptance/acceptances';
import { type ConfigurationFile, ConfigurationFinder } from '@poclint/project/configuration/configuration-file';
import type { Settings } from '@poclint/project/configuration/fields';
import { type ReviewSettings, reviewSettings } from '@poclint/project/configuration/review-settings';
import { reviewAnyLanguage } from '@poclint/project/foreign-draft';
import { type Incorporated, withIncorporated } from '@poclint/project/incorporation';
import { LibraryShelf } from '@poclint/project/rule/load-rules';
import { UsageError, usageSentence } from '@poclint/project/usage-error';
import { excerptOf } from '../drafts/excerpt.ts';
import { DRAFT_EXTENSIONS, type FoundDraft } from '../drafts/find-drafts.ts';
import { DraftProblem, loadDraft, parseDraft, type ReadingOptions } from '../drafts/load-draft.ts';
import type { Result } from '../format/formatter.ts';
import type { Io } from '../io.ts';
import { redact } from '../report/redaction.ts';
import { keepOnly } from '../report/severity-filter.ts';
import { STANDARD_RULES } from '../rule/load-rules.ts';

/** What the command line says on how to review. */
export interface ReviewerOptions {
  readonly settings: Settings;
  /** The language of the report. */
  readonly locale?: Locale;
  readonly rules: readonly string[];
  readonly config?: string | false;
  readonly stdinFilename?: string;
  readonly redact?: boolean;
  readonly only?: Severity;
  readonly reading?: ReadingOptions;
  /** Cite the paragraph of the file, where its format has paragraphs. */
  readonly paragraphs?: boolean;
}

/** A draft with all that was found out before it is read. */
interface Planned {
  readonly draft: FoundDraft;
  /** Where the draft lies, or would lie, for everything that is looked up beside it. */
  readonly path: string;
  readonly file?: ConfigurationFile;
  readonly library?: RuleLibrary;
  /** Why the draft cannot be reviewed. */
  readonly problem?: string;
}

/** Reviews drafts one after the other, each with its own settings. What is wrong with one leaves the others alone. */
export class DraftReviewer {
  private readonly planned: readonly Planned[];
  private readonly standard: RuleLibrary;
  private readonly options: ReviewerOptions;
  private readonly io: Io;
  private readonly acceptances: Acceptances;
  private readonly incorporated = new Map<string, Promise<Incorporated | string>>();

  private constructor(planned: readonly Planned[], standard: RuleLibrary, options: ReviewerOptions, io: Io) {
    this.planned = planned;
    this.standard = standard;
    this.options = options;
    this.io = io;
    this.acceptances = new Acceptances(new Set(this.rules.map((rule) => rule.id)), this.locale);
  }

  /** Finds the configuration and rules of every draft. Throws for what the command line itself gets wrong. */
  static async create(drafts: readonly FoundDraft[], options: ReviewerOptions, io: Io): Promise<DraftReviewer> {
    const named = options.rules.map((folder) => resolve(io.cwd, folder));
    const libraries = new LibraryShelf(STANDARD_RULES);
    const standard = await libraries.with(named);
    const finder = new ConfigurationFinder();
    const chosen = typeof options.config === 'string' ? await finder.named(resolve(io.cwd, options.config)) : undefined;
    const planned: Planned[] = [];
    for (const draft of drafts) planned.push(await plan(draft));
    return new DraftReviewer(planned, standard, options, io);

    async function plan(draft: FoundDraft): Promise<Planned> {
      const path = 'path' in draft ? draft.path : resolve(io.cwd, options.stdinFilename ?? 'standard input');
      if ('problem' in draft) {
        const said = messagesIn(options.locale ?? chosen?.configuration.locale).draft;
        return { draft, path, problem: said[draft.problem]({ extensions: DRAFT_EXTENSIONS }) };
      }
      try {
        const file = options.config === false ? undefined : (chosen ?? (await finder.inForce(dirname(path))));
        const own = (file?.configuration.rules ?? []).map((folder) => resolve(file?.folder ?? io.cwd, folder));
        const library = await libraries.with([...own, ...named]);
        return { draft, path, library, ...(file && { file }) };
      } catch (error) {
        return {
          draft,
          path,
          problem: await sentenceOf(error, options.locale ?? chosen?.configuration.locale ?? 'en'),
        };
      }
    }
  }

  /** The language of the report: the option's, else that of the first draft's configuration, else English. */
  get locale(): Locale {
    return this.options.locale ?? this.planned[0]?.file?.configuration.locale ?? 'en';
  }

  get count(): number {
    return this.planned.length;
  }

  /** The rules of the command line's own choice. */
  get ruleSet(): RuleSet {
    return this.standard.ruleSet;
  }

  /** All rules that any draft is reviewed by. */
  get rules(): Rule[] {
    const rules = new Map(this.standard.ruleSet.rules.map((rule) => [rule.id, rule]));
    for (const { library } of this.planned) for (const rule of library?.ruleSet.rules ?? []) rules.set(rule.id, rule);
    return [...rules.values()];
  }

  /** A digest of the rules in force: of each set where drafts differ in theirs. */
  get rulesDigest(): string {
    const sets = this.planned.map(({ library }) => library?.ruleSet.digest).filter((digest) => digest !== undefined);
    return [...new Set(sets.length > 0 ? sets : [this.standard.ruleSet.digest])].join('+');
  }

  /** Sentences on acceptances that hit nothing in any of several drafts. */
  get notices(): string[] {
    return this.count > 1 ? this.acceptances.unmatched : [];
  }

  /** Sentences on acceptances that cannot be used. */
  get problems(): string[] {
    return this.acceptances.problems;
  }

  async *results(): AsyncGenerator<Result> {
    for (const planned of this.planned) yield await this.reviewOne(planned);
  }

  private async reviewOne(planned: Planned): Promise<Result> {
    const name = this.nameOf(planned.draft);
    try {
      if (planned.problem !== undefined || !planned.library) throw new DraftProblem(planned.problem ?? '');
      return await this.reviewPlanned(planned, planned.library);
    } catch (error) {
      const report = { path: name, status: 'unreadable', reason: await sentenceOf(error, this.locale) } as const;
      return { report, failOn: 'error', excerpt: () => undefined };
    }
  }

  private async reviewPlanned(planned: Planned, library: RuleLibrary): Promise<Result> {
    const { path, file } = planned;
    const draft = await this.read(planned);
    const settings = await reviewSettings(draft, path, {
      options: this.options.settings,
      file,
      rules: library.ruleSet,
      cwd: this.io.cwd,
      locale: this.locale,
    });
    const accepted = await this.acceptances.for(path, file?.folder);
    const { report, details } = await reviewAnyLanguage(draft, library, {
      ...settings.context,
      accepted: accepted.reasons,
      locale: this.locale,
      ...(this.options.paragraphs && { paragraphs: true }),
    });
    if (report.status === 'unreadable' || !details)
      throw new DraftProblem(report.status === 'unreadable' ? report.reason : '');
    const { others, notices } = await this.incorporate(settings, library);
    const unmatched = [...accepted.settle(report), ...(this.count === 1 ? this.acceptances.unmatched : [])];
    const complete: ReviewedDocument = {
      ...withIncorporated(report, others, this.locale),
      notices: [...report.notices, ...settings.notices, ...notices, ...unmatched],
    };
    const shown = this.options.only ? keepOnly(complete, this.options.only) : complete;
    return {
      report: this.options.redact ? redact(shown, library.ruleSet.rules) : shown,
      failOn: settings.failOn,
      excerpt: (finding: Finding) => (this.options.redact ? undefined : excerptOf(finding, details)),
      details,
    };
  }

  private async read({ draft, path }: Planned): Promise<ReadDraft> {
    if ('path' in draft) return loadDraft(draft.name, path, this.reading);
    return parseDraft(this.nameOf(draft), await this.io.readStdin(), this.reading);
  }

  private unread(name: string, reason: string): string {
    return messagesIn(this.locale).draft.incorporatedUnread({ name, reason });
  }

  private get reading(): ReadingOptions {
    return { ...this.options.reading, locale: this.locale };
  }

  private nameOf(draft: FoundDraft): string {
    return draft.name === '-' ? (this.options.stdinFilename ?? '-') : draft.name;
  }

  private async incorporate(
    settings: ReviewSettings,
    library: RuleLibrary,
  ): Promise<{ readonly others: Incorporated[]; readonly notices: string[] }> {
    const read = await Promise.all(settings.incorporates.map((path) => this.reviewIncorporated(path, library)));
    return {
      others: read.filter((other) => typeof other !== 'string'),
      notices: read.filter((other) => typeof other === 'string'),
    };
  }

  private reviewIncorporated(path: string, library: RuleLibrary): Promise<Incorporated | string> {
    const known = this.incorporated.get(path);
    if (known) return known;
    const name = relative(this.io.cwd, path).split(sep).join('/');
    const reviewing = loadDraft(name, path, this.reading)
      .then((draft) => review(draft, library, { locale: this.locale }).report)
      .then(
        (report) => (report.status === 'reviewed' ? { name, report } : this.unread(name, report.reason)),
        async (error) => this.unread(name, await sentenceOf(error, this.locale)),
      );
    this.incorporated.set(path, reviewing);
    return reviewing;
  }
}

/** What to tell the user of a failure. Anything unforeseen is a fault of ours and says so, without a word of the draft. */
async function sentenceOf(error: unknown, locale: Locale): Promise<string> {
  if (error instanceof UsageError) return usageSentence(error, locale);
  if (error instanceof DraftProblem) return error.message;
  if (error instanceof Error && error.name === 'RuleFileError') return error.message;
  const name = error instanceof Error ? error.name : 'unknown';
  return messagesIn(locale).draft.fault({ name });
}

import { dirname, resolve } from 'node:path';
import { type ReadDraft, type Reading, type Review, type RuleLibrary, review } from '@poclint/core';
import { ConfigurationFinder } from '@poclint/project/configuration/configuration-file';
import { reviewSettings } from '@poclint/project/configuration/review-settings';
import { LibraryShelf } from '@poclint/project/rule/load-rules';
import { UsageError } from '@poclint/project/usage-error';
import { DraftProblem, loadDraft, parseDraft } from '../drafts/load-draft.ts';
import type { Io } from '../io.ts';
import { STANDARD_RULES } from '../rule/load-rules.ts';

/** What the command line says on how drafts to be compared are read. */
export interface ReadingChoices {
  readonly reading?: Reading;
  readonly language?: string;
  readonly stage?: 'draft' | 'signed';
  readonly rules: readonly string[];
  readonly config?: string | false;
  readonly charset?: string;
  readonly stdinFilename?: string;
}

/** Reads and reviews the drafts of one comparison, by one set of rules: two sets would make differences of their own. */
export class ComparedDrafts {
  readonly library: RuleLibrary;
  private readonly choices: ReadingChoices;
  private readonly finder = new ConfigurationFinder();
  private readonly io: Io;

  private constructor(library: RuleLibrary, choices: ReadingChoices, io: Io) {
    this.library = library;
    this.choices = choices;
    this.io = io;
  }

  /** Loads the rules that govern `name`. */
  static async governing(name: string, choices: ReadingChoices, io: Io): Promise<ComparedDrafts> {
    const file = await configurationOf(name, choices, io, new ConfigurationFinder());
    const own = (file?.configuration.rules ?? []).map((folder) => resolve(file?.folder ?? io.cwd, folder));
    const named = choices.rules.map((folder) => resolve(io.cwd, folder));
    return new ComparedDrafts(await new LibraryShelf(STANDARD_RULES).with([...own, ...named]), choices, io);
  }

  /** Reviews a draft. Throws a UsageError that names the draft where it gives nothing to compare. */
  async review(name: string): Promise<Review> {
    const shown = name === '-' ? (this.choices.stdinFilename ?? '-') : name;
    try {
      return await this.read(name, shown);
    } catch (error) {
      if (error instanceof DraftProblem) throw new UsageError(`${shown}: ${error.message}`);
      throw error;
    }
  }

  private async read(name: string, shown: string): Promise<Review> {
    const { charset } = this.choices;
    const draft =
      name === '-'
        ? await parseDraft(shown, await this.io.readStdin(), { charset })
        : await loadDraft(shown, pathOf(name, this.choices, this.io), { charset });
    return this.reviewText(draft, name);
  }

  /** Reviews a draft as read, with the settings of the draft of that name. */
  async reviewText(draft: ReadDraft, name: string): Promise<Review> {
    const { reading, language, stage } = this.choices;
    const path = pathOf(name, this.choices, this.io);
    const file = await configurationOf(name, this.choices, this.io, this.finder);
    const { context } = await reviewSettings(draft, path, {
      options: { ...(reading && { reading }), ...(language !== undefined && { language }), ...(stage && { stage }) },
      file,
      rules: this.library.ruleSet,
      cwd: this.io.cwd,
    });
    // What is compared is under negotiation, closing formula or not: its brackets are open questions.
    const result = review(draft, this.library, { stage: 'draft', ...context });
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

import { existsSync, readdirSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FAMILIES, type ReadDraft, type RuleLibrary, review } from '@poclint/core';
import { localeOf, messagesIn } from '@poclint/messages';
import { Acceptances, type AcceptedInDraft } from '@poclint/project/acceptance/acceptances';
import { ACCEPTED_NAME } from '@poclint/project/acceptance/accepted-file';
import {
  CONFIGURATION_NAMES,
  type ConfigurationFile,
  ConfigurationFinder,
} from '@poclint/project/configuration/configuration-file';
import type { Settings } from '@poclint/project/configuration/fields';
import { reviewSettings } from '@poclint/project/configuration/review-settings';
import type { Incorporated } from '@poclint/project/incorporation';
import { LibraryShelf } from '@poclint/project/rule/load-rules';
import { UsageError, usageSentence } from '@poclint/project/usage-error';
import type { PrecedentsByTopic } from '../service/precedents.ts';
import { FileProblem, sentenceOn } from '../service/sentences.ts';
import { pathOf } from './file-address.ts';
import { ProblemList } from './problem-list.ts';
import { DRAFT_EXTENSIONS, optionsOf, settingsOf, statedBy } from './settings.ts';
import type { ArchiveQuery, Choice, EditorSettings, Plan, Surroundings } from './surroundings.ts';

const MOST_BYTES = 64 << 20;
/** Some of them will be cut, or word it alike. */
const MOST_PRECEDENTS = 6;

/** What lies around drafts in a file system. Reads each file once, until something changes. */
export class NodeSurroundings implements Surroundings {
  private readonly standardRules: string;
  private readonly folders: () => readonly string[];
  private readonly problems = new ProblemList();
  private shelf: LibraryShelf;
  private finder: ConfigurationFinder;
  private readonly programs: boolean;
  private readonly locale: string | undefined;
  private acceptances = new Map<RuleLibrary, Acceptances>();
  private readonly archives = new Map<string, Promise<PrecedentsByTopic | undefined>>();
  private incorporated = new Map<string, Promise<Incorporated | string>>();
  private pages: Map<string, string> | undefined;
  private readonly ruleFolders = new Set<string>();

  /**
   * @param standardRules - The folder of the standard rules.
   * @param folders - The folders of the workspace as they are now.
   * @param programs - Whether configuration that is a program may be run, and the rules that configuration names be taken.
   * @param locale - The language of the editor, BCP 47. Configuration states one for editors that do not.
   */
  constructor(standardRules: string, folders: () => readonly string[], programs: boolean, locale?: string) {
    this.locale = locale;
    this.programs = programs;
    this.finder = new ConfigurationFinder({ programs });
    this.standardRules = standardRules;
    this.folders = folders;
    this.shelf = new LibraryShelf(standardRules);
  }

  async plan(uri: string, draft: ReadDraft, settings: EditorSettings, choice: Choice): Promise<Plan> {
    const { path, cwd, file } = await this.placeOf(uri);
    const library = await this.libraryFor(file, settings, cwd);
    const locale = this.locale ?? file?.configuration.locale;
    const own = await this.settingsFor(draft, path ?? join(cwd, 'untitled'), file, settings, choice, library, cwd);
    const accepted = path ? await this.acceptedIn(path, file, library, locale) : undefined;
    const others = await Promise.all(own.incorporates.map((one) => this.reviewIncorporated(one, library, locale)));
    return {
      library,
      context: { ...own.context, ...(locale && { locale }), ...(accepted && { accepted: accepted.reasons }) },
      others: others.filter((other) => typeof other !== 'string'),
      notices: [...own.notices, ...others.filter((other) => typeof other === 'string')],
      isStated: file !== undefined || statedBy(draft, choice),
      unmatched: (report) => accepted?.settle(report) ?? [],
    };
  }

  takeProblems() {
    return this.problems.take();
  }

  changed(uris: readonly string[]): boolean {
    return uris.some((uri) => {
      const path = pathOf(uri);
      if (!path) return false;
      const name = basename(path);
      if (name === ACCEPTED_NAME || (CONFIGURATION_NAMES as readonly string[]).includes(name)) return true;
      return [...this.ruleFolders].some((folder) => path.startsWith(folder + sep));
    });
  }

  forget(): void {
    this.finder = new ConfigurationFinder({ programs: this.programs });
    this.shelf = new LibraryShelf(this.standardRules);
    this.acceptances = new Map();
    this.incorporated = new Map();
    this.pages = undefined;
    this.archives.clear();
    this.problems.renew();
  }

  nameOf(uri: string): string {
    return pathOf(uri) ?? uri;
  }

  pageOf(rule: string): string | undefined {
    this.pages ??= this.findPages();
    return this.pages.get(rule);
  }

  async precedents(
    uri: string,
    settings: EditorSettings,
    { language, preferredType }: ArchiveQuery,
  ): Promise<PrecedentsByTopic | undefined> {
    const { cwd, file } = await this.placeOf(uri);
    const stated = file?.configuration.precedents;
    const folder = stated !== undefined ? resolve(file?.folder ?? cwd, stated) : archiveOf(settings, cwd);
    if (folder === undefined) return undefined;
    const version = await stat(join(folder, 'review.json')).catch(() => undefined);
    const key = [folder, version?.mtimeMs, language, preferredType].join('\n');
    const known = this.archives.get(key);
    if (known) return known;
    const reading = this.readArchive(folder, { language, preferredType }, file);
    // Of an archive that was reviewed anew, what was read before is of no use.
    for (const other of this.archives.keys())
      if (other.startsWith(`${folder}\n`) && !other.startsWith(`${folder}\n${version?.mtimeMs}\n`))
        this.archives.delete(other);
    this.archives.set(key, reading);
    return reading;
  }

  async readText(uri: string): Promise<string | undefined> {
    const path = pathOf(uri);
    return path && existsSync(path) ? readFile(path, 'utf8') : undefined;
  }

  async readBytes(uri: string): Promise<Uint8Array> {
    const said = messagesIn(this.locale).draft;
    const path = pathOf(uri);
    if (!path) throw new FileProblem(said.noFile());
    try {
      // Looked at first: no memory is given to what would be refused.
      const { size } = await stat(path);
      if (size > MOST_BYTES) throw new FileProblem(said.tooLarge());
      return await readFile(path);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (error instanceof FileProblem) throw error;
      if (code === 'EACCES' || code === 'EPERM') throw new FileProblem(said.noPermission({ name: basename(path) }));
      throw new FileProblem(code === 'ENOENT' ? said.noFile() : said.unreadable({ code: code ?? message }));
    }
  }

  async readDraft(name: string, bytes: Uint8Array): Promise<ReadDraft> {
    const { readDraft } = await import('@poclint/readers/draft');
    return readDraft(name, bytes, {
      // A PDF can ask for a gigabyte and for hours; a thread can be ended from outside.
      readPdf: async (own, content, options) => {
        const { limitsFor, readPdfInWorker } = await import('@poclint/readers/pdf-worker');
        return readPdfInWorker(own, content, { ...options, ...limitsFor(content.length) });
      },
    });
  }

  async *listDrafts(stopped: () => boolean): AsyncIterable<string> {
    for (const folder of this.folders()) yield* listBelow(folder, stopped);
  }

  /** Where a draft lies, the folder that relative paths start from, and the configuration in force there. */
  private async placeOf(uri: string) {
    const path = pathOf(uri);
    const cwd = this.folders()[0] ?? (path ? dirname(path) : process.cwd());
    return { path, cwd, file: await this.configurationFor(path ? dirname(path) : cwd) };
  }

  private async configurationFor(folder: string): Promise<ConfigurationFile | undefined> {
    try {
      return await this.finder.inForce(folder);
    } catch (error) {
      await this.problems.add(error, this.locale);
      return undefined;
    }
  }

  private async libraryFor(
    file: ConfigurationFile | undefined,
    settings: EditorSettings,
    cwd: string,
  ): Promise<RuleLibrary> {
    const own = [
      // Whoever does not trust a workspace does not want its rules to judge drafts.
      ...(this.programs ? (file?.configuration.rules ?? []) : []).map((folder) => resolve(file?.folder ?? cwd, folder)),
      ...(settings.rules ?? []).map((folder) => resolve(cwd, folder)),
    ];
    for (const folder of own) this.ruleFolders.add(folder);
    try {
      return await this.shelf.with(own);
    } catch (error) {
      await this.problems.add(error, this.locale);
      // A broken rule of the user's own must not take the standard ones away.
      return this.shelf.with([]);
    }
  }

  private async settingsFor(
    draft: ReadDraft,
    path: string,
    file: ConfigurationFile | undefined,
    settings: EditorSettings,
    choice: Choice,
    library: RuleLibrary,
    cwd: string,
  ) {
    const rules = library.ruleSet;
    const stated = settingsOf(settings);
    const joined = file
      ? { ...file, configuration: below(stated, file.configuration) }
      : configurationFrom(stated, cwd);
    const sources = { options: optionsOf(choice), rules, cwd, ...(this.locale && { locale: this.locale }) };
    try {
      return await reviewSettings(draft, path, { ...sources, file: joined });
    } catch (error) {
      await this.problems.add(error, this.locale);
      return reviewSettings(draft, path, { ...sources, file: undefined });
    }
  }

  private async acceptedIn(
    path: string,
    file: ConfigurationFile | undefined,
    library: RuleLibrary,
    locale: string | undefined,
  ): Promise<AcceptedInDraft> {
    let acceptances = this.acceptances.get(library);
    if (!acceptances) {
      acceptances = new Acceptances(new Set(library.ruleSet.rules.map(({ id }) => id)), locale);
      this.acceptances.set(library, acceptances);
    }
    const accepted = await acceptances.for(path, file?.folder);
    for (const problem of acceptances.problems) this.problems.addSentence(problem);
    return accepted;
  }

  private async readArchive(
    folder: string,
    query: ArchiveQuery,
    file: ConfigurationFile | undefined,
  ): Promise<PrecedentsByTopic | undefined> {
    const { precedentsByTopic } = await import('@poclint/archive/precedents/precedents');
    try {
      return await precedentsByTopic(folder, { ...query, limit: MOST_PRECEDENTS });
    } catch (error) {
      const message =
        error instanceof UsageError
          ? await usageSentence(error, localeOf(this.locale))
          : `The archive ${folder} cannot be read; review it anew with "poclint review".`;
      this.problems.addSentence(message, file?.path);
      return undefined;
    }
  }

  private reviewIncorporated(
    path: string,
    library: RuleLibrary,
    locale: string | undefined,
  ): Promise<Incorporated | string> {
    const known = this.incorporated.get(path);
    if (known) return known;
    const name = basename(path);
    const unread = (reason: string) => messagesIn(locale).draft.incorporatedUnread({ name, reason });
    const reviewing = this.readBytes(pathToFileURL(path).href)
      .then((bytes) => this.readDraft(name, bytes))
      .then((draft) => review(draft, library, { ...(locale && { locale }) }).report)
      .then(
        (report) => (report.status === 'reviewed' ? { name, report } : unread(report.reason)),
        (error) => unread(sentenceOn(error, localeOf(locale))),
      );
    this.incorporated.set(path, reviewing);
    return reviewing;
  }

  private findPages(): Map<string, string> {
    const pages = new Map<string, string>();
    const add = (folder: string, recursive: boolean) => {
      if (!existsSync(folder)) return;
      for (const entry of readdirSync(folder, { withFileTypes: true, recursive })) {
        if (!entry.isFile() || !entry.name.endsWith('.md') || entry.parentPath.includes('node_modules')) continue;
        pages.set(entry.name.slice(0, -3), pathToFileURL(join(entry.parentPath, entry.name)).href);
      }
    };
    // The standard pages lie in known folders; users arrange their own as they like.
    for (const family of [...FAMILIES, 'red-flags']) add(join(this.standardRules, family), false);
    for (const folder of this.ruleFolders) add(folder, true);
    return pages;
  }
}

function configurationFrom(settings: Settings, folder: string): ConfigurationFile | undefined {
  return Object.keys(settings).length === 0 ? undefined : { path: '', folder, configuration: settings };
}

function archiveOf({ precedents }: EditorSettings, folder: string): string | undefined {
  return precedents === undefined || precedents === '' ? undefined : resolve(folder, precedents);
}

/** A configuration file wins over an editor's settings: the team shares it, and the command line goes by it. */
function below(settings: Settings, configuration: ConfigurationFile['configuration']) {
  const severities = { ...settings.severities, ...configuration.severities };
  return { ...settings, ...configuration, ...(Object.keys(severities).length > 0 && { severities }) };
}

async function* listBelow(folder: string, stopped: () => boolean): AsyncIterable<string> {
  if (stopped()) return;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name.startsWith('~$') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* listBelow(path, stopped);
    else if (entry.isFile() && DRAFT_EXTENSIONS.includes(extname(entry.name).toLowerCase()))
      yield pathToFileURL(path).href;
  }
}

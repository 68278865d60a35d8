import { type ReadDraft, RuleLibrary, type RuleSet } from '@poclint/core';
import { messagesIn } from '@poclint/messages';
import { type Acceptance, parseAccepted } from '@poclint/project/acceptance/accepted-file';
import { readFrontMatter } from '@poclint/project/configuration/front-matter';
import { readDraft } from '@poclint/readers/draft';
import { decoded, nameIn } from '../service/address.ts';
import { FileProblem } from '../service/sentences.ts';
import { ProblemList } from './problem-list.ts';
import { optionsOf, settingsOf, statedBy } from './settings.ts';
import type { Choice, EditorSettings, Plan, Surroundings } from './surroundings.ts';

/** Reads a file through the editor. Undefined where there is none. */
export type ReadThroughEditor = (uri: string) => Promise<Uint8Array | undefined>;

/**
 * What lies around drafts where there is no file system: the standard rules, the editor's settings, and the accepted.yaml
 * beside a draft, read through the editor. Configuration files and own rules need a file system.
 */
export class BrowserSurroundings implements Surroundings {
  private readonly library: RuleLibrary;
  private readonly read: ReadThroughEditor;
  private readonly locale: string | undefined;
  private readonly problems = new ProblemList();
  private accepted = new Map<string, Promise<readonly Acceptance[]>>();

  constructor(ruleSet: RuleSet, read: ReadThroughEditor, locale?: string) {
    this.locale = locale;
    this.library = new RuleLibrary(ruleSet);
    this.read = read;
  }

  async plan(uri: string, draft: ReadDraft, settings: EditorSettings, choice: Choice): Promise<Plan> {
    const front = readFrontMatter(draft.accepted.settings, this.locale);
    const stated = { ...settingsOf(settings), ...front.settings, ...optionsOf(choice) };
    const typeSource = choice.type ? 'option' : front.settings.type ? 'front matter' : 'configuration';
    const entries = await this.acceptedBeside(uri);
    const own = entries.filter((entry) => entry.draft === undefined || entry.draft === nameIn(uri));
    return {
      library: this.library,
      context: {
        ...(this.locale && { locale: this.locale }),
        ...(stated.language && { language: stated.language }),
        ...(stated.stage && { stage: stated.stage }),
        ...(stated.reading && { reading: stated.reading }),
        ...(stated.type && { type: stated.type, typeSource }),
        ...(stated.severities && { severities: stated.severities }),
        accepted: new Map(own.map((entry) => [entry.fingerprint, entry.reason])),
      },
      others: [],
      notices: front.notices,
      isStated: statedBy(draft, choice),
      unmatched: () => [],
    };
  }

  takeProblems() {
    return this.problems.take();
  }

  changed(uris: readonly string[]): boolean {
    return uris.some((uri) => uri.endsWith('/accepted.yaml'));
  }

  forget(): void {
    this.accepted = new Map();
    this.problems.renew();
  }

  nameOf(uri: string): string {
    return decoded(uri.replace(/^[a-z-]+:\/\/[^/]*/, ''));
  }

  pageOf(): string | undefined {
    return undefined;
  }

  /** Archives are folders of large files, which only a file system serves. */
  async precedents(): Promise<undefined> {}

  async readText(uri: string): Promise<string | undefined> {
    const bytes = await this.read(uri);
    return bytes && new TextDecoder().decode(bytes);
  }

  async readBytes(uri: string): Promise<Uint8Array> {
    const bytes = await this.read(uri);
    if (!bytes) throw new FileProblem(messagesIn(this.locale).draft.noFile());
    return bytes;
  }

  readDraft(name: string, bytes: Uint8Array): Promise<ReadDraft> {
    return readDraft(name, bytes);
  }

  async *listDrafts(): AsyncIterable<string> {}

  private acceptedBeside(uri: string): Promise<readonly Acceptance[]> {
    if (!uri.includes('/')) return Promise.resolve([]);
    const path = `${uri.slice(0, uri.lastIndexOf('/'))}/accepted.yaml`;
    const known = this.accepted.get(path);
    if (known) return known;
    const ids = new Set(this.library.ruleSet.rules.map(({ id }) => id));
    const reading = this.readText(path).then(async (content) => {
      if (content === undefined) return [];
      const { entries, problems } = await parseAccepted('accepted.yaml', content, ids, this.locale);
      for (const problem of problems) this.problems.addSentence(problem);
      return entries;
    });
    this.accepted.set(path, reading);
    return reading;
  }
}

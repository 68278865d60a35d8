import type { Connection, InitializeParams, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { summaryOf } from '../service/coverage.ts';
import { DraftReview, type ReviewState } from '../service/draft-review.ts';
import { NO_PRECEDENTS, type PrecedentsByTopic } from '../service/precedents.ts';
import { Reviewer } from '../service/reviewer.ts';
import { type Words, wordsFor } from '../service/words.ts';
import { readSettings } from '../surroundings/settings.ts';
import type { Surroundings } from '../surroundings/surroundings.ts';
import type { ClientForm } from './answers.ts';
import { type ClientAbilities, REVIEWED } from './requests.ts';

/** Milliseconds without another review of the text, after which it is told how it stands. */
const PAUSE = 100;
/** Milliseconds that a menu waits for an archive to be read. */
const PATIENCE = 1_000;

/** What one client and this server have agreed on, and what they share. */
export class Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly surroundings: Surroundings;
  readonly reviewer: Reviewer;
  readonly abilities: ClientAbilities;
  readonly words: Words;
  readonly form: ClientForm;
  /** The client asks for diagnostics. Others are sent them. */
  readonly pulls: boolean;
  readonly capabilities: InitializeParams['capabilities'];
  private readonly reported = new Map<string, ReviewState>();
  private readonly telling = new Map<string, ReturnType<typeof setTimeout>>();
  /** Until the client's settings are known, nothing is reviewed: it would have to be done twice. */
  readonly begun: Promise<void>;
  begin: () => void = () => {};

  constructor(
    connection: Connection,
    documents: TextDocuments<TextDocument>,
    surroundings: Surroundings,
    params: InitializeParams,
  ) {
    this.connection = connection;
    this.documents = documents;
    this.surroundings = surroundings;
    this.capabilities = params.capabilities;
    this.abilities = (params.initializationOptions ?? {}) as ClientAbilities;
    this.words = wordsFor(params.locale);
    this.reviewer = new Reviewer(surroundings, readSettings(this.abilities.settings), this.words);
    this.pulls = params.capabilities.textDocument?.diagnostic !== undefined;
    this.begun = new Promise((resolve) => {
      this.begin = resolve;
    });
    const { rulePages } = this.abilities;
    this.form = {
      hasCommands: this.abilities.commands === true,
      annotates: params.capabilities.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
      relates: (params.capabilities.textDocument?.publishDiagnostics?.relatedInformation ?? this.pulls) === true,
      pageOf: (rule) => (rulePages ? `${rulePages}:/${rule}.md` : undefined),
    };
  }

  /** The review of an open text as it now stands; tells client and user what came of it. */
  async stateOf(uri: string): Promise<ReviewState | undefined> {
    await this.begun;
    const document = this.documents.get(uri);
    if (!document) return undefined;
    const state = await this.reviewer.review(document);
    this.tellProblems();
    this.tellReviewed(state);
    return state;
  }

  async reviewOf(uri: string): Promise<DraftReview | undefined> {
    const state = await this.stateOf(uri);
    return state instanceof DraftReview ? state : undefined;
  }

  /**
   * How the agreements of the archive in force worded what a draft may lack. None where no archive is configured, and while
   * it is still being read, for nobody waits that long for a menu: the next one has them.
   */
  async precedentsFor(review: DraftReview): Promise<PrecedentsByTopic> {
    const { language, type } = review.report;
    const query = { language, preferredType: type.value };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), PATIENCE);
    });
    const reading = this.surroundings.precedents(review.uri, this.reviewer.settings, query);
    const found = await Promise.race([reading, tooLate]).finally(() => clearTimeout(timer));
    this.tellProblems();
    return found ?? NO_PRECEDENTS;
  }

  /** Has every text reviewed anew and shown anew. */
  renew(): void {
    this.reviewer.renew();
    this.reported.clear();
    if (this.pulls && this.capabilities.workspace?.diagnostics?.refreshSupport)
      this.connection.languages.diagnostics.refresh();
    if (this.capabilities.workspace?.codeLens?.refreshSupport)
      void this.connection.sendRequest('workspace/codeLens/refresh');
    if (this.capabilities.workspace?.inlayHint?.refreshSupport) this.connection.languages.inlayHint.refresh();
  }

  forget(uri: string): void {
    this.reported.delete(uri);
    clearTimeout(this.telling.get(uri));
    this.telling.delete(uri);
  }

  private tellReviewed(state: ReviewState): void {
    if (!this.abilities.coverage) return;
    if (this.reported.get(state.uri) === state) return;
    this.reported.set(state.uri, state);
    clearTimeout(this.telling.get(state.uri));
    // A client asks for the whole coverage thereupon: not between two keystrokes.
    const tell = () => {
      this.telling.delete(state.uri);
      void this.connection.sendNotification(REVIEWED, { uri: state.uri, ...summaryOf(state) });
    };
    this.telling.set(state.uri, setTimeout(tell, PAUSE));
  }

  /** One notification for each problem, with a way to its place. */
  private tellProblems(): void {
    for (const { message, uri, line } of this.surroundings.takeProblems()) void this.tell(message, uri, line);
  }

  private async tell(message: string, uri: string | undefined, line = 0): Promise<void> {
    const canShow = this.capabilities.window?.showDocument?.support === true && uri !== undefined;
    if (!canShow) {
      this.connection.window.showWarningMessage(message);
      return;
    }
    const chosen = await this.connection.window.showWarningMessage(message, { title: 'Open' });
    if (!chosen) return;
    const position = { line, character: 0 };
    await this.connection.window.showDocument({ uri, takeFocus: true, selection: { start: position, end: position } });
  }
}

import { fingerprint } from '@poclint/core';
import {
  type CancellationToken,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { ReviewState } from '../service/draft-review.ts';
import { type Remark, remarksOn } from '../service/remarks.ts';
import { sentenceOn } from '../service/sentences.ts';
import { diagnosticOf } from './answers.ts';
import type { Session } from './session.ts';

/** Drafts are reviewed one after the other; this many are reported together. */
const BATCH = 20;
/** Fewer drafts than this are reviewed before a progress bar could be read. */
const WORTH_PROGRESS = 10;

export function diagnosticsOf(state: ReviewState, session: Session): Diagnostic[] {
  const { surroundings, words, reviewer, form } = session;
  const shown = (remarks: readonly Remark[]) => remarks.map((remark) => diagnosticOf(remark, state.uri, form));
  try {
    return shown(remarksOn(state, reviewer.settings, surroundings, words));
  } catch (error) {
    const { uri, version } = state;
    const failed = {
      uri,
      version,
      text: state.text,
      status: 'failed',
      reason: sentenceOn(error, words.locale),
    } as const;
    return shown(remarksOn(failed, reviewer.settings, surroundings, words));
  }
}

/** Sends diagnostics to clients that do not ask for them, at most once for a burst of changes. */
export class DiagnosticPusher {
  private readonly session: Session;
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(session: Session) {
    this.session = session;
  }

  schedule(uri: string): void {
    if (this.waiting.has(uri)) return;
    // After the messages that are here already: only the last of several changes is worth a review.
    this.waiting.set(
      uri,
      setTimeout(() => void this.push(uri), 0),
    );
  }

  clear(uri: string): void {
    clearTimeout(this.waiting.get(uri));
    this.waiting.delete(uri);
    void this.session.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  private async push(uri: string): Promise<void> {
    this.waiting.delete(uri);
    const state = await this.session.stateOf(uri);
    if (!state || this.session.documents.get(uri)?.version !== state.version) return;
    const diagnostics = diagnosticsOf(state, this.session);
    await this.session.connection.sendDiagnostics({ uri, version: state.version, diagnostics });
  }
}

/** Reviews the drafts of the workspace that are not open. A client asks again as soon as it has its answer. */
export class WorkspaceDiagnostics {
  private readonly session: Session;
  private wake: () => void = () => {};
  private round = 0;

  constructor(session: Session) {
    this.session = session;
  }

  /** Something changed: the request that waits may be answered. */
  changed(): void {
    this.round++;
    this.wake();
  }

  async report(
    params: WorkspaceDiagnosticParams,
    token: CancellationToken,
    send: ((partial: WorkspaceDiagnosticReportPartialResult) => void) | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    const { begun, reviewer } = this.session;
    await begun;
    if (!reviewer.settings.workspaceDiagnostics || reviewer.settings.review === 'none') {
      await this.untilChanged(this.round, token);
      return { items: [] };
    }
    const before = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
    let round = this.round;
    let items = await this.reviewAll(before, token, send);
    // Nothing new: the answer waits until there is, or a client would ask without end.
    while (before.size > 0 && items.length === 0 && !token.isCancellationRequested) {
      await this.untilChanged(round, token);
      round = this.round;
      items = await this.reviewAll(before, token, send);
    }
    return { items };
  }

  private async reviewAll(
    before: ReadonlyMap<string, string>,
    token: CancellationToken,
    send: ((partial: WorkspaceDiagnosticReportPartialResult) => void) | undefined,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const { surroundings, documents } = this.session;
    const uris: string[] = [];
    for await (const uri of surroundings.listDrafts(() => token.isCancellationRequested)) uris.push(uri);
    const isLong = before.size === 0 && uris.length >= WORTH_PROGRESS;
    const canShow = this.session.capabilities.window?.workDoneProgress === true;
    const progress = isLong && canShow ? await this.session.connection.window.createWorkDoneProgress() : undefined;
    progress?.begin('poclint', 0, `0/${uris.length}`, true);
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    try {
      for (const [at, uri] of uris.entries()) {
        if (token.isCancellationRequested || progress?.token.isCancellationRequested) break;
        if (documents.get(uri)) continue;
        const report = await this.reviewFile(uri, before.get(uri));
        if (report) items.push(report);
        if (send && items.length >= BATCH) {
          send({ items });
          items = [];
        }
        progress?.report(Math.round((at / uris.length) * 100), `${at + 1}/${uris.length}`);
        // Open drafts come first: what a client asked meanwhile is answered between two files.
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
      for (const uri of before.keys())
        if (!uris.includes(uri)) items.push({ uri, version: null, kind: DocumentDiagnosticReportKind.Full, items: [] });
    } finally {
      progress?.done();
    }
    return items;
  }

  private async reviewFile(
    uri: string,
    previous: string | undefined,
  ): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
    const { surroundings, reviewer } = this.session;
    const text = await surroundings.readText(uri).catch(() => undefined);
    if (text === undefined) return undefined;
    const resultId = fingerprint(String(reviewer.round), text);
    if (resultId === previous) return undefined;
    const state = await reviewer.reviewOnce(uri, text);
    const items = diagnosticsOf(state, this.session);
    if (items.length === 0 && previous === undefined) return undefined;
    return { uri, version: null, kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  private untilChanged(since: number, token: CancellationToken): Promise<void> {
    if (this.round !== since || token.isCancellationRequested) return Promise.resolve();
    return new Promise((resolve) => {
      const subscription = token.onCancellationRequested(() => this.wake());
      this.wake = () => {
        subscription.dispose();
        resolve();
      };
    });
  }
}

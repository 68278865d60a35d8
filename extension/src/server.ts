import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { CloseAction, ErrorAction } from 'vscode-languageclient';
import { encodeBase64 } from './base64.ts';
import type { AcceptanceEntry, CompareAnswer, Coverage, ParityAnswer, PlaceRange } from './protocol.ts';

export const RULE_SCHEME = 'poclint-rule';
export const DRAFT_SCHEME = 'poclint-draft';

/** Where drafts may lie. Texts of other schemes, such as old versions or output, are nobody's drafts. */
const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs', 'github'];
const LANGUAGES = ['markdown', 'plaintext'];
const MOST_RESTARTS = 3;

export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The server as the extension speaks to it. */
export class Server {
  readonly client: BaseLanguageClient;
  private readonly reviewed = new vscode.EventEmitter<vscode.Uri>();
  /** A draft was reviewed. */
  readonly onReviewed = this.reviewed.event;

  constructor(makeClient: MakeClient) {
    this.client = makeClient({
      documentSelector: [
        ...SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language }))),
        { scheme: DRAFT_SCHEME },
      ],
      diagnosticCollectionName: 'poclint',
      diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
      // Asked for at each start: the workspace may have been trusted meanwhile.
      initializationOptions: () => ({
        commands: true,
        coverage: true,
        rulePages: RULE_SCHEME,
        trusted: vscode.workspace.isTrusted,
        settings: plainSettings(),
      }),
      errorHandler: restartQuietly(),
    });
    this.client.onNotification('poclint/reviewed', ({ uri }: { uri: string }) =>
      this.reviewed.fire(vscode.Uri.parse(uri)),
    );
    this.client.onRequest('poclint/readFile', async ({ uri }: { uri: string }) => {
      try {
        return encodeBase64(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)));
      } catch {
        return null;
      }
    });
  }

  async restart(): Promise<void> {
    await this.client.stop();
    await this.client.start();
  }

  coverage(uri: vscode.Uri, withReport = false): Promise<Coverage | null> {
    return this.client.sendRequest('poclint/coverage', { uri: uri.toString(), withReport });
  }

  choose(uri: vscode.Uri, choice: { type?: string | null; reading?: string | null; asked?: boolean }): Promise<void> {
    return this.client.sendRequest('poclint/choose', { uri: uri.toString(), ...choice });
  }

  acceptance(uri: string, fingerprint: string, reason: string): Promise<AcceptanceEntry | null> {
    return this.client.sendRequest('poclint/acceptance', { uri, fingerprint, reason });
  }

  modelClause(uri: vscode.Uri, topic: string): Promise<{ range: PlaceRange; text: string } | null> {
    return this.client.sendRequest('poclint/modelClause', { uri: uri.toString(), topic });
  }

  rule(id: string): Promise<{ title: string; page: string } | null> {
    return this.client.sendRequest('poclint/rule', { id });
  }

  async render(uri: vscode.Uri, source: vscode.Uri): Promise<{ text: string; problem?: string }> {
    return this.client.sendRequest('poclint/render', { uri: uri.toString(), ...(await file(source)) });
  }

  async annotate(source: vscode.Uri): Promise<{ bytes?: string; comments: number; problem?: string }> {
    return this.client.sendRequest('poclint/annotate', await file(source));
  }

  async compare(before: vscode.Uri, after: vscode.Uri): Promise<CompareAnswer> {
    return this.client.sendRequest('poclint/compare', { before: await file(before), after: await file(after) });
  }

  /** Holds two language versions side by side, from two files or from one that has both. */
  async parity(first: vscode.Uri, second?: vscode.Uri): Promise<ParityAnswer> {
    const [one, other] = await Promise.all([file(first), second && file(second)]);
    return this.client.sendRequest('poclint/parity', {
      first: one.source,
      firstBytes: one.bytes,
      ...(other && { second: other.source, secondBytes: other.bytes }),
    });
  }
}

/** The settings as data: what an editor hands out has functions in it, which no worker can be sent. */
function plainSettings(): unknown {
  return JSON.parse(JSON.stringify(vscode.workspace.getConfiguration('poclint')));
}

async function file(source: vscode.Uri): Promise<{ source: string; bytes: string }> {
  return { source: source.toString(), bytes: encodeBase64(await vscode.workspace.fs.readFile(source)) };
}

/** A server that crashed is started again, which is said once. One that crashes again and again is left alone. */
function restartQuietly() {
  let restarts = 0;
  return {
    error: () => ({ action: ErrorAction.Continue }),
    closed: () => {
      restarts++;
      if (restarts > MOST_RESTARTS)
        return {
          action: CloseAction.DoNotRestart,
          message: vscode.l10n.t(
            'The review of drafts stopped several times and is now off. Reload the window to try again.',
          ),
        };
      if (restarts === 1)
        void vscode.window.showWarningMessage(vscode.l10n.t('The review of drafts stopped and was started again.'));
      return { action: CloseAction.Restart, handled: true };
    },
  };
}

export function rangeOf({ start, end }: PlaceRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

import * as vscode from 'vscode';
import type { Coverage } from './protocol.ts';
import { DRAFT_SCHEME, type Server } from './server.ts';

/** The draft that is being edited, and how it stands. Follows the editor and every review. */
export class ActiveDraft implements vscode.Disposable {
  uri: vscode.Uri | undefined;
  coverage: Coverage | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onChanged = this.changed.event;
  private readonly server: Server;
  private readonly subscriptions: vscode.Disposable[];
  /** Answers may come in another order than they were asked for: only the last counts. */
  private asked = 0;

  constructor(server: Server) {
    this.server = server;
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor((editor) => void this.follow(editor)),
      server.onReviewed((uri) => {
        if (uri.toString() === this.uri?.toString()) void this.refresh();
      }),
    ];
    void this.follow(vscode.window.activeTextEditor);
  }

  async refresh(): Promise<void> {
    const { uri } = this;
    const asked = ++this.asked;
    const coverage = uri && ((await this.server.coverage(uri).catch(() => null)) ?? undefined);
    if (asked !== this.asked) return;
    this.coverage = coverage;
    this.changed.fire();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async follow(editor: vscode.TextEditor | undefined): Promise<void> {
    // A view or a panel that takes the focus leaves the draft as it is.
    if (!editor) return;
    const { document } = editor;
    const isText = document.languageId === 'markdown' || document.languageId === 'plaintext';
    this.uri = isText || document.uri.scheme === DRAFT_SCHEME ? document.uri : undefined;
    await this.refresh();
  }
}

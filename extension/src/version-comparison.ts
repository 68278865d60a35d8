import * as vscode from 'vscode';
import type { RenderedDrafts } from './draft-pages.ts';
import { DRAFT_SCHEME, rangeOf, type Server } from './server.ts';

const { t } = vscode.l10n;

const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
} as const;

/** The editor's own diff of two versions, with what protection was lost, weakened or gained. Its findings go with the diff. */
export class VersionComparison implements vscode.Disposable {
  private readonly server: Server;
  private readonly rendered: RenderedDrafts;
  private readonly findings = vscode.languages.createDiagnosticCollection('poclint-comparison');
  private readonly subscription: vscode.Disposable;

  constructor(server: Server, rendered: RenderedDrafts) {
    this.server = server;
    this.rendered = rendered;
    this.subscription = vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      for (const { input } of closed)
        if (input instanceof vscode.TabInputTextDiff) this.findings.delete(input.modified);
    });
  }

  async show(earlier: vscode.Uri, shown: vscode.Uri): Promise<void> {
    const now = shown.scheme === DRAFT_SCHEME ? this.rendered.sourceOf(shown) : shown;
    const { changes, comparison, problem } = await this.server.compare(earlier, now);
    if (problem) {
      void vscode.window.showWarningMessage(problem);
      return;
    }
    const before = await vscode.workspace.openTextDocument(this.rendered.shownAt(earlier));
    const start = new vscode.Range(0, 0, 0, 0);
    const findings = changes.map(({ severity, message, clause, range }, at) => {
      const words = range || clause === '' ? message : `${clause}: ${message}`;
      const diagnostic = new vscode.Diagnostic(range ? rangeOf(range) : start, words, SEVERITIES[severity]);
      diagnostic.source = t('poclint, earlier version');
      const old = comparison?.changes[at]?.old;
      if (old?.span) {
        const stood = new vscode.Range(before.positionAt(old.span[0]), before.positionAt(old.span[1]));
        diagnostic.relatedInformation = [
          new vscode.DiagnosticRelatedInformation(new vscode.Location(before.uri, stood), old.clause),
        ];
      }
      return diagnostic;
    });
    const name = (one: vscode.Uri) => one.path.split('/').at(-1) ?? '';
    const title = `${name(earlier)} ↔ ${name(shown)}`;
    await vscode.commands.executeCommand('vscode.diff', before.uri, shown, title);
    this.findings.set(shown, findings);
    const lost = changes.filter(({ severity }) => severity !== 'info').length;
    void vscode.window.showInformationMessage(
      t('Changes to protection: {0}, of which losses: {1}. They are listed under Problems.', changes.length, lost),
    );
  }

  dispose(): void {
    this.subscription.dispose();
    this.findings.dispose();
  }
}

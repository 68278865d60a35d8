import * as vscode from 'vscode';
import type { Server } from './server.ts';
import { DRAFT_SCHEME, RULE_SCHEME } from './server.ts';

/** Word, PDF and other files as the text that is reviewed, for reading only. */
export class RenderedDrafts implements vscode.TextDocumentContentProvider {
  private readonly server: Server;
  private readonly sources = new Map<string, vscode.Uri>();

  constructor(server: Server) {
    this.server = server;
  }

  /** The address under which a file is shown as text. */
  addressOf(source: vscode.Uri): vscode.Uri {
    const address = vscode.Uri.from({ scheme: DRAFT_SCHEME, path: source.path });
    this.sources.set(address.toString(), source);
    return address;
  }

  sourceOf(address: vscode.Uri): vscode.Uri {
    return this.sources.get(address.toString()) ?? vscode.Uri.file(address.path);
  }

  /** Where the text of a file can be seen: texts as they are, others as they are rendered. */
  shownAt(source: vscode.Uri): vscode.Uri {
    return /\.(?:md|markdown|txt)$/i.test(source.path) ? source : this.addressOf(source);
  }

  async provideTextDocumentContent(address: vscode.Uri): Promise<string> {
    const { text, problem } = await this.server.render(address, this.sourceOf(address));
    if (problem) void vscode.window.showErrorMessage(problem);
    return problem ?? text;
  }
}

/** The pages of rules, for links from diagnostics. */
export class RulePages implements vscode.TextDocumentContentProvider {
  private readonly server: Server;

  constructor(server: Server) {
    this.server = server;
  }

  addressOf(rule: string): vscode.Uri {
    return vscode.Uri.from({ scheme: RULE_SCHEME, path: `/${rule}.md` });
  }

  async provideTextDocumentContent(address: vscode.Uri): Promise<string> {
    const id = address.path.replace(/^\/|\.md$/g, '');
    const rule = await this.server.rule(id);
    return rule?.page ?? vscode.l10n.t('There is no rule “{0}”.', id);
  }
}

/** Shows Markdown as a page, or as its text where the editor's preview is switched off. */
export async function showPage(address: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand('markdown.showPreviewToSide', address);
  } catch {
    await vscode.window.showTextDocument(address, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }
}

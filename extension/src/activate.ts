import * as vscode from 'vscode';
import { ActiveDraft } from './active-draft.ts';
import { registerCommands } from './commands.ts';
import { CoverageView } from './coverage-view.ts';
import { REPORT_SCHEME, RenderedDrafts, ReportPages, RulePages } from './draft-pages.ts';
import { DRAFT_SCHEME, type MakeClient, RULE_SCHEME, Server } from './server.ts';
import { StatusBar } from './status-bar.ts';

/** Starts the server and everything that shows what it finds. The same for a desktop and a browser. */
export async function start(context: vscode.ExtensionContext, makeClient: MakeClient): Promise<Server> {
  const server = new Server(makeClient);
  const rendered = new RenderedDrafts(server);
  const rules = new RulePages(server);
  const reports = new ReportPages();
  const comparison = vscode.languages.createDiagnosticCollection('poclint-comparison');
  context.subscriptions.push(
    comparison,
    vscode.workspace.registerTextDocumentContentProvider(DRAFT_SCHEME, rendered),
    vscode.workspace.registerTextDocumentContentProvider(RULE_SCHEME, rules),
    vscode.workspace.registerTextDocumentContentProvider(REPORT_SCHEME, reports),
  );
  await server.client.start();
  const draft = new ActiveDraft(server);
  const view = new CoverageView(draft);
  const status = new StatusBar(draft);
  context.subscriptions.push(
    draft,
    view,
    status,
    ...registerCommands({ server, draft, view, status, rendered, rules, reports, comparison }),
  );
  return server;
}

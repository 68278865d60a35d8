import * as vscode from 'vscode';
import { ActiveDraft } from './active-draft.ts';
import { registerCommands } from './commands.ts';
import { CoverageView } from './coverage-view.ts';
import { RenderedDrafts, RulePages } from './draft-pages.ts';
import { DRAFT_SCHEME, type MakeClient, RULE_SCHEME, Server } from './server.ts';
import { StatusBar } from './status-bar.ts';
import { TablePages } from './table-page.ts';
import { VersionComparison } from './version-comparison.ts';

/** Starts the server and everything that shows what it finds. The same for a desktop and a browser. */
export function start(context: vscode.ExtensionContext, makeClient: MakeClient): Server {
  const server = new Server(makeClient);
  const rendered = new RenderedDrafts(server);
  const rules = new RulePages(server);
  const tables = new TablePages();
  const comparison = new VersionComparison(server, rendered);
  context.subscriptions.push(
    tables,
    comparison,
    vscode.workspace.registerTextDocumentContentProvider(DRAFT_SCHEME, rendered),
    vscode.workspace.registerTextDocumentContentProvider(RULE_SCHEME, rules),
  );
  // Nobody waits for the server: what asks it something waits by itself, and the client says when it does not come.
  server.client.start().catch(() => {});
  const draft = new ActiveDraft(server);
  const view = new CoverageView(draft);
  const status = new StatusBar(draft);
  context.subscriptions.push(
    vscode.workspace.onDidGrantWorkspaceTrust(() => server.restart()),
    draft,
    view,
    status,
    ...registerCommands({ server, draft, view, status, rendered, rules, tables, comparison }),
  );
  return server;
}

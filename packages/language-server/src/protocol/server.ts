import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readSettings } from '../surroundings/settings.ts';
import type { Surroundings } from '../surroundings/surroundings.ts';
import { DiagnosticPusher, diagnosticsOf, WorkspaceDiagnostics } from './diagnostics.ts';
import { answerExtras } from './extras.ts';
import type { ClientAbilities } from './requests.ts';
import { Session } from './session.ts';
import { answerVerbs } from './verbs.ts';

/** Makes what lies around drafts, once the workspace's folders are known. They may change later. */
export type MakeSurroundings = (
  folders: () => readonly string[],
  abilities: ClientAbilities,
  locale: string | undefined,
) => Surroundings;

/** What, when it changes on disk, may change reviews. Rules are Markdown and YAML in folders that only users know. */
const WATCHED = '**/{accepted.yaml,package.json,.poclintrc*,poclint.config.*,*.md,*.markdown,*.txt,*.yaml,*.yml}';

/** Serves one client for as long as its connection lasts. */
export function serve(connection: Connection, version: string, makeSurroundings: MakeSurroundings): void {
  const documents = new TextDocuments(TextDocument);
  let folders: string[] = [];

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    folders = (params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri, name: '' }] : [])).map(
      ({ uri }) => uri,
    );
    const abilities = (params.initializationOptions ?? {}) as ClientAbilities;
    const surroundings = makeSurroundings(() => folders, abilities, params.locale);
    const session = new Session(connection, documents, surroundings, params);
    run(session);
    return { capabilities: capabilitiesFor(session), serverInfo: { name: 'poclint', version } };
  });

  function run(session: Session): void {
    const pusher = new DiagnosticPusher(session);
    const workspace = new WorkspaceDiagnostics(session);
    const showAgain = (uri: string) => {
      if (!session.pulls) pusher.schedule(uri);
      else if (session.capabilities.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh();
      if (session.capabilities.workspace?.codeLens?.refreshSupport)
        void connection.sendRequest('workspace/codeLens/refresh');
    };
    const showAllAgain = () => {
      session.renew();
      workspace.changed();
      if (!session.pulls) for (const { uri } of documents.all()) pusher.schedule(uri);
    };
    answerVerbs(session);
    answerExtras(session, showAgain);
    listenForSettings(session, showAllAgain);

    connection.onInitialized(async () => {
      const { workspace: abilities } = session.capabilities;
      if (abilities?.didChangeConfiguration?.dynamicRegistration)
        void connection.client.register(DidChangeConfigurationNotification.type, { section: 'poclint' });
      if (abilities?.didChangeWatchedFiles?.dynamicRegistration)
        void connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: WATCHED }],
        });
      if (abilities?.workspaceFolders)
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = new Set(removed.map(({ uri }) => uri));
          folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
          showAllAgain();
        });
      // A client that cannot say what its settings are has none.
      await readClientSettings(session).catch(() => {});
      session.begin();
    });

    connection.onDidChangeWatchedFiles(({ changes }) => {
      if (session.surroundings.changed(changes.map(({ uri }) => uri))) showAllAgain();
      else workspace.changed();
    });
    // Some clients watch no files: what they save here is at least noticed.
    documents.onDidSave(({ document }) => {
      if (session.surroundings.changed([document.uri])) showAllAgain();
    });

    documents.onDidChangeContent(({ document }) => {
      if (!session.pulls) pusher.schedule(document.uri);
    });
    documents.onDidClose(({ document }) => {
      session.reviewer.forget(document.uri);
      session.forget(document.uri);
      if (!session.pulls) pusher.clear(document.uri);
      workspace.changed();
    });

    connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
      const state = await session.stateOf(uri);
      if (!state) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const resultId = session.reviewer.keyOf(state);
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(state, session) };
    });
    connection.languages.diagnostics.onWorkspace((params, token, _progress, reporter) =>
      workspace.report(params, token, reporter ? (partial) => reporter.report(partial) : undefined),
    );

    connection.onExecuteCommand(async ({ command, arguments: args = [] }) => {
      if (command === 'poclint.explain') await explain(session, String(args[0] ?? ''));
      return null;
    });
  }

  documents.listen(connection);
  connection.listen();
}

function capabilitiesFor(session: Session): InitializeResult['capabilities'] {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    hoverProvider: true,
    codeLensProvider: { resolveProvider: false },
    inlayHintProvider: true,
    completionProvider: { resolveProvider: false },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    documentLinkProvider: { resolveProvider: false },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(session.pulls && {
      diagnosticProvider: { identifier: 'poclint', interFileDependencies: false, workspaceDiagnostics: true },
    }),
    // A client with commands of its own would register this name twice.
    ...(!session.abilities.commands && { executeCommandProvider: { commands: ['poclint.explain'] } }),
  };
}

function listenForSettings(session: Session, showAllAgain: () => void): void {
  session.connection.onDidChangeConfiguration(async ({ settings }) => {
    const sent = (settings as { poclint?: unknown } | null | undefined)?.poclint;
    if (sent !== undefined && sent !== null) session.reviewer.settings = readSettings(sent);
    else await readClientSettings(session);
    showAllAgain();
  });
}

/** Asks the client for its settings, where it answers such questions. */
async function readClientSettings(session: Session): Promise<void> {
  if (session.capabilities.workspace?.configuration !== true) return;
  const sent: unknown = await session.connection.workspace.getConfiguration('poclint');
  session.reviewer.settings = readSettings(sent);
}

/** Shows a rule to a client without commands of its own. */
async function explain(session: Session, rule: string): Promise<void> {
  const uri = session.surroundings.pageOf(rule);
  if (uri && session.capabilities.window?.showDocument?.support) {
    await session.connection.window.showDocument({ uri, takeFocus: true });
    return;
  }
  session.connection.window.showInformationMessage(uri ?? rule);
}

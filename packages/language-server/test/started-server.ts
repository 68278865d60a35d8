import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type ShowDocumentParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** The server as it stands in the source. */
const SOURCE = [fileURLToPath(new URL('../bin/poclint-server.js', import.meta.url))];

export interface StartOptions {
  readonly folder?: string;
  /** The workspace's folder, where it is none on this machine. */
  readonly folderUri?: string;
  readonly capabilities?: ClientCapabilities;
  readonly abilities?: Readonly<Record<string, unknown>>;
  readonly settings?: unknown;
  /** The editor's language, where it states one. */
  readonly locale?: string;
  /** What is started in place of the source: a program and its arguments, without `--stdio`. */
  readonly program?: readonly string[];
  /** The variables that it is started with besides this process's own. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** The server as a process of its own, and the other end of its streams. */
export class StartedServer {
  readonly connection: ProtocolConnection;
  readonly child: ChildProcess;
  initialized: InitializeResult | undefined;
  /** What the user chooses when asked by a message. */
  choice: string | undefined;
  /** Files that were opened for the user, and at which line. */
  readonly opened: { readonly uri: string; readonly line: number | undefined }[] = [];
  /** Messages to the user, as they came. */
  readonly messages: string[] = [];
  /** What the server wrote that is no protocol: to be nothing. */
  stderr = '';
  private readonly published = new Map<string, PublishDiagnosticsParams>();
  private waiting: (() => void)[] = [];

  private constructor(child: ChildProcess, settings: unknown) {
    this.child = child;
    this.connection = createProtocolConnection(
      new StreamMessageReader(child.stdout as NodeJS.ReadableStream),
      new StreamMessageWriter(child.stdin as NodeJS.WritableStream),
    );
    child.stderr?.on('data', (data) => {
      this.stderr += data;
    });
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, params);
      this.wakeAll();
    });
    const heard = ({ message }: { message: string }) => {
      this.messages.push(message);
      this.wakeAll();
    };
    this.connection.onNotification('window/showMessage', heard);
    this.connection.onRequest('window/showMessageRequest', (params: { message: string }) => {
      heard(params);
      return this.choice === undefined ? null : { title: this.choice };
    });
    this.connection.onRequest('window/showDocument', ({ uri, selection }: ShowDocumentParams) => {
      this.opened.push({ uri, line: selection?.start.line });
      this.wakeAll();
      return { success: true };
    });
    this.connection.onRequest('workspace/configuration', () => [settings ?? null]);
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('window/workDoneProgress/create', () => null);
    this.connection.listen();
  }

  static async start(options: StartOptions = {}): Promise<StartedServer> {
    const child = spawn(process.execPath, [...(options.program ?? SOURCE), '--stdio'], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...options.variables },
    });
    const server = new StartedServer(child, options.settings);
    const uri = options.folderUri ?? (options.folder ? pathToFileURL(options.folder).href : null);
    server.initialized = await server.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: uri,
      ...(options.locale !== undefined && { locale: options.locale }),
      workspaceFolders: uri ? [{ uri, name: 'drafts' }] : null,
      capabilities: options.capabilities ?? {},
      initializationOptions: {
        ...options.abilities,
        ...(options.settings !== undefined && { settings: options.settings }),
      },
    });
    await server.connection.sendNotification('initialized', {});
    return server;
  }

  async open(uri: string, text: string, languageId = 'markdown'): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  async openFile(path: string): Promise<string> {
    const uri = pathToFileURL(path).href;
    await this.open(uri, readFileSync(path, 'utf8'), path.endsWith('.md') ? 'markdown' : 'plaintext');
    return uri;
  }

  async replace(uri: string, version: number, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  /** The diagnostics sent for a version of a text, or for any. */
  async diagnostics(uri: string, version?: number): Promise<readonly Diagnostic[]> {
    for (;;) {
      const known = this.published.get(uri);
      if (known && (version === undefined || known.version === version)) return known.diagnostics;
      await this.next();
    }
  }

  /** Diagnostics sent from now on. */
  renewed(uri: string): Promise<readonly Diagnostic[]> {
    this.published.delete(uri);
    return this.diagnostics(uri);
  }

  request<Answer>(method: string, params: unknown): Promise<Answer> {
    return this.connection.sendRequest(method, params);
  }

  /** Waits until something came from the server. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
    });
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await gone;
    this.connection.dispose();
  }

  private wakeAll(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const wake of waiting) wake();
  }
}

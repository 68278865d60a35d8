import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start } from './activate.ts';
import type { Server } from './server.ts';

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server/server.js');
  const program = { module, transport: TransportKind.ipc };
  server = await start(
    context,
    (options) => new LanguageClient('poclint', 'poclint', { run: program, debug: program }, options),
  );
}

export async function deactivate(): Promise<void> {
  await server?.client.stop();
}

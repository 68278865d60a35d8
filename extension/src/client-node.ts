import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start } from './activate.ts';
import type { Server } from './server.ts';

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server/server.js');
  const program = { module, transport: TransportKind.ipc };
  server = start(
    context,
    (options) => new LanguageClient('poclint', 'poclint', { run: program, debug: program }, options),
  );
}

export async function deactivate(): Promise<void> {
  await server?.client.stop();
}

import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { start } from './activate.ts';
import type { Server } from './server.ts';

/** Types for Node leave out that a browser can make workers. */
const { Worker: BrowserWorker } = globalThis as unknown as { Worker: new (url: string) => Worker };

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const program = vscode.Uri.joinPath(context.extensionUri, 'dist/server-browser.js');
  const worker = new BrowserWorker(program.toString(true));
  server = await start(context, (options) => new LanguageClient('poclint', 'poclint', worker, options));
}

export async function deactivate(): Promise<void> {
  await server?.client.stop();
}

import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { start } from './activate.ts';
import type { Server } from './server.ts';

/** A browser's worker, as its client takes it; types for Node do not know that it can be made and sent messages. */
type BrowserWorker = Worker & { postMessage(message: unknown): void };
const { Worker: BrowserWorker } = globalThis as unknown as { Worker: new (url: string) => BrowserWorker };

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const own = vscode.Uri.joinPath(context.extensionUri, 'dist');
  const [worker, provisions] = await Promise.all([
    new BrowserWorker(vscode.Uri.joinPath(own, 'server-browser.js').toString(true)),
    readProvisions(own),
  ]);
  // The worker starts to serve with this message, so it comes before the client's first.
  worker.postMessage({
    ...provisions,
    version: (context.extension.packageJSON as { version: string }).version,
    parts: vscode.Uri.joinPath(own, 'parts').toString(true),
  });
  server = start(context, (options) => new LanguageClient('poclint', 'poclint', worker, options));
}

export async function deactivate(): Promise<void> {
  await server?.client.stop();
}

/** The rules, which the worker cannot read: it may come from another origin. */
async function readProvisions(own: vscode.Uri) {
  const read = (name: string) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(own, 'rules', name));
  const rules = await read('.pack.json');
  const pack = JSON.parse(new TextDecoder().decode(rules)) as {
    ruleSet: { languages: readonly { readonly id: string }[] };
  };
  const phrases = await Promise.all(
    pack.ruleSet.languages.map(async ({ id }) => [id, await read(`.pack.${id}.json`)] as const),
  );
  return { rules, phrases: Object.fromEntries(phrases) };
}

import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { compactRules, readRuleFolder } from '@poclint/rules';
import { writeRulePack } from '@poclint/rules/pack';
import { build, type Plugin } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver/node';
import { CEASEFIRE, CEASEFIRE_URI, folderWith } from './drafts.ts';
import { freshFindings, shownFindings } from './fresh-review.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly diagnostics: Diagnostic[] };
  readonly result?: unknown;
}

/** What the bundle asks of Node, and by which file. */
const asked: string[] = [];
let code: string;

/** Reports what would be Node's own. Bundlers of browsers put nothing in its place. */
const nodeModules: Plugin = {
  name: 'node-modules',
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, ({ path, importer }) => {
      if (isBuiltin(path)) asked.push(`${path} by ${importer}`);
      return undefined;
    });
  },
};

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [here('../src/browser/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    conditions: ['worker'],
    external: ['tesseract.js', '@tesseract.js-data/*', '@hyzyla/pdfium'],
    define: { 'process.env.NODE_DEBUG': 'undefined' },
    logLevel: 'silent',
    plugins: [nodeModules],
  });
  code = outputFiles[0]?.text ?? '';
}, 120_000);

/** The other end of a worker in which nothing of Node is to be had. */
class BarePage {
  private readonly scope: Record<string, unknown>;
  private readonly heard: Message[] = [];
  private listeners: ((event: { data: unknown }) => void)[] = [];
  private wake: () => void = () => {};
  private last = 0;

  constructor() {
    this.scope = {
      addEventListener: (name: string, listen: (event: { data: unknown }) => void) => {
        if (name === 'message') this.listeners.push(listen);
      },
      postMessage: (message: Message) => {
        this.heard.push(message);
        this.wake();
      },
      ...{ TextDecoder, TextEncoder, URL, URLSearchParams, AbortController, atob, btoa, performance, structuredClone },
      ...{ setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask },
      console: { ...console },
    };
    this.scope.self = this.scope;
    runInContext(code, createContext(this.scope));
  }

  /** The first message starts the server, which then listens as a worker does. */
  send(data: unknown): void {
    const { listeners } = this;
    this.listeners = [];
    for (const listen of listeners) listen({ data });
    if (listeners.length === 0) (this.scope.onmessage as (event: { data: unknown }) => void)({ data });
  }

  notify(method: string, params: unknown): void {
    this.send({ jsonrpc: '2.0', method, params });
  }

  async request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.last;
    this.send({ jsonrpc: '2.0', id, method, params });
    return (await this.next((message) => message.id === id && message.method === undefined)).result;
  }

  async next(test: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const at = this.heard.findIndex(test);
      if (at >= 0) return this.heard.splice(at, 1)[0] as Message;
      // What the server asks of the page: there are no files beside the draft.
      const question = this.heard.findIndex(({ id, method }) => id !== undefined && method === 'poclint/readFile');
      if (question >= 0) {
        const [{ id }] = this.heard.splice(question, 1) as [Message];
        this.send({ jsonrpc: '2.0', id, result: null });
        continue;
      }
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}

describe('the server for a web worker', () => {
  it('imports nothing of Node', () => {
    expect(code.length).toBeGreaterThan(100_000);
    expect(asked).toEqual([]);
  });

  it('serves a page where nothing of Node is to be had', async () => {
    const folder = folderWith({});
    writeRulePack(folder, compactRules(readRuleFolder(here('../../../rules')).ruleSet), { published: true });
    const phrases = readdirSync(folder).flatMap((name) => {
      const language = /^\.pack\.([a-z]+)\.json$/.exec(name)?.[1];
      return language ? [[language, readFileSync(join(folder, name))] as const] : [];
    });
    const page = new BarePage();
    page.send({
      rules: readFileSync(join(folder, '.pack.json')),
      phrases: Object.fromEntries(phrases),
      version: '0',
    });
    expect(await page.request('initialize', { processId: null, rootUri: null, capabilities: {} })).toMatchObject({
      serverInfo: { name: 'poclint' },
    });
    page.notify('initialized', {});
    page.notify('textDocument/didOpen', {
      textDocument: { uri: CEASEFIRE_URI, languageId: 'markdown', version: 1, text: CEASEFIRE },
    });
    const { params } = await page.next(({ method }) => method === 'textDocument/publishDiagnostics');
    expect(shownFindings(params?.diagnostics ?? [])).toEqual(freshFindings('/drafts/ceasefire.md', CEASEFIRE));
    const coverage = await page.request('poclint/coverage', { uri: CEASEFIRE_URI });
    expect(coverage).toMatchObject({ status: 'reviewed' });
  }, 60_000);
});

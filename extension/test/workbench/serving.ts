import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { inject } from 'vitest';
import { codeServer, NODE } from './code-server.ts';

/** A loaded machine with two cores needs its time; a healthy one never comes near it. */
export const PATIENCE = Number(process.env.PATIENCE ?? 120_000);
const EXTENSION = join(import.meta.dirname, '../..');
/** An extension that provides a workspace which lies on no disk. */
const VIRTUAL_FILES = join(import.meta.dirname, 'virtual-files');
export const VIRTUAL_SCHEME = 'memfs';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

export interface WorkbenchOptions {
  /** Files of the workspace: text, or a path to copy. */
  readonly files: Readonly<Record<string, string | { readonly copyOf: string }>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  /**
   * Runs the extension's browser entry in a web worker instead of the installed package in node, on files that lie on no
   * disk, as on vscode.dev.
   */
  readonly inBrowser?: boolean;
  /** Opens the workspace without trusting it. */
  readonly isUntrusted?: boolean;
  /** Opens the editor without a workspace. */
  readonly hasNoWorkspace?: boolean;
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** Starts the program that serves the workbench, and waits until it listens. */
export async function startHost(base: string, port: number, options: WorkbenchOptions): Promise<ChildProcess> {
  const { args, env } = codeServer(base, options.inBrowser ? join(base, 'extensions') : inject('extensions'));
  const quiet = [
    '--disable-telemetry',
    '--disable-update-check',
    '--ignore-last-opened',
    ...(options.isUntrusted ? [] : ['--disable-workspace-trust']),
  ];
  const host = spawn(NODE, [...args, '--bind-addr', `127.0.0.1:${port}`, '--auth', 'none', ...quiet], { env });
  process.once('exit', () => host.kill());
  await new Promise<void>((resolve, reject) => {
    let log = '';
    const hear = (data: Buffer) => {
      log += data;
      if (log.includes('HTTP server listening')) resolve();
    };
    host.stdout.on('data', hear);
    host.stderr.on('data', hear);
    host.once('exit', () => reject(new Error(`the workbench did not start:\n${log}`)));
  });
  return host;
}

/** Starts a browser that reaches nothing but the workbench. */
export async function startBrowser(base: string, port: number, virtual: string | undefined): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(join(base, 'browser'), {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    viewport: { width: 1360, height: 860 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });
  context.setDefaultTimeout(PATIENCE);
  const origin = `http://127.0.0.1:${port}`;
  // Nothing leaves the machine.
  await context.route(
    (url) => url.protocol.startsWith('http') && url.origin !== origin,
    (route) => route.abort(),
  );
  const paths = ['/extension-under-test', '/virtual-files'];
  if (virtual !== undefined) {
    await context.route(
      (url) => url.origin === origin && paths.some((path) => url.pathname.startsWith(`${path}/`)),
      (route) => {
        const [, name = '', ...rest] = normalize(new URL(route.request().url()).pathname).split('/');
        const path = join(name === 'virtual-files' ? VIRTUAL_FILES : EXTENSION, ...rest);
        const contentType = CONTENT_TYPES[extname(path)] ?? 'application/json';
        if (path === join(VIRTUAL_FILES, 'files.json'))
          return route.fulfill({ contentType, body: JSON.stringify(contentsOf(virtual)) });
        return existsSync(path) ? route.fulfill({ path, contentType }) : route.fulfill({ status: 404 });
      },
    );
  }
  const extensions =
    virtual === undefined ? [] : paths.map((path) => ({ scheme: 'http', authority: `127.0.0.1:${port}`, path }));
  // The configuration is changed on the page, before its deferred scripts run: a page that a test rewrote on the way may
  // not open a connection to this machine.
  await context.addInitScript(
    (added) => {
      const page = globalThis as unknown as { document: PageDocument };
      page.document.addEventListener('readystatechange', () => {
        const element = page.document.getElementById('vscode-workbench-web-configuration');
        if (page.document.readyState !== 'interactive' || !element) return;
        const configuration = JSON.parse(element.getAttribute('data-settings') ?? '{}');
        configuration.developmentOptions = { ...configuration.developmentOptions, ...added };
        element.setAttribute('data-settings', JSON.stringify(configuration));
      });
    },
    virtual === undefined ? {} : { extensions },
  );
  return context;
}

/** The files of a folder as the virtual workspace is given them: by name, in base64. */
function contentsOf(folder: string): Record<string, string> {
  const names = readdirSync(folder);
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));
}

interface PageDocument {
  readonly readyState: string;
  addEventListener(name: string, listener: () => void): void;
  getElementById(
    id: string,
  ): { getAttribute(name: string): string | null; setAttribute(name: string, value: string): void } | null;
}

import { type ChildProcess, spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join, normalize } from 'node:path';
import { type BrowserContext, chromium, type FrameLocator, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { codeServer, NODE } from './code-server.ts';

/** A loaded machine with two cores needs its time; a healthy one never comes near it. */
export const PATIENCE = Number(process.env.PATIENCE ?? 120_000);
const EXTENSION = join(import.meta.dirname, '../..');
/** An extension that provides a workspace which lies on no disk. */
const VIRTUAL_FILES = join(import.meta.dirname, 'virtual-files');
const VIRTUAL_SCHEME = 'memfs';
/** Pictures for the documentation are replaced only when that is asked for; else they are taken and thrown away. */
const PICTURES = process.env.PICTURES === 'keep' ? join(EXTENSION, '../docs/pictures') : undefined;
/** Where to look for what a failed test last showed. */
const FAILURES = join(tmpdir(), 'poclint-workbench-failures');

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const QUIET = {
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  // Editors open as tabs, which a test can leave.
  'workbench.editor.useModal': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'files.autoSave': 'off',
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  // A click at the wrong moment must not scroll the draft out of sight.
  'editor.scrollBeyondLastLine': false,
  'editor.accessibilitySupport': 'off',
};

/** What was said on the way is no part of what a picture shows. */
const WITHOUT_TOASTS = '.notifications-toasts { visibility: hidden }';

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

/** A real workbench with the extension in it, and the page on which a user would work. */
export class Workbench {
  readonly page: Page;
  readonly folder: string;
  private readonly base: string;
  private readonly host: ChildProcess;
  private readonly context: BrowserContext;

  private constructor(page: Page, folder: string, base: string, host: ChildProcess, context: BrowserContext) {
    this.page = page;
    this.folder = folder;
    this.base = base;
    this.host = host;
    this.context = context;
  }

  static async open(options: WorkbenchOptions): Promise<Workbench> {
    const base = mkdtempSync(join(tmpdir(), 'poclint-workbench-'));
    const folder = join(base, 'drafts');
    for (const path of [folder, join(base, 'data/User'), join(base, 'home')]) mkdirSync(path, { recursive: true });
    for (const [name, content] of Object.entries(options.files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      if (typeof content === 'string') writeFileSync(join(folder, name), content);
      else copyFileSync(content.copyOf, join(folder, name));
    }
    writeFileSync(join(base, 'data/User/settings.json'), JSON.stringify({ ...QUIET, ...options.settings }));
    writeFileSync(join(base, 'config.yaml'), 'auth: none\n');
    const port = await freePort();
    const host = await startHost(base, port, options);
    const context = await startBrowser(base, port, options.inBrowser ? folder : undefined);
    const page = context.pages()[0] ?? (await context.newPage());
    const workspace = options.inBrowser ? `${VIRTUAL_SCHEME}:/drafts` : folder;
    const query = options.hasNoWorkspace ? 'ew=true' : `folder=${encodeURIComponent(workspace)}`;
    await page.goto(`http://127.0.0.1:${port}/?${query}`, { waitUntil: 'commit' });
    const ready = options.hasNoWorkspace
      ? '.part.statusbar .statusbar-item'
      : '.explorer-folders-view .monaco-list-row';
    await page.locator(ready).first().waitFor();
    return new Workbench(page, folder, base, host, context);
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  bytes(name: string): Buffer {
    return readFileSync(join(this.folder, name));
  }

  has(name: string): boolean {
    return existsSync(join(this.folder, name));
  }

  file(name: string): Locator {
    return this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
  }

  async openFile(name: string): Promise<void> {
    await this.file(name).dblclick();
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
  }

  /** Runs a command by its name, as a user does. */
  async command(name: string): Promise<void> {
    await this.retry(async () => {
      await this.page.keyboard.press('F1');
      const input = this.page.locator('.quick-input-widget input[type="text"]');
      await input.waitFor({ timeout: 10_000 });
      await input.fill(`>${name}`);
      await this.page
        .locator('.quick-input-list .monaco-list-row', { hasText: name })
        .first()
        .waitFor({ timeout: 10_000 });
      await this.page.keyboard.press('Enter');
    });
  }

  /** Chooses an entry of the list that a command has opened. */
  async pick(label: string | RegExp): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
    await row.click({ timeout: 15_000 });
  }

  /** Runs a command that asks for a file, and chooses one of the workspace. */
  async commandOnFile(command: string, name: string, before?: () => Promise<void>): Promise<void> {
    await this.retry(async () => {
      await this.command(command);
      await before?.();
      await this.pick(name);
      await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: 15_000 });
    });
  }

  /** The page that a command shows in a panel of its own. */
  panel(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
  }

  /** Puts the cursor into the line with these words. */
  async placeCursor(words: string): Promise<void> {
    await this.page
      .locator('.editor-instance .view-line', { hasText: words })
      .first()
      .click({ position: { x: 200, y: 8 } });
  }

  /** Whether the draft comes to have these words. */
  async shows(words: string): Promise<boolean> {
    const line = this.page.locator('.editor-instance .view-line', { hasText: words }).first();
    return line.waitFor({ timeout: 8_000 }).then(
      () => true,
      () => false,
    );
  }

  /** Takes a quick fix on the line with these words by the keyboard, again where a key was lost. */
  async quickFix(line: string, title: string | RegExp, done: () => Promise<boolean>, picture?: string): Promise<void> {
    let isTaken = false;
    await this.retry(async () => {
      // It may have come late.
      if (isTaken && (await done())) return;
      // A menu or a hover that is still open would take the click.
      await this.page.mouse.move(5, 5);
      await this.page.keyboard.press('Escape');
      await this.placeCursor(line);
      await this.page.keyboard.press('Control+.');
      const row = this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
      await row.waitFor({ timeout: 8_000 });
      if (picture) await this.picture(picture);
      await row.click();
      isTaken = true;
      if (!(await done())) throw new Error('the quick fix had no effect yet');
    });
  }

  /** Shows or hides the panel below the draft. */
  async togglePanel(isShown: boolean): Promise<void> {
    const panel = this.page.locator('.part.panel');
    await this.retry(async () => {
      if ((await panel.isVisible()) !== isShown) await this.page.keyboard.press('Control+J');
      await panel.waitFor({ state: isShown ? 'visible' : 'hidden', timeout: 5_000 });
    });
  }

  /** Makes the side bar wide enough for the titles of topics. */
  async widenSideBar(): Promise<void> {
    const bar = await this.page.locator('.part.sidebar').boundingBox();
    if (!bar) throw new Error('there is no side bar');
    const edge = bar.x + bar.width;
    await this.page.mouse.move(edge, bar.y + 300);
    await this.page.mouse.down();
    await this.page.mouse.move(edge + 130, bar.y + 300, { steps: 5 });
    await this.page.mouse.up();
  }

  /**
   * Takes a picture of the whole window for the documentation. What stands under the pointer shows itself only where
   * that is wanted.
   */
  async picture(name: string, isPointed = false): Promise<void> {
    await this.settle(isPointed);
    await this.page.screenshot({ style: WITHOUT_TOASTS, ...(PICTURES && { path: join(PICTURES, `${name}.png`) }) });
  }

  /** Takes a small picture that travels with the extension: the left and upper part of the window. */
  async smallPicture(name: string, width: number, height: number): Promise<void> {
    await this.settle(false);
    await this.page.screenshot({
      type: 'jpeg',
      quality: 55,
      clip: { x: 0, y: 36, width, height },
      style: WITHOUT_TOASTS,
      ...(PICTURES && { path: join(EXTENSION, 'media', `${name}.jpg`) }),
    });
  }

  private async settle(isPointed: boolean): Promise<void> {
    if (!isPointed) await this.page.mouse.move(200, 15);
    // Menus and hovers fade in and out.
    await this.page.waitForTimeout(700);
  }

  /** Tries as a user would: what a loaded machine swallowed is done again. */
  async retry(attempt: () => Promise<void>): Promise<void> {
    const end = Date.now() + PATIENCE;
    for (;;) {
      try {
        await attempt();
        return;
      } catch (error) {
        if (Date.now() > end) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** Waits until something in a file or on the page is as expected. */
  async until(test: () => boolean | Promise<boolean>, what: string): Promise<void> {
    for (const end = Date.now() + PATIENCE; !(await test()); ) {
      if (Date.now() > end) throw new Error(`never came: ${what}`);
      await this.page.waitForTimeout(100);
    }
  }

  async close(): Promise<void> {
    await this.context.close();
    const gone = new Promise((resolve) => this.host.once('exit', resolve));
    this.host.kill();
    await gone;
    rmSync(this.base, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Opens a workbench for the tests of a file. What a failed test last showed is kept as a picture. */
export function useWorkbench(options: WorkbenchOptions): () => Workbench {
  let workbench: Workbench | undefined;
  beforeAll(async () => {
    workbench = await Workbench.open(options);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || !workbench) return;
    mkdirSync(FAILURES, { recursive: true });
    const path = join(FAILURES, `${task.name.replaceAll(/[^\p{L}\d]+/gu, '-')}.png`);
    await workbench.page.screenshot({ path });
    console.error(`What “${task.name}” last showed: ${path}`);
  });
  afterAll(() => workbench?.close());
  return () => {
    if (!workbench) throw new Error('the workbench did not open');
    return workbench;
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

async function startHost(base: string, port: number, options: WorkbenchOptions): Promise<ChildProcess> {
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

async function startBrowser(base: string, port: number, virtual: string | undefined): Promise<BrowserContext> {
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

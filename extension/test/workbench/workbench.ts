import type { ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { freePort, PATIENCE, startBrowser, startHost, VIRTUAL_SCHEME, type WorkbenchOptions } from './serving.ts';

const EXTENSION = join(import.meta.dirname, '../..');
/** Pictures for the documentation are replaced only when that is asked for; else they are taken and thrown away. */
const PICTURES = process.env.PICTURES === 'keep' ? join(EXTENSION, '../docs/pictures') : undefined;
/** Where to look for what a failed test last showed. */
const FAILURES = join(tmpdir(), 'poclint-workbench-failures');

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

  /** Reviews a Word or PDF file by the explorer's menu, and waits for its text. */
  async reviewFromExplorer(name: string): Promise<void> {
    await this.retry(async () => {
      // A menu that an earlier attempt left open lies over the file.
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('Control+Shift+E');
      await this.file(name).click({ button: 'right', timeout: 15_000 });
      const review = this.page.locator('.context-view .action-label', { hasText: 'Review Word or PDF file' });
      // The workbench ignores a click that follows the opening of a menu closely; a key it hears.
      await review.first().hover({ timeout: 15_000 });
      await this.page.keyboard.press('Enter');
      await this.page.locator('.tab.active', { hasText: name }).waitFor({ timeout: 15_000 });
    });
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

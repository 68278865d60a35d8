import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeReportPage } from '../../src/html/report-page.ts';
import type { ReviewedText } from '../../src/record.ts';
import { MADE_OPTIONS, madeFinding, madeRecord, madeRecords } from './made-archive.ts';

/** Debian's Chromium, or one that is named; without any these tests cannot run, and say so. */
const CHROMIUM = [
  process.env.CHROMIUM_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== '' && existsSync(path));
const WHY = CHROMIUM === undefined ? ' (left out: no Chromium is installed; CHROMIUM_PATH names one)' : '';

const HOSTILE = [
  'Article 1 <script>document.title = "broken"</script> ]]> <img src=x onerror=alert(1)> &amp; {{x}}',
  'Article 2 nul \u0000, bell \u0007, lone \ud800 surrogate, override \u202Ereversed\u202C end',
  'المادة 3: تلتزم الأطراف بحماية المدنيين (OCHA) خلال 48 ساعة.',
].join('\n');

function hostileRecord(): ReviewedText {
  const start = HOSTILE.indexOf('تلتزم');
  return madeRecord({
    id: '"><script>alert(2)</script>',
    title: '<b>اتفاق</b> ]]> \u202E',
    meta: { country: '<i>Nowhere</i>', date: '2019', 'odd <key>': '\u0000</script>' },
    text: HOSTILE,
    language: 'ar',
    evidence: [
      { topic: 'poc-topic-1', start: 8, end: 50 },
      { topic: 'sgbv-topic-2', start: 20, end: 90 },
      { topic: 'poc-topic-2', start, end: start + 25 },
    ],
    findings: [
      madeFinding('q-soft', 'Soft: "<script>alert(3)</script>".', start),
      madeFinding('poc-topic-9', 'No clause found.'),
    ],
  });
}

function* archive(documents: number, meanLength: number): Generator<ReviewedText> {
  yield hostileRecord();
  const reason = 'scan.pdf has no words on its pages; recognise them first.';
  yield { record: { id: 'scan', title: 'A scan', meta: {}, digest: '', path: 'scan', status: 'unreadable', reason } };
  yield* madeRecords(documents - 2, meanLength);
}

describe.skipIf(CHROMIUM === undefined)(`the report page in Chromium${WHY}`, () => {
  let folder: string;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let address: string;
  const requests: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'poclint-page-'));
    const path = join(folder, 'index.html');
    await writeReportPage(archive(2257, 12_000), { ...MADE_OPTIONS, path });
    address = pathToFileURL(path).href;
    browser = await chromium.launch({ executablePath: CHROMIUM as string, args: ['--no-sandbox'] });
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    page = await context.newPage();
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => {
      complaints.push(`A script ran: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const go = async (where: string) => {
    await page.goto(`${address}#/${where}`);
    await page.locator('main h2').waitFor();
  };
  const activeLabel = () =>
    page.evaluate('document.activeElement.getAttribute("aria-label") || document.activeElement.textContent');

  it('is at most 15 MB for 2,257 documents with 27 MB of text', () => {
    expect(statSync(join(folder, 'index.html')).size).toBeLessThan(15_000_000);
  });

  it('opens in two seconds', async () => {
    // The least of three: on a busy machine the others measure their neighbours.
    const times: number[] = [];
    for (let round = 0; round < 3; round++) {
      await page.goto('about:blank');
      const started = performance.now();
      await page.goto(address);
      await page.locator('[role=row].row:not([hidden])').first().waitFor();
      times.push(performance.now() - started);
    }
    expect(Math.min(...times)).toBeLessThan(2000);
    expect(await page.locator('[role=status]').textContent()).toBe('2,256 documents');
  });

  it('draws only the rows in sight, and says how many there are', async () => {
    expect(await page.locator('[role=grid]').getAttribute('aria-rowcount')).toBe('2257');
    expect(await page.locator('[role=row].row').count()).toBeLessThan(80);
    await page.evaluate('document.querySelector(".grid").scrollTop = 1e9');
    await page.locator('[role=row][aria-rowindex="2257"]').waitFor();
  });

  it('filters within 100 ms, drawing included', async () => {
    // The least of several times is the page's own; the rest is what else the machine had to do.
    const slowest = await page.evaluate(`(async () => {
      const least = new Map();
      const set = (name, value) => {
        const control = document.querySelector('[name=' + name + ']');
        control.value = value;
        const started = performance.now();
        control.dispatchEvent(new Event('input', { bubbles: true }));
        document.querySelector('.grid').getBoundingClientRect();
        const took = performance.now() - started;
        const key = name + value;
        least.set(key, Math.min(took, least.get(key) ?? Infinity));
      };
      for (let round = 0; round < 6; round++)
        for (const [name, value] of [['text', 'orvania'], ['text', ''], ['family', 'sgbv'], ['family', ''],
          ['type', 'ceasefire'], ['country', 'Orvania'], ['country', ''], ['from', '2005'], ['from', ''],
          ['topic', 'poc-topic-3'], ['topic', ''], ['sort', 'title'], ['sort', 'most'], ['sort', ''], ['type', '']]) {
          set(name, value);
          await new Promise(requestAnimationFrame);
        }
      return Math.max(...least.values());
    })()`);
    expect(slowest).toBeLessThan(100);
  });

  it('shows what passes the filters, in every view, and keeps them in its address', async () => {
    await go('map?country=Orvania&family=sgbv');
    const all = await page.locator('[role=status]').textContent();
    expect(all).toMatch(/^56\d of 2,256 documents$/);
    expect(await page.locator('[role=columnheader]:visible').count()).toBe(21);
    await page.getByLabel('Title, country or id').fill('agreement 1013');
    await expect.poll(() => page.locator('[role=status]').textContent()).toMatch(/^1 of/);
    expect(page.url()).toContain('text=agreement+1013');
    await page.getByRole('link', { name: 'Rarest protections' }).click();
    await expect.poll(() => page.locator('table.topics tbody tr').count()).toBe(20);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => page.locator('[role=status]').textContent()).toBe('2,256 documents');
  });

  it('is used by keyboard: arrows move, Enter sorts and opens', async () => {
    await go('map');
    await page.locator('[role=grid] [tabindex="0"]').focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
    expect(await activeLabel()).toMatch(/^Topic 2 of poc: /);
    await page.keyboard.press('Control+End');
    expect(await page.evaluate('document.activeElement.parentElement.getAttribute("aria-rowindex")')).toBe('2257');
    expect(await activeLabel()).toMatch(/^Topic 20 of sgbv: /);
    for (const key of ['Control+Home', 'ArrowRight', 'ArrowUp']) await page.keyboard.press(key);
    expect(await activeLabel()).toBe('Topic 1 of poc. Sort by this topic');
    await page.keyboard.press('Enter');
    await page.locator('[role=columnheader][aria-sort=descending]').waitFor();
    for (const key of ['ArrowDown', 'Home', 'Enter']) await page.keyboard.press(key);
    await page.locator('.document-page').waitFor();
    await page.goBack();
    await page.locator('[role=grid]').waitFor();
  });

  it('shows hostile text as text', async () => {
    await go('document/0');
    await page.locator('.text p').first().waitFor();
    const paragraphs = await page.evaluate(`[...document.querySelectorAll('.text p')].map((paragraph) => {
      const copy = paragraph.cloneNode(true);
      for (const number of copy.querySelectorAll('sup')) number.remove();
      return copy.textContent;
    })`);
    expect(paragraphs).toEqual([
      HOSTILE.split('\n')[0],
      'Article 2 nul \u2400, bell \u2407, lone \ufffd surrogate, override \ufffdreversed\u202C end',
      HOSTILE.split('\n')[2],
    ]);
    expect(await page.title()).not.toContain('broken');
    expect(await page.locator('h2').textContent()).toBe('<b>اتفاق</b> ]]> \ufffd');
    expect(await page.locator('main script, main img, main b, main i').count()).toBe(0);
  });

  it('sets text that runs from right to left so, and quotations apart', async () => {
    await go('document/0');
    await page.locator('.text p').first().waitFor();
    const style = (selector: string, property: string) =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}')).${property}`);
    expect(await style('.text p:nth-child(3)', 'direction')).toBe('rtl');
    expect(await style('.text p:nth-child(1)', 'direction')).toBe('ltr');
    expect(await style('.message bdi', 'unicodeBidi')).toContain('isolate');
  });

  it('leads from evidence to clause, from finding to clause, and back', async () => {
    await go('document/0');
    await page.locator('[data-item="item-1"] a').click();
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('evidence-1');
    expect(await page.locator('mark:has(.found)').textContent()).toContain('تلتزم');
    await page.locator('mark .number').first().click();
    await expect.poll(() => page.evaluate('document.activeElement.dataset.item')).toBe('item-0');
    await page.locator('li[data-item="finding-0"] > a').click();
    await expect.poll(() => page.locator('.text p.found').textContent()).toContain('تلتزم');
    await page.getByLabel('Mark', { exact: true }).selectOption({ label: 'Topic 2 of sgbv' });
    expect(await page.locator('mark.dim').count()).toBeGreaterThan(0);
  });

  it('lists findings by rule with a way to each document', async () => {
    await go('findings');
    await page.getByRole('button', { name: 'Topic 3 of poc' }).click();
    await expect
      .poll(() => page.locator('.chosen-rule .message').first().textContent())
      .toContain('No clause found on poc-topic-3');
    expect(await page.locator('.chosen-rule li').count()).toBe(100);
    await page.getByRole('button', { name: 'Next 100' }).click();
    await expect.poll(() => page.locator('.range').textContent()).toMatch(/^101 to 200 of/);
    await page.locator('.chosen-rule li a').first().click();
    await page.locator('.document-page').waitFor();
  });

  it('draws charts with the same figures as tables, and lists what could not be read', async () => {
    await go('coverage');
    expect(await page.locator('figure svg[role=img]').count()).toBeGreaterThanOrEqual(4);
    const figure = page.locator('figure').nth(2);
    expect(await figure.locator('tbody tr').count()).toBe(await figure.locator('.names text').count());
    await page.getByLabel('Shown for').selectOption('poc-topic-3');
    await expect.poll(() => page.url()).toContain('coverage/poc-topic-3');
    await page.getByRole('link', { name: /^Not readable/ }).click();
    await expect.poll(() => page.locator('main tbody').textContent()).toContain('scan.pdf has no words');
  });

  it('prints a table in place of the heat map', async () => {
    await go('map');
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator('.printed tbody tr').count()).toBe(500);
    expect(await page.locator('.printed').textContent()).toContain('The first 500 of 2,256 documents are printed');
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
  });

  it('says of an address that leads nowhere that it does', async () => {
    await go('document/99999');
    await expect.poll(() => page.locator('.content').textContent()).toContain('no such document');
    await go('map?type=%E0%A4%A');
    await page.locator('[role=grid]').waitFor();
  });

  it('speaks Arabic from right to left, and is used by keyboard in that direction', async () => {
    const path = join(folder, 'arabic.html');
    await writeReportPage(archive(50, 500), { ...MADE_OPTIONS, path, locale: 'ar' });
    const arabic = await context.newPage();
    await arabic.goto(pathToFileURL(path).href);
    await arabic.locator('[role=row].row:not([hidden])').first().waitFor();
    expect(await arabic.title()).toContain('الخريطة الحرارية');
    expect(await arabic.locator('[role=status]').textContent()).toBe('49 وثيقة');
    // Nothing lies beyond the left edge, where a page from right to left goes on.
    expect(await arabic.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await arabic.locator('[role=grid] [tabindex="0"]').focus();
    for (const key of ['ArrowLeft', 'End']) await arabic.keyboard.press(key);
    const isInSight = `(() => {
      const [cell, grid] = [document.activeElement, document.querySelector('.grid')].map((one) => one.getBoundingClientRect());
      return cell.left >= grid.left - 1 && cell.right <= grid.right + 1;
    })()`;
    expect(await arabic.evaluate(isInSight)).toBe(true);
    for (const key of ['Home', 'ArrowLeft']) await arabic.keyboard.press(key);
    expect(await arabic.evaluate('document.activeElement.getAttribute("aria-colindex")')).toBe('2');
    expect(await arabic.evaluate(isInSight)).toBe(true);
    await arabic.close();
  });

  it('forbids markup out of text and scripts from elsewhere, and asked for nothing but itself', async () => {
    const refused = await page.evaluate(`(() => {
      try { document.createElement('div').innerHTML = '<b>x</b>'; return false; } catch { return true; }
    })()`);
    expect(refused).toBe(true);
    expect(requests.filter((url) => !url.startsWith(address) && url !== 'about:blank')).toEqual([]);
    expect(complaints.filter((line) => !/TrustedHTML|Trusted Type/i.test(line))).toEqual([]);
  });
});

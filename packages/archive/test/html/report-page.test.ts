import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageDetails, PageHead, PageRow } from '../../src/html/page-data.ts';
import { type ReportPageOptions, writeReportPage } from '../../src/html/report-page.ts';
import type { ReviewedText } from '../../src/record.ts';
import { MADE_OPTIONS, madeFinding, madeRecord, madeRecords } from './made-archive.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'poclint-page-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function pageOf(records: Iterable<ReviewedText>, options: Partial<ReportPageOptions> = {}): Promise<string> {
  const path = join(folder, 'index.html');
  await writeReportPage(records, { ...MADE_OPTIONS, ...options, path });
  return readFileSync(path, 'utf8');
}

function block(page: string, id: string): unknown {
  const packed = new RegExp(`<script type="text/plain" id="${id}">([A-Za-z0-9+/=]*)</script>`).exec(page)?.[1];
  return JSON.parse(inflateRawSync(Buffer.from(packed ?? '', 'base64')).toString());
}

const SECRET = 'We <b>shall</b> spare the mill of Ostrel</script><script>alert(1)</script>';
const secret = () =>
  madeRecord({
    id: 'a',
    title: 'A text',
    text: SECRET,
    evidence: [{ topic: 'poc-topic-1', start: 3, end: 30 }],
    findings: [madeFinding('q-soft', 'Stated without binding anybody: "the mill of Ostrel".')],
  });

describe('the report page as a file', () => {
  it('is the same bytes for the same records', async () => {
    const records = () => madeRecords(40, 3000);
    expect(await pageOf(records())).toBe(await pageOf(records()));
  });

  it('lets in its own script and style by digest, and nothing else', async () => {
    const page = await pageOf(madeRecords(3, 500));
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? '';
    const digest = (tag: string) => {
      const content = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? '';
      return createHash('sha256').update(content).digest('base64');
    };
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src 'sha256-${digest('script')}'`);
    expect(policy).toContain(`style-src 'sha256-${digest('style')}'`);
    expect(policy).not.toMatch(/unsafe|https?:|data:|blob:|\*/);
    expect(page.replace(/<script>[\s\S]*<\/script>/, '')).not.toMatch(/<link|<img|<iframe|src=|@import|url\(/);
  });

  it('carries words of documents packed only, so that none of them can be markup', async () => {
    const page = await pageOf([secret()]);
    expect(page).not.toContain('Ostrel');
    expect(page).not.toContain('alert(1)');
    const [details] = block(page, 'details-0') as PageDetails[];
    expect(details?.text).toBe(SECRET);
  });

  it('says of each document what its report says', async () => {
    const page = await pageOf([secret()]);
    const head = block(page, 'head') as PageHead;
    const [row] = block(page, 'rows-0') as PageRow[];
    const [details] = block(page, 'details-0') as PageDetails[];
    expect(head.topics).toHaveLength(60);
    expect(row?.[8]).toMatch(/^30{59}$/);
    expect(head.topics[details?.evidence[0]?.[0] as number]?.id).toBe('poc-topic-1');
    expect(details?.evidence[0]?.slice(5)).toEqual([3, 30, '']);
    expect(head.rules[details?.findings[0]?.[0] as number]?.id).toBe('q-soft');
  });

  it('has no word of a document under redaction', async () => {
    const page = await pageOf([secret()], { redact: true });
    const content = JSON.stringify([block(page, 'head'), block(page, 'rows-0'), block(page, 'details-0')]);
    expect(content).not.toMatch(/Ostrel|spare|mill/);
    expect((block(page, 'head') as PageHead).redacted).toBe(true);
  });

  it('leaves out texts that no longer fit, shows their quotes, and says how many', async () => {
    const page = await pageOf(madeRecords(20, 3000), { limits: { textCharacters: 30_000 } });
    const head = block(page, 'head') as PageHead;
    const details = block(page, 'details-0') as PageDetails[];
    const without = details.filter(({ text }) => text === undefined);
    expect(without.length).toBeGreaterThan(0);
    expect(without.length).toBeLessThan(20);
    expect(head.withoutText).toBe(without.length);
    expect(without.flatMap(({ evidence }) => evidence).every(([, , , , , , , quote]) => quote.length > 0)).toBe(true);
  });

  it('counts documents beyond its rows', async () => {
    const page = await pageOf(madeRecords(20, 300), { limits: { rows: 12, detailCharacters: 20_000 } });
    const head = block(page, 'head') as PageHead;
    expect(block(page, 'rows-0')).toHaveLength(12);
    expect(head.documents).toBe(20);
    expect(head.withoutDetails).toBeGreaterThan(0);
  });

  it('leaves nothing behind where it cannot be finished', async () => {
    const path = join(folder, 'broken.html');
    function* failing() {
      yield secret();
      throw new Error('The source ended early.');
    }
    await expect(writeReportPage(failing(), { ...MADE_OPTIONS, path })).rejects.toThrow('ended early');
    expect(existsSync(path) || existsSync(`${path}.part`)).toBe(false);
  });

  it('is written while documents come, so that no archive is held in memory', async () => {
    const path = join(folder, 'long.html');
    const sizes: number[] = [];
    function* watched() {
      for (const record of madeRecords(800, 4000)) {
        yield record;
        sizes.push(statSync(`${path}.part`).size);
      }
    }
    const { bytes } = await writeReportPage(watched(), { ...MADE_OPTIONS, path });
    expect(statSync(path).size).toBe(bytes);
    expect(sizes[399]).toBeGreaterThan(bytes * 0.4);
    expect(sizes[799]).toBeGreaterThan(bytes * 0.85);
  });
});

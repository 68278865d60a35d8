import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Evidence, Slots } from '@poclint/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Likeness } from '../../src/precedents/likeness.ts';
import {
  findPrecedents,
  type PrecedentQuery,
  precedentsByTopic,
  precedentsIn,
} from '../../src/precedents/precedents.ts';
import type { ReviewedText, ReviewManifest } from '../../src/record.ts';
import { complaintOf } from '../complaint.ts';
import { madeRecord } from '../html/made-archive.ts';

const TOPIC = 'poc-topic-1';
const TEXT = 'Preamble.\nArticle 1. The Parties shall allow relief convoys to pass at all times.\nDone.';

interface Wanted {
  readonly id?: string;
  readonly year?: number;
  readonly type?: 'ceasefire' | 'local';
  readonly slots?: number;
  readonly piece?: Partial<Evidence>;
  readonly text?: string;
}

/** An agreement with one clause on the topic. */
function agreement({
  id = 'a',
  year = 2000,
  type = 'ceasefire',
  slots = 2,
  piece = {},
  text = TEXT,
}: Wanted): ReviewedText {
  const start = text.indexOf('shall');
  const made = madeRecord({
    id,
    title: `Agreement ${id}`,
    meta: { date: `${year}-01-01` },
    text,
    type,
    evidence: [{ topic: TOPIC, start, end: start + 12 }],
  });
  const { record } = made;
  if (record.status === 'unreadable') throw new Error('made as unreadable');
  const names = ['bearer', 'obligation', 'protected', 'act', 'mechanism', 'time', 'consequence'] as const;
  const coverage = record.coverage.map((topic) =>
    topic.topic === TOPIC
      ? {
          ...topic,
          slots: Object.fromEntries(names.map((name, at) => [name, at < slots])) as unknown as Slots,
          evidence: topic.evidence.map((own) => ({ ...own, ...piece })),
        }
      : topic,
  );
  return { ...made, record: { ...record, coverage } };
}

const idsOf = async (records: readonly ReviewedText[], query: Partial<PrecedentQuery> = {}) =>
  (await findPrecedents(records, { topic: TOPIC, limit: 10, ...query })).best.map(({ id }) => id);

describe('precedents', () => {
  it('cite the agreement and show the whole clause', async () => {
    const { best, found } = await findPrecedents([agreement({})], { topic: TOPIC, limit: 1 });
    expect(found).toBe(1);
    expect(best[0]).toMatchObject({
      id: 'a',
      title: 'Agreement a',
      date: '2000-01-01',
      clause: 'Art. 1',
      words: 'Article 1. The Parties shall allow relief convoys to pass at all times.',
      slots: ['bearer', 'obligation'],
    });
  });

  it('come in the stated order: level, standing, completeness, type, recency, title', async () => {
    const ordered = [
      agreement({ id: '1', slots: 5 }),
      agreement({ id: '2', slots: 3, year: 1990 }),
      agreement({ id: '3', slots: 3, type: 'local', year: 2020 }),
      agreement({ id: '4', slots: 3, type: 'local', year: 2010 }),
      agreement({ id: '5', slots: 3, type: 'local', year: 2010 }),
      agreement({ id: '6', slots: 7, piece: { status: 'bracketed' } }),
      agreement({ id: '7', slots: 7, piece: { location: 'preamble' } }),
      agreement({ id: '8', slots: 7, piece: { level: 'hortatory' } }),
    ];
    const expected = ['1', '2', '3', '4', '5', '6', '7', '8'];
    const query = { preferredType: 'ceasefire' } as const;
    expect(await idsOf(ordered, query)).toEqual(expected);
    expect(await idsOf(ordered.toReversed(), query)).toEqual(expected);
    expect(await idsOf(ordered.toReversed(), { ...query, limit: 3 })).toEqual(expected.slice(0, 3));
  });

  it('put clauses first that are like a given one', async () => {
    const other = agreement({ id: 'other', slots: 3, text: 'Article 1. The Movement shall permit aid.' });
    const like = agreement({ id: 'like', slots: 2 });
    expect(await idsOf([other, like])).toEqual(['other', 'like']);
    expect(await idsOf([other, like], { similarTo: 'Parties shall allow relief convoys to pass' })).toEqual([
      'like',
      'other',
    ]);
  });

  it('are filtered by type, language, level and year', async () => {
    const records = [
      agreement({ id: 'old', year: 1995 }),
      agreement({ id: 'local', type: 'local', year: 2015 }),
      agreement({ id: 'soft', year: 2012, piece: { level: 'hortatory' } }),
      agreement({ id: 'named', year: 2013, piece: { level: 'mention' } }),
    ];
    expect(await idsOf(records)).toEqual(['local', 'old', 'soft']);
    expect(await idsOf(records, { type: 'local' })).toEqual(['local']);
    expect(await idsOf(records, { since: 2010 })).toEqual(['local', 'soft']);
    expect(await idsOf(records, { level: 'operative' })).toEqual(['local', 'old']);
    expect(await idsOf(records, { level: 'mention' })).toHaveLength(4);
    expect(await idsOf(records, { language: 'fr' })).toEqual([]);
    expect(await idsOf(records, { topic: 'poc-topic-2' })).toEqual([]);
  });

  it('are the same whatever order the archive is in', async () => {
    const any = fc.record({
      year: fc.integer({ min: 1990, max: 1994 }),
      slots: fc.integer({ min: 0, max: 7 }),
      level: fc.constantFrom('operative' as const, 'hortatory' as const),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(any, { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), async (all, limit) => {
        const records = all.map(({ year, slots, level }, at) =>
          agreement({ id: String(at), year, slots, piece: { level } }),
        );
        const best = await idsOf(records, { limit });
        expect(await idsOf(records.toReversed(), { limit })).toEqual(best);
        expect(best).toEqual((await idsOf(records, { limit: 100 })).slice(0, limit));
      }),
      { numRuns: 40 },
    );
  });

  it('show a long paragraph around the evidence only, cut between words', async () => {
    const long = `${'before '.repeat(300)}The Parties shall allow relief ${'after '.repeat(300)}`;
    const { best } = await findPrecedents([agreement({ text: long })], { topic: TOPIC, limit: 1 });
    expect(best[0]?.words).toMatch(/^… (before )+The Parties shall allow relief (after ?)+…$/);
    expect(best[0]?.words.length).toBeLessThan(720);
  });
});

describe('likeness', () => {
  it('is 1 for the same words, 0 for others, and in between else', () => {
    const likeness = new Likeness('The Parties shall allow relief');
    expect(likeness.to('the parties shall ALLOW relief.')).toBe(1);
    expect(likeness.to('Nobody speaks')).toBe(0);
    expect(likeness.to('The Parties shall forbid relief')).toBeGreaterThan(likeness.to('Relief is forbidden'));
    expect(new Likeness('تلتزم الأطراف').to('تلتزم الأطراف')).toBe(1);
    expect(new Likeness('').to('')).toBe(0);
  });

  it('is symmetric and stays between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const there = new Likeness(a).to(b);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1);
        expect(new Likeness(b).to(a)).toBe(there);
      }),
    );
  });
});

describe('a review folder', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'poclint-precedents-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const manifest: ReviewManifest = {
    schema: 'poclint-review-1',
    tool: { version: '1', rules: 'r' },
    options: '',
    documents: 2,
    reviewed: 1,
    unreadable: 1,
    metaNames: [],
    topics: [TOPIC],
    redacted: false,
  };
  const write = (name: string, ...lines: object[]) =>
    writeFileSync(join(folder, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const search = (where = folder) => precedentsIn(where, { topic: TOPIC, limit: 5 });

  it('gives the same for all topics at once as for each by itself', async () => {
    const others = ['poc-topic-2', 'poc-topic-3'] as const;
    const records = Array.from({ length: 40 }, (_, at) => {
      const { record, text } = agreement({ id: `a${at}`, year: 1990 + (at % 7), slots: at % 5 });
      if (record.status === 'unreadable') throw new Error('made as unreadable');
      const [own] = record.coverage.filter(({ topic }) => topic === TOPIC);
      const coverage = record.coverage.map((topic) =>
        topic.topic === others[at % 2] ? { ...topic, evidence: own?.evidence ?? [] } : topic,
      );
      return { record: { ...record, coverage }, text };
    });
    write('review.json', manifest);
    write('report.jsonl', ...records.map(({ record }) => record));
    write('texts.jsonl', ...records.map(({ record, text }) => ({ id: record.id, text })));
    const byTopic = await precedentsByTopic(folder, { limit: 3, language: 'en' });
    expect([...byTopic.keys()].sort()).toEqual([TOPIC, ...others].sort());
    for (const [topic, found] of byTopic)
      expect(found).toEqual(await precedentsIn(folder, { topic, limit: 3, language: 'en' }));
    rmSync(join(folder, 'texts.jsonl'));
  });

  it('gives whole clauses where it has the texts, and else the words that are evidence', async () => {
    const { record, text } = agreement({ id: 'x' });
    write('review.json', manifest);
    const scan = {
      id: 'scan',
      title: '',
      meta: {},
      digest: '',
      path: 'scan',
      status: 'unreadable',
      reason: 'No words.',
    };
    write('report.jsonl', scan, record);
    const words = async () => (await search()).best.map((precedent) => [precedent.id, precedent.words]);
    expect(await words()).toEqual([['x', 'shall allow ']]);
    write('texts.jsonl', { id: 'x', text });
    expect(await words()).toEqual([['x', 'Article 1. The Parties shall allow relief convoys to pass at all times.']]);
  });

  it('that holds no whole review is said in a sentence', async () => {
    await expect(complaintOf(search(join(folder, 'gone')))).resolves.toMatch(
      /gone holds no finished review: make one with/,
    );
  });
});

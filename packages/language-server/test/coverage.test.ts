import type { ReviewedDocument } from '@poclint/core';
import { afterEach, describe, expect, it } from 'vitest';
import type { CoverageAnswer, CoverageSummary } from '../src/service/coverage.ts';
import { CEASEFIRE, CEASEFIRE_URI } from './drafts.ts';
import { StartedServer } from './started-server.ts';

const uri = CEASEFIRE_URI;
type Reviewed = Extract<CoverageAnswer, { status: 'reviewed' }> & { readonly report: ReviewedDocument };

let server: StartedServer;
afterEach(() => server.stop());

describe('coverage', () => {
  it('is told in numbers once the writer pauses, and agrees with what is answered in full', async () => {
    server = await StartedServer.start({ abilities: { coverage: true } });
    const told: (CoverageSummary & { uri: string })[] = [];
    const came = new Promise<void>((resolve) => {
      server.connection.onNotification('poclint/reviewed', (summary: CoverageSummary & { uri: string }) => {
        told.push(summary);
        if (summary.version === 5) resolve();
      });
    });
    await server.open(uri, CEASEFIRE);
    for (let version = 2; version <= 5; version++) {
      await server.replace(uri, version, CEASEFIRE.replace('within seven days', `within ${version} days`));
      await server.diagnostics(uri, version);
    }
    await came;
    const { families, ...summary } = await server.request<Reviewed>('poclint/coverage', { uri });
    expect(told.at(-1)).toEqual({ uri, ...summary });
    expect(families.flatMap(({ topics }) => topics.filter(({ isExpected }) => isExpected))).toHaveLength(
      summary.expected,
    );
  });

  it('shows the strongest evidence of each topic and counts all of it', async () => {
    server = await StartedServer.start();
    const clauses = Array.from(
      { length: 40 },
      (_, at) =>
        `${at + 2}. The Parties ${at % 2 ? 'shall' : 'should'} refrain from attacks on civilians in area ${at}.`,
    );
    await server.open(uri, CEASEFIRE.replace(/2\. The Parties should refrain.*/, clauses.join('\n')));
    const { families, report } = await server.request<Reviewed>('poclint/coverage', { uri, withReport: true });
    const byTopic = new Map(report.coverage.map((topic) => [topic.topic, topic]));
    for (const topic of families.flatMap(({ topics }) => topics)) {
      const { evidence = [], level } = byTopic.get(topic.id) ?? {};
      expect(topic).toMatchObject({ level, evidenceCount: evidence.length });
      expect(topic.evidence.map(({ clause, level: own, quote }) => [clause, own, quote])).toEqual(
        evidence.slice(0, 25).map(({ clause, level: own, quote }) => [clause, own, quote.replace(/\s+/g, ' ')]),
      );
    }
    expect(byTopic.get('poc-attack-prohibition')?.evidence.length).toBeGreaterThan(25);
  });
});

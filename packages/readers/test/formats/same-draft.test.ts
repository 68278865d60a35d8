import { readdirSync, readFileSync } from 'node:fs';
import { cite, type ReviewedDocument, RuleLibrary, review } from '@poclint/core';
import { joinRuleFolders, readRuleFolder } from '@poclint/rules';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDraft } from '../../src/index.ts';

const FOLDER = new URL('../fixtures/formats/', import.meta.url);
const RULES = new URL('../../../../rules/', import.meta.url).pathname;
const NAMES = readdirSync(FOLDER).filter((name) => name.startsWith('truce.') && name !== 'truce.md');

/** What a draft is judged to say, without the places that differ by nature: offsets, lines, pages. */
interface Judgement {
  readonly about: unknown;
  readonly topics: readonly unknown[];
  readonly findings: readonly string[];
  /** Every numbered clause as it is cited. */
  readonly labels: readonly string[];
}

let library: RuleLibrary;
const judged = new Map<string, Promise<Judgement>>();

beforeAll(() => {
  library = new RuleLibrary(joinRuleFolders([readRuleFolder(RULES)]).ruleSet);
});

function judge(name: string): Promise<Judgement> {
  const known = judged.get(name) ?? judgeAnew(name);
  judged.set(name, known);
  return known;
}

async function judgeAnew(name: string): Promise<Judgement> {
  const bytes = new Uint8Array(readFileSync(new URL(name, FOLDER)));
  const { report, details } = review(await readDraft(name, bytes), library);
  if (report.status !== 'reviewed' || !details) throw new Error(`${name} was not reviewed`);
  return {
    about: [report.language, report.type, report.stage, report.notices],
    topics: report.coverage.map(({ topic, level, location, readings, slots, evidence }) => ({
      topic,
      level,
      location,
      readings,
      slots,
      evidence: evidence.map((piece) => [piece.clause, piece.level, piece.location, piece.status, even(piece.quote)]),
    })),
    findings: findingsOf(report, details.source.text),
    labels: details.agreement.clauses.filter(({ label }) => label).map((clause) => cite(clause)),
  };
}

function findingsOf(report: ReviewedDocument, text: string): string[] {
  return report.findings.map(
    ({ rule, severity, clause, span, fingerprint, message }) =>
      `${rule} ${severity} ${clause}: “${even(text.slice(...span))}” ${message} ${fingerprint}`,
  );
}

function even(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

describe('the same draft in another format', () => {
  it('is there in Word and PDF from three programs each, and in the other formats', () => {
    const count = (extension: string) => NAMES.filter((name) => name.endsWith(`.${extension}`)).length;
    expect(['docx', 'pdf', 'html', 'odt', 'rtf'].map(count)).toEqual([3, 3, 1, 1, 1]);
  });

  it('says enough for a comparison to mean something', async () => {
    const { topics, findings } = await judge('truce.md');
    const covered = topics.filter((topic) => (topic as { level: string }).level !== 'absent');
    expect(covered.length).toBeGreaterThan(12);
    expect(findings.filter((finding) => !finding.includes('“”')).length).toBeGreaterThan(5);
    for (const rule of ['q-reciprocity-conditional', 'q-broken-cross-reference', 'q-hortatory-verb'])
      expect(findings.map((finding) => finding.split(' ')[0])).toContain(rule);
  });

  it.each(NAMES)('has the labels, topics, levels and findings of the Markdown: %s', async (name) => {
    const [here, there] = await Promise.all([judge(name), judge('truce.md')]);
    expect(here.about).toEqual(there.about);
    expect(here.labels).toEqual(there.labels);
    expect(here.topics).toEqual(there.topics);
    expect(here.findings).toEqual(there.findings);
  });
});

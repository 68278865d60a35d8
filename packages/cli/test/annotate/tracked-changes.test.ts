import type { Report, ReviewedDocument } from '@poclint/core';
import { describe, expect, it } from 'vitest';
import { deleted, inserted, paragraph, run, wordFile } from '../../../readers/test/word/word-file.ts';
import { folderWith, runHere } from '../command.ts';

const text = (words: string) => paragraph(run(words));
const SOFTENED = paragraph(
  run('2. The Parties ') +
    deleted('shall') +
    inserted('should') +
    run(' allow and facilitate rapid and unimpeded passage of humanitarian relief to all civilians in need.'),
);
const DELETED = `<w:p><w:pPr><w:rPr><w:del w:id="91" w:author="Delegation B"/></w:rPr></w:pPr>${deleted(
  '3. The Parties shall refrain from any act of rape or other sexual violence.',
)}</w:p>`;

const draft = wordFile({
  body: [
    text('CEASEFIRE AGREEMENT'),
    text('The Parties have agreed as follows:'),
    text('Article 1. Protection'),
    text('1. The Parties shall cease all hostilities on 1 May.'),
    SOFTENED,
    DELETED,
    text('4. The Parties shall release all children in their ranks within ten days.'),
  ].join(''),
});

async function reviewed(...options: string[]): Promise<ReviewedDocument> {
  const cwd = folderWith({ 'draft.docx': draft });
  const { stdout } = await runHere(['lint', 'draft.docx', '--format', 'json', ...options], { cwd });
  return (JSON.parse(stdout) as Report).documents[0] as ReviewedDocument;
}

const topic = (report: ReviewedDocument, id: string) => report.coverage.find((coverage) => coverage.topic === id);

describe('tracked changes', () => {
  it('are settled by --reading as brackets are', async () => {
    const levels = async (reading: string) => {
      const report = await reviewed('--reading', reading);
      return [topic(report, 'poc-humanitarian-access')?.level, topic(report, 'sgbv-prohibition')?.level];
    };
    expect(await levels('accepted')).toEqual(['hortatory', 'absent']);
    expect(await levels('dropped')).toEqual(['operative', 'operative']);
    expect(await levels('weakest')).toEqual(['hortatory', 'absent']);
  });

  it('are weighed in every report, whatever the reading', async () => {
    const report = await reviewed();
    expect(topic(report, 'poc-humanitarian-access')?.readings).toEqual({
      accepted: 'hortatory',
      dropped: 'operative',
      weakest: 'hortatory',
    });
    expect(topic(report, 'sgbv-prohibition')?.readings).toMatchObject({ accepted: 'absent', dropped: 'operative' });
  });

  it('take the weaker wording under "weakest" where a change hardens a verb', async () => {
    const hardened = wordFile({
      body: [
        text('CEASEFIRE AGREEMENT'),
        text('The Parties have agreed as follows:'),
        paragraph(
          run('1. The Parties ') +
            deleted('should') +
            inserted('shall') +
            run(' allow and facilitate rapid and unimpeded passage of humanitarian relief to all civilians in need.'),
        ),
      ].join(''),
    });
    const cwd = folderWith({ 'draft.docx': hardened });
    const { stdout } = await runHere(['lint', 'draft.docx', '--format', 'json', '--reading', 'weakest'], { cwd });
    const report = (JSON.parse(stdout) as Report).documents[0] as ReviewedDocument;
    expect(topic(report, 'poc-humanitarian-access')).toMatchObject({
      level: 'hortatory',
      readings: { accepted: 'operative', dropped: 'hortatory', weakest: 'hortatory' },
    });
  });

  it('are findings on former wording under "weakest", where the new one is stronger', async () => {
    const clause = (...runs: string[]) => paragraph(runs.join(''));
    const hardened = wordFile({
      body: [
        text('CEASEFIRE AGREEMENT'),
        text('The Parties have agreed as follows:'),
        clause(
          run('1. The Parties '),
          deleted('should'),
          inserted('shall'),
          run(' protect all civilians at all times.'),
        ),
        clause(
          run('2. The Parties shall release all detainees'),
          deleted(', provided that the other Party does the same'),
          run('.'),
        ),
        clause(run('3. Each Party should protect all schools in its zone.')),
      ].join(''),
    });
    const cwd = folderWith({ 'draft.docx': hardened });
    const findings = async (reading: string) => {
      const { stdout } = await runHere(['lint', 'draft.docx', '--format', 'json', '--reading', reading], { cwd });
      const report = (JSON.parse(stdout) as Report).documents[0] as ReviewedDocument;
      return report.findings.filter(({ message }) => message.includes('Former wording:'));
    };
    expect((await findings('weakest')).map(({ rule, clause }) => [rule, clause])).toEqual([
      ['q-hortatory-verb', '1'],
      ['q-reciprocity-conditional', '2'],
    ]);
    expect((await findings('weakest'))[1]?.message).toContain('"provided that the other Party does the same"');
    for (const reading of ['accepted', 'dropped']) expect(await findings(reading)).toEqual([]);
  });

  it('leave the clauses after a deleted one agreed, and quote the text that is judged', async () => {
    const report = await reviewed('--reading', 'dropped');
    const [piece] = topic(report, 'poc-humanitarian-access')?.evidence ?? [];
    expect(piece?.quote).toContain('shall allow and facilitate');
    const children = topic(await reviewed(), 'grp-child-release')?.evidence[0];
    expect(children?.status).toBe('agreed');
  });

  it('put a comment on deleted words where the rejected text is annotated', async () => {
    const cwd = folderWith({ 'draft.docx': draft });
    const argv = ['annotate', 'draft.docx', '-o', 'reviewed.docx', '--reading', 'dropped'];
    expect((await runHere(argv, { cwd })).code).toBe(0);
    const again = await runHere(['annotate', 'reviewed.docx', '-o', 'again.docx', '--reading', 'dropped'], { cwd });
    expect(again.stderr).toContain('No new remarks');
  });
});

describe('the place of a finding', () => {
  it('cites the paragraph of a Word file where that is asked for', async () => {
    const plain = await reviewed();
    const cited = await reviewed('--paragraphs');
    const rule = 'q-hortatory-verb';
    expect(plain.findings.find((finding) => finding.rule === rule)?.paragraph).toBeUndefined();
    expect(cited.findings.find((finding) => finding.rule === rule)?.paragraph).toBe(5);
  });

  it('cites the page of a PDF, also where a clause is missing', async () => {
    const path = 'packages/readers/test/fixtures/formats/truce.libreoffice.pdf';
    const { stdout } = await runHere(['lint', path, '--format', 'json']);
    const report = (JSON.parse(stdout) as Report).documents[0] as ReviewedDocument;
    expect(report.findings.length).toBeGreaterThan(10);
    expect(report.findings.filter(({ page }) => page === undefined)).toEqual([]);
  });
});

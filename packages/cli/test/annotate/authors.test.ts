import { describe, expect, it } from 'vitest';
import { deleted, inserted, paragraph, run, wordFile } from '../../../readers/test/word/word-file.ts';
import { folderWith, runHere } from '../command.ts';

const RELIEF = ' allow and facilitate rapid and unimpeded passage of humanitarian relief to all civilians in need.';
const draft = (...paragraphs: string[]) =>
  wordFile({
    body: [
      paragraph(run('CEASEFIRE AGREEMENT')),
      paragraph(run('The Parties have agreed as follows:')),
      paragraph(run('1. The Parties shall cease all hostilities on 1 May.')),
      ...paragraphs,
    ].join(''),
  });
const tracked = draft(
  paragraph(
    run('2. The Parties ') + deleted('shall', 'Delegation A') + inserted('should', 'Delegation A') + run(RELIEF),
  ),
  `<w:p><w:pPr><w:rPr><w:del w:id="91" w:author="Delegation B"/></w:rPr></w:pPr>${deleted(
    '3. The Parties shall refrain from any act of rape or other sexual violence.',
    'Delegation B',
  )}</w:p>`,
  paragraph(
    run('4. The Parties shall release all children in their ranks') +
      inserted(' within ten days', 'Mediator') +
      run('.'),
  ),
);

describe('a draft compared with itself', () => {
  it('says for each author what the tracked changes lose or weaken', async () => {
    const cwd = folderWith({ 'draft.docx': tracked });
    const { code, stdout } = await runHere(['diff', 'draft.docx'], { cwd });
    expect(code).toBe(1);
    const byAuthor = stdout.slice(stdout.indexOf('By author'));
    expect(byAuthor).toMatch(/Delegation A: 1 weakened\n {4}- .*"shall" became "should"/);
    expect(byAuthor).toMatch(/Delegation B: 1 lost\n/);
    expect(byAuthor).toMatch(/Mediator: 1 gained or strengthened\n$/);
  });

  it('takes what one author inserted and another deleted for nobody else’s', async () => {
    const both = inserted(deleted(' where security permits', 'Delegation B'), 'Delegation A');
    const cwd = folderWith({
      'draft.docx': draft(paragraph(run('2. The Parties shall') + both + run(RELIEF))),
    });
    const { stdout } = await runHere(['diff', 'draft.docx'], { cwd });
    expect(stdout).toMatch(/Delegation B: no change to protection/);
  });

  it('has the authors in Markdown too, and no words under redaction', async () => {
    const cwd = folderWith({ 'draft.docx': tracked });
    const { stdout } = await runHere(['diff', 'draft.docx', '--format', 'markdown', '--redact'], { cwd });
    expect(stdout).toContain('**Delegation A**: 1 weakened');
    expect(stdout).not.toContain('"should"');
  });

  it('asks for the previous draft where nothing is tracked', async () => {
    const cwd = folderWith({ 'draft.docx': draft() });
    const { code, stderr } = await runHere(['diff', 'draft.docx'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('draft.docx has no tracked changes to compare. Name the previous draft and the new one');
  });
});

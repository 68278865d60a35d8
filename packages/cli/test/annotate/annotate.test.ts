import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDraft } from '@poclint/readers';
import { describe, expect, it } from 'vitest';
import { folderWith, runHere, runReally } from '../command.ts';

const FORMATS = new URL('../../../readers/test/fixtures/formats/', import.meta.url);
const made = (name: string) => new Uint8Array(readFileSync(new URL(`truce.${name}`, FORMATS)));

const DRAFT = `Truce

The Parties have agreed as follows:

Article 1. Relief

1. The Parties should facilitate the passage of relief convoys, security conditions permitting.

2. The Parties shall release all detainees, provided that the other Party does the same.
`;

async function read(folder: string, name: string) {
  return readDraft(name, new Uint8Array(readFileSync(join(folder, name))));
}

describe('annotating a Word file', () => {
  it('comments on the exact words, with rule, authority and model clause', async () => {
    const cwd = folderWith({ 'draft.docx': made('docx.docx') });
    const outcome = await runHere(['annotate', 'draft.docx', '-o', 'reviewed.docx'], { cwd });
    expect(outcome).toMatchObject({ code: 0, stdout: '' });
    expect(outcome.stderr).toMatch(/^poclint: \d+ new remarks in reviewed\.docx\.$/m);
    const { accepted } = await read(cwd, 'reviewed.docx');
    const comment = accepted.comments.find(({ text }) => text.endsWith('q-reciprocity-conditional'));
    expect(accepted.text.slice(...(comment?.span ?? [0, 0]))).toBe('provided that the other Party does the same');
    expect(comment?.text).toMatch(/Authority: [\s\S]*Rule: q-reciprocity-conditional$/);
    expect(comment?.author).toBe('poclint');
    const missing = accepted.comments.find(({ text }) => text.endsWith('poc-starvation-siege'));
    expect(missing?.text).toContain('Model clause:');
    expect(readFileSync(join(cwd, 'draft.docx'))).toEqual(Buffer.from(made('docx.docx')));
  });

  it('writes model clauses as tracked insertions, which rejecting takes back', async () => {
    const cwd = folderWith({ 'draft.docx': made('docx.docx') });
    await runHere(['annotate', 'draft.docx', '-o', 'reviewed.docx', '--suggest'], { cwd });
    const before = await read(cwd, 'draft.docx');
    const { accepted, rejected } = await read(cwd, 'reviewed.docx');
    expect(rejected?.text).toBe(before.accepted.text);
    expect(accepted.insertions.length).toBeGreaterThan(5);
    expect(new Set(accepted.insertions.map(({ author }) => author))).toEqual(new Set(['poclint']));
  });

  it.each([[[]], [['--suggest']], [['--suggest', '--no-authors']]])(
    'adds nothing to its own copy: %s',
    async (options) => {
      const cwd = folderWith({ 'draft.docx': made('libreoffice.docx') });
      await runHere(['annotate', 'draft.docx', '-o', 'one.docx', ...options], { cwd });
      const again = await runHere(['annotate', 'one.docx', '-o', 'two.docx', ...options], { cwd });
      expect(again.stderr).toContain('No new remarks in two.docx.');
      expect(readFileSync(join(cwd, 'two.docx'))).toEqual(readFileSync(join(cwd, 'one.docx')));
    },
  );

  it('names nobody and quotes nothing where that is asked for', async () => {
    const cwd = folderWith({ 'draft.docx': made('docx.docx') });
    await runHere(['annotate', 'draft.docx', '-o', 'reviewed.docx', '--no-authors', '--redact'], { cwd });
    const { accepted } = await read(cwd, 'reviewed.docx');
    expect(new Set(accepted.comments.map(({ author }) => author))).toEqual(new Set(['Author']));
    expect(accepted.comments.some(({ text }) => text.includes('provided that the other Party'))).toBe(false);
    expect(accepted.comments.some(({ text }) => text.endsWith('q-reciprocity-conditional'))).toBe(true);
  });

  it('leaves out what is not grave where only that is wanted', async () => {
    const cwd = folderWith({ 'draft.docx': made('docx.docx') });
    const count = async (...options: string[]) => {
      await runHere(['annotate', 'draft.docx', '-o', 'reviewed.docx', ...options], { cwd });
      return (await read(cwd, 'reviewed.docx')).accepted.comments.length;
    };
    const [errors, usual, all] = [await count('--only', 'error'), await count(), await count('--only', 'info')];
    expect(errors).toBeGreaterThan(0);
    expect(errors).toBeLessThan(usual);
    expect(usual).toBeLessThan(all);
  });
});

describe('annotating other formats', () => {
  it('highlights the words of a PDF once, and opens the remark from them', async () => {
    const cwd = folderWith({ 'draft.pdf': made('libreoffice.pdf') });
    await runHere(['annotate', 'draft.pdf', '-o', 'one.pdf'], { cwd });
    const { accepted } = await read(cwd, 'one.pdf');
    const remark = accepted.comments.find(({ text }) => text.includes('q-reciprocity-conditional'));
    expect(accepted.text.slice(...(remark?.span ?? [0, 0]))).toContain('provided that the other Party does the same');
    const again = await runHere(['annotate', 'one.pdf', '-o', 'two.pdf'], { cwd });
    expect(again.stderr).toContain('No new remarks');
    expect(readFileSync(join(cwd, 'one.pdf')).subarray(0, made('libreoffice.pdf').length)).toEqual(
      Buffer.from(made('libreoffice.pdf')),
    );
  });

  it.each(['draft.md', 'draft.txt'])(
    'puts footnotes into %s, which a later review does not take for clauses',
    async (name) => {
      const cwd = folderWith({ [name]: DRAFT });
      await runHere(['annotate', name, '-o', `one-${name}`, '--type', 'ceasefire'], { cwd });
      const one = readFileSync(join(cwd, `one-${name}`), 'utf8');
      expect(one).toMatch(/provided that the other Party does the same\[\^poclint-\d+\]/);
      expect(one).toMatch(/^\[\^poclint-1\]: /m);
      expect(one.replaceAll(/\[\^poclint-\d+\](?!:)/g, '')).toContain(DRAFT.trimEnd());
      await runHere(['annotate', `one-${name}`, '-o', `two-${name}`, '--type', 'ceasefire'], { cwd });
      expect(readFileSync(join(cwd, `two-${name}`), 'utf8')).toBe(one);
      const findings = async (path: string) => {
        const { stdout } = await runHere(['lint', path, '--format', 'json', '--type', 'ceasefire'], { cwd });
        return JSON.parse(stdout).documents[0].findings.map((finding: { rule: string }) => finding.rule);
      };
      expect(await findings(`one-${name}`)).toEqual(await findings(name));
    },
  );

  it.each(['html', 'odt', 'rtf'])('says of %s what to do instead', async (extension) => {
    const cwd = folderWith({ [`draft.${extension}`]: made(extension) });
    const outcome = await runHere(['annotate', `draft.${extension}`, '-o', `reviewed.${extension}`], { cwd });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toMatch(/cannot be annotated: open it in Word or LibreOffice, save it as \.docx/);
  });
});

describe('the copy', () => {
  it('never goes over the draft, by whatever name', async () => {
    const cwd = folderWith({ 'draft.docx': made('docx.docx') });
    symlinkSync(join(cwd, 'draft.docx'), join(cwd, 'link.docx'));
    for (const output of ['draft.docx', './draft.docx', 'link.docx']) {
      const outcome = await runHere(['annotate', 'draft.docx', '-o', output], { cwd });
      expect(outcome.code).toBe(2);
      expect(outcome.stderr).toContain('is the draft itself, which stays as it is');
    }
    expect(readFileSync(join(cwd, 'draft.docx'))).toEqual(Buffer.from(made('docx.docx')));
  });

  it('goes to standard output, byte for byte', async () => {
    const cwd = folderWith({ 'draft.md': DRAFT });
    await runHere(['annotate', 'draft.md', '-o', 'one.md'], { cwd });
    const { stdout, code } = runReally(['annotate', '-', '--stdin-filename', 'draft.md', '-o', '-'], {
      cwd,
      stdin: DRAFT,
    });
    expect(code).toBe(0);
    expect(stdout).toBe(readFileSync(join(cwd, 'one.md'), 'utf8'));
  });

  it.each<[string, string[], RegExp]>([
    ['no draft', ['annotate'], /Name one draft, and the copy to write/],
    ['no copy', ['annotate', 'draft.docx'], /-o draft-reviewed\.docx/],
    ['another format', ['annotate', 'draft.docx', '-o', 'reviewed.pdf'], /name it reviewed\.docx/],
    ['no such draft', ['annotate', 'lost.docx', '-o', 'reviewed.docx'], /lost\.docx: There is no such file/],
    ['suggestions in text', ['annotate', 'draft.md', '-o', 'a.md', '--suggest'], /only Word files have/],
  ])('is refused with a sentence: %s', async (_, argv, sentence) => {
    const cwd = folderWith({ 'draft.docx': made('docx.docx'), 'draft.md': DRAFT });
    const outcome = await runHere(argv, { cwd });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toMatch(sentence);
  });

  it('is not made of a draft that cannot be read', async () => {
    const cwd = folderWith({ 'draft.docx': 'PK\u0003\u0004 cut' });
    writeFileSync(join(cwd, 'empty.docx'), '');
    expect((await runHere(['annotate', 'draft.docx', '-o', 'reviewed.docx'], { cwd })).code).toBe(2);
    expect((await runHere(['annotate', 'empty.docx', '-o', 'reviewed.docx'], { cwd })).code).toBe(2);
  });
});

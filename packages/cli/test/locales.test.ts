import { join } from 'node:path';
import type { Report } from '@poclint/core';
import { LOCALES, messagesIn } from '@poclint/messages';
import { describe, expect, test } from 'vitest';
import { DRAFT_EXTENSIONS } from '../src/drafts/find-drafts.ts';
import { columnsOf } from '../src/terminal/columns.ts';
import { folderWith, runHere, WORKSPACE } from './command.ts';

const DRAFT = 'fixtures/drafts/ceasefire.txt';
const VERSIONS = ['fixtures/versions/ceasefire-6.md', 'fixtures/versions/ceasefire-7.md'];
const OTHERS = LOCALES.filter((locale) => locale !== 'en');
const golden = (name: string) => join(WORKSPACE, 'fixtures/golden/locales', name);

/** A report without the digest of the rules in force, which changes with every page. */
function withoutDigest(report: string): string {
  return report.replace(/\b[0-9a-f]{16}\b/g, 'digest');
}

/** A line as a terminal counts it: without colours, its columns. */
function widths(text: string): number[] {
  return text.split('\n').map((line) => columnsOf(line));
}

describe.each(OTHERS)('a report in %s', (locale) => {
  test('for a terminal', async () => {
    const { stdout } = await runHere(['lint', DRAFT, '--locale', locale], { env: { COLUMNS: '90' } });
    await expect(stdout).toMatchFileSnapshot(golden(`report.${locale}.txt`));
    expect(Math.max(...widths(stdout))).toBeLessThanOrEqual(90);
  });

  test('for notes', async () => {
    const { stdout } = await runHere(['lint', DRAFT, '--locale', locale, '--format', 'markdown']);
    await expect(withoutDigest(stdout)).toMatchFileSnapshot(golden(`report.${locale}.md`));
  });

  test('of a comparison', async () => {
    const pretty = await runHere(['diff', ...VERSIONS, '--locale', locale], { env: { COLUMNS: '100' } });
    await expect(pretty.stdout).toMatchFileSnapshot(golden(`comparison.${locale}.txt`));
    const page = await runHere(['diff', ...VERSIONS, '--locale', locale, '--format', 'html']);
    await expect(withoutDigest(page.stdout)).toMatchFileSnapshot(golden(`comparison.${locale}.html`));
  });

  test('of two language versions', async () => {
    const argv = ['parity', 'fixtures/parity/ceasefire-fr.md', 'fixtures/parity/ceasefire-en.md', '--locale', locale];
    const pretty = await runHere(argv, { env: { COLUMNS: '90' } });
    await expect(pretty.stdout).toMatchFileSnapshot(golden(`parity.${locale}.txt`));
    const paragraph = { fr: 'par. 1', es: 'párr. 1', ar: 'الفقرة 1' }[locale as 'fr' | 'es' | 'ar'];
    for (const format of ['markdown', 'github', 'junit', 'html']) {
      const { stdout } = await runHere([...argv, '--format', format]);
      expect([format, stdout]).toEqual([format, expect.stringContaining(paragraph)]);
      expect(stdout).not.toContain('¶ 1');
    }
  });

  test('of a file that says things of itself, or is none', async () => {
    const folder = folderWith({ 'empty/.keep': '' });
    const hidden = { fr: 'texte masqué (', es: 'texto oculto (', ar: 'نص مخفي' }[locale as 'fr' | 'es' | 'ar'];
    const word = await runHere([
      'lint',
      'packages/readers/test/fixtures/libreoffice-accord.docx',
      '--locale',
      locale,
      '--format',
      'json',
    ]);
    const [document] = (JSON.parse(word.stdout) as Report).documents;
    expect(document).toMatchObject({ notices: expect.arrayContaining([expect.stringContaining(hidden)]) });
    const none = await runHere(['lint', 'nowhere.docx', 'empty', '--locale', locale], { cwd: folder });
    expect(none.code).toBe(2);
    const { noFile, emptyFolder } = messagesIn(locale).draft;
    expect(none.stderr).toContain(noFile());
    expect(none.stderr).toContain(emptyFolder({ extensions: DRAFT_EXTENSIONS }));
  });

  test('has the same findings, fingerprints and places as in English', async () => {
    const read = async (argv: readonly string[]) => {
      const { stdout } = await runHere(['lint', DRAFT, '--format', 'json', ...argv]);
      const [document] = (JSON.parse(stdout) as Report).documents;
      if (document?.status !== 'reviewed') throw new Error('not reviewed');
      return document;
    };
    const [english, own] = [await read([]), await read(['--locale', locale])];
    const withoutWords = ({ findings, ...rest }: typeof own) => ({
      ...rest,
      notices: rest.notices.length,
      findings: findings.map(({ message: _, ...finding }) => finding),
    });
    expect(withoutWords(own)).toEqual(withoutWords(english));
    expect(own.findings.filter(({ message }, at) => message === english.findings[at]?.message)).toEqual([]);
  });

  test('quotes nothing of the draft when redacted', async () => {
    const { stdout } = await runHere(['lint', DRAFT, '--locale', locale, '--redact', '--verbose']);
    expect(stdout).not.toMatch(/relief convoys|six officers/);
    const changes = await runHere(['diff', ...VERSIONS, '--locale', locale, '--redact', '--format', 'json']);
    const { changes: all } = JSON.parse(changes.stdout) as { changes: { message: string }[] };
    const quoted = all.filter(({ message }) => /«/.test(message));
    expect(quoted.length).toBeGreaterThan(0);
    expect(quoted.filter(({ message }) => !message.includes('[…]'))).toEqual([]);
  });
});

describe('the language of a report', () => {
  test('is that of the configuration where no option is given', async () => {
    const cwd = folderWith({
      'draft.txt': 'Article 1\nThe Parties shall cease all hostilities.\n',
      'poclint.config.yaml': 'locale: es\n',
    });
    expect((await runHere(['lint', 'draft.txt'], { cwd })).stdout).toContain('no hallado');
    expect((await runHere(['lint', 'draft.txt', '--locale', 'fr'], { cwd })).stdout).toContain('non trouvé');
  });

  test('is never taken from the surroundings, so that the same command prints the same words everywhere', async () => {
    const plain = await runHere(['lint', DRAFT]);
    expect(await runHere(['lint', DRAFT], { env: { LANG: 'fr_FR.UTF-8', LC_ALL: 'fr_FR.UTF-8' } })).toEqual(plain);
  });

  test('is one that the tool speaks', async () => {
    const { code, stderr } = await runHere(['lint', DRAFT, '--locale', 'de']);
    expect(code).toBe(2);
    expect(stderr).toContain('Choose from en, fr, es, ar');
  });

  test.each([
    ['fr', 'Le fichier ne contient aucun mot'],
    ['es', 'El archivo no contiene palabras'],
    ['ar', 'لا يحتوي الملف على كلمات'],
  ])('is that of refusals too: %s', async (locale, sentence) => {
    const cwd = folderWith({ 'empty.txt': '' });
    const { code, stderr } = await runHere(['lint', 'empty.txt', '--locale', locale], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
  });
});

describe('text from right to left in a terminal', () => {
  const ARABIC = 'المادة 1\nينبغي للطرفين تيسير وصول المساعدات الإنسانية إلى جميع المدنيين دون عوائق.\n';

  test('is kept apart in a line from left to right', async () => {
    const cwd = folderWith({ 'draft.txt': ARABIC });
    const { stdout } = await runHere(['lint', 'draft.txt', '--language', 'ar', '--verbose'], { cwd });
    const mixed = stdout.split('\n').filter((line) => /\p{Script=Arabic}/u.test(line));
    expect(mixed.length).toBeGreaterThan(0);
    expect(mixed.filter((line) => !/\u2068[^\u2069]*\p{Script=Arabic}/u.test(line))).toEqual([]);
  });

  test('opens and closes as many isolates in every line', async () => {
    const cwd = folderWith({ 'draft.txt': ARABIC });
    for (const locale of LOCALES) {
      for (const columns of ['44', '60', '100']) {
        const argv = ['lint', 'draft.txt', '--language', 'ar', '--locale', locale, '--verbose'];
        const { stdout } = await runHere(argv, { cwd, env: { COLUMNS: columns } });
        const open = (line: string) => [...line.matchAll(/[\u2066-\u2068]/g)].length;
        const closed = (line: string) => [...line.matchAll(/\u2069/g)].length;
        expect(stdout.split('\n').filter((line) => open(line) !== closed(line))).toEqual([]);
      }
    }
  });

  test('ends at the right edge in Arabic, table and all', async () => {
    const { stdout } = await runHere(['lint', DRAFT, '--locale', 'ar'], { env: { COLUMNS: '90' } });
    const lines = stdout.split('\n').filter((line) => line !== '');
    expect(lines.filter((line) => columnsOf(line) !== 90)).toEqual([]);
    expect(lines.filter((line) => !/^ *\u2067.*\u2069$/.test(line))).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { folderWith, runHere, WORKSPACE } from '../command.ts';

const OLD = `Ceasefire of the River Towns

The Parties have agreed as follows:

Article 1
The Parties and all forces under their command shall refrain from attacks on civilians.

Article 2
The Parties shall allow humanitarian organisations rapid and unhindered access to all persons in need within ten days.

Article 3
The Parties shall refrain from rape and all other forms of sexual violence.

Article 4
The market of the river towns opens on Fridays and closes at dusk.
`;
const NEW = OLD.replace(/Article 3\n.*\n\n/, '')
  .replace('within ten days', 'within ninety days')
  .replace('Article 4', 'Article 3');
const FRENCH = `Accord de cessez-le-feu

Les Parties sont convenues de ce qui suit :

Article 1
Les Parties s'abstiennent de toute attaque contre les civils et de tout acte de violence sexuelle dans la vallée.

Article 2
Les Parties permettent aux organisations humanitaires un accès rapide et sans entrave à toutes les personnes dans le besoin.
`;
const FOREIGN = `Lease of a Warehouse

Article 1
The tenant shall pay the rent to the owner of the building on the first day of each month.

Article 2
The owner shall repair the roof of the building before the winter.
`;

const folder = (files: Record<string, string> = {}) => folderWith({ 'old.txt': OLD, 'new.txt': NEW, ...files });

describe('poclint diff', () => {
  test('prints what was lost and weakened, and ends with 1 for what was lost', async () => {
    const { code, stdout, stderr } = await runHere(['diff', 'old.txt', 'new.txt'], { cwd: folder() });
    expect(code).toBe(1);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/Art\. 3.*, left out: Covered in the previous draft, not found/);
    expect(stdout).toMatch(/More time is given: "within ten days" became "within ninety\s+days"/);
    expect(stdout).not.toContain('market');
  });

  test.each([
    ['nothing is lost between a draft and itself', ['old.txt', 'old.txt'], 0],
    ['what was only weakened does not count unless asked for', ['old.txt', 'later.txt'], 0],
    ['what was weakened counts if asked for', ['--fail-on', 'weakened', 'old.txt', 'later.txt'], 1],
    ['nothing counts if nothing is to', ['--fail-on', 'never', 'old.txt', 'new.txt'], 0],
    ['a gain counts for nothing', ['--fail-on', 'weakened', 'new.txt', 'gained.txt'], 0],
  ])('%s', async (_name, argv, expected) => {
    const cwd = folder({
      'later.txt': OLD.replace('ten days', 'ninety days'),
      'gained.txt': `${NEW}\nArticle 4\nThe Parties shall not recruit children under the age of eighteen.\n`,
    });
    expect((await runHere(['diff', ...argv], { cwd })).code).toBe(expected);
  });

  test.each([
    ['no draft', ['diff'], 'Name the previous draft and the new one'],
    ['one draft', ['diff', 'old.txt'], 'Name the previous draft and the new one'],
    ['two drafts with a baseline', ['diff', '--baseline', 'b.json', 'old.txt', 'new.txt'], 'name the new draft only'],
    ['standard input twice', ['diff', '-', '-'], 'Only one of the drafts can come from standard input'],
    ['a file that is not there', ['diff', 'old.txt', 'none.txt'], 'none.txt: There is no such file'],
    [
      'a text that is no version of the other',
      ['diff', 'old.txt', 'foreign.txt'],
      'do not look like versions of one text: 0 % of the shorter one is found in the other. --force',
    ],
    [
      'a baseline that is not there',
      ['diff', '--baseline', 'b.json', 'new.txt'],
      'The baseline b.json cannot be read (ENOENT)',
    ],
    [
      'a baseline that is none',
      ['diff', '--baseline', 'old.txt', 'new.txt'],
      'old.txt is no baseline: it is not JSON. Make one with "poclint baseline',
    ],
    [
      'a baseline of another make',
      ['diff', '--baseline', 'other.json', 'new.txt'],
      'other.json is no baseline of this version (poclint-baseline-1)',
    ],
    [
      'a page beside a baseline',
      ['diff', '--baseline', 'b.json', '--format', 'html', 'new.txt'],
      'A baseline keeps no words',
    ],
  ])('refuses %s with 2 and a sentence', async (_name, argv, sentence) => {
    const { code, stdout, stderr } = await runHere(argv, {
      cwd: folder({ 'foreign.txt': FOREIGN, 'other.json': '{"schema":"x"}' }),
    });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.replace(/\s+/g, ' ')).toContain(sentence);
  });

  test('compares other texts where it is made to, and says what they are', async () => {
    const { code, stdout, stderr } = await runHere(['diff', '--force', 'old.txt', 'foreign.txt'], {
      cwd: folder({ 'foreign.txt': FOREIGN }),
    });
    expect(code).toBe(1);
    expect(stdout).toContain('Lost (');
    expect(stderr).toContain('do not look like versions of one text');
  });

  test('sends two languages to the comparison of languages, or says that it cannot read one', async () => {
    const { code, stderr } = await runHere(['diff', 'old.txt', 'french.txt'], {
      cwd: folder({ 'french.txt': FRENCH }),
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/poclint parity|language/);
  });

  test('reads the new draft from standard input', async () => {
    const { code, stdout } = await runHere(['diff', 'old.txt', '-', '--stdin-filename', 'new.txt'], {
      cwd: folder(),
      stdin: NEW,
    });
    expect(code).toBe(1);
    expect(stdout).toContain('old.txt → new.txt');
  });

  test('with brackets dropped, what stands in brackets counts as lost', async () => {
    const cwd = folder({ 'bracketed.txt': OLD.replace(/(The Parties shall refrain from rape.*)/, '[$1]') });
    expect((await runHere(['diff', 'old.txt', 'bracketed.txt'], { cwd })).code).toBe(0);
    expect((await runHere(['diff', '--reading', 'dropped', 'old.txt', 'bracketed.txt'], { cwd })).code).toBe(1);
  });

  test('the same drafts give the same bytes', async () => {
    const cwd = folder();
    const once = await runHere(['diff', '-f', 'json', 'old.txt', 'new.txt'], { cwd });
    expect((await runHere(['diff', '-f', 'json', 'old.txt', 'new.txt'], { cwd })).stdout).toBe(once.stdout);
  });
});

describe('the page', () => {
  const hostile = '<script>alert(1)</script><img src="https://example.org/x.png" onerror="x()">';
  async function page(): Promise<string> {
    const cwd = folder({ 'hostile.txt': NEW.replace('on Fridays', `on ${hostile} days`) });
    return (await runHere(['diff', '-f', 'html', 'old.txt', 'hostile.txt'], { cwd })).stdout;
  }

  test('loads nothing and runs nothing, whatever the drafts hold', async () => {
    const html = await page();
    expect(html).toContain("default-src 'none'; style-src 'sha256-");
    const shown = html.replace(/<span class="hidden">[^<]*<\/span>|<\/?(?:ins|del)>/g, '');
    expect(shown).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=&quot;https://example.org');
    expect(html).not.toMatch(/<script|<img|<link|<iframe|<svg|\son\w+="|javascript:|url\(|@import/i);
  });

  test('its policy allows its own style and no other', async () => {
    const html = await page();
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const { createHash } = await import('node:crypto');
    expect(html).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(html).not.toContain('style="');
  });

  test('every link leads to a place in the page, and no place has two', async () => {
    const html = await page();
    const places = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(places).size).toBe(places.length);
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) expect(places).toContain(link);
  });

  test('opens and closes its elements in order', async () => {
    const open: string[] = [];
    for (const [, close, name] of (await page()).matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
      if (['meta'].includes(name as string)) continue;
      if (close) expect(open.pop()).toBe(name);
      else open.push(name as string);
    }
    expect(open).toEqual([]);
  });

  test('has both texts, what went struck out and what came underlined', async () => {
    const html = await page();
    expect(html).toMatch(/<del>(<span[^>]*>[^<]*<\/span>)ten/);
    expect(html).toMatch(/<ins>(<span[^>]*>[^<]*<\/span>)ninety/);
    expect(html).toContain('The Parties shall refrain from rape and all other forms of sexual violence.');
  });

  test('when redacted has no word of either text', async () => {
    const { stdout } = await runHere(['diff', '-f', 'html', '--redact', 'old.txt', 'new.txt'], { cwd: folder() });
    for (const word of ['unhindered access to all persons', 'ninety', 'market', 'under their command'])
      expect(stdout).not.toContain(word);
    expect(stdout).toMatch(/Art\. 3[^<]*, left out/);
  });
});

describe('poclint baseline', () => {
  const schema = JSON.parse(readFileSync(join(WORKSPACE, 'packages/core/src/compare/baseline.schema.json'), 'utf8'));

  test('keeps no word of the draft, and fits its schema', async () => {
    const { code, stdout } = await runHere(['baseline', 'old.txt'], { cwd: folder() });
    expect(code).toBe(0);
    const validate = new Ajv2020({ strict: false }).compile(schema);
    expect([validate(JSON.parse(stdout)), validate.errors]).toEqual([true, null]);
    for (const word of ['River', 'Towns', 'Fridays', 'unhindered', 'refrain', 'forces'])
      expect(stdout).not.toContain(word);
  });

  test('tells what a new draft lost and weakened, with the new words only', async () => {
    const cwd = folder();
    await runHere(['baseline', 'old.txt', '--output', 'old.json'], { cwd });
    const { code, stdout, stderr } = await runHere(['diff', '--baseline', 'old.json', 'new.txt'], { cwd });
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/Art\. 3.*, left out: Covered in the previous draft, not found/);
    expect(stdout).toMatch(/Art\. 2.*: More time is given than before\./);
    expect(stdout).toContain('within ninety days');
  });

  test('finds nothing lost in the draft that it was made from', async () => {
    const cwd = folder();
    await runHere(['baseline', 'old.txt', '--output', 'old.json'], { cwd });
    const { code, stdout } = await runHere(['diff', '--fail-on', 'weakened', '--baseline', 'old.json', 'old.txt'], {
      cwd,
    });
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing lost or weakened.');
  });

  test('made with other rules warns that they may be the difference', async () => {
    const cwd = folder();
    const { stdout } = await runHere(['baseline', 'old.txt'], { cwd });
    const other = folder({ 'old.json': stdout.replace(/"rules": "[^"]+"/, '"rules": "0"') });
    const { stderr } = await runHere(['diff', '--baseline', 'old.json', 'new.txt'], { cwd: other });
    expect(stderr).toContain('was made with other rules');
  });
});

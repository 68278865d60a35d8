import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';
import { PARITY_FORMATS } from '../src/parity/formats.ts';
import { folderWith, runHere, WORKSPACE } from './command.ts';

const FRENCH = 'fixtures/parity/ceasefire-fr.md';
const ENGLISH = 'fixtures/parity/ceasefire-en.md';

async function divergences(argv: readonly string[], cwd?: string) {
  const { code, stdout } = await runHere(['parity', ...argv, '--format', 'json'], { ...(cwd && { cwd }) });
  return {
    code,
    parity: JSON.parse(stdout),
    kinds: JSON.parse(stdout).divergences.map(({ kind }: { kind: string }) => kind),
  };
}

describe('poclint parity', () => {
  it('reports another deadline, a missing item and a weaker verb, each with both clauses', async () => {
    const { code, parity, kinds } = await divergences([FRENCH, ENGLISH]);
    expect(code).toBe(1);
    expect(kinds).toEqual(expect.arrayContaining(['time', 'item', 'verb', 'authentic']));
    const time = parity.divergences.find(({ kind }: { kind: string }) => kind === 'time');
    expect(time.clauses.map(({ clause }: { clause: string }) => clause)).toEqual(['Art. 1(1)', 'Art. 1(1)']);
    expect(time.message).toBe(
      'The times differ: "dans un délai de 48 heures" in French, "within 72 hours" in English.',
    );
  });

  it('takes neither version for the right one: exchanged, the same is found', async () => {
    const forth = await divergences([FRENCH, ENGLISH]);
    const back = await divergences([ENGLISH, FRENCH]);
    expect([...back.kinds].sort()).toEqual([...forth.kinds].sort());
  });

  it('tells the versions of one file apart', async () => {
    const paragraphs = (path: string) => readFileSync(join(WORKSPACE, path), 'utf8').trim();
    const cwd = folderWith({ 'both.md': `${paragraphs(ENGLISH)}\n\n${paragraphs(FRENCH)}\n` });
    const { parity, kinds } = await divergences(['both.md'], cwd);
    expect(parity.versions.map(({ language }: { language: string }) => language).sort()).toEqual(['en', 'fr']);
    expect(kinds).toEqual(expect.arrayContaining(['time', 'item', 'verb']));
  });

  it('refuses two drafts in one language, and one file with one version', async () => {
    const same = await runHere(['parity', ENGLISH, ENGLISH]);
    expect(same).toMatchObject({ code: 2 });
    expect(same.stderr).toContain('are both in English. "poclint diff" compares drafts in one language.');
    const alone = await runHere(['parity', ENGLISH]);
    expect(alone).toMatchObject({ code: 2 });
    expect(alone.stderr).toContain('seems to hold one language version only');
  });

  it('ends with 0 where nothing counts', async () => {
    expect(await runHere(['parity', FRENCH, ENGLISH, '--fail-on', 'never'])).toMatchObject({ code: 0 });
  });

  test.each(PARITY_FORMATS)('%s prints the same bytes on every run', async (format) => {
    const run = () => runHere(['parity', FRENCH, ENGLISH, '--format', format]);
    const first = await run();
    expect(first.stdout).not.toBe('');
    expect(await run()).toEqual(first);
  });

  test.each(['pretty', 'markdown', 'html'] as const)(
    '%s keeps Arabic words apart from the sentence that quotes them',
    async (format) => {
      const arabic = `# اتفاق

اتفق الطرفان على ما يلي:

## المادة 1 وقف الأعمال العدائية

1. يلتزم الطرفان بوقف جميع الأعمال العدائية خلال 48 ساعة.

## المادة 2 المحتجزون

يفرج كل طرف عن جميع المدنيين المحتجزين خلال 30 يوماً.
`;
      const english = readFileSync(join(WORKSPACE, ENGLISH), 'utf8');
      const cwd = folderWith({ 'ar.md': arabic, 'en.md': english });
      const { stdout } = await runHere(['parity', 'ar.md', 'en.md', '--format', format, '--force'], { cwd });
      expect(stdout.replace(/\s+/g, ' ')).toMatch(
        /The times differ: (?:"|&quot;)\u2068[^\u2069]*48 ساعة[^\u2069]*\u2069/,
      );
    },
  );

  test.each(PARITY_FORMATS)('%s has no word of the versions under --redact', async (format) => {
    const { stdout } = await runHere(['parity', FRENCH, ENGLISH, '--format', format, '--redact']);
    expect(stdout).not.toMatch(/hostilit|48 heures|72 hours|endeavour/i);
  });

  it('keeps to its published schema', async () => {
    const schema = JSON.parse(readFileSync(join(WORKSPACE, 'packages/core/src/parity/parity.schema.json'), 'utf8'));
    const validate = new Ajv2020({ strict: false }).compile(schema);
    const { parity } = await divergences([FRENCH, ENGLISH]);
    expect([validate(parity), validate.errors]).toEqual([true, null]);
    expect(validate({ ...parity, score: 1 })).toBe(false);
  });
});

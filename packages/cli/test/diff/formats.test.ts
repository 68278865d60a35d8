import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import Draft04 from 'ajv-draft-04';
import { describe, expect, test } from 'vitest';
import { type ComparisonContext, DIFF_FORMATS, type DiffFormat, formatComparison } from '../../src/diff/formats.ts';
import { redactComparison } from '../../src/diff/redaction.ts';
import { columnsOf } from '../../src/terminal/columns.ts';
import { WORKSPACE } from '../command.ts';
import { COMPARISON, DIFF_CONTEXT } from './sample-comparison.ts';

const print = (format: DiffFormat, change: Partial<ComparisonContext> = {}, comparison = COMPARISON) =>
  formatComparison(format, comparison, { ...DIFF_CONTEXT, ...change });

/** Where the golden comparisons lie. `vitest -u` writes them anew after a change that was meant. */
const golden = (name: string) => join(WORKSPACE, 'fixtures/golden', name);

describe('golden comparisons', () => {
  test.each([
    ['pretty', 'comparison.pretty.txt', {}],
    ['pretty', 'comparison.pretty-wide.txt', { width: 120 }],
    ['pretty', 'comparison.pretty-narrow.txt', { width: 50 }],
    ['pretty', 'comparison.pretty-colour.txt', { colour: true }],
    ['pretty', 'comparison.pretty-verbose.txt', { verbose: true }],
    ['pretty', 'comparison.pretty-quiet.txt', { quiet: true }],
    ['json', 'comparison.json', {}],
    ['jsonl', 'comparison.jsonl', {}],
    ['sarif', 'comparison.sarif', {}],
    ['github', 'comparison.github.txt', {}],
    ['junit', 'comparison.junit.xml', {}],
    ['junit', 'comparison.junit-weakened.xml', { failOn: 'weakened' }],
    ['markdown', 'comparison.md', {}],
    ['html', 'comparison.html', {}],
  ] as const)('%s as in %s', async (format, name, change) => {
    await expect(await print(format, change)).toMatchFileSnapshot(golden(name));
  });
});

describe('every format', () => {
  test.each(['pretty', 'github', 'junit', 'markdown', 'html'] as const)(
    '%s lets no control character of a draft through',
    async (format) => {
      expect(await print(format)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e]/);
    },
  );

  test.each(['pretty', 'json', 'jsonl', 'sarif', 'github', 'junit', 'markdown', 'html'] as const)(
    '%s has no word of the drafts when redacted',
    async (format) => {
      const text = await print(format, { redacted: true }, redactComparison(COMPARISON));
      for (const word of ['barracks', 'village', 'allied', 'ninety', 'homes']) expect(text).not.toContain(word);
      expect(text).toContain('2(c)');
    },
  );

  test.each([40, 50, 80, 120])('pretty keeps to %i columns', async (width) => {
    for (const line of (await print('pretty', { width, verbose: true })).split('\n'))
      if (!/^\S*drafts\//.test(line)) expect(columnsOf(line), line).toBeLessThanOrEqual(width);
  });
});

describe('published schemas', () => {
  const schema = JSON.parse(readFileSync(join(WORKSPACE, 'packages/core/src/compare/comparison.schema.json'), 'utf8'));
  const isValid = (value: unknown) => new Ajv2020({ strict: false }).compile(schema)(value);

  test('the comparison is valid, redacted too', async () => {
    expect(isValid(JSON.parse(await print('json')))).toBe(true);
    expect(isValid(JSON.parse(await print('json', {}, redactComparison(COMPARISON))))).toBe(true);
  });

  test('the schema refuses a kind that does not exist and a field that nobody knows', async () => {
    const made = JSON.parse(await print('json'));
    expect(isValid({ ...made, score: 3 })).toBe(false);
    expect(isValid({ ...made, changes: [{ ...made.changes[0], kind: 'tone' }] })).toBe(false);
  });

  test('SARIF is valid by its own schema', async () => {
    const require = createRequire(import.meta.url);
    const sarif = JSON.parse(
      readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
    );
    const ajv = new Draft04.default({ strict: false, validateFormats: false, unicodeRegExp: false });
    const validate = ajv.compile(sarif);
    expect([validate(JSON.parse(await print('sarif'))), validate.errors]).toEqual([true, null]);
  });
});

describe('the tracked changes of several authors', () => {
  const authors = [
    { author: 'Ana Ruiz', changes: COMPARISON.changes.slice(0, 2) },
    { author: '', changes: [] },
  ];

  test.each(DIFF_FORMATS)('are told author by author in %s', async (format) => {
    const told = await print(format, {}, { ...COMPARISON, authors });
    expect(told).toContain('Ana Ruiz');
    expect(await print(format)).not.toContain('Ana Ruiz');
  });

  test('keep to the published schemas', async () => {
    const json = JSON.parse(await print('json', {}, { ...COMPARISON, authors }));
    expect(json.authors).toEqual(JSON.parse(JSON.stringify(authors)));
    const schema = readFileSync(join(WORKSPACE, 'packages/core/src/compare/comparison.schema.json'), 'utf8');
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(schema));
    expect([validate(json), validate.errors]).toEqual([true, null]);
  });
});

describe('a draft with pages', () => {
  test.each(DIFF_FORMATS)('has the page of each change in %s', async (format) => {
    const changes = COMPARISON.changes.map((change) => ({
      ...change,
      ...(change.new && { new: { ...change.new, page: 7 } }),
    }));
    const told = await print(format, {}, { ...COMPARISON, changes });
    expect(told).toMatch(/p\.[ \u00a0]7|"page": ?7/);
  });
});

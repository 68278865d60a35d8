import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CONFIGURATION, findProblem } from '@poclint/project/configuration/fields';
import { configurationSchema } from '@poclint/project/configuration/schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import Draft04 from 'ajv-draft-04';
import { describe, expect, test } from 'vitest';
import { runHere, WORKSPACE } from './command.ts';

const DRAFTS = 'fixtures/drafts';

function readJson(path: string): object {
  return JSON.parse(readFileSync(path, 'utf8')) as object;
}

/** The errors of a value against a schema, for a message that says what is wrong. */
function errorsOf(ajv: Pick<Ajv2020, 'compile'>, schema: object, value: unknown): unknown {
  const validate = ajv.compile(schema);
  return validate(value) ? [] : validate.errors;
}

describe('report schema', () => {
  const schema = readJson(join(WORKSPACE, 'packages/core/src/report/report.schema.json'));

  test('a report on whole drafts, one of them unreadable, is valid', async () => {
    const { stdout, code } = await runHere(['lint', DRAFTS, 'no-such-draft.md', '--format', 'json']);
    expect(code).toBe(2);
    const report = JSON.parse(stdout) as { documents: { status: string; findings?: unknown[] }[] };
    expect(errorsOf(new Ajv2020({ strict: false }), schema, report)).toEqual([]);
    expect(new Set(report.documents.map(({ status }) => status))).toEqual(new Set(['reviewed', 'unreadable']));
  });

  test('a redacted report is valid', async () => {
    const { stdout } = await runHere(['lint', DRAFTS, '--format', 'json', '--redact']);
    expect(errorsOf(new Ajv2020({ strict: false }), schema, JSON.parse(stdout))).toEqual([]);
  });

  test.each([
    ['a level that does not exist', { level: 'strong' }],
    ['a field that nobody knows', { score: 3 }],
  ])('the schema refuses %s', async (_, change) => {
    const { stdout } = await runHere(['lint', `${DRAFTS}/ceasefire.txt`, '--format', 'json']);
    const report = JSON.parse(stdout) as { documents: { coverage: object[] }[] };
    Object.assign(report.documents[0]?.coverage[0] as object, change);
    expect(errorsOf(new Ajv2020({ strict: false }), schema, report)).not.toEqual([]);
  });
});

describe('SARIF', () => {
  const require = createRequire(import.meta.url);
  const schema = readJson(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));
  const ajv = () => new Draft04.default({ strict: false, validateFormats: false, unicodeRegExp: false });

  test('a log on whole drafts, one of them unreadable, is valid', async () => {
    const { stdout } = await runHere(['lint', DRAFTS, 'no-such-draft.md', '--format', 'sarif']);
    const log = JSON.parse(stdout) as { runs: [{ results: unknown[] }] };
    expect(log.runs[0].results.length).toBeGreaterThan(20);
    expect(errorsOf(ajv(), schema, log)).toEqual([]);
  });

  test('the schema refuses a log whose version is another', async () => {
    const { stdout } = await runHere(['lint', `${DRAFTS}/ceasefire.txt`, '--format', 'sarif']);
    expect(errorsOf(ajv(), schema, { ...JSON.parse(stdout), version: '3.0' })).not.toEqual([]);
  });
});

describe('configuration schema', () => {
  const path = join(WORKSPACE, 'packages/project/src/configuration/configuration.schema.json');
  const validate = new Ajv2020({ strict: false }).compile(configurationSchema());

  test('the published file is the one made from the table of fields', async () => {
    // `vitest -u` writes it anew after a field was added.
    await expect(`${JSON.stringify(configurationSchema(), null, 2)}\n`).toMatchFileSnapshot(path);
  });

  test('every field has a description', () => {
    for (const field of Object.values(CONFIGURATION)) expect(field.description).toMatch(/^[A-Z].*\.$/);
  });

  // What the command accepts and what an editor with the schema accepts must be the same.
  test.each([
    {},
    { $schema: 'x.json', type: 'ceasefire' },
    { failOn: 'never', reading: 'dropped', stage: 'signed', language: 'fr' },
    { profile: 'humanitarian', severities: { 'sgbv-prohibition': 'off' } },
    { rules: ['own'], incorporates: ['a.md'], overrides: [{ files: ['x/**'], type: 'local' }] },
    { type: 'ceasfire' },
    { failOn: 'fatal' },
    { language: 'English' },
    { severities: { 'sgbv-prohibition': 'high' } },
    { severities: ['sgbv-prohibition'] },
    { rules: 'own' },
    { rules: [] },
    { overrides: [{ type: 'local' }] },
    { overrides: [{ files: ['x'], rules: ['y'] }] },
    { overrides: { files: ['x'] } },
    { incorporates: [''] },
    { typ: 'ceasefire' },
  ])('command and schema agree on %j', (configuration) => {
    expect(validate(configuration)).toBe(findProblem(configuration) === undefined);
  });
});

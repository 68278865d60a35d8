import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, runHere } from './command.ts';

const DRAFT = 'Article 1\n\nThe Parties shall not attack civilians.\n';

interface Report {
  readonly documents: readonly {
    readonly status: string;
    readonly reason?: string;
    readonly type?: { readonly value: string; readonly source: string };
    readonly stage?: string;
    readonly findings?: readonly { readonly rule: string; readonly severity: string }[];
    readonly notices?: readonly string[];
  }[];
}

/** What a review of one draft says of its settings. */
async function settled(files: Readonly<Record<string, string>>, draft = 'draft.md', ...argv: string[]) {
  const { stdout, code } = await runHere(['lint', draft, '--format', 'json', ...argv], { cwd: folderWith(files) });
  const [document] = (JSON.parse(stdout) as Report).documents;
  return {
    code,
    type: document?.type?.value,
    source: document?.type?.source,
    stage: document?.stage,
    notices: document?.notices,
    reason: document?.reason,
    severityOf: (rule: string) => document?.findings?.find((finding) => finding.rule === rule)?.severity,
  };
}

describe('every usual name and form of a configuration is found', () => {
  test.each([
    ['package.json', '{"name": "talks", "poclint": {"type": "local"}}'],
    ['.poclintrc', 'type: local'],
    ['.poclintrc.json', '{"type": "local"}'],
    ['.poclintrc.yaml', 'type: local'],
    ['.poclintrc.yml', 'type: local'],
    ['poclint.config.yaml', 'type: local'],
    ['poclint.config.yml', 'type: local'],
    ['poclint.config.json', '{ "type": "local" }'],
    ['poclint.config.mjs', "export default { type: 'local' };"],
    ['poclint.config.js', "module.exports = { type: 'local' };"],
    ['poclint.config.ts', "const type: string = 'local';\nexport default { type };"],
  ])('%s', async (name, content) => {
    expect(await settled({ 'draft.md': DRAFT, [name]: content })).toMatchObject({
      type: 'local',
      source: 'configuration',
    });
  });

  test('an empty file sets nothing', async () => {
    expect(await settled({ 'draft.md': DRAFT, 'poclint.config.yaml': '# nothing yet\n' })).toMatchObject({
      source: 'inferred',
    });
  });

  test('a package.json of other tools, broken ones too, sets nothing', async () => {
    expect(await settled({ 'draft.md': DRAFT, 'package.json': '{"name": "x"}' })).toMatchObject({ source: 'inferred' });
    expect(await settled({ 'draft.md': DRAFT, 'package.json': '{"poclint": ' })).toMatchObject({ source: 'inferred' });
  });

  test('the nearest one upwards from the draft is used', async () => {
    const files = {
      'poclint.config.yaml': 'type: framework',
      'a/poclint.config.yaml': 'type: local',
      'a/b/c/draft.md': DRAFT,
    };
    expect(await settled(files, 'a/b/c/draft.md')).toMatchObject({ type: 'local' });
  });
});

describe('who is heard', () => {
  const configuration = { 'poclint.config.yaml': 'type: local\nstage: signed\nfailOn: never\n' };
  const frontMatter = '---\ntype: framework\npoclint:\n  stage: draft\n  failOn: info\n---\n';

  test('configuration before inference', async () => {
    expect(await settled({ ...configuration, 'draft.md': DRAFT })).toMatchObject({
      type: 'local',
      stage: 'signed',
      code: 0,
    });
  });

  test('front matter before configuration', async () => {
    expect(await settled({ ...configuration, 'draft.md': frontMatter + DRAFT })).toMatchObject({
      type: 'framework',
      source: 'front matter',
      stage: 'draft',
      code: 1,
    });
  });

  test('the command line before all', async () => {
    const files = { ...configuration, 'draft.md': frontMatter + DRAFT };
    expect(
      await settled(files, 'draft.md', '--type', 'humanitarian', '--stage', 'signed', '--fail-on', 'never'),
    ).toMatchObject({ type: 'humanitarian', source: 'option', stage: 'signed', code: 0 });
  });

  test('a setting of front matter that cannot be used is a notice, and configuration is heard instead', async () => {
    const { type, notices } = await settled({ ...configuration, 'draft.md': `---\ntype: locl\n---\n${DRAFT}` });
    expect(type).toBe('local');
    expect(notices).toEqual([
      'The front matter has "locl" for "type"; use one of ceasefire, pre-negotiation, framework, comprehensive, implementation, local, humanitarian; it is not used.',
    ]);
  });
});

describe('severities', () => {
  const RULE = 'poc-humanitarian-access';

  test('come from the agreement type, from a profile, from single rules: the last of these wins', async () => {
    expect((await settled({ 'draft.md': DRAFT }, 'draft.md', '--type', 'humanitarian')).severityOf(RULE)).toBe('error');
    const profile = {
      'draft.md': DRAFT,
      'mild.yaml': `${RULE}: info\n`,
      'poclint.config.yaml': 'type: humanitarian\nprofile: ./mild.yaml\n',
    };
    expect((await settled(profile)).severityOf(RULE)).toBe('info');
    const single = {
      ...profile,
      'poclint.config.yaml': `type: humanitarian\nprofile: ./mild.yaml\nseverities:\n  ${RULE}: warning\n`,
    };
    expect((await settled(single)).severityOf(RULE)).toBe('warning');
    expect((await settled(single, 'draft.md', '--profile', 'humanitarian')).severityOf(RULE)).toBe('error');
  });

  test('off keeps a rule quiet', async () => {
    const files = { 'draft.md': DRAFT, 'poclint.config.yaml': `type: humanitarian\nseverities:\n  ${RULE}: off\n` };
    expect((await settled(files)).severityOf(RULE)).toBeUndefined();
  });

  test('a profile with a rule that does not exist is named with its line', async () => {
    const cwd = folderWith({ 'draft.md': DRAFT, 'own.yaml': '# ours\nsgbv-prohibitin: error\n' });
    const { code, stderr } = await runHere(['lint', 'draft.md', '--profile', 'own.yaml'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe(
      `poclint: ${join(cwd, 'own.yaml')}:2 sets a severity for "sgbv-prohibitin", but there is no such rule. Did you mean "sgbv-prohibition"?\n`,
    );
  });
});

describe('overrides', () => {
  const files = {
    'annexes/deep/draft.md': DRAFT,
    'draft.md': DRAFT,
    'poclint.config.yaml': `type: framework
severities: { poc-reparations: error, sgbv-prohibition: info }
overrides:
  - files: ["annexes/**"]
    type: implementation
    severities: { sgbv-prohibition: warning }
  - files: ["**/*.txt"]
    type: local
`,
  };

  test('hold for the drafts that their patterns match, and for no others', async () => {
    expect(await settled(files, 'annexes/deep/draft.md')).toMatchObject({ type: 'implementation' });
    expect(await settled(files, 'draft.md')).toMatchObject({ type: 'framework' });
  });

  test('add severities to those of the file', async () => {
    const { severityOf } = await settled(files, 'annexes/deep/draft.md');
    expect([severityOf('sgbv-prohibition'), severityOf('poc-reparations')]).toEqual(['warning', 'error']);
  });
});

describe('--only', () => {
  test('leaves what is graver, and brackets and broken references whatever they weigh', async () => {
    const draft =
      'Article 1\n\n[The Parties shall protect schools.]\n\nArticle 2\n\nThe Parties shall protect vulnerable groups under Article 9.\n';
    const cwd = folderWith({ 'draft.md': draft });
    const rules = async (...more: string[]): Promise<string[]> => {
      const { stdout } = await runHere(['lint', 'draft.md', '--type', 'ceasefire', '--format', 'json', ...more], {
        cwd,
      });
      return ((JSON.parse(stdout) as Report).documents[0]?.findings ?? []).map(
        ({ rule, severity }) => `${severity} ${rule}`,
      );
    };
    const all = await rules();
    const kept = await rules('--only', 'error');
    expect(kept.length).toBeLessThan(all.length);
    expect(kept.filter((one) => !one.startsWith('error')).every((one) => /bracketed|cross-reference/.test(one))).toBe(
      true,
    );
    expect(kept).toContain('warning q-bracketed-protection');
    expect(all).toContain('warning q-vulnerable-groups-undefined');
    expect(kept).not.toContain('warning q-vulnerable-groups-undefined');
  });
});

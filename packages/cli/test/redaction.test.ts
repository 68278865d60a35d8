import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../src/format/formatter.ts';
import { folderWith, runHere, WORKSPACE } from './command.ts';

/** Every word of a draft replaced by one that occurs nowhere else, except those that decide what is found. */
const DRAFT = `CEASEFIRE AGREEMENT

between Zorgonia and the Quendish Front

Article 1

Xylophonic marmots shall in Wumbleton refrain from attacks on civilians where possible.

Article 2

[The Parties shall release zebrafied children of Hogwallop.]

Article 3

In case of "brambled" trouble each Party shall protect civilians of Yonderby provided that the other Party does the same.

Article 4

The Parties shall protect vulnerable groups of Plimsoll, as set out in Article 99 on gudgeons [to be agreed].
`;
const OWN_WORDS = [
  'Zorgonia',
  'Quendish',
  'Xylophonic',
  'marmots',
  'Wumbleton',
  'zebrafied',
  'Hogwallop',
  'brambled',
  'Yonderby',
  'Plimsoll',
  'gudgeons',
];

describe('--redact', () => {
  test.each(FORMATS)('%s holds no word that only the draft has', async (format) => {
    const cwd = folderWith({ 'draft.txt': DRAFT });
    const argv = ['lint', 'draft.txt', '--format', format, '--verbose'];
    const open = await runHere(argv, { cwd });
    const redacted = await runHere([...argv, '--redact'], { cwd });
    // The draft is one whose words do come through: otherwise nothing would be shown.
    if (format !== 'github' && format !== 'junit')
      expect(OWN_WORDS.some((word) => open.stdout.includes(word))).toBe(true);
    for (const word of OWN_WORDS) expect(redacted.stdout).not.toContain(word);
    expect(redacted.code).toBe(open.code);
  });

  test('whole drafts are found out by no run of six words', async () => {
    const name = 'fixtures/drafts/comprehensive-agreement.md';
    const { stdout } = await runHere(['lint', name, '--format', 'json', '--redact']);
    const words = readFileSync(join(WORKSPACE, name), 'utf8').match(/\p{L}+/gu) ?? [];
    // Model clauses and reasons are the rules' own, and lawyers' words recur: they are taken out before.
    const report = JSON.parse(stdout) as { documents: { findings: { suggestion?: string; authority: unknown }[] }[] };
    for (const { findings } of report.documents)
      for (const finding of findings) Object.assign(finding, { suggestion: '', authority: [] });
    const said = ` ${(JSON.stringify(report).match(/\p{L}+/gu) ?? []).join(' ')} `;
    const runs = words.slice(0, -5).map((_, at) => words.slice(at, at + 6).join(' '));
    expect(runs.filter((run) => said.includes(` ${run} `))).toEqual([]);
  });

  test('places, levels and fingerprints stay', async () => {
    const cwd = folderWith({ 'draft.txt': DRAFT });
    const places = async (...more: string[]): Promise<unknown> => {
      const { stdout } = await runHere(['lint', 'draft.txt', '--format', 'json', ...more], { cwd });
      const [document] = (
        JSON.parse(stdout) as {
          documents: {
            coverage: { topic: string; level: string }[];
            findings: { rule: string; span: unknown; fingerprint: string; clause: string }[];
          }[];
        }
      ).documents;
      return [
        document?.coverage.map(({ topic, level }) => [topic, level]),
        document?.findings.map(({ rule, span, fingerprint, clause }) => [rule, span, fingerprint, clause]),
      ];
    };
    expect(await places('--redact')).toEqual(await places());
  });
});

import { join } from 'node:path';
import { type Finding, RuleLibrary, review } from '@poclint/core';
import { readTextDraft } from '@poclint/readers';
import { readRuleFolder } from '@poclint/rules';
import { describe, expect, it } from 'vitest';
import { checkWordingQuotes } from '../src/rule/check-wording-quotes.ts';
import { WORKSPACE } from './command.ts';

const folder = readRuleFolder(join(WORKSPACE, 'rules'));
const library = new RuleLibrary(folder.ruleSet);

function findingsIn(text: string, name = 'draft.txt'): readonly Finding[] {
  const { report } = review(readTextDraft(name, text), library);
  if (report.status !== 'reviewed') throw new Error(report.reason);
  return report.findings;
}

const isInText = ({ rule }: Finding) => rule.startsWith('q-');

/** A ceasefire of one page as they are signed: most that it says is about arms, and little of it is firm. */
const ONE_PAGE = `CEASEFIRE AGREEMENT

between the Government and the River Front

Recalling the suffering of women and children in the war,

The Parties have agreed as follows:

Article 1

The Parties shall cease all hostilities from noon on 1 May 2027.

Article 2

The Parties shall refrain from:

(a) attacks on the positions of the other side;
(b) the movement of heavy weapons;
(c) attacks on civilians;
(d) the laying of mines.

Article 3

The Parties should allow relief to reach the besieged towns where possible.

Article 4

A Joint Committee shall verify the withdrawal of heavy weapons.

Article 5

The Parties shall release all prisoners as soon as possible.

Article 6

Either Party may terminate this Agreement on seven days' notice.

Done at Port Hale on 20 April 2027
`;

describe('the pages of the red flags', () => {
  it('keep what their quotes promise', () => {
    expect(checkWordingQuotes(folder.files, folder.ruleSet)).toEqual([]);
  });

  it('show each flag at least five times, and five times what it is not', () => {
    for (const { rule, counts, excluded } of folder.files.filter((file) => file.rule.kind === 'wording')) {
      expect(counts.length, rule.id).toBeGreaterThanOrEqual(5);
      expect(excluded.length, rule.id).toBeGreaterThanOrEqual(4);
    }
  });
});

describe('a ceasefire of one page', () => {
  const findings = findingsIn(ONE_PAGE);

  it('gets few findings in its text, one for each cause', () => {
    expect(findings.filter(isInText).map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'warning q-preamble-only',
      'error q-sv-omitted-from-violations',
      'warning q-partial-addressee',
      'error q-hortatory-verb',
      'error q-no-monitoring',
      'warning q-no-timeline',
      'warning q-no-safeguard-on-termination',
    ]);
  });

  it('is not told again as missing what a finding in the text explains', () => {
    const missing = findings.filter((finding) => !isInText(finding)).map(({ rule }) => rule);
    for (const explained of ['poc-monitoring-verification', 'sgbv-ceasefire-definition', 'poc-humanitarian-access'])
      expect(missing).not.toContain(explained);
  });
});

describe('pairs', () => {
  const flags = (text: string, name?: string) =>
    findingsIn(text, name)
      .filter(isInText)
      .map(({ rule }) => rule);

  it('a prohibition needs somebody who watches', () => {
    const text = 'CEASEFIRE\n\nArticle 1. The Parties shall not attack civilians.';
    expect(flags(text)).toContain('q-no-monitoring');
    expect(
      flags(`${text}\n\nArticle 2. The Monitoring Mission shall verify every reported attack on civilians.`),
    ).not.toContain('q-no-monitoring');
  });

  it('an amnesty needs an exclusion', () => {
    const text = 'Article 1\n\nAn amnesty shall be granted to all fighters.';
    expect(flags(text)).toContain('q-blanket-amnesty');
    expect(flags(`${text}\n\nIt does not extend to war crimes or sexual violence.`)).not.toContain('q-blanket-amnesty');
  });

  it('an amnesty is found in a note too', () => {
    const text =
      'Article 1\n\nThe measures are set out in the note.[^1]\n\n[^1]: Exemption from prosecution for all who took part.';
    expect(flags(text, 'draft.md')).toContain('q-blanket-amnesty');
  });

  it('what another document may cover is said to be unverifiable, and is no error', () => {
    const text =
      'CEASEFIRE\n\n1. The ceasefire shall be based on the Agreement on Cessation of Hostilities signed on 3 May 2020.\n\n2. The Parties shall meet in June.';
    const findings = findingsIn(text);
    expect(findings.find(({ message }) => message.includes('not verifiable here'))).toBeDefined();
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

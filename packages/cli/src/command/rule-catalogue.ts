import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AGREEMENT_TYPES, FAMILIES, type Rule, type RuleSet, type Severity } from '@poclint/core';
import { messagesIn } from '@poclint/messages';
import { UsageError } from '@poclint/project/usage-error';
import type { Io } from '../io.ts';
import { loadRules } from '../rule/load-rules.ts';

export interface CatalogueOptions {
  readonly rules: readonly string[];
  readonly output?: string;
  readonly check?: boolean;
}

/** Prints all rules in force as one Markdown page, writes it to a file, or checks that the file says the same. */
export async function catalogue(options: CatalogueOptions, io: Io): Promise<number> {
  if (options.check && options.output === undefined) throw new UsageError(({ rule }) => rule.catalogueCheck());
  const page = pageOf(await loadRules(options.rules.map((folder) => resolve(io.cwd, folder))));
  if (options.output === undefined) {
    io.stdout.write(page);
    return 0;
  }
  const path = resolve(io.cwd, options.output);
  if (!options.check) {
    writeFileSync(path, page);
    return 0;
  }
  if (contentOf(path) === page) return 0;
  io.stderr.write(`poclint: ${options.output} is out of date; run the same command without --check.\n`);
  return 1;
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

const SHORT: Readonly<Record<Severity | 'off', string>> = { error: 'E', warning: 'W', info: 'i', off: '–' };

function pageOf({ rules }: RuleSet): string {
  const families = FAMILIES.flatMap((family) => {
    const own = rules.filter((rule) => rule.kind === 'topic' && rule.family === family);
    return own.length === 0 ? [] : [`## ${messagesIn('en').family[family]()}`, '', ...table(own), ''];
  });
  const wordings = rules.filter((rule) => rule.kind === 'wording');
  return `${[
    '# Rules',
    '',
    'Topics that a text should cover, by family, and wording that weakens or endangers protection. The columns say how a finding weighs in each type of agreement: **E** error, **W** warning, **i** note, – not reported. `poclint explain <rule>` prints the reason, the law and a model clause.',
    '',
    '<!-- Written by "poclint rule catalogue". -->',
    '',
    ...families,
    ...(wordings.length === 0 ? [] : ['## Wording', '', ...table(wordings)]),
  ].join('\n')}\n`;
}

function table(rules: readonly Rule[]): string[] {
  const rows = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [
    `| Rule | What it looks for | ${AGREEMENT_TYPES.join(' | ')} |`,
    `| --- | --- |${' :-: |'.repeat(AGREEMENT_TYPES.length)}`,
    ...rows.map(
      (rule) =>
        `| \`${rule.id}\` | ${rule.title.replaceAll('|', '\\|')} | ${AGREEMENT_TYPES.map((type) => SHORT[rule.severity[type]]).join(' | ')} |`,
    ),
  ];
}

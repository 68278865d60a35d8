import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { RuleLibrary } from '@poclint/core';
import { UsageError } from '@poclint/project/usage-error';
import type { Io } from '../io.ts';
import { STANDARD_RULES } from '../rule/load-rules.ts';
import { markQuotes } from '../rule/mark-quotes.ts';

export interface NewRuleOptions {
  readonly rules: string;
}

/**
 * Begins a rule of the user's own: a page that already passes its tests, on an invented subject named after the rule,
 * with words of its own. The author replaces one quote after the other and sees what changes.
 */
export async function newRule(id: string, options: NewRuleOptions, io: Io): Promise<number> {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(id))
    throw new UsageError(
      `"${id}" cannot name a rule: use small letters, digits and hyphens, with a prefix, such as poc-water-points.`,
    );
  const folder = resolve(io.cwd, options.rules);
  const family = id.startsWith('sgbv-') ? 'sgbv' : id.startsWith('grp-') ? 'groups' : 'poc';
  const page = join(folder, family, `${id}.md`);
  const words = join(folder, 'vocabulary', 'en', `${id}.yaml`);
  for (const path of [page, words])
    if (existsSync(path)) throw new UsageError(`${relative(io.cwd, path)} exists already.`);
  const subject = id.split('-').slice(1).join(' ');
  write(words, vocabulary(id, subject));
  write(page, template(id, subject));
  await mark(folder, id);
  io.stdout.write(
    `Wrote ${relative(io.cwd, page)} and ${relative(io.cwd, words)}.\nEdit both, then run: poclint rule test --rules ${options.rules} --watch\n`,
  );
  return 0;
}

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Other topics may well hear the subject's name: what they hear is noted in the quotes, so that the page is true from the start. */
async function mark(folder: string, id: string): Promise<void> {
  const { joinRuleFolders, readRuleFolder } = await import('@poclint/rules');
  const joined = joinRuleFolders([readRuleFolder(STANDARD_RULES), readRuleFolder(folder)]);
  const library = new RuleLibrary(joined.ruleSet);
  const file = joined.files.find(({ rule }) => rule.id === id);
  if (file)
    writeFileSync(
      file.path,
      markQuotes(file, (language) => (library.has(language) ? library.in(language) : undefined)),
    );
}

function vocabulary(id: string, subject: string): string {
  return `# How the subject is worded in English. One phrase a line; a word stands for its inflections too.
concepts:
  ${id}:
    - ${subject}
`;
}

function template(id: string, subject: string): string {
  const title = `${subject[0]?.toUpperCase()}${subject.slice(1)}`;
  return `---
kind: topic
severity:
  ceasefire: warning
  humanitarian: warning
  default: info
requires:
  # A duty towards the subject; "harm", "right" and "fact" are the other kinds of conduct.
  - duty: [${id}]
mentions:
  - fact: [${id}]
authority:
  - cite: Instruction of the mediation team (${new Date().getFullYear()})
---

# ${title}

Say here, in at most a paragraph, why a text should have a clause on ${subject}.

## Counts

> The Parties shall maintain ${subject}.

> Each Party undertakes to keep ${subject} open.

## Does not count

> (hortatory) The Parties should maintain ${subject}.

> Recalling the importance of ${subject},

## Model clause

> (en) The Parties shall maintain ${subject} and keep them open to all civilians.
`;
}

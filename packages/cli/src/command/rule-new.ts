import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { RuleLibrary } from '@poclint/core';
import { canNameRule, newRuleFiles } from '@poclint/project/rule/new-rule';
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
  if (!canNameRule(id)) throw new UsageError(({ rule }) => rule.cannotName({ id }));
  const folder = resolve(io.cwd, options.rules);
  const files = newRuleFiles(id, new Date().getFullYear());
  const [page, words] = [files.page, files.words].map(({ path }) => join(folder, path)) as [string, string];
  for (const path of [page, words])
    if (existsSync(path)) throw new UsageError(({ file }) => file.exists({ name: relative(io.cwd, path) }));
  write(words, files.words.content);
  write(page, files.page.content);
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

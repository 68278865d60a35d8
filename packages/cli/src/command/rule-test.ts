import { watch, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { type CompiledRules, RuleLibrary } from '@poclint/core';
import { UsageError, usageSentence } from '@poclint/project/usage-error';
import type { RuleFile, RuleFolder } from '@poclint/rules';
import type { Io } from '../io.ts';
import { checkComparedQuotes } from '../rule/check-compared-quotes.ts';
import { checkQuotes } from '../rule/check-quotes.ts';
import { checkWordingQuotes } from '../rule/check-wording-quotes.ts';
import { STANDARD_RULES } from '../rule/load-rules.ts';
import { markQuotes } from '../rule/mark-quotes.ts';

export interface RuleTestOptions {
  readonly rules?: string;
  /** Only quotes in this language. */
  readonly language?: string;
  readonly watch?: boolean;
  readonly mark?: boolean;
}

/**
 * Checks that rules find in their quotes what the quotes say they find: those whose names hold one of `names`, or all.
 * Gives 1 where one does not, 2 where a file cannot be used.
 */
export async function testRules(names: readonly string[], options: RuleTestOptions, io: Io): Promise<number> {
  const own = options.rules === undefined ? undefined : resolve(io.cwd, options.rules);
  if (!options.watch) return testOnce(names, own, options, io);
  await testAndReport(names, own, options, io);
  await watchFolder(own ?? STANDARD_RULES, io, () => testAndReport(names, own, options, io));
  return 0;
}

/** Tests, and tells of a file that cannot be used instead of ending: while somebody writes, files are often unfinished. */
async function testAndReport(
  names: readonly string[],
  own: string | undefined,
  options: RuleTestOptions,
  io: Io,
): Promise<void> {
  try {
    await testOnce(names, own, options, io);
  } catch (error) {
    const sentence = error instanceof UsageError ? await usageSentence(error) : (error as Error).message;
    io.stderr.write(`poclint: ${sentence}\n`);
  }
}

async function testOnce(
  names: readonly string[],
  own: string | undefined,
  options: RuleTestOptions,
  io: Io,
): Promise<number> {
  const { folder, tested } = await readFolders(own, options.language);
  const files = tested.filter((file) => names.length === 0 || names.some((name) => file.rule.id.includes(name)));
  if (files.length === 0)
    throw new UsageError(({ rule }) => {
      if (names.length === 0) return rule.noneIn({ folder: own ?? STANDARD_RULES });
      return rule.noneNamed({
        names: names
          .slice(1)
          .reduce((before, name) => rule.or({ names: before, name }), rule.named({ name: names[0] as string })),
      });
    });
  const library = new RuleLibrary(folder.ruleSet);
  const rulesFor = (language: string): CompiledRules | undefined =>
    library.has(language) ? library.in(language) : undefined;
  if (options.mark) for (const file of files.filter(isTopic)) writeFileSync(file.path, markQuotes(file, rulesFor));
  const current = options.mark ? (await readFolders(own, options.language)).tested.filter(sameAs(files)) : files;
  const problems = [
    ...checkQuotes(current, rulesFor),
    ...checkWordingQuotes(current, folder.ruleSet),
    ...checkComparedQuotes(current, folder.ruleSet),
  ];
  for (const problem of problems)
    io.stdout.write(`${relative(io.cwd, problem.path)}:${problem.line} ${problem.message}\n`);
  const quotes = files.reduce((sum, file) => sum + file.counts.length + file.excluded.length, 0);
  io.stdout.write(
    `${counted(files.length, 'rule')}, ${counted(quotes, 'quote')}: ${problems.length === 0 ? 'all as they should be' : counted(problems.length, 'problem')}.\n`,
  );
  return problems.length === 0 ? 0 : 1;
}

/** The rules to review quotes by, and the files to test: a user's own rules are tested among the standard ones. */
async function readFolders(
  own: string | undefined,
  language: string | undefined,
): Promise<{ folder: RuleFolder; tested: readonly RuleFile[] }> {
  const { joinRuleFolders, readRuleFolder } = await import('@poclint/rules');
  const standard = readRuleFolder(STANDARD_RULES);
  const inLanguage = (file: RuleFile): RuleFile =>
    language === undefined
      ? file
      : {
          ...file,
          counts: file.counts.filter((quote) => quote.language === language),
          excluded: file.excluded.filter((quote) => quote.language === language),
        };
  if (own === undefined) return { folder: standard, tested: standard.files.map(inLanguage) };
  const added = readRuleFolder(own);
  return { folder: joinRuleFolders([standard, added]), tested: added.files.map(inLanguage) };
}

function isTopic({ rule }: RuleFile): boolean {
  return rule.kind === 'topic';
}

function sameAs(files: readonly RuleFile[]): (file: RuleFile) => boolean {
  const paths = new Set(files.map((file) => file.path));
  return (file) => paths.has(file.path);
}

/** Calls back after each change below a folder, until the command is stopped. Editors write in bursts: one call for each. */
function watchFolder(folder: string, io: Io, changed: () => Promise<void>): Promise<void> {
  io.stderr.write(`Watching ${relative(io.cwd, folder) || folder}; Ctrl-C ends it.\n`);
  return new Promise((done) => {
    let waiting: NodeJS.Timeout | undefined;
    const watcher = watch(folder, { recursive: true }, (_event, name) => {
      if (name === null || !/\.(?:md|yaml)$/.test(name)) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => void changed(), 50);
    });
    io.stopped?.addEventListener('abort', () => {
      clearTimeout(waiting);
      watcher.close();
      done();
    });
  });
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

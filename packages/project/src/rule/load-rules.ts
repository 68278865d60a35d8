import { existsSync } from 'node:fs';
import { type Rule, RuleLibrary, type RuleSet } from '@poclint/core';
import { readRulePack, writeRulePack } from '@poclint/rules/pack';
import { nearest } from '../nearest.ts';
import { UsageError, withHint } from '../usage-error.ts';

/**
 * The rules in force: the standard ones, and those of the user's own folders. The standard ones come from a pack that is
 * compiled beforehand, so that no page is parsed at start.
 *
 * @throws UsageError for a folder that does not exist; RuleFileError for a file in one that cannot be used
 */
export async function loadRules(standard: string, ownFolders: readonly string[]): Promise<RuleSet> {
  if (ownFolders.length === 0) return readRulePack(standard) ?? (await pack(standard));
  const { joinRuleFolders, readRuleFolder } = await import('@poclint/rules');
  const own = ownFolders.map((folder) => {
    if (!existsSync(folder)) throw new UsageError(({ rule }) => rule.noFolder({ folder }));
    return readRuleFolder(folder);
  });
  const { ruleSet } = joinRuleFolders([readRuleFolder(standard), ...own]);
  for (const { files } of own) for (const { path, rule } of files) demandConcepts(path, rule, ruleSet);
  return ruleSet;
}

/** Compiles rules whose pages have changed since they were last compiled, and keeps them for the next start. */
async function pack(standard: string): Promise<RuleSet> {
  const { compactRules, readRuleFolder } = await import('@poclint/rules');
  const ruleSet = compactRules(readRuleFolder(standard).ruleSet);
  try {
    writeRulePack(standard, ruleSet, { published: false });
  } catch {
    // A folder that cannot be written to costs every start some time, and nothing else.
  }
  return ruleSet;
}

/** Libraries by the folders of own rules that are added to the standard ones, so that each set is compiled but once. */
export class LibraryShelf {
  private readonly standard: string;
  private readonly made = new Map<string, Promise<RuleLibrary>>();

  constructor(standard: string) {
    this.standard = standard;
  }

  with(folders: readonly string[]): Promise<RuleLibrary> {
    const distinct = [...new Set(folders)];
    const key = distinct.join('\n');
    const known = this.made.get(key) ?? loadRules(this.standard, distinct).then((rules) => new RuleLibrary(rules));
    this.made.set(key, known);
    return known;
  }
}

/** A concept that no language has words for can never be met: in a user's own rule that is a slip of the pen. */
function demandConcepts(path: string, rule: Rule, ruleSet: RuleSet): void {
  if (rule.kind !== 'topic') return;
  const known = new Set(ruleSet.languages.flatMap((language) => Object.keys(language.concepts)));
  const named = [...rule.requires, ...rule.mentions].flatMap((relation) => [
    ...relation.terms.flat(),
    ...relation.without,
  ]);
  const unknown = named.find((concept) => !known.has(concept));
  if (unknown !== undefined)
    throw new UsageError((words) => {
      const { defineConcept, noConcept } = words.rule;
      const sentence = withHint(noConcept({ path, concept: unknown }), nearest(unknown, known), words);
      return defineConcept({ sentence });
    });
}

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Rule, RuleSet } from '@poclint/core';
import { readRulePack } from '@poclint/rules/pack';
import { IS_SOURCE, PACKAGE_FOLDER } from '../installation.ts';
import { hint } from '../nearest.ts';
import { UsageError } from '../usage-error.ts';

/** Where the standard rules lie: in the workspace, or in the published package. */
export const STANDARD_RULES = resolve(PACKAGE_FOLDER, IS_SOURCE ? '../../rules' : 'rules');

/**
 * The rules in force: the standard ones, and those of the user's own folders. The standard ones come from a pack that is
 * compiled beforehand, so that no page is parsed at start.
 *
 * @throws UsageError for a folder that does not exist; RuleFileError for a file in one that cannot be used
 */
export async function loadRules(ownFolders: readonly string[] = []): Promise<RuleSet> {
  if (ownFolders.length === 0) {
    const packed = readRulePack(STANDARD_RULES);
    if (packed) return packed;
  }
  const { joinRuleFolders, readRuleFolder } = await import('@poclint/rules');
  const own = ownFolders.map((folder) => {
    if (!existsSync(folder)) throw new UsageError(`There is no folder of rules ${folder}.`);
    return readRuleFolder(folder);
  });
  const { ruleSet } = joinRuleFolders([readRuleFolder(STANDARD_RULES), ...own]);
  for (const { files } of own) for (const { path, rule } of files) demandConcepts(path, rule, ruleSet);
  return ruleSet;
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
    throw new UsageError(
      `${path} names the concept "${unknown}", for which no vocabulary has words.${hint(unknown, known)} Define it in vocabulary/en/*.yaml beside the rule, or name one that exists.`,
    );
}

/** The rule of that name. Throws a UsageError with the nearest name where there is none. */
export function ruleNamed(name: string, rules: readonly Rule[]): Rule {
  const rule = rules.find(({ id }) => id === name);
  if (rule) return rule;
  throw new UsageError(
    `There is no rule "${name}".${
      hint(
        name,
        rules.map(({ id }) => id),
      ) || ' "poclint rule catalogue" lists them all.'
    }`,
  );
}

import { resolve } from 'node:path';
import type { Rule, RuleSet } from '@poclint/core';
import { nearest } from '@poclint/project/nearest';
import { loadRules as loadRulesFrom } from '@poclint/project/rule/load-rules';
import { UsageError, withHint } from '@poclint/project/usage-error';
import { IS_SOURCE, PACKAGE_FOLDER } from '../installation.ts';

/** Where the standard rules lie: in the workspace, or in the published package. */
export const STANDARD_RULES = resolve(PACKAGE_FOLDER, IS_SOURCE ? '../../rules' : 'dist/rules');

/** The standard rules, and those of the user's own folders. */
export function loadRules(ownFolders: readonly string[] = []): Promise<RuleSet> {
  return loadRulesFrom(STANDARD_RULES, ownFolders);
}

/** The rule of that name. Throws a UsageError with the nearest name where there is none. */
export function ruleNamed(name: string, rules: readonly Rule[]): Rule {
  const rule = rules.find(({ id }) => id === name);
  if (rule) return rule;
  throw new UsageError((words) => {
    const { listed, none } = words.rule;
    const sentence = none({ name });
    const ids = rules.map(({ id }) => id);
    const guess = nearest(name, ids);
    return guess === undefined ? listed({ sentence }) : withHint(sentence, guess, words);
  });
}

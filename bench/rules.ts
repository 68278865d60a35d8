import { fileURLToPath } from 'node:url';
import { RuleLibrary } from '@poclint/core';
import { readRuleFolder } from '@poclint/rules';

/** The standard rules, with nothing read yet. */
export function freshLibrary(): RuleLibrary {
  return new RuleLibrary(standard);
}

const standard = readRuleFolder(fileURLToPath(new URL('../rules', import.meta.url))).ruleSet;

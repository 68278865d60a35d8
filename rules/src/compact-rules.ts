import { compilePhrases, conceptNames, type LanguageData, type RuleSet } from '@poclint/core';

/**
 * A rule set with its phrases compiled and the lists that they were compiled from left out: what a pack carries. It
 * reviews exactly as the full one does, but cannot be joined with other rules.
 */
export function compactRules(ruleSet: RuleSet): RuleSet {
  const names = conceptNames(ruleSet.languages);
  return { ...ruleSet, languages: ruleSet.languages.map((data) => compactLanguage(data, names)) };
}

function compactLanguage(data: LanguageData, names: readonly string[]): LanguageData {
  const emptied = { concepts: {}, operators: {}, structure: {}, types: {}, classes: {}, falseFriends: [] };
  // Whoever has the compiled phrases never looks at the lists, whose types ask for every operator by name.
  return { ...data, ...emptied, trie: compilePhrases(data, names) } as unknown as LanguageData;
}

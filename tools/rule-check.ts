import { writeFileSync } from 'node:fs';
import { type CompiledRules, compileRules } from '@poclint/core';
import { readRuleFolder } from '@poclint/rules';
import { checkQuotes } from '../packages/cli/src/rule/check-quotes.ts';
import { markQuotes } from '../packages/cli/src/rule/mark-quotes.ts';

const folder = readRuleFolder(new URL('../rules', import.meta.url).pathname);
const cache = new Map<string, CompiledRules>();
const rulesFor = (language: string) => {
  if (!folder.ruleSet.languages.some((known) => known.id === language)) return undefined;
  const rules = cache.get(language) ?? compileRules(folder.ruleSet, language);
  cache.set(language, rules);
  return rules;
};
const mark = process.argv.includes('--mark');
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const files = folder.files.filter((file) => wanted.length === 0 || wanted.some((word) => file.path.includes(word)));
if (mark) for (const file of files) writeFileSync(file.path, markQuotes(file, rulesFor));
const problems = checkQuotes(files, rulesFor);
for (const problem of problems) console.log(`${problem.path.split('/rules/')[1]}:${problem.line} ${problem.message}`);
console.log(`${files.length} rules, ${problems.length} problems`);

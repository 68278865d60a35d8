export { compactRules } from './compact-rules.ts';
export type { Quote } from './quote.ts';
export { parseRuleFile, type RuleFile } from './rule-file.ts';
export { RuleFileError } from './rule-file-error.ts';
export { joinRuleFolders, type RuleFolder, readRuleFolder } from './rule-folder.ts';

import { compactRules } from './compact-rules.ts';
import { readRuleFolder } from './rule-folder.ts';
import { writeRulePack } from './rule-pack.ts';

/** Compiles the standard rules into the pack that the command starts from. Run before publishing. */
const folder = new URL('..', import.meta.url).pathname.replace(/\/$/, '');
const target = process.argv[2];
const { ruleSet } = readRuleFolder(folder);
writeRulePack(folder, compactRules(ruleSet), { published: target !== undefined, ...(target && { target }) });

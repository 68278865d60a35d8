import { compilePhrases } from '@poclint/core';
import { readRuleFolder } from './rule-folder.ts';
import { writeRulePack } from './rule-pack.ts';

/** Compiles the standard rules into the pack that the command starts from. Run after installing and before publishing. */
const folder = new URL('..', import.meta.url).pathname.replace(/\/$/, '');
const target = process.argv[2];
const { ruleSet } = readRuleFolder(folder);
const languages = ruleSet.languages.map((data) => ({ ...data, concepts: {}, operators: {}, structure: {}, types: {}, classes: {}, falseFriends: [], trie: compilePhrases(data) }));
writeRulePack(folder, { ...ruleSet, languages: languages as unknown as typeof ruleSet.languages }, { published: target !== undefined, ...(target && { target }) });

import { resolve } from 'node:path';
import type { LanguageData, TopicRule } from '@poclint/core';
import { UsageError } from '@poclint/project/usage-error';
import type { Quote, RuleFile } from '@poclint/rules';
import type { Io } from '../io.ts';
import { STANDARD_RULES } from '../rule/load-rules.ts';

export interface RuleCoverageOptions {
  readonly rules?: readonly string[];
  readonly language?: string;
}

/** A rule is proven in a language by this many quotes on either side. */
const LEAST_QUOTES = 3;

/**
 * Prints for each language what its rules lack: quotes on either side, a model clause, and concepts that a topic asks for
 * and the vocabulary does not have. Gives 0: what is missing in a language is a statement, not a failure.
 */
export async function coverRules(options: RuleCoverageOptions, io: Io): Promise<number> {
  const { joinRuleFolders, readRuleFolder } = await import('@poclint/rules');
  const standard = readRuleFolder(STANDARD_RULES);
  const own = (options.rules ?? []).map((path) => readRuleFolder(resolve(io.cwd, path)));
  const folder = joinRuleFolders([standard, ...own]);
  const languages = folder.ruleSet.languages.filter(({ id }) => !options.language || id === options.language);
  if (languages.length === 0)
    throw new UsageError(({ rule }) =>
      rule.noVocabulary({ language: options.language ?? '', known: folder.ruleSet.languages.map(({ id }) => id) }),
    );
  for (const language of languages) io.stdout.write(`${paragraphOf(language, folder.files)}\n`);
  return 0;
}

function paragraphOf(language: LanguageData, files: readonly RuleFile[]): string {
  const { english, name, status } = language.description;
  const lacks = files.flatMap((file) => {
    const missing = lacksOf(file, language);
    return missing.length > 0 ? [`  ${file.rule.id}: ${missing.join('; ')}`] : [];
  });
  const whole = files.length - lacks.length;
  const title = `${language.id}  ${english === name ? english : `${english} (${name})`}${status === 'beta' ? ', beta' : ''}: ${whole} of ${files.length} rules complete`;
  return [title, ...lacks].join('\n');
}

function lacksOf(file: RuleFile, language: LanguageData): string[] {
  const of = (quotes: readonly Quote[]): number => quotes.filter((quote) => quote.language === language.id).length;
  const lacks: string[] = [];
  if (of(file.counts) < LEAST_QUOTES) lacks.push(`${of(file.counts)} of ${LEAST_QUOTES} quotes that count`);
  if (of(file.excluded) < LEAST_QUOTES) lacks.push(`${of(file.excluded)} of ${LEAST_QUOTES} that do not`);
  if (!file.rule.model[language.id]) lacks.push('no model clause');
  if (file.rule.kind === 'topic') {
    const words = missingConcepts(file.rule, language);
    if (words.length > 0) lacks.push(`no words for ${words.join(', ')}`);
  }
  return lacks;
}

/** Concepts that the topic's relations name and the language does not word. */
function missingConcepts(topic: TopicRule, language: LanguageData): string[] {
  const named = [...topic.requires, ...topic.mentions].flatMap((relation) => relation.terms.flat());
  return [...new Set(named)].filter((concept) => language.concepts[concept] === undefined).sort();
}

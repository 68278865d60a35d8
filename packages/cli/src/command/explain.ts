import { resolve } from 'node:path';
import { AGREEMENT_TYPES, type LanguageData, type Rule, titleIn } from '@poclint/core';
import { type Locale, messagesIn } from '@poclint/messages';
import { ConfigurationFinder } from '@poclint/project/configuration/configuration-file';
import { UsageError, usageSentence } from '@poclint/project/usage-error';
import type { Io } from '../io.ts';
import { loadRules, ruleNamed } from '../rule/load-rules.ts';
import { createPaint, type Paint } from '../terminal/paint.ts';
import { usesColour, widthOf } from '../terminal/terminal.ts';
import { wrap } from '../terminal/wrap.ts';

export interface ExplainOptions {
  readonly language?: string;
  readonly locale?: Locale;
  readonly rules: readonly string[];
}

/** Prints what a mediator needs to decide on a rule: why, who says so, where it is expected, and words to propose. */
export async function explain(name: string, options: ExplainOptions, io: Io): Promise<number> {
  const { rules, languages } = await loadRules(options.rules.map((folder) => resolve(io.cwd, folder)));
  const rule = ruleNamed(name, rules);
  const { language } = options;
  if (language !== undefined && rule.model[language] === undefined) {
    const known = Object.keys(rule.model);
    throw new UsageError((words) =>
      known.length === 0
        ? words.rule.noModel({ rule: rule.id })
        : words.rule.noModelIn({ rule: rule.id, language, known }),
    );
  }
  const width = widthOf(io.stdout, io.env);
  const paint = createPaint(usesColour(undefined, io.stdout.isTerminal, io.env));
  const words = messagesIn(options.locale);
  const lines = [
    paint.bold(titleIn(rule, options.locale)),
    paint.dim(rule.kind === 'topic' ? `${rule.id} · ${words.family[rule.family]()}` : `${rule.id} · wording`),
    '',
    ...wrap(rule.why, width),
    '',
    ...severityLines(rule),
    '',
    paint.bold('Authority'),
    ...rule.authority.flatMap((authority) =>
      wrap(authority, width - 4).map((line, at) => `${at === 0 ? '  - ' : '    '}${line}`),
    ),
    ...modelLines(rule, languages, language, width, paint),
    ...(await precedentsOf(rule, language, width, paint, options.locale, io)),
  ];
  io.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

const MOST_PRECEDENTS = 3;

/** How others worded it, where the configuration in force here names an archive that was reviewed. */
async function precedentsOf(
  rule: Rule,
  language: string | undefined,
  width: number,
  paint: Paint,
  locale: Locale | undefined,
  io: Io,
): Promise<string[]> {
  if (rule.kind !== 'topic') return [];
  const file = await new ConfigurationFinder().inForce(io.cwd);
  const archive = file?.configuration.precedents;
  if (!file || archive === undefined) return [];
  const [{ precedentLines }, { precedentsIn }] = await Promise.all([
    import('./precedents.ts'),
    import('@poclint/archive/precedents/precedents'),
  ]);
  const { type } = file.configuration;
  const answer = await precedentsIn(resolve(file.folder, archive), {
    topic: rule.id,
    limit: MOST_PRECEDENTS,
    ...(language && { language }),
    ...(type && { preferredType: type }),
  }).catch((error: unknown) => {
    if (error instanceof UsageError) return usageSentence(error, locale);
    throw error;
  });
  // What stands above is worth reading although the archive cannot be.
  if (typeof answer === 'string') return ['', paint.bold('Precedents'), ...wrap(answer, width)];
  const { best, found } = answer;
  if (found === 0) return [];
  return [
    '',
    paint.bold('Precedents'),
    ...best.flatMap((precedent) => ['', ...precedentLines(precedent, width, paint)]),
  ];
}

/** Agreement types by what the rule's finding weighs in them. */
function severityLines(rule: Rule): string[] {
  const severities = ['error', 'warning', 'info', 'off'] as const;
  return severities.flatMap((severity) => {
    const types = AGREEMENT_TYPES.filter((type) => rule.severity[type] === severity);
    if (types.length === 0) return [];
    return [
      `${`${severity}:`.padEnd(9)}${types.length === AGREEMENT_TYPES.length ? 'every agreement type' : types.join(', ')}`,
    ];
  });
}

function modelLines(
  rule: Rule,
  languages: readonly LanguageData[],
  language: string | undefined,
  width: number,
  paint: Paint,
): string[] {
  const clauses = Object.entries(rule.model).filter(([id]) => language === undefined || id === language);
  return clauses.flatMap(([id, clause]) => {
    const isChecked = languages.find((data) => data.id === id)?.description.modelClauses === 'checked';
    return [
      '',
      paint.bold(`Model clause (${id})`) + (isChecked ? '' : paint.dim(', not checked by a native legal drafter')),
      ...wrap(clause, width - 2).map((line) => `  ${line}`),
    ];
  });
}

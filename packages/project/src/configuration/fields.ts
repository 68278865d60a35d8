import { AGREEMENT_TYPES, type AgreementType, type Reading, SEVERITIES, type Severity } from '@poclint/core';
import { LOCALES, type Locale } from '@poclint/messages';
import { hint, nearest } from '../nearest.ts';

/** What a configuration file, an override in it, or the front matter of a draft may state. */
export interface Settings {
  /** The agreement type of the drafts, where it need not be inferred. */
  readonly type?: AgreementType;
  /** Severities of one agreement type, by its name, or a file of severities by rule. */
  readonly profile?: string;
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** BCP 47 primary tag. */
  readonly language?: string;
  readonly stage?: 'draft' | 'signed';
  readonly failOn?: FailOn;
  readonly reading?: Reading;
  /** Other documents that the draft makes part of itself. */
  readonly incorporates?: readonly string[];
}

export type FailOn = Severity | 'never';
export const FAIL_ON = ['error', 'warning', 'info', 'never'] as const satisfies readonly FailOn[];
export const READINGS = ['accepted', 'dropped', 'weakest'] as const satisfies readonly Reading[];
const STAGES = ['draft', 'signed'] as const;

/** A configuration file: settings for all drafts below it, and others for some of them. */
export interface Configuration extends Settings {
  /** Folders of the user's own rules, relative to the file. */
  readonly rules?: readonly string[];
  /** A reviewed archive whose agreements are precedents, relative to the file. */
  readonly precedents?: string;
  /** The language of the report. One for all drafts of a run, whatever they are in. */
  readonly locale?: Locale;
  readonly overrides?: readonly Override[];
}

/** Settings for the drafts whose path, relative to the configuration file, matches one of the patterns. */
export interface Override extends Settings {
  readonly files: readonly string[];
}

/** How a field may be filled. One table serves the check, its messages and the published schema. */
export type Field = { readonly description: string } & (
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'text'; readonly pattern?: string; readonly remedy: string }
  | { readonly kind: 'texts'; readonly remedy: string }
  | { readonly kind: 'severities' }
  | { readonly kind: 'overrides' }
);

export const SETTINGS: Readonly<Record<keyof Settings, Field>> = {
  type: {
    kind: 'choice',
    values: AGREEMENT_TYPES,
    description: 'The agreement type of the drafts. Inferred from each text unless stated.',
  },
  profile: {
    kind: 'text',
    remedy: 'write an agreement type or the path of a file of severities',
    description:
      'Severities to go by whatever the type: an agreement type, or a YAML file with a severity for each rule.',
  },
  severities: { kind: 'severities', description: 'Severities of single rules, which replace those of the profile.' },
  language: {
    kind: 'text',
    pattern: '^[a-z]{2,3}$',
    remedy: 'write a language tag such as en, fr, es or ar',
    description: 'The language of the drafts. Detected in each text unless stated.',
  },
  stage: {
    kind: 'choice',
    values: STAGES,
    description: 'Whether the texts are drafts under negotiation or signed. Brackets are read accordingly.',
  },
  failOn: {
    kind: 'choice',
    values: FAIL_ON,
    description: 'The least severity of a finding that makes the command end with exit code 1.',
  },
  reading: {
    kind: 'choice',
    values: READINGS,
    description: 'How brackets and tracked changes are settled before the text is judged.',
  },
  incorporates: {
    kind: 'texts',
    remedy: 'write a list of paths of documents',
    description: 'Documents that the draft makes part of itself. What they cover is reported as covered by reference.',
  },
};

export const CONFIGURATION: Readonly<Record<keyof Configuration, Field>> = {
  ...SETTINGS,
  rules: {
    kind: 'texts',
    remedy: 'write a list of folders',
    description: 'Folders of your own rules, relative to this file, which are added to the standard ones.',
  },
  precedents: {
    kind: 'text',
    remedy: 'write the folder that "poclint review" wrote',
    description: 'A reviewed archive, relative to this file, from which clauses of other agreements are shown.',
  },
  locale: {
    kind: 'choice',
    values: LOCALES,
    description: 'The language of the report, whatever the drafts are in: English unless stated.',
  },
  overrides: { kind: 'overrides', description: 'Other settings for some of the drafts. Later entries win.' },
};

/** What is wrong with a value: the field as a reader finds it, and one sentence without its end. */
export interface Problem {
  readonly field: string;
  readonly message: string;
}

/** The first thing wrong with the fields of `value`, or undefined. */
export function findProblem(
  value: unknown,
  fields: Readonly<Record<string, Field>> = CONFIGURATION,
  ruleIds?: ReadonlySet<string>,
): Problem | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { field: '', message: 'holds no settings; write fields such as "type: ceasefire"' };
  for (const [name, content] of Object.entries(value)) {
    if (name === '$schema') continue;
    const field = fields[name];
    if (!field) {
      const names = Object.keys(fields);
      const guess = nearest(name, names);
      const remedy = guess ? `did you mean "${guess}"?` : `the fields are ${names.join(', ')}`;
      return { field: name, message: `has the unknown field "${name}"; ${remedy}` };
    }
    const problem = problemOf(name, content, field, ruleIds);
    if (problem) return problem;
  }
  return undefined;
}

function problemOf(
  name: string,
  value: unknown,
  field: Field,
  ruleIds: ReadonlySet<string> | undefined,
): Problem | undefined {
  const wrong = (remedy: string): Problem => ({
    field: name,
    message: `has ${JSON.stringify(value)} for "${name}"; ${remedy}`,
  });
  switch (field.kind) {
    case 'choice':
      return field.values.includes(value as string) ? undefined : wrong(`use one of ${field.values.join(', ')}`);
    case 'text':
      return typeof value === 'string' && value !== '' && (!field.pattern || new RegExp(field.pattern).test(value))
        ? undefined
        : wrong(field.remedy);
    case 'texts':
      return isTexts(value) ? undefined : wrong(field.remedy);
    case 'severities':
      return severityProblem(name, value, ruleIds);
    case 'overrides':
      return overrideProblem(name, value, ruleIds);
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === 'string' && entry !== '');
}

/** The first thing wrong with severities by rule, as profiles and settings have them. */
export function severityProblem(name: string, value: unknown, ruleIds?: ReadonlySet<string>): Problem | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return {
      field: name,
      message: `has no severities under "${name}"; write one rule per line, such as "sgbv-prohibition: error"`,
    };
  for (const [rule, severity] of Object.entries(value)) {
    // YAML reads a bare "off" as text, but many who know other configuration files write false.
    if (severity !== 'off' && !SEVERITIES.includes(severity as Severity))
      return {
        field: rule,
        message: `has the severity ${JSON.stringify(severity)} for "${rule}"; use one of ${SEVERITIES.join(', ')}, off`,
      };
    if (ruleIds && !ruleIds.has(rule))
      return {
        field: rule,
        message: `sets a severity for "${rule}", but there is no such rule.${hint(rule, ruleIds)}`.replace(/\.$/, ''),
      };
  }
  return undefined;
}

function overrideProblem(name: string, value: unknown, ruleIds: ReadonlySet<string> | undefined): Problem | undefined {
  if (!Array.isArray(value))
    return { field: name, message: `has no list under "${name}"; write entries that begin with "- files:"` };
  for (const entry of value) {
    const files = (entry as { files?: unknown } | null)?.files;
    if (!isTexts(files))
      return { field: name, message: 'has an override without "files"; write a list of patterns such as "annexes/**"' };
    const { files: _, ...settings } = entry as Record<string, unknown>;
    const problem = findProblem(settings, SETTINGS, ruleIds);
    if (problem) return problem;
  }
  return undefined;
}

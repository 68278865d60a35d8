import { AGREEMENT_TYPES, type AgreementType, type Reading, SEVERITIES, type Severity } from '@poclint/core';
import { type Catalogue, LOCALES, type Locale, messagesIn } from '@poclint/messages';
import { nearest } from '../nearest.ts';

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
  | { readonly kind: 'text'; readonly pattern?: string; readonly remedy: keyof Catalogue['remedy'] }
  | { readonly kind: 'texts'; readonly remedy: keyof Catalogue['remedy'] }
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
    remedy: 'profile',
    description:
      'Severities to go by whatever the type: an agreement type, or a YAML file with a severity for each rule.',
  },
  severities: { kind: 'severities', description: 'Severities of single rules, which replace those of the profile.' },
  language: {
    kind: 'text',
    pattern: '^[a-z]{2,3}$',
    remedy: 'language',
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
    remedy: 'incorporates',
    description: 'Documents that the draft makes part of itself. What they cover is reported as covered by reference.',
  },
};

export const CONFIGURATION: Readonly<Record<keyof Configuration, Field>> = {
  ...SETTINGS,
  rules: {
    kind: 'texts',
    remedy: 'rules',
    description: 'Folders of your own rules, relative to this file, which are added to the standard ones.',
  },
  precedents: {
    kind: 'text',
    remedy: 'precedents',
    description: 'A reviewed archive, relative to this file, from which clauses of other agreements are shown.',
  },
  locale: {
    kind: 'choice',
    values: LOCALES,
    description: 'The language of the report, whatever the drafts are in: English unless stated.',
  },
  overrides: { kind: 'overrides', description: 'Other settings for some of the drafts. Later entries win.' },
};

/** What is wrong with a value: the field as a reader finds it, and what to say after the place, without its end. */
export interface Problem {
  readonly field: string;
  readonly says: (words: Catalogue) => string;
}

/** What is wrong with a value, in a sentence that begins with the place that has it. */
export function problemAt(place: string, { says }: Problem, locale?: string): string {
  const words = messagesIn(locale);
  const sentence = words.setting.at({ place, problem: says(words) });
  return ASKS.test(sentence) ? sentence : `${sentence}.`;
}

/** The same of a draft's front matter, which is reviewed all the same. */
export function problemInFrontMatter({ says }: Problem, locale?: string): string {
  const words = messagesIn(locale);
  const problem = says(words);
  return ASKS.test(problem) ? words.setting.frontMatterAsks({ problem }) : words.setting.frontMatter({ problem });
}

const ASKS = /[?\u061f]$/;

/** The first thing wrong with the fields of `value`, or undefined. */
export function findProblem(
  value: unknown,
  fields: Readonly<Record<string, Field>> = CONFIGURATION,
  ruleIds?: ReadonlySet<string>,
): Problem | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { field: '', says: ({ setting }) => setting.none() };
  for (const [name, content] of Object.entries(value)) {
    if (name === '$schema') continue;
    const field = fields[name];
    if (!field) {
      const names = Object.keys(fields);
      const guess = nearest(name, names);
      return {
        field: name,
        says: ({ setting }) =>
          guess ? setting.unknownNear({ name, guess }) : setting.unknown({ name, fields: names }),
      };
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
  const wrong = (remedy: (words: Catalogue) => string): Problem => ({
    field: name,
    says: (words) => words.setting.wrong({ name, value: JSON.stringify(value), remedy: remedy(words) }),
  });
  switch (field.kind) {
    case 'choice':
      return field.values.includes(value as string)
        ? undefined
        : wrong(({ setting }) => setting.choose({ values: field.values }));
    case 'text':
      return typeof value === 'string' && value !== '' && (!field.pattern || new RegExp(field.pattern).test(value))
        ? undefined
        : wrong(({ remedy }) => remedy[field.remedy]());
    case 'texts':
      return isTexts(value) ? undefined : wrong(({ remedy }) => remedy[field.remedy]());
    case 'severities':
      return severityProblem(name, value, ruleIds);
    case 'overrides':
      return overrideProblem(name, value, ruleIds);
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === 'string' && entry !== '');
}

/** The first thing wrong with severities by rule, as profiles and settings have them. @param name - The setting; a profile's have none */
export function severityProblem(
  name: string | undefined,
  value: unknown,
  ruleIds?: ReadonlySet<string>,
): Problem | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return {
      field: name ?? 'the profile',
      says: ({ setting }) => (name === undefined ? setting.profileWithoutSeverities() : setting.noSeverities({ name })),
    };
  for (const [rule, severity] of Object.entries(value)) {
    // YAML reads a bare "off" as text, but many who know other configuration files write false.
    if (severity !== 'off' && !SEVERITIES.includes(severity as Severity))
      return {
        field: rule,
        says: ({ setting }) =>
          setting.severity({ value: JSON.stringify(severity), rule, values: [...SEVERITIES, 'off'] }),
      };
    if (ruleIds && !ruleIds.has(rule)) {
      const guess = nearest(rule, ruleIds);
      return {
        field: rule,
        says: ({ setting }) => (guess ? setting.noRuleNear({ rule, guess }) : setting.noRule({ rule })),
      };
    }
  }
  return undefined;
}

function overrideProblem(name: string, value: unknown, ruleIds: ReadonlySet<string> | undefined): Problem | undefined {
  if (!Array.isArray(value)) return { field: name, says: ({ setting }) => setting.noList({ name }) };
  for (const entry of value) {
    const files = (entry as { files?: unknown } | null)?.files;
    if (!isTexts(files)) return { field: name, says: ({ setting }) => setting.noFiles() };
    const { files: _, ...settings } = entry as Record<string, unknown>;
    const problem = findProblem(settings, SETTINGS, ruleIds);
    if (problem) return problem;
  }
  return undefined;
}

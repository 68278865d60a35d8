import { readFileSync } from 'node:fs';
import { compareVersions, type Divergence, type DivergenceKind, RuleLibrary, review } from '@poclint/core';
import { readTextDraft } from '@poclint/readers';
import { readRuleFolder } from '@poclint/rules';
import { parse } from 'yaml';

/** Words by language. */
type Words = Readonly<Record<string, string>>;

interface ClauseFixture {
  readonly text: Words;
  readonly items?: readonly Words[];
  readonly weak?: Words;
  readonly unnamed?: Words;
  readonly qualified?: Words;
  readonly reworded?: Words;
  readonly shortened?: Words;
  readonly deadline?: Readonly<Record<string, readonly [string, string]>>;
  readonly number?: Readonly<Record<string, readonly [string, string]>>;
}

interface AgreementFixture {
  readonly title: Words;
  readonly article: Words;
  readonly enacting: Words;
  readonly articles: readonly { readonly heading: Words; readonly clauses: readonly ClauseFixture[] }[];
}

/** A change made to one language version, and what must be reported: nothing, for a decoy. */
interface Case {
  readonly name: string;
  readonly language: string;
  readonly expected: readonly DivergenceKind[] | undefined;
  /** The clause as changed; undefined leaves it out. */
  readonly change: (clause: ClauseFixture, language: string) => string | undefined;
  readonly at: ClauseFixture;
}

const LANGUAGES = ['en', 'fr', 'es', 'ar'] as const;

const FIXTURE = new URL('../../fixtures/parity/agreement.yaml', import.meta.url).pathname;

/** Measures "poclint parity" and prints the figures, with what went wrong where asked. */
export function evaluateParity(
  path: string | undefined,
  options: { readonly verbose?: boolean | undefined; readonly json?: boolean | undefined },
): void {
  const library = new RuleLibrary(readRuleFolder(new URL('../../rules', import.meta.url).pathname).ruleSet);
  const { failures, ...figures } = measureParity(path ?? FIXTURE, library);
  if (options.json) {
    console.log(JSON.stringify({ ...figures, failures }, null, 2));
    return;
  }
  const share = (part: number, whole: number) => (part / Math.max(1, whole)).toFixed(3);
  console.log(
    `seeded divergences ${figures.cases}, recall ${share(figures.found, figures.cases)}; decoys ${figures.decoys}, false alarms ${share(figures.falseAlarms, figures.decoys)}`,
  );
  if (options.verbose) for (const failure of failures) console.log(`  ${failure}`);
}

/** How many seeded divergences are reported, and how often something is reported where the versions agree. */
export interface ParityFigures {
  readonly cases: number;
  readonly found: number;
  readonly decoys: number;
  readonly falseAlarms: number;
  /** What went wrong, a line each. */
  readonly failures: readonly string[];
}

/**
 * Seeds divergences and decoys into one language version of an agreement at a time and holds it beside each of the others.
 */
export function measureParity(path: string, library: RuleLibrary): ParityFigures {
  const agreement = parse(readFileSync(path, 'utf8')) as AgreementFixture;
  const failures: string[] = [];
  const figures = { cases: 0, found: 0, decoys: 0, falseAlarms: 0 };
  const plain = new Map<string, Reviewed>(
    LANGUAGES.map((language) => [language, read(write(agreement, language), language, library)]),
  );
  for (const one of LANGUAGES) {
    for (const other of LANGUAGES) {
      if (one >= other) continue;
      figures.decoys++;
      const reported = divergences(plain.get(one), plain.get(other));
      if (reported.length > 0) {
        figures.falseAlarms++;
        failures.push(`${one}/${other} unchanged: ${reported.map(told).join(' · ')}`);
      }
    }
  }
  for (const seeded of casesOf(agreement)) {
    const changed = read(write(agreement, seeded.language, seeded), seeded.language, library);
    for (const other of LANGUAGES.filter((language) => language !== seeded.language)) {
      const before = new Set(
        divergences(plain.get(seeded.language), plain.get(other)).map(({ fingerprint }) => fingerprint),
      );
      const reported = divergences(changed, plain.get(other)).filter(({ fingerprint }) => !before.has(fingerprint));
      const name = `${seeded.language}/${other} ${seeded.name}`;
      if (seeded.expected) {
        figures.cases++;
        if (reported.some(({ kind }) => seeded.expected?.includes(kind))) figures.found++;
        else
          failures.push(`not reported: ${name}${reported.length > 0 ? `, but ${reported.map(told).join(' · ')}` : ''}`);
      } else {
        figures.decoys++;
        if (reported.length > 0) {
          figures.falseAlarms++;
          failures.push(`false alarm: ${name}: ${reported.map(told).join(' · ')}`);
        }
      }
    }
  }
  return { ...figures, failures };
}

function told({ kind, message }: Divergence): string {
  return `${kind}: ${message}`;
}

type Reviewed = ReturnType<typeof review>;

function read(text: string, language: string, library: RuleLibrary): Reviewed {
  return review(readTextDraft(`${language}.md`, text), library, { language, stage: 'draft' });
}

function divergences(one: Reviewed | undefined, other: Reviewed | undefined): readonly Divergence[] {
  return compareVersions(one as Reviewed, other as Reviewed).parity.divergences;
}

function casesOf(agreement: AgreementFixture): Case[] {
  const cases: Case[] = [];
  for (const [number, { clauses }] of agreement.articles.entries()) {
    for (const [place, at] of clauses.entries()) {
      for (const language of LANGUAGES) {
        const add = (kind: string, expected: Case['expected'], change: Case['change']): void => {
          cases.push({ name: `${number + 1}(${place + 1}) ${kind}`, language, expected, change, at });
        };
        const variant = (
          name: 'weak' | 'unnamed' | 'qualified' | 'reworded' | 'shortened',
          expected: Case['expected'],
        ): void => {
          if (at[name]) add(name, expected, () => at[name]?.[language]);
        };
        variant('weak', ['verb']);
        variant('unnamed', ['actor']);
        variant('qualified', ['qualifier']);
        variant('shortened', ['topic']);
        variant('reworded', undefined);
        for (const [name, kind] of [
          ['deadline', 'time'],
          ['number', 'number'],
        ] as const) {
          const pair = at[name]?.[language];
          if (pair) add(name, [kind], (clause) => textOf(clause, language).replace(pair[0], pair[1]));
        }
        if (at.items) {
          at.items.forEach((_item, missing) => {
            add(`item ${missing + 1} missing`, ['item'], (clause) => textOf(clause, language, missing));
          });
        } else if (clauses.length > 1) {
          add('clause missing', ['clause'], () => undefined);
          add('in brackets', ['brackets'], (clause) => `[${textOf(clause, language)}]`);
        }
      }
    }
  }
  return cases;
}

function textOf({ text, items = [] }: ClauseFixture, language: string, missing = -1): string {
  const kept = items.flatMap((item, at) => (at === missing ? [] : [`${label(at, language)} ${item[language]}`]));
  return [text[language], ...kept].join('\n\n');
}

const ABJAD = ['أ', 'ب', 'ج', 'د', 'هـ', 'و'];

/** Items as each language numbers them. */
function label(at: number, language: string): string {
  if (language === 'ar') return `(${ABJAD[at]})`;
  const letter = String.fromCharCode(0x61 + at);
  return language === 'en' ? `(${letter})` : `${letter})`;
}

function write(agreement: AgreementFixture, language: string, seeded?: Case): string {
  const articles = agreement.articles.map(({ heading, clauses }, number) => {
    const own = clauses.flatMap((clause) => {
      const text = clause === seeded?.at ? seeded.change(clause, language) : textOf(clause, language);
      if (text === undefined) return [];
      const items =
        clause === seeded?.at && clause.items && !text.includes('\n')
          ? `\n\n${textOf(clause, language).split('\n\n').slice(1).join('\n\n')}`
          : '';
      return [text + items];
    });
    const numbered = own.map((text, place) => `${place + 1}. ${text}`);
    return [`## ${agreement.article[language]} ${number + 1} ${heading[language]}`, ...numbered].join('\n\n');
  });
  return [`# ${agreement.title[language]}`, agreement.enacting[language], ...articles].join('\n\n');
}

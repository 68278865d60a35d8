import { localeOf } from '@poclint/messages';
import type { AgreementType, Severity } from '../report/report.ts';

/** A rule as the core applies it. The Markdown file it comes from is the rules package's affair. */
export type Rule = TopicRule | WordingRule;

interface RuleBase {
  /** The file's name without extension, such as `poc-humanitarian-access`. */
  readonly id: string;
  readonly title: string;
  /** The title in other languages, by BCP 47 primary tag. */
  readonly titles?: Readonly<Record<string, string>>;
  /** Ready to print: document and year. */
  readonly authority: readonly string[];
  /** Why it matters, in at most a paragraph. */
  readonly why: string;
  /** Model clauses by language. */
  readonly model: Readonly<Record<string, string>>;
}

/** A protection subject that a text should cover. */
export interface TopicRule extends RuleBase {
  readonly kind: 'topic';
  readonly family: Family;
  readonly severity: Readonly<Record<AgreementType, Severity | 'off'>>;
  /** Any one of these, met in one clause with what it inherits, is evidence. */
  readonly requires: readonly Relation[];
  /** Any one of these only names the subject: level `mention` at most. */
  readonly mentions: readonly Relation[];
}

export const FAMILIES = ['poc', 'groups', 'sgbv'] as const;
export type Family = (typeof FAMILIES)[number];

/** Wording that weakens or endangers protection, found by one of the core's checks. */
export interface WordingRule extends RuleBase {
  readonly kind: 'wording';
  /** The core's check that finds it, with its settings. */
  readonly check: string;
  readonly severity: Readonly<Record<AgreementType, Severity | 'off'>>;
  readonly settings: Readonly<Record<string, unknown>>;
}

/**
 * What must stand together. The conduct decides which operator makes it binding:
 * `harm` is covered when it is prohibited, `duty` when it is required, and `right` when it
 * is required, granted or simply stated ("everyone may return"); `fact` needs no operator at all
 * ("journalists are civilians").
 */
export interface Relation {
  readonly conduct: 'harm' | 'duty' | 'right' | 'fact';
  /** Each entry is a set of alternative concepts; one of each must occur. The first is the head and must stand in the clause itself. */
  readonly terms: readonly (readonly string[])[];
  /** The greatest distance in words between head and any other term of the same sentence. */
  readonly within: number;
  /** Whether the terms must come in the order given. */
  readonly ordered: boolean;
  /** Concepts whose presence in the sentence rules the relation out. */
  readonly without: readonly string[];
}

/** The title of a rule in the language that a BCP 47 tag asks for; in English where it has none in that language. */
export function titleIn(rule: Rule, locale: string | undefined): string {
  return rule.titles?.[localeOf(locale)] ?? rule.title;
}

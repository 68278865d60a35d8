import type { Level, Severity, Place as TextPlace } from '../report/report.ts';
import type { Family } from '../rule/rule.ts';
import type { Span } from '../span.ts';

/** What holding two language versions of an agreement side by side says. Plain data, versioned by `PARITY_SCHEMA`. */
export interface Parity {
  readonly versions: readonly [LanguageVersion, LanguageVersion];
  /** The share of the clauses with words of their own that have a counterpart in the other version, from 0 to 1. */
  readonly overlap: number;
  /** Whether that share is large enough for the two to be versions of one agreement. */
  readonly areVersions: boolean;
  /** The clause that says which language prevails or that all are equally authentic, where one was found. */
  readonly authentic?: ParityClause;
  /** Every topic, in the order of the rules. */
  readonly topics: readonly TopicParity[];
  /** In the order of the first version; what stands only in the second follows the clause before it. */
  readonly divergences: readonly Divergence[];
}

export const PARITY_SCHEMA = 'poclint-parity-1';

export interface LanguageVersion {
  readonly path: string;
  /** BCP 47. */
  readonly language: string;
  readonly clauses: number;
}

export interface TopicParity {
  readonly topic: string;
  readonly title: string;
  readonly family: Family;
  readonly levels: readonly [Level, Level];
}

/**
 * In what two aligned clauses differ. `clause`: it stands in one version only. `item`: a member of a list does. `verb`: how
 * firmly it binds. `topic`: a protection subject found in one only. `actor`: who is bound. `time`: a date, period or
 * frequency, absent in one or another. `number`: another figure. `brackets`: agreed in one, open in the other.
 * `qualifier`: room to avoid the duty in one only. `authentic`: no words on which version prevails, in either.
 */
export const DIVERGENCE_KINDS = [
  'clause',
  'item',
  'verb',
  'topic',
  'actor',
  'time',
  'number',
  'brackets',
  'qualifier',
  'authentic',
] as const;
export type DivergenceKind = (typeof DIVERGENCE_KINDS)[number];

export interface Divergence {
  readonly kind: DivergenceKind;
  readonly severity: Severity;
  /** Neutral: it says what each version has, never which is right. */
  readonly message: string;
  /** The topics it bears on, if any. */
  readonly topics: readonly string[];
  /** The clause in each version, or undefined where the version has none. */
  readonly clauses: readonly [ParityClause | undefined, ParityClause | undefined];
  readonly fingerprint: string;
}

export interface ParityClause extends TextPlace {
  /** As a lawyer cites it. */
  readonly clause: string;
  readonly span: Span;
  readonly quote: string;
  /** The words that make the difference, where some can be named. */
  readonly words: readonly { readonly span: Span; readonly quote: string }[];
}

/**
 * The clause as a lawyer cites it in each version: "Art. 3(2)", or "Art. 3(2) | Art. 4(2)" where the numbers differ.
 *
 * @param worded - Words a citation in another language; English as it stands
 */
export function citationOf(
  { clauses: [one, other] }: Divergence,
  worded: (citation: string) => string = (citation) => citation,
): string {
  if (!one || !other) {
    const only = one ?? other;
    return only ? worded(only.clause) : '–';
  }
  return one.clause === other.clause ? worded(one.clause) : `${worded(one.clause)} | ${worded(other.clause)}`;
}

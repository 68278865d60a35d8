import type { Catalogue } from '@poclint/messages';
import type { Analysis } from '../analysis.ts';
import type { AgreementType, Severity, TopicCoverage } from '../report/report.ts';
import type { ReviewContext } from '../review.ts';
import { type Rule, titleIn, type WordingRule } from '../rule/rule.ts';
import type { CompiledRules } from '../rule-library.ts';
import type { Source } from '../source/source.ts';
import type { Span } from '../span.ts';
import type { Clause } from '../structure/agreement.ts';
import type { Brackets } from '../structure/brackets.ts';
import type { ClauseLists } from '../structure/clause-lists.ts';
import type { SiteIndex } from './concept-sites.ts';
import { groupByClause, type PlacedEvidence } from './coverage.ts';
import type { ReportWriter } from './report-writer.ts';

/** All that a check may look at. */
export interface Assessment {
  readonly source: Source;
  readonly rules: CompiledRules;
  readonly analysis: Analysis;
  readonly coverage: readonly TopicCoverage[];
  readonly brackets: Brackets;
  readonly type: AgreementType;
  readonly stage: 'draft' | 'signed';
  readonly context: ReviewContext;
  readonly messages: Catalogue['finding'];
  readonly writer: ReportWriter;
  readonly lookups: Lookups;
}

/**
 * What checks have looked up so far, for the next one that asks. It is a part of the assessment and goes with it: a weak
 * map would hold what it says of one version of an open draft, and by that the version, until a collection of everything.
 */
export interface Lookups {
  sites?: SiteIndex;
  evidence?: ClauseLists<PlacedEvidence>;
}

/** A finding before it is placed and merged with others on the same words. */
export interface FindingDraft {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly message: string;
  readonly clause: Clause | undefined;
  readonly span: Span;
  readonly evidence: readonly PlacedEvidence[];
  readonly suggestion?: string;
  /** What identifies the finding beside its rule: words, never places. */
  readonly identity: string;
  readonly merged?: readonly string[];
  /** Topics whose absence this finding already explains: they are not reported again as missing. */
  readonly explains?: readonly string[];
}

/** Looks for one kind of weak or dangerous wording. */
export type Check = (assessment: Assessment, rule: WordingRule, severity: Severity) => FindingDraft[];

/** The severity of a rule here, or undefined where it is off. */
export function severityOf(rule: Rule, assessment: Assessment): Severity | undefined {
  const severity = assessment.context.severities?.[rule.id] ?? rule.severity[assessment.type];
  return severity === 'off' ? undefined : severity;
}

/** The words of a span with white space evened out, as fingerprints see them. */
export function wordsOf(assessment: Assessment, span: Span): string {
  return assessment.source.text.slice(span[0], span[1]).replace(/\s+/g, ' ').trim().toLowerCase();
}

/** A finding on some words. */
export function onWords(
  assessment: Assessment,
  rule: WordingRule,
  severity: Severity,
  message: string,
  clause: Clause,
  span: Span,
  evidence: readonly PlacedEvidence[] = [],
): FindingDraft {
  const suggestion = rule.model[assessment.rules.pack.language.id];
  return {
    rule,
    severity,
    message,
    clause,
    span,
    evidence,
    identity: wordsOf(assessment, span),
    ...(suggestion && { suggestion }),
  };
}

/** The first operative piece of evidence in the text that passes `test`. */
export function firstOperative(
  assessment: Assessment,
  test: (piece: PlacedEvidence) => boolean,
): PlacedEvidence | undefined {
  let first: PlacedEvidence | undefined;
  for (const list of assessment.analysis.evidence) {
    for (const piece of list) {
      // The strongest come first, and of these the first in the text.
      if (piece.level !== 'operative' || (first && isBefore(first, piece))) break;
      if (!test(piece)) continue;
      first = piece;
      break;
    }
  }
  return first;
}

function isBefore(one: PlacedEvidence, other: PlacedEvidence): boolean {
  return one.clause.index < other.clause.index || (one.clause === other.clause && one.span[0] <= other.span[0]);
}

/** All evidence, by clause. Built once for an assessment. */
export function evidenceByClause(assessment: Assessment): ClauseLists<PlacedEvidence> {
  assessment.lookups.evidence ??= groupByClause(assessment.analysis.evidence, assessment.analysis.agreement);
  return assessment.lookups.evidence;
}

/** The titles of the topics that pieces of evidence bear on, each once. */
export function titlesOf(assessment: Assessment, pieces: readonly PlacedEvidence[]): string[] {
  const titles = pieces.map((piece) => {
    const topic = assessment.rules.topics[piece.topic];
    return topic ? titleIn(topic, assessment.context.locale) : '';
  });
  return [...new Set(titles)];
}

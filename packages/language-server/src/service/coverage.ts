import {
  type AgreementType,
  type DocumentReport,
  FAMILIES,
  type Family,
  type Level,
  type Readings,
  type ReviewedDocument,
  type Severity,
  type Slots,
  type Standing,
  standingOf,
  type TopicCoverage,
  type TopicRule,
  titleIn,
} from '@poclint/core';
import { cite } from '@poclint/messages';
import { DraftReview, type ReviewState } from './draft-review.ts';
import { insertionAt } from './insertion.ts';
import type { TextRange } from './places.ts';

/** What the coverage view shows of a text. */
export type CoverageAnswer =
  | { readonly status: 'other' | 'unjudged' | 'failed' | 'off'; readonly version: number; readonly reason: string }
  | {
      readonly status: 'reviewed';
      readonly version: number;
      readonly language: string;
      readonly stage: string;
      readonly type: { readonly value: AgreementType; readonly source: string; readonly confidence: number };
      readonly errors: number;
      readonly warnings: number;
      readonly covered: number;
      readonly expected: number;
      readonly bracketed: number;
      readonly families: readonly FamilyAnswer[];
      readonly report?: DocumentReport;
    };

export interface FamilyAnswer {
  readonly family: Family;
  readonly topics: readonly TopicAnswer[];
}

export interface TopicAnswer {
  readonly id: string;
  readonly title: string;
  readonly standing: Standing;
  readonly level: Level;
  readonly readings: Readings;
  readonly severity: Severity | 'off';
  /** Whether this type of agreement should cover the topic. */
  readonly isExpected: boolean;
  readonly isAccepted: boolean;
  readonly slots: Slots;
  readonly evidence: readonly EvidenceAnswer[];
  /** Where a clause would belong, for a topic without one. */
  readonly place?: { readonly clause: string; readonly range: TextRange };
}

export interface EvidenceAnswer {
  readonly clause: string;
  readonly quote: string;
  readonly level: Level;
  readonly status: string;
  readonly range: TextRange;
}

const LONGEST_QUOTE = 120;

/** What a topic's absence weighs in the draft's type, with the severities that configuration sets. */
export function severityIn(review: DraftReview, topic: TopicRule): Severity | 'off' {
  const reported = review.report.findings.find(
    (finding) => finding.rule === topic.id || finding.merged?.includes(topic.id),
  );
  return reported?.severity ?? topic.severity[review.report.type.value];
}

/** How the expected topics stand, in three numbers. */
export interface Tally {
  readonly covered: number;
  readonly expected: number;
  readonly bracketed: number;
}

export function tallyOf(review: DraftReview): Tally {
  let covered = 0;
  let expected = 0;
  let bracketed = 0;
  review.details.topics.forEach((topic, index) => {
    if (!isExpected(topic.severity[review.report.type.value])) return;
    expected++;
    const standing = standingOf(review.report.coverage[index] as TopicCoverage);
    if (standing === 'agreed') covered++;
    else if (standing === 'brackets') bracketed++;
  });
  return { covered: covered + bracketed, expected, bracketed };
}

/** Good practice is expected, what is optional is not. */
function isExpected(severity: Severity | 'off'): boolean {
  return severity === 'error' || severity === 'warning';
}

export function coverageOf(
  state: ReviewState,
  locale: string,
  options: { readonly withReport?: boolean } = {},
): CoverageAnswer {
  if (!(state instanceof DraftReview)) return { status: state.status, version: state.version, reason: state.reason };
  const { report } = state;
  const topics = state.details.topics.map((topic, index) => ({
    topic,
    answer: topicAnswer(state, topic, index, locale),
  }));
  return {
    status: 'reviewed',
    version: state.version,
    language: report.language,
    stage: report.stage,
    type: report.type,
    errors: countOf(report, 'error'),
    warnings: countOf(report, 'warning'),
    ...tallyOf(state),
    families: FAMILIES.map((family) => ({
      family,
      topics: topics.filter(({ topic }) => topic.family === family).map(({ answer }) => answer),
    })),
    ...(options.withReport && { report }),
  };
}

function countOf(report: ReviewedDocument, severity: Severity): number {
  return report.findings.filter((finding) => finding.severity === severity && !finding.accepted).length;
}

function topicAnswer(review: DraftReview, topic: TopicRule, index: number, locale: string): TopicAnswer {
  const coverage = review.report.coverage[index] as TopicCoverage;
  const finding = review.report.findings.find(
    (one) => one.rule === topic.id || (one.span[0] === one.span[1] && one.merged?.includes(topic.id)),
  );
  return {
    id: topic.id,
    title: titleIn(topic, locale),
    standing: standingOf(coverage),
    level: coverage.level,
    readings: coverage.readings,
    severity: severityIn(review, topic),
    isExpected: isExpected(topic.severity[review.report.type.value]),
    isAccepted: finding?.accepted !== undefined,
    slots: coverage.slots,
    evidence: coverage.evidence.map((piece) => ({
      clause: cite(piece.clause, locale),
      quote: piece.quote.replace(/\s+/g, ' ').slice(0, LONGEST_QUOTE),
      level: piece.level,
      status: piece.status,
      range: review.places.range(piece.span),
    })),
    ...(finding && { place: { clause: cite(finding.clause, locale), range: review.places.range(finding.span) } }),
  };
}

/** The model clause of a topic as it would stand in the draft, at its suggested place. */
export function modelClauseFor(
  review: DraftReview,
  topicId: string,
): { readonly range: TextRange; readonly text: string } | undefined {
  const topic = review.details.topics.find(({ id }) => id === topicId);
  const model = topic?.model[review.report.language];
  const finding = review.report.findings.find(
    (one) => (one.rule === topicId || one.merged?.includes(topicId)) && one.span[0] === one.span[1],
  );
  if (!model) return undefined;
  const { clauses } = review.details.agreement;
  const last = clauses.findLast((clause) => clause.location === 'operative' && clause.kind !== 'signature');
  const change = insertionAt(review, finding?.span[0] ?? last?.span[1] ?? review.text.length, model);
  return { range: review.places.range(change.span), text: change.text };
}

import {
  type AgreementType,
  type DocumentReport,
  FAMILIES,
  type Family,
  type Finding,
  type Level,
  type PlacedEvidence,
  type Readings,
  type ReviewedDocument,
  type Severity,
  type Slots,
  type Standing,
  spanOfPiece,
  standingOf,
  type TopicCoverage,
  type TopicRule,
  titleIn,
} from '@poclint/core';
import { cite } from '@poclint/messages';
import { citationOf } from './clause-place.ts';
import { DraftReview, type NoReview, type ReviewState } from './draft-review.ts';
import { insertionAt } from './insertion.ts';
import type { TextRange } from './places.ts';
import { type PrecedentsByTopic, wordingsOf } from './precedents.ts';
import type { Words } from './words.ts';

/** How a text stands in a few words and numbers. */
export type CoverageSummary = Unreviewed | ReviewedSummary;

interface Unreviewed {
  readonly status: 'other' | 'unjudged' | 'failed' | 'off';
  readonly version: number;
  readonly reason: string;
}

interface ReviewedSummary extends Tally {
  readonly status: 'reviewed';
  readonly version: number;
  readonly language: string;
  readonly stage: string;
  readonly type: { readonly value: AgreementType; readonly source: string; readonly confidence: number };
  readonly errors: number;
  readonly warnings: number;
}

/** What the coverage view shows of a text. */
export type CoverageAnswer =
  | Unreviewed
  | (ReviewedSummary & { readonly families: readonly FamilyAnswer[]; readonly report?: DocumentReport });

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
  /** The strongest evidence, strongest first. */
  readonly evidence: readonly EvidenceAnswer[];
  /** How much evidence there is in all. */
  readonly evidenceCount: number;
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
/** As many pieces of evidence for one topic as anybody looks through in a list. */
const MOST_EVIDENCE = 25;

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

/** How a text stands, without its topics: what is told of every review has to cost next to nothing. */
export function summaryOf(state: ReviewState): CoverageSummary {
  return state instanceof DraftReview ? summaryOfReview(state) : unreviewed(state);
}

function unreviewed({ status, version, reason }: NoReview): Unreviewed {
  return { status, version, reason };
}

function summaryOfReview(state: DraftReview): ReviewedSummary {
  const { report } = state;
  return {
    status: 'reviewed',
    version: state.version,
    language: report.language,
    stage: report.stage,
    type: report.type,
    errors: countOf(report, 'error'),
    warnings: countOf(report, 'warning'),
    ...tallyOf(state),
  };
}

/**
 * What the coverage view shows of a text, topic by topic. Of a topic's evidence the strongest comes, and how much there
 * is; all of it in the report.
 */
export function coverageOf(
  state: ReviewState,
  locale: string,
  options: { readonly withReport?: boolean } = {},
): CoverageAnswer {
  if (!(state instanceof DraftReview)) return unreviewed(state);
  const findings = new TopicFindings(state.report);
  const topics = state.details.topics.map((topic, index) => ({
    topic,
    answer: topicAnswer(state, topic, index, findings, locale),
  }));
  return {
    ...summaryOfReview(state),
    families: FAMILIES.map((family) => ({
      family,
      topics: topics.filter(({ topic }) => topic.family === family).map(({ answer }) => answer),
    })),
    ...(options.withReport && { report: state.report }),
  };
}

function countOf(report: ReviewedDocument, severity: Severity): number {
  return report.findings.filter((finding) => finding.severity === severity && !finding.accepted).length;
}

/** What is found on each topic, looked up once for all of them. */
class TopicFindings {
  private readonly reported = new Map<string, Finding>();
  private readonly missing = new Map<string, Finding>();

  constructor(report: ReviewedDocument) {
    for (const finding of report.findings) {
      add(this.reported, finding.rule, finding);
      add(this.missing, finding.rule, finding);
      for (const topic of finding.merged ?? []) {
        add(this.reported, topic, finding);
        if (finding.span[0] === finding.span[1]) add(this.missing, topic, finding);
      }
    }
  }

  /** What a topic's absence weighs in the draft's type, with the severities that configuration sets. */
  severityOf(topic: TopicRule, type: AgreementType): Severity | 'off' {
    return this.reported.get(topic.id)?.severity ?? topic.severity[type];
  }

  /** The finding that says where the topic would belong. */
  on(topic: TopicRule): Finding | undefined {
    return this.missing.get(topic.id);
  }
}

function add(map: Map<string, Finding>, topic: string, finding: Finding): void {
  if (!map.has(topic)) map.set(topic, finding);
}

function topicAnswer(
  review: DraftReview,
  topic: TopicRule,
  index: number,
  findings: TopicFindings,
  locale: string,
): TopicAnswer {
  const coverage = review.report.coverage[index] as TopicCoverage;
  const pieces = review.details.evidence[index] ?? [];
  const finding = findings.on(topic);
  const { type } = review.report;
  return {
    id: topic.id,
    title: titleIn(topic, locale),
    standing: standingOf(coverage),
    level: coverage.level,
    readings: coverage.readings,
    severity: findings.severityOf(topic, type.value),
    isExpected: isExpected(topic.severity[type.value]),
    isAccepted: finding?.accepted !== undefined,
    slots: coverage.slots,
    evidence: pieces.slice(0, MOST_EVIDENCE).map((piece) => evidenceAnswer(review, piece, locale)),
    evidenceCount: pieces.length,
    ...(finding && { place: { clause: cite(finding.clause, locale), range: review.places.range(finding.span) } }),
  };
}

function evidenceAnswer(review: DraftReview, piece: PlacedEvidence, locale: string): EvidenceAnswer {
  const span = spanOfPiece(piece);
  return {
    clause: citationOf(piece.clause, locale),
    // Spaces may come to be fewer, never more: nothing beyond this is needed.
    quote: review.text
      .slice(span[0], Math.min(span[1], span[0] + 4 * LONGEST_QUOTE))
      .replace(/\s+/g, ' ')
      .slice(0, LONGEST_QUOTE),
    level: piece.level,
    status: piece.status,
    range: review.places.range(span),
  };
}

/** Words that would cover a topic, as they would stand in the draft at the suggested place. */
export interface ClauseAnswer {
  readonly range: TextRange;
  readonly text: string;
}

export interface ModelClauseAnswer extends ClauseAnswer {
  /** The same topic as other agreements worded it, where an archive is configured. */
  readonly precedents: readonly (ClauseAnswer & { readonly citation: string })[];
}

/** The model clause of a topic, and how others worded it; undefined where the rule has none in the draft's language. */
export function modelClauseFor(
  review: DraftReview,
  topicId: string,
  words: Words,
  precedents: PrecedentsByTopic,
): ModelClauseAnswer | undefined {
  const topic = review.details.topics.find(({ id }) => id === topicId);
  const model = topic?.model[review.report.language];
  const finding = review.report.findings.find(
    (one) => (one.rule === topicId || one.merged?.includes(topicId)) && one.span[0] === one.span[1],
  );
  if (!model) return undefined;
  const { clauses } = review.details.agreement;
  const last = clauses.findLast((clause) => clause.location === 'operative' && clause.kind !== 'signature');
  const place = finding?.span[0] ?? last?.span[1] ?? review.text.length;
  const standing = (clause: string): ClauseAnswer => {
    const change = insertionAt(review, place, clause);
    return { range: review.places.range(change.span), text: change.text };
  };
  return {
    ...standing(model),
    precedents: wordingsOf(topicId, precedents, words).map(({ citation, text }) => ({ citation, ...standing(text) })),
  };
}

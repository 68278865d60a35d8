import type { Analysis } from '../analysis.ts';
import { fingerprint } from '../fingerprint.ts';
import type { AgreementType, Finding, Severity, TopicCoverage } from '../report/report.ts';
import type { ReviewContext } from '../review.ts';
import type { Rule, TopicRule } from '../rule/rule.ts';
import type { CompiledRules } from '../rule-library.ts';
import type { Source } from '../source/source.ts';
import type { Span } from '../span.ts';
import type { Clause } from '../structure/agreement.ts';
import type { Brackets } from '../structure/brackets.ts';
import type { PlacedEvidence } from './coverage.ts';
import type { Messages } from './messages.ts';
import { placeFor } from './placement.ts';
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
  readonly messages: Messages;
  readonly writer: ReportWriter;
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
}

/** The severity of a rule here, or undefined where it is off. */
export function severityOf(rule: Rule, assessment: Assessment): Severity | undefined {
  const severity = assessment.context.severities?.[rule.id] ?? rule.severity[assessment.type];
  return severity === 'off' ? undefined : severity;
}

/** All findings of a draft in the order of the text, those without a place last. */
export function draftFindings(assessment: Assessment): Finding[] {
  const drafts = [...missingTopics(assessment)];
  const order = { error: 0, warning: 1, info: 2 } as const;
  return drafts
    .map((draft) => settle(draft, assessment))
    .sort((a, b) => a.span[0] - b.span[0] || order[a.severity] - order[b.severity] || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}

/** A finding for each topic that this type of agreement should cover and of which no operative or soft clause was found. */
function missingTopics(assessment: Assessment): FindingDraft[] {
  const found: FindingDraft[] = [];
  const quiet: TopicRule[] = [];
  assessment.rules.topics.forEach((topic, index) => {
    const coverage = assessment.coverage[index] as TopicCoverage;
    const severity = severityOf(topic, assessment);
    if (!severity || coverage.level === 'operative' || coverage.level === 'hortatory') return;
    // Every group that is not named would be a finding of its own: one line for all of them is enough.
    if (topic.family === 'groups' && severity === 'info') quiet.push(topic);
    else found.push(missing(topic, severity, assessment, index));
  });
  const [first, ...others] = quiet;
  if (first) {
    const titles = quiet.map((topic) => topic.title);
    found.push({ ...missing(first, 'info', assessment, assessment.rules.topics.indexOf(first)), message: assessment.messages.groupsAbsent(titles), merged: others.map((topic) => topic.id) });
  }
  return found;
}

function missing(topic: TopicRule, severity: Severity, assessment: Assessment, index: number): FindingDraft {
  const evidence = assessment.analysis.evidence[index] as readonly PlacedEvidence[];
  const clause = placeFor(topic, assessment.analysis, assessment.rules.topics);
  const end = clause?.span[1] ?? assessment.source.text.length;
  const suggestion = topic.model[assessment.rules.pack.language.id];
  return {
    rule: topic,
    severity,
    message: evidence.length > 0 ? assessment.messages.mentioned(topic.title) : assessment.messages.absent(topic.title, assessment.type),
    clause,
    span: [end, end],
    evidence,
    identity: 'absent',
    ...(suggestion && { suggestion }),
  };
}

function settle(draft: FindingDraft, assessment: Assessment): Finding {
  const { writer, context } = assessment;
  const mark = fingerprint(draft.rule.id, draft.identity);
  const reason = context.accepted?.get(mark);
  return {
    rule: draft.rule.id,
    severity: draft.severity,
    message: draft.message,
    clause: draft.clause ? writer.cite(draft.clause) : '',
    span: draft.span,
    ...writer.place(draft.span[0]),
    fingerprint: mark,
    authority: draft.rule.authority,
    evidence: draft.evidence.map((piece) => writer.evidence(piece)),
    ...(draft.suggestion && { suggestion: draft.suggestion }),
    ...(draft.merged && draft.merged.length > 0 && { merged: draft.merged }),
    ...(reason !== undefined && { accepted: { reason } }),
  };
}

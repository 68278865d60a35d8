import { fingerprint } from '../fingerprint.ts';
import type { Finding, Severity, TopicCoverage } from '../report/report.ts';
import { type TopicRule, titleIn } from '../rule/rule.ts';
import { type Assessment, type FindingDraft, severityOf } from './assessment.ts';
import { CHECKS } from './checks/registry.ts';
import type { ConceptSite } from './concept-sites.ts';
import type { PlacedEvidence } from './coverage.ts';
import { incorporationOf } from './incorporation.ts';
import { Placement } from './placement.ts';

/** All findings of a draft in the order of the text, those without a place last. */
export function draftFindings(assessment: Assessment): Finding[] {
  const drafts = mergeCauses([...wordingFindings(assessment), ...missingTopics(assessment)]);
  return drafts
    .map((draft) => settle(draft, assessment))
    .sort(
      (a, b) =>
        a.span[0] - b.span[0] ||
        SEVERITIES[a.severity] - SEVERITIES[b.severity] ||
        (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
    );
}

function wordingFindings(assessment: Assessment): FindingDraft[] {
  return assessment.rules.wordings.flatMap((rule) => {
    const severity = severityOf(rule, assessment);
    return severity ? (CHECKS[rule.check]?.(assessment, rule, severity) ?? []) : [];
  });
}

/**
 * Rules that say the same of one clause, each in its way: its duty is not firm; the persons it means are not told apart;
 * the agreement's end takes the protection along. The first of each row gives the finding its words.
 */
const CAUSES: readonly (readonly string[])[] = [
  [
    'q-hortatory-verb',
    'q-contradictory-exemption',
    'q-reciprocity-conditional',
    'q-escape-qualifier',
    'q-placeholder-unresolved',
    'q-no-responsible-actor',
    'q-no-timeline',
  ],
  ['q-preamble-only', 'q-women-and-children-lumping', 'q-vulnerable-groups-undefined', 'q-victims-only-framing'],
  ['q-no-safeguard-on-termination', 'q-scope-gap'],
];
const SEVERITIES = { error: 0, warning: 1, info: 2 } as const;

/** No more than one finding per cause: weaknesses of one clause become one, and a check that explains an absence replaces it. */
function mergeCauses(drafts: readonly FindingDraft[]): FindingDraft[] {
  const explained = new Set(drafts.flatMap((draft) => draft.explains ?? []));
  const merged: FindingDraft[] = [];
  const byCause = new Map<string, number>();
  for (const draft of drafts) {
    if (draft.rule.kind === 'topic' && explained.has(draft.rule.id)) continue;
    const cause = CAUSES.findIndex((rules) => rules.includes(draft.rule.id));
    const key = `${cause} ${draft.clause?.index}`;
    const at = cause < 0 ? undefined : byCause.get(key);
    if (at === undefined) {
      if (cause >= 0) byCause.set(key, merged.length);
      merged.push(draft);
    } else merged[at] = joined(merged[at] as FindingDraft, draft, CAUSES[cause] as readonly string[]);
  }
  return merged;
}

/** Two findings of one cause as one: the words of the graver, and of two that are equally grave, of the more telling. */
function joined(a: FindingDraft, b: FindingDraft, order: readonly string[]): FindingDraft {
  const weight = (draft: FindingDraft) => SEVERITIES[draft.severity] * order.length + order.indexOf(draft.rule.id);
  const [first, second] = weight(b) < weight(a) ? [b, a] : [a, b];
  const ids = [...(first.merged ?? []), second.rule.id, ...(second.merged ?? [])];
  const explains = [...(first.explains ?? []), ...(second.explains ?? [])];
  return {
    ...first,
    merged: [...new Set(ids)].filter((id) => id !== first.rule.id),
    ...(explains.length > 0 && { explains }),
  };
}

/** A finding for each topic that this type of agreement should cover and of which no operative or soft clause was found. */
function missingTopics(assessment: Assessment): FindingDraft[] {
  const found: FindingDraft[] = [];
  const quiet: TopicRule[] = [];
  const reference = incorporationOf(assessment);
  const placement = new Placement(assessment.analysis, assessment.rules.topics);
  assessment.rules.topics.forEach((topic, index) => {
    const coverage = assessment.coverage[index] as TopicCoverage;
    const stated = severityOf(topic, assessment);
    // What another document may say cannot be called an error here.
    const severity = stated && reference ? 'info' : stated;
    if (!severity || coverage.level === 'operative' || coverage.level === 'hortatory') return;
    // Every group that is not named would be a finding of its own: one line for all of them is enough.
    if (topic.family === 'groups' && severity === 'info') quiet.push(topic);
    else found.push(missing(topic, severity, assessment, index, placement, reference));
  });
  const [first, ...others] = quiet;
  if (first) {
    const titles = quiet.map((topic) => titleIn(topic, assessment.context.locale));
    found.push({
      ...missing(first, 'info', assessment, assessment.rules.topics.indexOf(first), placement, reference),
      message: assessment.messages.groupsAbsent({ titles }),
      merged: others.map((topic) => topic.id),
    });
  }
  return found;
}

function missing(
  topic: TopicRule,
  severity: Severity,
  assessment: Assessment,
  index: number,
  placement: Placement,
  reference: ConceptSite | undefined,
): FindingDraft {
  const evidence = assessment.analysis.evidence[index] as readonly PlacedEvidence[];
  const clause = placement.after(topic);
  const end = clause?.span[1] ?? assessment.source.text.length;
  const suggestion = topic.model[assessment.rules.pack.language.id];
  const title = titleIn(topic, assessment.context.locale);
  return {
    rule: topic,
    severity,
    message:
      evidence.length > 0
        ? assessment.messages.mentioned({ title })
        : reference
          ? assessment.messages.absentButReferred({ title, clause: assessment.writer.cite(reference.clause) })
          : assessment.messages.absent({ title }),
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

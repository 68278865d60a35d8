import type { DocumentReport, Finding, ReviewedDocument, Rule } from '@poclint/core';

/** What stands in place of a draft's words. */
const REDACTED = '[…]';

/**
 * A report without any word of the draft: topics, levels, citations and places stay, quotations go. Also from messages,
 * which quote in the marks of their language: all between the first and the last mark goes, since the words may hold marks too.
 */
export function redact(report: DocumentReport, rules: readonly Rule[]): DocumentReport {
  if (report.status === 'unreadable') return { ...report, reason: withoutQuotes(report.reason) };
  const models = new Map(rules.map((rule) => [rule.id, new Set(Object.values(rule.model))]));
  return {
    ...report,
    coverage: report.coverage.map((topic) => ({
      ...topic,
      evidence: topic.evidence.map((piece) => ({ ...piece, quote: '' })),
    })),
    findings: report.findings.map((finding) => redactFinding(finding, models.get(finding.rule))),
    notices: report.notices.map(withoutQuotes),
  } satisfies ReviewedDocument;
}

function redactFinding(finding: Finding, models: ReadonlySet<string> | undefined): Finding {
  const { suggestion, accepted, ...rest } = finding;
  return {
    ...rest,
    message: withoutQuotes(finding.message),
    evidence: finding.evidence.map((piece) => ({ ...piece, quote: '' })),
    // A rule's own model clause says nothing of the draft; wording made from the draft would.
    ...(suggestion !== undefined && models?.has(suggestion) && { suggestion }),
    // Reasons are confidential: they say what was raised with whom.
    ...(accepted && { accepted: { reason: '' } }),
  };
}

/** A sentence without what it quotes. */
export function withoutQuotes(sentence: string): string {
  return sentence
    .replace(/"[\s\S]*"/, `"${REDACTED}"`)
    .replace(/“[\s\S]*”/, `“${REDACTED}”`)
    .replace(/«(\s?)[\s\S]*»/, `«$1${REDACTED}$1»`);
}

import type { Evidence, Finding, ReviewedDocument } from '@poclint/core';

/** A review of a document that a draft makes part of itself. */
export interface Incorporated {
  readonly name: string;
  readonly report: ReviewedDocument;
}

/**
 * A report in which a topic that another document covers for the draft is said to be so: still a finding, for the draft
 * stands or falls with that document, but never more than information.
 */
export function withIncorporated(report: ReviewedDocument, others: readonly Incorporated[]): ReviewedDocument {
  if (others.length === 0) return report;
  const topics = new Map(report.coverage.map((coverage) => [coverage.topic, coverage]));
  const settle = (finding: Finding): Finding => {
    const coverage = topics.get(finding.rule);
    if (!coverage || coverage.level === 'operative' || coverage.level === 'hortatory') return finding;
    const found = others
      .map((other) => ({ other, piece: bindingPiece(other.report, finding.rule) }))
      .find(({ piece }) => piece);
    if (!found?.piece) return finding;
    const where = found.piece.clause === '' ? found.other.name : `${found.other.name}, ${found.piece.clause}`;
    return { ...finding, severity: 'info', message: `${finding.message} Covered by reference only: ${where}.` };
  };
  return { ...report, findings: report.findings.map(settle) };
}

function bindingPiece(report: ReviewedDocument, topic: string): Evidence | undefined {
  const coverage = report.coverage.find((known) => known.topic === topic);
  return coverage?.level === 'operative' ? coverage.evidence.find((piece) => piece.level === 'operative') : undefined;
}

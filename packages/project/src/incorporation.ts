import type { Evidence, Finding, ReviewedDocument } from '@poclint/core';
import { messagesIn } from '@poclint/messages';

/** A review of a document that a draft makes part of itself. */
export interface Incorporated {
  readonly name: string;
  readonly report: ReviewedDocument;
}

/**
 * A report in which a topic that another document covers for the draft is said to be so: still a finding, for the draft
 * stands or falls with that document, but never more than information.
 */
export function withIncorporated(
  report: ReviewedDocument,
  others: readonly Incorporated[],
  locale?: string,
): ReviewedDocument {
  if (others.length === 0) return report;
  const topics = new Map(report.coverage.map((coverage) => [coverage.topic, coverage]));
  const settle = (finding: Finding): Finding => {
    const coverage = topics.get(finding.rule);
    if (!coverage || coverage.level === 'operative' || coverage.level === 'hortatory') return finding;
    const found = others
      .map((other) => ({ other, piece: bindingPiece(other.report, finding.rule) }))
      .find(({ piece }) => piece);
    if (!found?.piece) return finding;
    const { coveredByReference, coveredByReferenceAt } = messagesIn(locale).finding;
    const { clause } = found.piece;
    const said = { message: finding.message, document: found.other.name };
    const message = clause === '' ? coveredByReference(said) : coveredByReferenceAt({ ...said, clause });
    return { ...finding, severity: 'info', message };
  };
  return { ...report, findings: report.findings.map(settle) };
}

function bindingPiece(report: ReviewedDocument, topic: string): Evidence | undefined {
  const coverage = report.coverage.find((known) => known.topic === topic);
  return coverage?.level === 'operative' ? coverage.evidence.find((piece) => piece.level === 'operative') : undefined;
}

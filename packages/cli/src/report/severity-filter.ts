import type { DocumentReport, Finding, Severity } from '@poclint/core';
import { SEVERITIES } from '@poclint/core';

/** What the last night still needs whatever its severity: what is lost, what is in brackets, what points nowhere. */
const ALWAYS = new Set(['q-bracketed-protection', 'q-broken-cross-reference', 'q-weakened-since-previous-draft']);

/** A report with the findings of at least that severity, and those that are always wanted. */
export function keepOnly(report: DocumentReport, least: Severity): DocumentReport {
  if (report.status === 'unreadable') return report;
  const wanted = (finding: Finding): boolean => atLeast(finding.severity, least) || ALWAYS.has(finding.rule);
  return { ...report, findings: report.findings.filter(wanted) };
}

/** Whether a severity is that one or a graver one. */
export function atLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
}

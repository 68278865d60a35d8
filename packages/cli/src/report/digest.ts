import {
  FAMILIES,
  type Family,
  type Finding,
  type ReviewedDocument,
  type Rule,
  SEVERITIES,
  type Severity,
  type Standing,
  standingOf,
} from '@poclint/core';
import { type Locale, messagesIn } from '@poclint/messages';

/** A family's topics counted by how they stand. */
export interface FamilyCount {
  readonly family: Family;
  readonly counts: Readonly<Record<Standing, number>>;
}

/** Topics by family and standing. A topic that the agreement type does not ask for counts only where it is covered. */
export function countByFamily(report: ReviewedDocument, rules: readonly Rule[]): FamilyCount[] {
  const topics = new Map(rules.map((rule) => [rule.id, rule]));
  return FAMILIES.map((family) => {
    const counts: Record<Standing, number> = { agreed: 0, soft: 0, brackets: 0, preamble: 0, missing: 0 };
    for (const coverage of report.coverage) {
      const rule = topics.get(coverage.topic);
      if (rule?.kind !== 'topic' || rule.family !== family) continue;
      const standing = standingOf(coverage);
      if (standing !== 'missing' || rule.severity[report.type.value] !== 'off') counts[standing]++;
    }
    return { family, counts };
  });
}

/** Findings in the two kinds that a reader deals with differently. */
export interface Sorted {
  /** On words of the draft, by article in the order of the text. */
  readonly onText: readonly ArticleFindings[];
  /** On topics of which no clause was found, gravest first. */
  readonly missing: readonly Finding[];
  readonly accepted: readonly Finding[];
}

export interface ArticleFindings {
  /** The article's citation. Empty for findings about the text as a whole. */
  readonly article: string;
  readonly findings: readonly Finding[];
}

export function sortFindings(report: ReviewedDocument): Sorted {
  const topics = new Set(report.coverage.map((coverage) => coverage.topic));
  const open = report.findings.filter(({ accepted }) => !accepted);
  const byArticle = new Map<string, Finding[]>();
  // Where articles are cited as such, 4.2 is read as a part of Article 4; else 4 is whatever the text calls it.
  const hasArticles = report.findings.some(({ clause }) => /^Art\. /.test(clause));
  for (const finding of open.filter(({ rule }) => !topics.has(rule))) {
    const article = articleOf(finding.clause).replace(/^(?=\d)/, hasArticles ? 'Art. ' : '');
    const known = byArticle.get(article);
    if (known) known.push(finding);
    else byArticle.set(article, [finding]);
  }
  return {
    onText: [...byArticle].map(([article, findings]) => ({ article, findings })),
    missing: open.filter(({ rule }) => topics.has(rule)).sort(graverFirst),
    accepted: report.findings.filter(({ accepted }) => accepted),
  };
}

/** Counts findings that are not accepted, by severity. */
export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity, accepted } of findings) if (!accepted) counts[severity]++;
  return counts;
}

/** `2 errors, 1 warning`, or `no findings`, in a language of the tool. */
export function countsInWords(counts: Readonly<Record<Severity, number>>, locale: Locale): string {
  const { counted, report } = messagesIn(locale);
  const parts = [...SEVERITIES]
    .reverse()
    .filter((severity) => counts[severity] > 0)
    .map((severity) => counted[severity]({ count: counts[severity] }));
  return parts.length === 0 ? counted.none() : report.row({ parts });
}

function graverFirst(a: Finding, b: Finding): number {
  return SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity);
}

/** The article that a clause belongs to: `Art. 9` for `Art. 9(1)(b)`, `2` for `2.1.10`, `Annex A` for `Annex A, 3`. */
export function articleOf(clause: string): string {
  return (
    /^(?:Annex [^,]+|Preamble|Art\. [^\s(]+|Part [^\s(,]+|Chapter [^\s(,]+|\d+|[^\s(,]+)/.exec(clause)?.[0] ?? clause
  );
}

import type { Catalogue } from '@poclint/messages';
import type { Finding } from '../report/report.ts';
import type { Source } from '../source/source.ts';
import type { Agreement, Clause } from '../structure/agreement.ts';
import type { ReportWriter } from './report-writer.ts';

/** One wording of a draft whose tracked changes compete with the former text. */
export interface Wording {
  readonly source: Source;
  readonly agreement: Agreement;
  readonly findings: readonly Finding[];
  readonly writer: ReportWriter;
}

/** The share of the shorter wording's words that a clause and its former wording have in common at least. */
const ALIKE = 0.6;

/**
 * The findings of the weakest reading: those on the new text, and those on former words that a tracked change would
 * replace. A former wording is shown at the clause that replaces it, in its own words, which the new text does not have.
 */
export function withFormerWordings(now: Wording, former: Wording, messages: Catalogue['finding']): Finding[] {
  const unchanged = new Set(now.agreement.clauses.map((clause) => textOf(clause, now)));
  const byCitation = new Map(now.agreement.clauses.map((clause) => [now.writer.cite(clause), clause]));
  const formerly = new Map(former.agreement.clauses.map((clause) => [former.writer.cite(clause), clause]));
  const added = former.findings.flatMap((finding): Finding[] => {
    const [start, end] = finding.span;
    const before = formerly.get(finding.clause);
    const after = byCitation.get(finding.clause);
    if (start === end || !before || !after) return [];
    if (unchanged.has(textOf(before, former)) || !areAlike(textOf(before, former), textOf(after, now))) return [];
    const words = former.writer.quote(finding.span).replace(/\s+/g, ' ').trim();
    return [
      {
        ...finding,
        message: messages.formerWording({ message: finding.message, words: shortened(words) }),
        span: after.span,
        ...now.writer.place(after.span[0]),
        // Their places are those of the former text.
        evidence: [],
      },
    ];
  });
  const replaced = new Set(added.map(({ rule, clause }) => `${rule} ${clause}`));
  return [...now.findings.filter(({ rule, clause }) => !replaced.has(`${rule} ${clause}`)), ...added].sort(
    (a, b) => a.span[0] - b.span[0] || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}

function textOf({ span }: Clause, { source }: Wording): string {
  return source.text.slice(span[0], span[1]).replace(/\s+/g, ' ').trim();
}

function areAlike(one: string, other: string): boolean {
  const words = new Set(one.split(' '));
  const others = other.split(' ');
  return others.filter((word) => words.has(word)).length >= ALIKE * Math.min(words.size, others.length);
}

const LONGEST = 160;

function shortened(words: string): string {
  return words.length <= LONGEST ? words : `${words.slice(0, words.lastIndexOf(' ', LONGEST))} …`;
}

import { messagesIn } from '@poclint/messages';
import type { Span } from '../../span.ts';
import type { Clause } from '../../structure/agreement.ts';
import type { LabelStyle } from '../../structure/labels.ts';
import { type Assessment, type Check, evidenceByClause, type FindingDraft, onWords } from '../assessment.ts';
import { incorporationOf } from '../incorporation.ts';

/** References that lead nowhere, and gaps in the numbering of divisions. */
export const brokenCrossReference: Check = (assessment, rule, severity) => {
  const { agreement } = assessment.analysis;
  const protecting = evidenceByClause(assessment);
  let numbered: ReadonlySet<LabelStyle | undefined> | undefined;
  const found: FindingDraft[] = [];
  for (const reference of assessment.rules.pack.references.find(assessment.source, agreement)) {
    if (reference.resolved) continue;
    numbered ??= new Set(agreement.clauses.map((clause) => clause.label?.style));
    // A text whose divisions carry no numbers of that kind lost them, or never had them: nothing can be told.
    const isTold = numbered.has(reference.style) || (reference.style === 'article' && numbered.has('decimal'));
    if (!isTold && !reference.isOwn) continue;
    const level = protecting.of(reference.clause) ? severity : severity === 'error' ? 'warning' : severity;
    found.push(
      onWords(
        assessment,
        rule,
        level,
        assessment.messages.brokenReference({ words: reference.words }),
        reference.clause,
        reference.span,
      ),
    );
  }
  return [...found, ...numberingGaps(assessment, rule), ...takenOver(assessment, rule)];
};

/** Another document is made part of this one: what it covers was not read. */
function takenOver(assessment: Assessment, rule: Parameters<Check>[1]): FindingDraft[] {
  const site = incorporationOf(assessment);
  if (!site) return [];
  return [
    {
      ...onWords(assessment, rule, 'info', assessment.messages.byReference(), site.clause, site.span),
      identity: 'covered by reference',
    },
  ];
}

const GAPPED = ['part', 'chapter', 'article'] as const;

/** "PART IV" followed by "PART VI". */
function numberingGaps(assessment: Assessment, rule: Parameters<Check>[1]): FindingDraft[] {
  const found: FindingDraft[] = [];
  const last = new Map<string, { ordinal: number; cited: string; parent: Clause | undefined }>();
  for (const clause of assessment.analysis.agreement.clauses) {
    const { label } = clause;
    if (!label || label.ordinal === undefined || label.components || clause.kind !== 'heading') continue;
    const style = GAPPED.find((gapped) => gapped === label.style);
    if (!style) continue;
    const previous = last.get(label.style);
    if (previous && label.ordinal > previous.ordinal + 1 && label.ordinal <= previous.ordinal + 3) {
      const span: Span = [clause.span[0], clause.span[0] + Math.max(clause.reading.textStart, 1)];
      const trimmed: Span = [span[0], span[0] + assessment.source.text.slice(span[0], span[1]).trimEnd().length];
      found.push(
        onWords(
          assessment,
          rule,
          'warning',
          assessment.messages.numberingGap({
            division: messagesIn(assessment.context.locale).division[style](),
            previous: previous.cited,
            next: label.cited,
          }),
          clause,
          trimmed,
        ),
      );
    }
    if (!previous || label.ordinal > previous.ordinal || label.ordinal === 1)
      last.set(label.style, { ordinal: label.ordinal, cited: label.cited, parent: clause.parent });
  }
  return found;
}

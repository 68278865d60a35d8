import type { Finding, ReviewDetails, ReviewedDocument, Rule, Span } from '@poclint/core';
import { type Locale, messagesIn } from '@poclint/messages';
import type { Annotation } from '@poclint/readers/annotation';

/** What to say in the margin of a draft: one remark for each finding that was not left standing deliberately. */
export function annotationsOf(report: ReviewedDocument, details: ReviewDetails, locale?: Locale): Annotation[] {
  const { source } = details;
  const suggested = suggestedSpans(details);
  const isOnSuggestion = ({ span }: Finding): boolean =>
    span[0] < span[1] && suggested.some(([start, end]) => span[0] < end && start < span[1]);
  return report.findings
    .filter((finding) => !finding.accepted && !isOnSuggestion(finding))
    .map((finding) => annotationOf(finding, source.text, locale));
}

/**
 * Model clauses that an earlier run wrote in and nobody has accepted yet: a remark on its own proposal helps no one.
 * They are known by their words, since the copy may name nobody as their author.
 */
function suggestedSpans({ source, rules }: ReviewDetails): Span[] {
  if (source.insertions.length === 0) return [];
  const all: readonly Rule[] = [...rules.topics, ...rules.wordings];
  const lines = new Set(all.flatMap(({ model }) => Object.values(model).flatMap((clause) => clause.split(/\n+/))));
  return source.insertions
    .map(({ span }) => span)
    .filter(([start, end]) =>
      source.text
        .slice(start, end)
        .split('\n')
        .every((line) => lines.has(line.trim())),
    );
}

function annotationOf(finding: Finding, text: string, locale: Locale | undefined): Annotation {
  const { rule, authority, suggestion, span } = finding;
  const said = {
    rule,
    message: messageOf(finding, locale),
    authority,
    ...(suggestion !== undefined && { modelClause: suggestion }),
  };
  return span[0] < span[1] ? { ...said, span } : { ...said, afterSpan: lastWordBefore(span[0], text) };
}

function messageOf({ message, merged, span }: Finding, locale: Locale | undefined): string {
  // Where one finding stands for several missing topics, the message names them all.
  if (!merged || merged.length === 0 || span[0] === span[1]) return message;
  return `${message}\n${messagesIn(locale).annotate.merged({ rules: merged })}`;
}

/** A remark on what is missing hangs on one word: over the whole clause before, it would seem to be about that clause. */
function lastWordBefore(offset: number, text: string): Span {
  let end = Math.min(offset, text.length);
  while (end > 0 && /\s/.test(text[end - 1] as string)) end--;
  let start = end;
  while (start > 0 && !/\s/.test(text[start - 1] as string)) start--;
  return [start, end];
}

import { type Clause, type Finding, type Span, titleIn } from '@poclint/core';
import { cite } from '@poclint/messages';
import { citationOf, clauseAt, overlaps, ruleOf } from './clause-place.ts';
import type { DraftReview } from './draft-review.ts';
import { firmWording, isWholeClause } from './firm-wording.ts';
import { insertionAt, type TextChange } from './insertion.ts';
import { NO_PRECEDENTS, type PrecedentsByTopic, wordingsOf } from './precedents.ts';
import type { Words } from './words.ts';

/** What a drafter can do about a finding. Nothing is ever done unasked. */
export type Remedy = {
  readonly title: string;
  readonly finding: Finding;
} & (
  | { readonly kind: 'insert'; readonly change: TextChange; readonly isFirst: boolean }
  | { readonly kind: 'replace'; readonly change: TextChange; readonly isFirst: boolean }
  | { readonly kind: 'accept' }
  | { readonly kind: 'explain' }
);

/** Findings beyond this at one place would bury the menu. */
const MOST_FINDINGS = 8;

/** The remedies for findings that touch a stretch, or for those named. */
export function remediesAt(
  review: DraftReview,
  span: Span,
  named: ReadonlySet<string> | undefined,
  words: Words,
  precedents: PrecedentsByTopic = NO_PRECEDENTS,
): Remedy[] {
  const lines = review.places.lines(span);
  const findings = review.open.filter((finding) => {
    // What is missing has no words to stand on: anywhere on the line at whose end it belongs will do.
    const isTouched = overlaps(finding.span, finding.span[0] === finding.span[1] ? lines : span);
    return isTouched && (named === undefined || named.has(finding.fingerprint));
  });
  const few = findings.slice(0, MOST_FINDINGS);
  const explained = new Map(few.map((finding) => [finding.rule, finding]));
  return [
    ...few.flatMap((finding) => changesFor(finding, review, words, precedents)),
    ...few.map((finding) => accepting(finding, review, words)),
    ...[...explained.values()].map((finding) => explaining(finding, review, words)),
  ];
}

function accepting(finding: Finding, review: DraftReview, words: Words): Remedy {
  const isMissing = finding.span[0] === finding.span[1];
  const place = isMissing || !finding.clause ? '' : ` (${cite(finding.clause, words.locale)})`;
  return { title: `${words.accept(titleOf(finding, review, words))}${place}`, finding, kind: 'accept' };
}

function explaining(finding: Finding, review: DraftReview, words: Words): Remedy {
  return { title: words.explain(titleOf(finding, review, words)), finding, kind: 'explain' };
}

function titleOf(finding: Finding, review: DraftReview, { locale }: Words): string {
  const rule = ruleOf(review, finding.rule);
  return rule ? titleIn(rule, locale) : finding.rule;
}

function changesFor(finding: Finding, review: DraftReview, words: Words, precedents: PrecedentsByTopic): Remedy[] {
  const topics = review.details.topics.filter((topic) => [finding.rule, ...(finding.merged ?? [])].includes(topic.id));
  if (finding.span[0] === finding.span[1] && topics.length > 0) {
    return topics.flatMap((topic, at): Remedy[] => {
      const model = topic.model[review.report.language];
      const name = titleIn(topic, words.locale);
      const offered = [
        ...(model ? [{ title: words.insert(name, cite(finding.clause, words.locale)), text: model }] : []),
        ...wordingsOf(topic.id, precedents, words).map(({ citation, text }) => ({
          title: words.insertAsWorded(name, citation),
          text,
        })),
      ];
      return offered.map(({ title, text }, place) => {
        const change = insertionAt(review, finding.span[0], text);
        return { title, finding, kind: 'insert', change, isFirst: at === 0 && place === 0 };
      });
    });
  }
  const exchange = firmWording(finding, review);
  if (exchange) {
    const old = review.text.slice(exchange.span[0], exchange.span[1]);
    return [{ title: words.replace(old, exchange.text), finding, kind: 'replace', change: exchange, isFirst: true }];
  }
  if (!finding.suggestion || !isWholeClause(finding.suggestion)) return [];
  const place = endOfList(review, clauseAt(review, finding.span[0]));
  const change = insertionAt(review, place?.span[1] ?? finding.span[1], finding.suggestion);
  const title = words.insert(titleOf(finding, review, words), place ? citationOf(place, words.locale) : '');
  return [{ title, finding, kind: 'insert', change, isFirst: true }];
}

/** A clause of its own never goes into the middle of a list. */
function endOfList(review: DraftReview, clause: Clause | undefined): Clause | undefined {
  const { chapeau } = clause ?? {};
  return chapeau ? review.details.agreement.clauses.findLast((one) => one.chapeau === chapeau) : clause;
}

import type { Finding } from '@poclint/core';
import { clauseAt } from './clause-place.ts';
import type { DraftReview } from './draft-review.ts';
import type { TextChange } from './insertion.ts';

/** Verbs that only ask, and the verb of the same form that binds. By language; only pairs that fit every sentence. */
const FIRM: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\b(?:shall|will) (?:endeavou?r|strive|seek|attempt|try) to\b/iu, 'shall'],
    [/\b(?:should|ought to)\b/iu, 'shall'],
  ],
  fr: [
    [/(?<!\p{L})devraient(?!\p{L})/iu, 'doivent'],
    [/(?<!\p{L})devrait(?!\p{L})/iu, 'doit'],
  ],
  es: [
    [/(?<!\p{L})deber[ií]an(?!\p{L})/iu, 'deberán'],
    [/(?<!\p{L})deber[ií]a(?!\p{L})/iu, 'deberá'],
  ],
  ar: [[/(?<!\p{L})ينبغي(?!\p{L})/u, 'يجب']],
};

const SOFTNESS = new Set(['q-hortatory-verb', 'q-escape-qualifier', 'q-no-responsible-actor', 'q-no-timeline']);

/** The words of a finding put as its rule would have them, where that can be done by exchanging words. */
export function firmWording(finding: Finding, review: DraftReview): TextChange | undefined {
  if (SOFTNESS.has(finding.rule)) return firmVerb(finding, review);
  return namedOutright(finding, review);
}

/** `should` becomes `shall`, in the clause that the finding is about. */
function firmVerb(finding: Finding, review: DraftReview): TextChange | undefined {
  if (finding.rule !== 'q-hortatory-verb' && !finding.merged?.includes('q-hortatory-verb')) return undefined;
  const clause = clauseAt(review, finding.span[0]);
  if (!clause) return undefined;
  const text = review.text.slice(clause.span[0], clause.span[1]);
  for (const [soft, firm] of FIRM[review.report.language] ?? []) {
    const match = soft.exec(text);
    if (!match) continue;
    const start = clause.span[0] + match.index;
    return { span: [start, start + match[0].length], text: asWritten(match[0], firm) };
  }
  return undefined;
}

/** What a rule on veiled words proposes: the acts by name, with a place for the words that were found. */
const LOCAL_WORD = /^(.*?[“«(„"]\s?)\[[^\]]+\](\s?[”»)"‟]\)?)/su;

function namedOutright(finding: Finding, review: DraftReview): TextChange | undefined {
  const model = finding.suggestion && LOCAL_WORD.exec(finding.suggestion);
  if (!model || finding.span[0] === finding.span[1]) return undefined;
  const found = review.text.slice(finding.span[0], finding.span[1]);
  const opening = model[1] as string;
  const words = `${opening}${found}${model[2]}`;
  const isFirst = /^\p{Lu}/u.test(found);
  return { span: finding.span, text: isFirst ? words : words.charAt(0).toLowerCase() + words.slice(1) };
}

function asWritten(old: string, now: string): string {
  return /^\p{Lu}/u.test(old) ? now.charAt(0).toUpperCase() + now.slice(1) : now;
}

/** Whether a rule's wording is a clause that can stand as it is, and not a pattern with words left out, nor advice in brackets. */
export function isWholeClause(suggestion: string): boolean {
  return !/…| \/ |^\s*\(/.test(suggestion);
}

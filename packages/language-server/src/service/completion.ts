import { standingOf, type TopicCoverage, titleIn } from '@poclint/core';
import type { DraftReview } from './draft-review.ts';
import { escapeMarkdown, linked } from './hover.ts';
import { NO_PRECEDENTS, type PrecedentsByTopic, wordingsOf } from './precedents.ts';
import type { Words } from './words.ts';

/** A model clause to choose from. */
export interface ModelClause {
  readonly label: string;
  readonly detail: string;
  readonly text: string;
  readonly documentation: string;
  readonly filter: string;
  /** Topics that the draft lacks come first. */
  readonly order: string;
}

/** A clause begins here: nothing before it on the line but a number, and at most a few words of its subject. */
const OPENING = /^\s*(?:[-*]\s+|[(\p{L}\p{Nd}][\p{L}\p{Nd}.]{0,8}[.)]\s+)?[\p{L}\p{M}\s'’-]{0,40}$/u;

/** Model clauses by topic, and how others worded it, where a clause can begin. */
export function modelClausesAt(
  review: DraftReview,
  offset: number,
  words: Words,
  precedents: PrecedentsByTopic = NO_PRECEDENTS,
): ModelClause[] {
  if (!OPENING.test(review.places.lineBefore(offset))) return [];
  const { language, type } = review.report;
  return review.details.topics.flatMap((topic, index) => {
    const text = topic.model[language];
    const title = titleIn(topic, words.locale);
    const standing = standingOf(review.report.coverage[index] as TopicCoverage);
    const weight = ['error', 'warning', 'info', 'off'].indexOf(topic.severity[type.value]);
    const order = `${standing === 'missing' ? 0 : 1}${weight}${String(index).padStart(3, '0')}`;
    const model = text && {
      label: title,
      detail: `${words.families[topic.family]} · ${words.standings[standing]}`,
      text,
      documentation: `${escapeMarkdown(text)}\n\n${words.authority}: ${topic.authority.map(linked).join('; ')}`,
      filter: `${title} ${topic.id} ${text}`,
      order: `${order}0`,
    };
    const others = wordingsOf(topic.id, precedents, words).map((wording, at) => ({
      label: `${title} · ${wording.precedent.title || wording.precedent.id}`,
      detail: words.asWorded(wording.citation),
      text: wording.text,
      documentation: `${escapeMarkdown(wording.text)}\n\n${escapeMarkdown(words.asWorded(wording.citation))} · ${words.levels[wording.precedent.level]}`,
      filter: `${title} ${topic.id} ${wording.text}`,
      order: `${order}${at + 1}`,
    }));
    return [...(model ? [model] : []), ...others];
  });
}

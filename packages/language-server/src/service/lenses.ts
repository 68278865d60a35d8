import { type Clause, type Span, spanOfPiece, type TopicRule, titleIn } from '@poclint/core';
import { evidenceIn } from './clause-place.ts';
import { tallyOf } from './coverage.ts';
import type { DraftReview } from './draft-review.ts';
import type { Words } from './words.ts';

/** A line above a clause that says what it covers. */
export interface Lens {
  readonly span: Span;
  readonly title: string;
}

const MOST_TOPICS = 4;

/** One line on the title for the whole draft, one on each article for what it covers. */
export function lensesOf(review: DraftReview, words: Words): Lens[] {
  const { clauses } = review.details.agreement;
  const first = clauses.find((clause) => clause.kind === 'title') ?? clauses[0];
  const { covered, expected, bracketed } = tallyOf(review);
  const start: Span = first?.span ?? [0, 0];
  return [{ span: start, title: words.lens(covered, expected, bracketed) }, ...articleLenses(review, words)];
}

function articleLenses(review: DraftReview, words: Words): Lens[] {
  const byArticle = new Map<Clause, Set<string>>();
  for (const { topic, piece } of evidenceIn(review, () => true)) {
    if (piece.level === 'mention') continue;
    const article = articleOf(piece.clause);
    if (!article) continue;
    const titles = byArticle.get(article) ?? new Set();
    const mark =
      piece.level === 'operative' && piece.status === 'agreed' ? '' : markOf(piece.level, piece.status, words);
    const title = titleIn(review.details.topics[topic] as TopicRule, words.locale);
    if (![...titles].some((known) => known.startsWith(title))) titles.add(`${title}${mark}`);
    byArticle.set(article, titles);
  }
  return [...byArticle]
    .sort(([a], [b]) => a.index - b.index)
    .map(([article, titles]) => {
      const few = [...titles].slice(0, MOST_TOPICS);
      const more = titles.size - few.length;
      return { span: article.span, title: words.article(more > 0 ? [...few, `+ ${more}`] : few) };
    });
}

function markOf(level: 'hortatory' | 'operative', status: 'agreed' | 'bracketed' | 'inserted', words: Words): string {
  return ` (${status === 'agreed' ? words.levels[level] : words.status[status]})`;
}

/** The article that a clause belongs to, or the heading above it. */
export function articleOf(clause: Clause): Clause | undefined {
  let found: Clause | undefined;
  for (let at: Clause | undefined = clause; at; at = at.parent) {
    if (at.label?.style === 'article') return at;
    if (at.kind === 'heading') found ??= at;
  }
  return found;
}

/** A mark at the end of a clause that says how firmly it protects. */
export interface LevelMark {
  readonly offset: number;
  readonly label: string;
  readonly detail: string;
}

/** Marks for the clauses that a stretch touches. */
export function levelMarks(review: DraftReview, within: Span, words: Words): LevelMark[] {
  const marks = new Map<number, LevelMark>();
  for (const { topic, piece } of evidenceIn(
    review,
    (clause) => clause.span[1] >= within[0] && clause.span[0] <= within[1],
  )) {
    const end = spanOfPiece(piece)[1];
    const status = piece.status === 'agreed' ? '' : `, ${words.status[piece.status]}`;
    const known = marks.get(end);
    const title = titleIn(review.details.topics[topic] as TopicRule, words.locale);
    marks.set(end, {
      offset: end,
      label: known?.label ?? `${words.levels[piece.level]}${status}`,
      detail: known ? `${known.detail}; ${title}` : title,
    });
  }
  return [...marks.values()].sort((a, b) => a.offset - b.offset);
}

import { compareReviews, nameOfLanguage } from '@poclint/core';
import { cite } from '@poclint/messages';
import { DraftReview } from '../service/draft-review.ts';
import { readFile } from './files.ts';
import type { CompareAnswer, CompareParams } from './requests.ts';
import type { Session } from './session.ts';

/** What protection was lost, weakened or gained between two files. */
export async function compareFiles(session: Session, { before, after }: CompareParams): Promise<CompareAnswer> {
  const { reviewer, words } = session;
  const nothing = { changes: [], before: '', after: '' };
  const old = await readFile(session, before);
  const now = await readFile(session, after);
  if (typeof old === 'string') return { ...nothing, problem: old };
  if (typeof now === 'string') return { ...nothing, problem: now };
  const texts = { before: old.accepted.text, after: now.accepted.text };
  const [first, second] = await reviewer.reviewTogether([
    { uri: before.source, draft: old },
    { uri: after.source, draft: now },
  ]);
  if (!(first instanceof DraftReview)) return { ...nothing, ...texts, problem: first?.reason ?? '' };
  if (!(second instanceof DraftReview)) return { ...nothing, ...texts, problem: second?.reason ?? '' };
  const languages = [first, second].map(({ report }) => nameOfLanguage(report.language, words.locale));
  if (first.report.language !== second.report.language)
    return { ...nothing, ...texts, problem: words.otherLanguages(languages) };
  const { comparison } = compareReviews(first, second, words.locale);
  const changes = comparison.changes.map((change) => ({
    severity: change.effect === 'lost' || change.effect === 'weakened' ? change.severity : 'info',
    message: change.message,
    clause: cite(change.new?.clause ?? change.old?.clause ?? '', words.locale),
    ...(change.new?.span && { range: second.places.range(change.new.span) }),
  }));
  return { comparison, changes, ...texts };
}

import {
  citationOf,
  compareVersions,
  type Divergence,
  nameOfLanguage,
  type Parity,
  type ParityClause,
  type ReadDraft,
  splitVersions,
  titleIn,
} from '@poclint/core';
import { cite, messagesIn } from '@poclint/messages';
import { DraftReview } from '../service/draft-review.ts';
import type { DraftToCompare } from '../service/reviewer.ts';
import { readFile } from './files.ts';
import type { ParityAnswer, ParityParams, ParityRow, ParitySide } from './requests.ts';
import type { Session } from './session.ts';

export const NOTHING_TO_COMPARE = {
  versions: [],
  rows: [],
  summary: { sentence: '', aligned: '', disclaimer: '', errors: 0, warnings: 0, infos: 0 },
} satisfies ParityAnswer;

/** Holds two language versions side by side, from two files or from one that has both. */
export async function parityOf(session: Session, params: ParityParams): Promise<ParityAnswer> {
  const { words, reviewer } = session;
  const drafts = await (params.second === undefined ? inOneFile(session, params) : inTwoFiles(session, params));
  if (typeof drafts === 'string') return { ...NOTHING_TO_COMPARE, problem: drafts };
  const reviews = await reviewer.reviewTogether(drafts);
  const failed = reviews.find((review) => !(review instanceof DraftReview));
  if (failed) return { ...NOTHING_TO_COMPARE, problem: (failed as { reason: string }).reason };
  const [first, second] = reviews as [DraftReview, DraftReview];
  if (first.report.language === second.report.language) {
    const language = nameOfLanguage(first.report.language, words.locale);
    return { ...NOTHING_TO_COMPARE, problem: words.sameLanguage(language) };
  }
  const { parity } = compareVersions(first, second, words.locale);
  return answer(parity, [first, second], session);
}

async function inTwoFiles(session: Session, params: ParityParams): Promise<readonly DraftToCompare[] | string> {
  const { first, second = '', firstBytes, secondBytes } = params;
  const drafts: DraftToCompare[] = [];
  for (const [uri, bytes] of [
    [first, firstBytes],
    [second, secondBytes],
  ] as const) {
    const draft = await read(session, uri, bytes);
    if (typeof draft === 'string') return draft;
    drafts.push({ uri, draft });
  }
  return drafts;
}

async function inOneFile(session: Session, params: ParityParams): Promise<readonly DraftToCompare[] | string> {
  const { words, reviewer, surroundings } = session;
  const uri = params.first;
  const draft = await read(session, uri, params.firstBytes);
  if (typeof draft === 'string') return draft;
  const { library } = await surroundings.plan(uri, draft, reviewer.settings, reviewer.choiceFor(uri));
  const versions = splitVersions(draft, library);
  if (versions.length < 2) return words.oneVersion;
  if (versions.length > 2)
    return words.severalVersions(versions.map(({ language }) => nameOfLanguage(language, words.locale)));
  return versions.map((version) => ({ uri, draft: version.draft, language: version.language }));
}

function read(session: Session, source: string, bytes: string | undefined): Promise<ReadDraft | string> {
  return readFile(session, { source, ...(bytes !== undefined && { bytes }) });
}

function answer(parity: Parity, reviews: readonly [DraftReview, DraftReview], session: Session): ParityAnswer {
  const { locale, notVersions } = session.words;
  const said = messagesIn(locale).parity;
  const count = (severity: Divergence['severity']) =>
    parity.divergences.filter((divergence) => divergence.severity === severity).length;
  const percent = Math.round(parity.overlap * 100);
  return {
    versions: parity.versions.map((version, at) => ({
      ...version,
      uri: (reviews[at] as DraftReview).uri,
      languageName: nameOfLanguage(version.language, locale),
    })),
    rows: parity.divergences.map((divergence) => rowOf(divergence, reviews, locale)),
    summary: {
      sentence: said.sum({ count: parity.divergences.length }),
      aligned: said.aligned({ percent }),
      disclaimer: said.disclaimer(),
      ...(!parity.areVersions && { doubt: notVersions(percent) }),
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
    },
  };
}

function rowOf(divergence: Divergence, reviews: readonly [DraftReview, DraftReview], locale: string): ParityRow {
  const [first, second] = divergence.clauses;
  const { topics } = reviews[0].details;
  return {
    kind: divergence.kind,
    severity: divergence.severity,
    message: divergence.message,
    citation: citationOf(divergence, (citation) => cite(citation, locale)),
    topics: divergence.topics.map((id) => {
      const topic = topics.find((one) => one.id === id);
      return topic ? titleIn(topic, locale) : id;
    }),
    sides: [sideOf(first, reviews[0], locale), sideOf(second, reviews[1], locale)],
  };
}

function sideOf(clause: ParityClause | undefined, review: DraftReview, locale: string): ParitySide | null {
  if (!clause) return null;
  const { span, quote, words } = clause;
  return {
    clause: cite(clause.clause, locale),
    quote,
    words: words.map((word) => ({ start: word.span[0] - span[0], end: word.span[1] - span[0] })),
    range: review.places.range(span),
  };
}

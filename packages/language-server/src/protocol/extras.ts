import { AGREEMENT_TYPES, type Rule, titleIn } from '@poclint/core';
import { ruleOf } from '../service/clause-place.ts';
import { coverageOf, modelClauseFor } from '../service/coverage.ts';
import { DraftReview } from '../service/draft-review.ts';
import { sentenceOn } from '../service/sentences.ts';
import { encodeBase64 } from './base64.ts';
import { bytesOf, readFile } from './files.ts';
import {
  type AcceptanceParams,
  type AnnotateAnswer,
  type ChooseParams,
  type CompareAnswer,
  type CompareParams,
  type CoverageParams,
  type FileParams,
  type ModelClauseParams,
  type ParityAnswer,
  type ParityParams,
  REQUESTS,
  type RenderAnswer,
  type RenderParams,
  type RuleParams,
} from './requests.ts';
import { rulePage } from './rule-page.ts';
import type { Session } from './session.ts';

/** Answers what no editor asks of its own accord: coverage, acceptances, files that are no text. */
export function answerExtras(session: Session, showAgain: (uri: string) => void): void {
  const { connection, reviewer, surroundings, words } = session;

  connection.onRequest(REQUESTS.coverage, async ({ uri, withReport }: CoverageParams): Promise<unknown> => {
    const state = await session.stateOf(uri);
    return state ? coverageOf(state, words.locale, { withReport: withReport === true }) : null;
  });

  connection.onRequest(REQUESTS.choose, ({ uri, type, reading, asked }: ChooseParams) => {
    const known = AGREEMENT_TYPES.find((one) => one === type);
    const { type: oldType, reading: oldReading, ...rest } = reviewer.choiceFor(uri);
    const chosenType = type === undefined ? oldType : known;
    const chosenReading = reading === undefined ? oldReading : (reading ?? undefined);
    reviewer.choose(uri, {
      ...rest,
      ...(chosenType && { type: chosenType }),
      ...(chosenReading && { reading: chosenReading }),
      ...(asked !== undefined && { asked }),
    });
    showAgain(uri);
    return null;
  });

  connection.onRequest(REQUESTS.acceptance, async ({ uri, fingerprint, reason }: AcceptanceParams) => {
    const review = await session.reviewOf(uri);
    const finding = review?.report.findings.find((one) => one.fingerprint === fingerprint);
    if (!review || !finding) return null;
    const { acceptanceFor, acceptedFileOf } = await import('../service/acceptance.ts');
    return acceptanceFor(review, finding, reason, await surroundings.readText(acceptedFileOf(uri)));
  });

  connection.onRequest(REQUESTS.modelClause, async ({ uri, topic }: ModelClauseParams) => {
    const review = await session.reviewOf(uri);
    return (review && modelClauseFor(review, topic, words, await session.precedentsFor(review))) ?? null;
  });

  connection.onRequest(REQUESTS.rule, async ({ id }: RuleParams) => {
    const rule = await findRule(session, id);
    return rule
      ? { title: titleIn(rule, words.locale), page: rulePage(rule, words), source: surroundings.pageOf(id) }
      : null;
  });

  connection.onRequest(REQUESTS.render, async (params: RenderParams): Promise<RenderAnswer> => {
    const read = await readFile(session, params);
    if (typeof read === 'string') return { text: '', problem: read };
    reviewer.render(params.uri, read);
    return { text: read.accepted.text };
  });

  connection.onRequest(
    REQUESTS.annotate,
    (params: FileParams): Promise<AnnotateAnswer> => annotateFile(session, params),
  );

  connection.onRequest(REQUESTS.compare, async (params: CompareParams): Promise<CompareAnswer> => {
    const { compareFiles } = await import('./comparison.ts');
    return compareFiles(session, params).catch((error) => ({
      changes: [],
      before: '',
      after: '',
      problem: sentenceOn(error, words.locale),
    }));
  });

  connection.onRequest(REQUESTS.parity, async (params: ParityParams): Promise<ParityAnswer> => {
    const { NOTHING_TO_COMPARE, parityOf } = await import('./parity.ts');
    return parityOf(session, params).catch((error) => ({
      ...NOTHING_TO_COMPARE,
      problem: sentenceOn(error, words.locale),
    }));
  });
}

/** A rule by its name, from whatever rules any open draft goes by. */
async function findRule(session: Session, id: string): Promise<Rule | undefined> {
  for (const document of session.documents.all()) {
    const review = await session.reviewOf(document.uri);
    const rule = review && ruleOf(review, id);
    if (rule) return rule;
  }
  const { reviewer, surroundings } = session;
  const nothing = await surroundings.readDraft('none', new TextEncoder().encode('Nothing.'));
  const { library } = await surroundings.plan('untitled:none', nothing, reviewer.settings, {});
  return library.ruleSet.rules.find((rule) => rule.id === id);
}

/** A copy with the findings as remarks, as `poclint annotate` writes it. */
async function annotateFile(session: Session, params: FileParams): Promise<AnnotateAnswer> {
  const { reviewer, surroundings, words } = session;
  const { locale } = words;
  try {
    const { annotatedCopy, annotatedFormat, captionsIn } = await import('@poclint/project/annotate/annotated-copy');
    const name = surroundings.nameOf(params.source);
    const bytes = await bytesOf(session, params);
    const state = await reviewer.reviewDraft(params.source, await surroundings.readDraft(name, bytes));
    if (!(state instanceof DraftReview)) return { comments: 0, problem: state.reason };
    const { report, details } = state;
    const answer = annotatedFormat(details.source.format, bytes, name.slice(name.lastIndexOf('/') + 1), locale);
    if ('refusal' in answer) return { comments: 0, problem: answer.refusal };
    // What is only of information would bury what has to be settled.
    const findings = report.findings.filter(({ severity }) => severity !== 'info');
    const options = { captions: captionsIn(locale) };
    const copy = await annotatedCopy(answer.format, bytes, { ...report, findings }, details, options, locale);
    return { bytes: encodeBase64(copy.bytes), comments: copy.count };
  } catch (error) {
    return { comments: 0, problem: sentenceOn(error, locale) };
  }
}

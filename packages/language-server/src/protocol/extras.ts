import { AGREEMENT_TYPES, compareReviews, type ReadDraft, type Rule } from '@poclint/core';
import { ruleOf } from '../service/clause-place.ts';
import { coverageOf, modelClauseFor } from '../service/coverage.ts';
import { DraftReview } from '../service/draft-review.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import {
  type AcceptanceParams,
  type AnnotateAnswer,
  type ChooseParams,
  type CompareAnswer,
  type CompareParams,
  type CoverageParams,
  type FileParams,
  type ModelClauseParams,
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
    return state ? coverageOf(state, { withReport: withReport === true }) : null;
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
    return (review && modelClauseFor(review, topic)) ?? null;
  });

  connection.onRequest(REQUESTS.rule, async ({ id }: RuleParams) => {
    const rule = await findRule(session, id);
    return rule ? { title: rule.title, page: rulePage(rule, words), source: surroundings.pageOf(id) } : null;
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

  connection.onRequest(
    REQUESTS.compare,
    (params: CompareParams): Promise<CompareAnswer> => compareFiles(session, params),
  );
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

async function bytesOf(session: Session, { source, bytes }: FileParams): Promise<Uint8Array> {
  const open = session.documents.get(source);
  if (open) return new TextEncoder().encode(open.getText());
  return bytes === undefined ? session.surroundings.readBytes(source) : decodeBase64(bytes);
}

/** A draft in a file, or one sentence on why there is none. */
async function readFile(session: Session, params: FileParams): Promise<ReadDraft | string> {
  try {
    const bytes = await bytesOf(session, params);
    return await session.surroundings.readDraft(session.surroundings.nameOf(params.source), bytes);
  } catch (error) {
    return sentenceOf(error);
  }
}

function sentenceOf(error: unknown): string {
  const { name, message } = error as Error;
  if (name === 'UnreadableDraft' || name === 'RangeError' || name === 'Error') return message;
  return `The file cannot be read (${name}).`;
}

async function annotateFile(session: Session, params: FileParams): Promise<AnnotateAnswer> {
  try {
    const { annotateWord } = await import('@poclint/readers/annotate');
    const bytes = await bytesOf(session, params);
    const draft = await session.surroundings.readDraft(session.surroundings.nameOf(params.source), bytes);
    const state = await session.reviewer.reviewDraft(params.source, draft);
    if (!(state instanceof DraftReview)) return { comments: 0, problem: state.reason };
    const annotations = state.open.map((finding) => ({
      rule: finding.rule,
      message: finding.message,
      authority: finding.authority,
      ...(finding.suggestion && { modelClause: finding.suggestion }),
      ...(finding.span[0] === finding.span[1]
        ? { afterSpan: clauseEndingAt(state, finding.span[0]) }
        : { span: finding.span }),
    }));
    const annotated = annotateWord(bytes, annotations, { suggest: false });
    return { bytes: encodeBase64(annotated), comments: annotations.length };
  } catch (error) {
    return { comments: 0, problem: sentenceOf(error) };
  }
}

function clauseEndingAt(review: DraftReview, offset: number): readonly [number, number] {
  const clause = review.details.agreement.clauses.findLast((one) => one.span[1] <= offset);
  return clause?.span ?? [0, Math.min(1, review.text.length)];
}

async function compareFiles(session: Session, { before, after }: CompareParams): Promise<CompareAnswer> {
  const nothing = { changes: [], before: '', after: '' };
  const old = await readFile(session, before);
  const now = await readFile(session, after);
  if (typeof old === 'string') return { ...nothing, problem: old };
  if (typeof now === 'string') return { ...nothing, problem: now };
  const states = [
    await session.reviewer.reviewDraft(before.source, old),
    await session.reviewer.reviewDraft(after.source, now),
  ] as const;
  const [first, second] = states;
  const texts = { before: old.accepted.text, after: now.accepted.text };
  if (!(first instanceof DraftReview)) return { ...nothing, ...texts, problem: first.reason };
  if (!(second instanceof DraftReview)) return { ...nothing, ...texts, problem: second.reason };
  try {
    const { comparison } = compareReviews(first, second);
    const changes = comparison.changes.map((change) => ({
      severity: change.effect === 'lost' || change.effect === 'weakened' ? change.severity : 'info',
      message: change.message,
      clause: change.new?.clause ?? change.old?.clause ?? '',
      ...(change.new?.span && { range: second.places.range(change.new.span) }),
    }));
    return { comparison, changes, ...texts };
  } catch (error) {
    return { ...nothing, ...texts, problem: sentenceOf(error) };
  }
}

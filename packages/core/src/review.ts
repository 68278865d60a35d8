import { localeOf, messagesIn } from '@poclint/messages';
import { type Analysis, analyse } from './analysis.ts';
import { inferAgreementType } from './assess/agreement-type.ts';
import { type PlacedEvidence, rank, slotsOf, spanOf, strongestLevel } from './assess/coverage.ts';
import { CoveredTopic } from './assess/covered-topic.ts';
import { draftFindings } from './assess/findings.ts';
import { withFormerWordings } from './assess/former-wordings.ts';
import { ReportWriter } from './assess/report-writer.ts';
import { inferStage } from './assess/stage.ts';
import { languagesOfBlocks } from './language/block-languages.ts';
import { detectLanguage } from './language/detect-language.ts';
import { binds } from './language/language-data.ts';
import { nameOfLanguage } from './language/language-name.ts';
import { scanClause } from './match/clause-scan.ts';
import type {
  AgreementType,
  DocumentReport,
  Level,
  Reading,
  Readings,
  Severity,
  TopicCoverage,
  TypeStatement,
} from './report/report.ts';
import { AGREEMENT_TYPES } from './report/report.ts';
import type { TopicRule } from './rule/rule.ts';
import type { CompiledRules, RuleLibrary } from './rule-library.ts';
import type { Notice, ReadDraft, Source } from './source/source.ts';
import type { Span } from './span.ts';
import type { Agreement } from './structure/agreement.ts';
import { type Brackets, findBrackets, hiddenBy } from './structure/brackets.ts';

/** What the caller knows about a draft. Everything is optional: what nobody states is inferred, and said to be. */
export interface ReviewContext {
  /** BCP 47 primary tag. */
  readonly language?: string;
  readonly type?: AgreementType;
  /** Who stated the type. */
  readonly typeSource?: 'option' | 'front matter' | 'configuration';
  readonly stage?: 'draft' | 'signed';
  /** Severities that replace the rules' own. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Findings that were left standing deliberately, with the reason, by fingerprint. */
  readonly accepted?: ReadonlyMap<string, string>;
  /** Names the language of a text that is in none of the rules' languages, so that the report can say which it is. */
  readonly guessLanguage?: (text: string) => string | undefined;
  /** The reading on which levels and findings are based; `accepted` unless said. */
  readonly reading?: Reading;
  /** The language of messages, BCP 47; English where it is none of the tool's, or not stated. Changes no fingerprint. */
  readonly locale?: string;
  /** Whether places cite the paragraph of the file beside line and column. */
  readonly paragraphs?: boolean;
}

/** A review: the report of one document, and what it rests on. */
export interface Review {
  readonly report: DocumentReport;
  /** Whether the draft could not be judged because its language is none that the rules know. */
  readonly isForeign?: boolean;
  /** Absent where the document could not be judged. */
  readonly details?: ReviewDetails;
}

/** What an editor shows beyond the report. */
export interface ReviewDetails {
  readonly source: Source;
  readonly agreement: Agreement;
  readonly brackets: Brackets;
  /** By topic, in the order of `topics`; strongest first. */
  readonly evidence: readonly (readonly PlacedEvidence[])[];
  readonly topics: readonly TopicRule[];
  readonly rules: CompiledRules;
}

/**
 * Reviews a draft: the one function that terminal, archive, editor and tests call.
 *
 * Pure but for the library's memory: the same draft, rules and context give the same report.
 */
export function review(draft: ReadDraft, library: RuleLibrary, context: ReviewContext = {}): Review {
  const source = draft.accepted;
  const settings = settingsOf(source);
  const statedLanguage = context.language ?? settings.language;
  const language = statedLanguage ?? knownLanguage(source, library);
  if (!language || !library.has(language)) {
    const guess = language ?? context.guessLanguage?.(source.text);
    return { report: unjudged(source, guess, library, context.locale), isForeign: language === undefined };
  }
  const rules = library.in(language);
  const stated = context.stage ?? settings.stage;
  const { drafting } = rules.pack;
  const bearsMeaning = (text: string) => scanClause(text, [], rules.pack) !== undefined;
  const tentative = findBrackets(source, stated ?? 'draft', drafting, bearsMeaning);
  const stage = stated ?? inferStage(source, tentative, drafting);
  const brackets = stage === 'draft' || stated ? tentative : findBrackets(source, stage, drafting, bearsMeaning);
  const inLanguages = (text: Source) => (statedLanguage ? undefined : rulesByBlock(text, library, rules));
  const byBlock = inLanguages(source);
  const byRejectedBlock = draft.rejected && inLanguages(draft.rejected);
  const analyses = readings(draft, rules, brackets, bearsMeaning, { byBlock, byRejectedBlock });
  const reading = context.reading ?? 'accepted';
  const chosen = analyses[reading];
  // With tracked changes rejected it is another text that is judged, with places of its own.
  const judged = reading === 'dropped' ? (draft.rejected ?? source) : source;
  const inJudged = judged === source ? brackets : findBrackets(judged, stage, drafting, bearsMeaning);
  const type = typeOf(context, settings, chosen.agreement, judged);
  const placed = withStatus(source, chosen, analyses.dropped, draft.rejected);
  const evidence = reading === 'weakest' ? placed.map((list, topic) => noStronger(list, topic, analyses)) : placed;
  const writer = new ReportWriter(judged, context.paragraphs);
  const coverage = rules.topics.map((topic, index) => cover(topic, evidence[index] ?? [], analyses, index, writer));
  const messages = messagesIn(context.locale).finding;
  const assessed = { rules, type: type.value, stage, context, messages };
  const ownFindings = draftFindings({
    ...assessed,
    source: judged,
    analysis: { agreement: chosen.agreement, evidence },
    coverage,
    brackets: inJudged,
    writer,
    lookups: {},
  });
  const { former } = analyses;
  const { rejected } = draft;
  let findings = ownFindings;
  if (reading === 'weakest' && former && rejected) {
    const formerWriter = new ReportWriter(rejected, context.paragraphs);
    const formerFindings = draftFindings({
      ...assessed,
      source: rejected,
      analysis: former,
      coverage: rules.topics.map((topic, index) =>
        cover(topic, former.evidence[index] ?? [], analyses, index, formerWriter),
      ),
      brackets: findBrackets(rejected, stage, drafting, bearsMeaning),
      writer: formerWriter,
      lookups: {},
    });
    findings = withFormerWordings(
      { source: judged, agreement: chosen.agreement, findings: ownFindings, writer },
      { source: rejected, agreement: former.agreement, findings: formerFindings, writer: formerWriter },
      messages,
    );
  }
  library.forgetUnused();
  return {
    report: {
      path: source.name,
      status: 'reviewed',
      language,
      type,
      stage,
      coverage,
      findings,
      notices: [
        ...source.notices.map((notice) => noticeSentence(notice, context.locale)),
        ...severalLanguages(byBlock, context.locale),
        ...unprovenLanguage(rules, context.locale),
      ],
    },
    details: {
      source: judged,
      agreement: chosen.agreement,
      brackets: inJudged,
      evidence,
      topics: rules.topics,
      rules,
    },
  };
}

/** What the engine finds in a draft, settled each way. */
interface Analyses extends Record<Reading, Analysis> {
  /** The text with its tracked changes rejected and of every alternative in brackets the weakest taken, where it has any. */
  readonly former?: Analysis;
}

/** For a text in several languages: the rules in the language of each block, in both views of its tracked changes. */
interface BlockRules {
  readonly byBlock: readonly CompiledRules[] | undefined;
  readonly byRejectedBlock: readonly CompiledRules[] | undefined;
}

function readings(
  draft: ReadDraft,
  rules: CompiledRules,
  brackets: Brackets,
  bearsMeaning: (text: string) => boolean,
  { byBlock, byRejectedBlock }: BlockRules,
): Analyses {
  const source = draft.accepted;
  const strength = (span: Span): number => strengthOf(source.text.slice(span[0], span[1]), rules);
  const hidden = (reading: Reading) => hiddenBy(reading, brackets, strength);
  const accepted = analyse(source, rules, hidden('accepted'), byBlock);
  const contested = brackets.all.some((bracket) => bracket.kind === 'contested' || bracket.kind === 'alternatives');
  const weakest = contested ? analyse(source, rules, hidden('weakest'), byBlock) : accepted;
  if (!draft.rejected)
    return { accepted, weakest, dropped: contested ? analyse(source, rules, hidden('dropped'), byBlock) : accepted };
  const rejected = draft.rejected;
  const inRejected = findBrackets(rejected, 'draft', rules.pack.drafting, bearsMeaning);
  const strengthInRejected = (span: Span): number => strengthOf(rejected.text.slice(span[0], span[1]), rules);
  const analyseRejected = (reading: Reading) =>
    analyse(rejected, rules, hiddenBy(reading, inRejected, strengthInRejected), byRejectedBlock);
  return { accepted, weakest, dropped: analyseRejected('dropped'), former: analyseRejected('weakest') };
}

/**
 * How firmly a topic is covered whichever of the competing words stand. A tracked change is a choice between the former
 * words and the new ones; where the former text has nothing on the topic there is no choice, only words to accept.
 */
function weakestLevel(analyses: Analyses, topic: number): Level {
  const now = strongestLevel(analyses.weakest.evidence[topic] ?? []);
  const former = strongestLevel(analyses.former?.evidence[topic] ?? []);
  return former !== 'absent' && rank(former) < rank(now) ? former : now;
}

function noStronger(list: readonly PlacedEvidence[], topic: number, analyses: Analyses): PlacedEvidence[] {
  const level = weakestLevel(analyses, topic);
  return list.map((piece) => (level !== 'absent' && rank(piece.level) > rank(level) ? { ...piece, level } : piece));
}

/** How strongly the words of an alternative bind, and how much they name. */
function strengthOf(text: string, rules: CompiledRules): number {
  const scan = scanClause(text, [], rules.pack);
  if (!scan) return 0;
  let strength = scan.concepts.length * 0.1;
  for (const { operator } of scan.operators) {
    if (binds(operator)) strength += 2;
    else if (operator === 'urge' || operator === 'permit' || operator === 'recall') strength += 1;
    else if (operator === 'escape') strength -= 0.5;
  }
  return strength;
}

/** A piece is agreed where its topic is as strong in the same words when brackets and insertions are dropped. */
function withStatus(
  source: Source,
  chosen: Analysis,
  dropped: Analysis,
  rejected: Source | undefined,
): readonly (readonly PlacedEvidence[])[] {
  if (chosen === dropped) return chosen.evidence;
  const words = (piece: PlacedEvidence, { text }: Source): string => text.slice(...spanOf(piece));
  return chosen.evidence.map((list, topic) => {
    const kept = dropped.evidence[topic] ?? [];
    return list.map((piece) => {
      const [start, end] = spanOf(piece);
      const inserted = source.insertions.some(({ span }) => span[0] < end && start < span[1]);
      // A tracked paragraph shifts the clauses after it: there the words tell, not the place.
      const isSame = (other: PlacedEvidence): boolean =>
        rejected ? words(other, rejected) === words(piece, source) : other.clause.index === piece.clause.index;
      const survives = kept.some((other) => rank(other.level) >= rank(piece.level) && isSame(other));
      if (survives && !inserted) return piece;
      return { ...piece, status: inserted ? ('inserted' as const) : ('bracketed' as const) };
    });
  });
}

function cover(
  topic: TopicRule,
  evidence: readonly PlacedEvidence[],
  analyses: Analyses,
  index: number,
  writer: ReportWriter,
): TopicCoverage {
  const level = strongestLevel(evidence);
  const location = evidence.find((piece) => piece.level === level)?.clause.location;
  const levelIn = (reading: Reading): Level => strongestLevel(analyses[reading].evidence[index] ?? []);
  const byReading: Readings = {
    accepted: levelIn('accepted'),
    dropped: levelIn('dropped'),
    weakest: weakestLevel(analyses, index),
  };
  const plain = {
    topic: topic.id,
    level,
    ...(location && { location }),
    readings: byReading,
    slots: slotsOf(evidence),
  };
  return new CoveredTopic(plain, evidence, writer);
}

interface DraftSettings {
  readonly language?: string;
  readonly type?: AgreementType;
  readonly stage?: 'draft' | 'signed';
}

/** What a reader has to say of a draft. In English it says so itself, and as exactly as it can. */
function noticeSentence({ name, message, facts = {} }: Notice, locale: string | undefined): string {
  const { notice } = messagesIn(locale);
  if (localeOf(locale) === 'en' || !Object.hasOwn(notice, name)) return message;
  const { count = 0, pages = [], charset = '', line = 0 } = facts;
  return notice[name as keyof typeof notice]({ count, pages: pages.map(String), charset, line });
}

/** Says that what is found in a language rests on few measurements, where it does. */
function unprovenLanguage({ pack }: CompiledRules, locale: string | undefined): string[] {
  if (pack.description?.status !== 'beta') return [];
  return [messagesIn(locale).draft.betaLanguage({ language: nameOfLanguage(pack.language.id, locale) })];
}

/** Says that a text is judged over all its languages, where it has more than one. */
function severalLanguages(byBlock: readonly CompiledRules[] | undefined, locale: string | undefined): string[] {
  if (!byBlock) return [];
  const found = [...new Set(byBlock.map(({ pack }) => nameOfLanguage(pack.language.id, locale)))];
  return found.length > 1 ? [messagesIn(locale).draft.severalLanguages({ languages: found })] : [];
}

/** For a text with versions or passages in several languages: the rules in the language of each block. */
function rulesByBlock(source: Source, library: RuleLibrary, main: CompiledRules): CompiledRules[] | undefined {
  const found = languagesOfBlocks(source.text, source.blocks, library.ruleSet.languages, main.pack.language.id);
  return found?.map((language) => library.in(language));
}

/** What a draft says of itself in its front matter, under `poclint` or at the top. */
function settingsOf(source: Source): DraftSettings {
  const all = source.settings ?? {};
  const own =
    typeof all.poclint === 'object' && all.poclint !== null
      ? { ...all, ...(all.poclint as Record<string, unknown>) }
      : all;
  const type = AGREEMENT_TYPES.find((known) => known === own.type);
  return {
    ...(typeof own.language === 'string' && { language: own.language }),
    ...(type && { type }),
    ...((own.stage === 'draft' || own.stage === 'signed') && { stage: own.stage }),
  };
}

function typeOf(context: ReviewContext, settings: DraftSettings, agreement: Agreement, source: Source): TypeStatement {
  if (context.type && context.typeSource !== 'configuration')
    return { value: context.type, source: context.typeSource ?? 'option', confidence: 1 };
  if (settings.type) return { value: settings.type, source: 'front matter', confidence: 1 };
  if (context.type) return { value: context.type, source: 'configuration', confidence: 1 };
  return inferAgreementType(agreement, source.text.length);
}

function knownLanguage(source: Source, library: RuleLibrary): string | undefined {
  const declared = source.language?.split('-')[0]?.toLowerCase();
  const detected = detectLanguage(source.text, library.ruleSet.languages);
  return detected?.id ?? (declared && library.has(declared) ? declared : undefined);
}

function unjudged(
  source: Source,
  language: string | undefined,
  library: RuleLibrary,
  locale: string | undefined,
): DocumentReport {
  const name = (tag: string) => nameOfLanguage(tag, locale);
  const known = library.ruleSet.languages.map(({ id }) => name(id));
  const { draft } = messagesIn(locale);
  const reason = language
    ? draft.unsupportedLanguage({ language: name(language), known })
    : draft.unknownLanguage({ known: library.ruleSet.languages.map(({ id }) => id) });
  return { path: source.name, status: 'unreadable', reason };
}

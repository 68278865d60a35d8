import { ReportWriter } from '../assess/report-writer.ts';
import { fingerprint } from '../fingerprint.ts';
import type { ReviewedDocument, Severity, TopicCoverage } from '../report/report.ts';
import type { Review, ReviewDetails } from '../review.ts';
import { titleIn } from '../rule/rule.ts';
import type { Span } from '../span.ts';
import { type Alignment, alignClauses, type Side } from './alignment.ts';
import { sentenceOn } from './change-messages.ts';
import type { Change, ChangedClause, Comparison, Effect, Outcome, TopicComparison, TopicState } from './comparison.ts';
import type { Loss, Site } from './loss.ts';
import { findLosses } from './losses.ts';
import { gatherProvisions } from './provision.ts';
import { evened, quotable } from './quoted-words.ts';
import { correctWords, findMisspellings } from './spelling.ts';
import type { DraftText } from './unit.ts';

/** Less of the shorter draft than this in the other, and the two are not versions of one text. */
export const VERSION_OVERLAP = 0.35;

/** A comparison with what an editor or a page shows beyond it. */
export interface ReviewComparison {
  readonly comparison: Comparison;
  readonly alignment: Alignment;
}

/**
 * Says what happened to protection between two drafts in one language: what was lost, weakened, strengthened and gained,
 * with the words of both. A pure function of the reviews; with the drafts exchanged, losses are gains.
 *
 * @param locale - The language of the sentences, BCP 47; English unless it is one of the tool's
 * @throws RangeError where a review could not judge its draft, or the languages differ
 */
export function compareReviews(old: Review, draft: Review, locale?: string): ReviewComparison {
  const before = judged(old);
  const after = judged(draft);
  const details = { old: before.details, new: after.details };
  if (before.report.language !== after.report.language)
    throw new RangeError(
      `The drafts are in different languages: ${before.report.language} and ${after.report.language}.`,
    );
  const texts = { old: textOf(details.old), new: textOf(details.new) };
  const alignment = alignClauses(texts.old, texts.new);
  const misspelled = findMisspellings(texts, alignment);
  for (const side of ['old', 'new'] as const) correctWords(side, texts[side], misspelled[side], alignment);
  const provisions = {
    old: gatherProvisions(details.old, misspelled.old),
    new: gatherProvisions(details.new, misspelled.new),
  };
  const compared = { details, provisions, alignment };
  const writer = new ChangeWriter(details, locale);
  const changes = [
    ...findLosses(compared, 'old').map((loss) => writer.change(loss, 'old')),
    ...findLosses(compared, 'new').map((loss) => writer.change(loss, 'new')),
  ].sort((a, b) => inOrder(a, b));
  return {
    alignment,
    comparison: {
      old: { path: before.report.path, clauses: details.old.agreement.clauses.length },
      new: { path: after.report.path, clauses: details.new.agreement.clauses.length },
      language: after.report.language,
      overlap: Math.round(alignment.overlap * 1000) / 1000,
      areVersions: alignment.overlap >= VERSION_OVERLAP,
      topics: compareTopics(
        (_topic, index) => stateOf(before.report.coverage[index] as TopicCoverage),
        after.report,
        details.new,
        changes,
        locale,
      ),
      changes,
    },
  };
}

/** The report and details of a review. Throws a RangeError where the draft could not be judged. */
export function judged(review: Review): { readonly report: ReviewedDocument; readonly details: ReviewDetails } {
  const { report, details } = review;
  if (report.status === 'reviewed' && details) return { report, details };
  throw new RangeError(
    `${report.path} could not be judged${report.status === 'unreadable' ? `: ${report.reason}` : '.'}`,
  );
}

/** A review's draft as the alignment reads it. */
export function textOf(details: ReviewDetails): DraftText {
  return { text: details.source.text, agreement: details.agreement, pack: details.rules.pack };
}

/** How much a state weighs, for the outcome of a topic. */
export function outcomeOf(old: TopicState, now: TopicState, effects: ReadonlySet<Effect>): Outcome {
  const covered = (state: TopicState) => state.level === 'operative' || state.level === 'hortatory';
  if (covered(old) && !covered(now)) return effects.has('lost') ? 'lost' : 'unchanged';
  if (!covered(old) && covered(now)) return effects.has('gained') ? 'gained' : 'unchanged';
  const loses = effects.has('weakened') || effects.has('lost');
  const gains = effects.has('strengthened') || effects.has('gained');
  if (loses && gains) return 'mixed';
  if (loses) return 'weakened';
  if (gains) return 'strengthened';
  return covered(now) ? 'unchanged' : 'absent';
}

/** The state of a topic as a comparison shows it. */
export function stateOf(coverage: TopicCoverage): TopicState {
  return {
    level: coverage.level,
    ...(coverage.location && { location: coverage.location }),
    isBracketed: coverage.level !== 'absent' && coverage.readings.dropped !== coverage.level,
  };
}

/** Every topic with its state before and after, and what the changes amount to. */
export function compareTopics(
  stateBefore: (topic: string, index: number) => TopicState,
  draft: ReviewedDocument,
  details: ReviewDetails,
  changes: readonly Change[],
  locale?: string,
): TopicComparison[] {
  const effects = new Map<string, Set<Effect>>();
  for (const change of changes) {
    for (const topic of change.topics) {
      const known = effects.get(topic);
      if (known) known.add(change.effect);
      else effects.set(topic, new Set([change.effect]));
    }
    for (const topic of change.also ?? []) {
      const known = effects.get(topic) ?? new Set();
      effects.set(topic, known.add(change.effect === 'lost' ? 'weakened' : 'strengthened'));
    }
  }
  return details.topics.map((topic, index) => {
    const before = stateBefore(topic.id, index);
    const after = stateOf(draft.coverage[index] as TopicCoverage);
    return {
      topic: topic.id,
      title: titleIn(topic, locale),
      family: topic.family,
      old: before,
      new: after,
      outcome: outcomeOf(before, after, effects.get(topic.id) ?? new Set()),
    };
  });
}

/** How severe a change is: a loss of what bound is an error, a gain is for information. */
export function severityOfLoss(weight: Loss['weight'], isTotal: boolean): Severity {
  if (weight === 'recital') return 'info';
  return isTotal && weight === 'binding' ? 'error' : 'warning';
}

class ChangeWriter {
  private readonly details: Readonly<Record<Side, ReviewDetails>>;
  private readonly writers: Readonly<Record<Side, ReportWriter>>;
  private readonly locale: string | undefined;

  constructor(details: Readonly<Record<Side, ReviewDetails>>, locale: string | undefined) {
    this.details = details;
    this.writers = { old: new ReportWriter(details.old.source), new: new ReportWriter(details.new.source) };
    this.locale = locale;
  }

  /** @param from - The draft that has what the other has not. */
  change(loss: Loss, from: Side): Change {
    const isLoss = from === 'old';
    const effect: Effect = isLoss ? (loss.isTotal ? 'lost' : 'weakened') : loss.isTotal ? 'gained' : 'strengthened';
    const old = this.clause(isLoss ? loss.before : loss.after, 'old');
    const now = this.clause(isLoss ? loss.after : loss.before, 'new');
    const topics = [...loss.topics].sort((a, b) => a - b).map((index) => this.details.new.topics[index]);
    const titles = topics.map((topic) => (topic ? titleIn(topic, this.locale) : ''));
    const place = isLoss && loss.kind === 'place' ? placeOf(loss.after) : undefined;
    return {
      kind: loss.kind,
      effect,
      severity: isLoss ? severityOfLoss(loss.weight, loss.isTotal) : 'info',
      message: sentenceOn(
        {
          kind: loss.kind,
          effect,
          titles,
          old: wordsOf(old),
          new: wordsOf(now),
          ...(place && { place }),
          stays: now !== undefined,
        },
        this.locale,
      ),
      topics: topics.map((topic) => topic?.id ?? ''),
      ...(loss.weakens && { also: this.idsOf(loss.weakens) }),
      ...(old && { old }),
      ...(now && { new: now }),
      fingerprint: fingerprint(
        'q-weakened-since-previous-draft',
        loss.kind,
        effect,
        evened(old?.quote ?? ''),
        evened(now?.quote ?? ''),
      ),
    };
  }

  private idsOf(topics: ReadonlySet<number>): string[] {
    return [...topics].sort((a, b) => a - b).map((index) => this.details.new.topics[index]?.id ?? '');
  }

  private clause(site: Site | undefined, side: Side): ChangedClause | undefined {
    if (!site) return undefined;
    const writer = this.writers[side];
    const quote = (span: Span) => ({ span, quote: writer.quote(span) });
    return {
      clause: writer.cite(site.clause),
      ...quote(site.span),
      ...writer.place(site.span[0]),
      words: site.words.map(quote),
    };
  }
}

function placeOf(site: Site | undefined): string {
  if (!site) return '';
  if (site.clause.setting.section === 'preamble' || site.clause.location === 'preamble') return 'preamble';
  return site.clause.location === 'annex' ? 'annex' : 'principles';
}

/** The words of a change, shortened. */
function wordsOf(clause: ChangedClause | undefined): string[] {
  return (clause?.words ?? []).map(({ quote }) => quotable(quote));
}

const ORDER = { error: 0, warning: 1, info: 2 } as const;

/** Errors first, then warnings, then gains; each in the order of the new draft, then of the old one. */
export function inOrder(a: Change, b: Change, aOld = a.old?.span?.[0] ?? 0, bOld = b.old?.span?.[0] ?? 0): number {
  return (
    ORDER[a.severity] - ORDER[b.severity] ||
    placed(a) - placed(b) ||
    aOld - bOld ||
    compareText(a.kind, b.kind) ||
    compareText(a.effect, b.effect) ||
    compareText(a.topics.join(), b.topics.join())
  );
}

function placed(change: Change): number {
  return change.new?.span?.[0] ?? Number.MAX_SAFE_INTEGER;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

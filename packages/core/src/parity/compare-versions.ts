import { messagesIn } from '@poclint/messages';
import { ReportWriter } from '../assess/report-writer.ts';
import { judged } from '../compare/compare-reviews.ts';
import { evened, quotable } from '../compare/quoted-words.ts';
import { fingerprint } from '../fingerprint.ts';
import { nameOfLanguage } from '../language/language-name.ts';
import type { ReviewedDocument, Severity, TopicCoverage } from '../report/report.ts';
import type { Review, ReviewDetails } from '../review.ts';
import { titleIn } from '../rule/rule.ts';
import type { Span } from '../span.ts';
import type { Clause } from '../structure/agreement.ts';
import { alignVersions } from './align-versions.ts';
import { type FoundDivergence, findDivergences, type SpeaksOf } from './divergences.ts';
import { facetsOf } from './facets.ts';
import type { Divergence, DivergenceKind, Parity, ParityClause, TopicParity } from './parity.ts';

/** Less of the clauses than this with a counterpart, and the two are not versions of one agreement. */
const PARITY_OVERLAP = 0.4;
/** The concept of words that say which language version prevails, or that all do. */
const AUTHENTIC = 'authentic-language';

/** What two versions say, with what an editor or a page shows beyond it. */
export interface VersionComparison {
  readonly parity: Parity;
  /** All clauses with words of their own, side by side. */
  readonly pairs: readonly (readonly [Clause | undefined, Clause | undefined])[];
}

/**
 * Holds two language versions of an agreement side by side and says where one protects what the other does not. A pure
 * function of the reviews; neither version is taken for the right one.
 *
 * @param locale - The language of the sentences, BCP 47; English unless it is one of the tool's
 * @throws RangeError where a review could not judge its version, or both are in one language
 */
export function compareVersions(first: Review, second: Review, locale?: string): VersionComparison {
  const sides = [judged(first), judged(second)] as const;
  const [a, b] = sides;
  if (a.report.language === b.report.language)
    throw new RangeError(`Both versions are in the same language: ${a.report.language}.`);
  const facets = [facetsOf(a.details), facetsOf(b.details)] as const;
  const pairs = alignVersions(facets[0], facets[1]);
  const writer = new DivergenceWriter([a.details, b.details], [a.report.language, b.report.language], locale);
  const both = pairs.filter(([one, other]) => one && other).length;
  const overlap = both / Math.max(1, Math.min(facets[0].length, facets[1].length));
  const authentic = writer.authenticClause();
  return {
    pairs: pairs.map(([one, other]) => [one?.clause, other?.clause] as const),
    parity: {
      versions: [versionOf(a), versionOf(b)],
      overlap: Math.round(overlap * 1000) / 1000,
      areVersions: overlap >= PARITY_OVERLAP,
      ...(authentic && { authentic }),
      topics: topicsOf(a.report, b.report, a.details, locale),
      divergences: [
        ...(authentic ? [] : [writer.withoutAuthentic()]),
        ...findDivergences(pairs, speaksOf(a.details)).map((found) => writer.divergence(found)),
      ],
    },
  };
}

/** The topics' relations as sets of concept numbers, which are the same in every language. */
function speaksOf({ topics, rules }: ReviewDetails): SpeaksOf {
  const idsOf = (name: string): number => rules.pack.automaton.idOf(name) ?? -1;
  const known = new Map<number, readonly (readonly (readonly number[])[])[]>();
  return (topic, concepts) => {
    let relations = known.get(topic);
    if (!relations) {
      relations = (topics[topic]?.requires ?? []).map(({ terms }) => terms.map((names) => names.map(idsOf)));
      known.set(topic, relations);
    }
    return relations.some((terms) => terms.every((ids) => ids.some((id) => concepts.has(id))));
  };
}

function versionOf({ report, details }: { readonly report: ReviewedDocument; readonly details: ReviewDetails }) {
  return { path: report.path, language: report.language, clauses: details.agreement.clauses.length };
}

function topicsOf(a: ReviewedDocument, b: ReviewedDocument, details: ReviewDetails, locale?: string): TopicParity[] {
  return details.topics.map((topic, index) => ({
    topic: topic.id,
    title: titleIn(topic, locale),
    family: topic.family,
    levels: [(a.coverage[index] as TopicCoverage).level, (b.coverage[index] as TopicCoverage).level],
  }));
}

const WEIGHTY: ReadonlySet<DivergenceKind> = new Set(['clause', 'item', 'verb', 'topic']);

class DivergenceWriter {
  private readonly details: readonly [ReviewDetails, ReviewDetails];
  private readonly languages: readonly [string, string];
  private readonly locale: string | undefined;
  private readonly writers: readonly [ReportWriter, ReportWriter];

  constructor(
    details: readonly [ReviewDetails, ReviewDetails],
    languages: readonly [string, string],
    locale: string | undefined,
  ) {
    this.details = details;
    this.languages = languages;
    this.locale = locale;
    this.writers = [new ReportWriter(details[0].source), new ReportWriter(details[1].source)];
  }

  divergence(found: FoundDivergence): Divergence {
    const clauses = [this.side(found, 0), this.side(found, 1)] as const;
    const topics = [...found.topics].sort((a, b) => a - b).flatMap((index) => this.details[0].topics[index] ?? []);
    return {
      kind: found.kind,
      severity: severityOf(found),
      message: this.sentence(
        found,
        clauses,
        topics.map((topic) => titleIn(topic, this.locale)),
      ),
      topics: topics.map((topic) => topic.id),
      clauses,
      fingerprint: fingerprint(
        'q-language-divergence',
        found.kind,
        evened(clauses[0]?.quote ?? ''),
        evened(clauses[1]?.quote ?? ''),
      ),
    };
  }

  /** That no words on the authentic language were found, in either version. */
  withoutAuthentic(): Divergence {
    return {
      kind: 'authentic',
      severity: 'warning',
      message: messagesIn(this.locale).parity.authentic(),
      topics: [],
      clauses: [undefined, undefined],
      fingerprint: fingerprint('q-language-divergence', 'authentic'),
    };
  }

  authenticClause(): ParityClause | undefined {
    for (const side of [0, 1] as const) {
      const { agreement, rules } = this.details[side];
      const concept = rules.pack.automaton.idOf(AUTHENTIC);
      const clause = agreement.clauses.find(({ reading }) =>
        reading.scan?.concepts.some((found) => found.concept === concept),
      );
      if (clause) return this.clause(clause, [], side);
    }
    return undefined;
  }

  private sentence(found: FoundDivergence, clauses: Divergence['clauses'], titles: readonly string[]): string {
    const messages = messagesIn(this.locale).parity;
    const words = (side: 0 | 1): string[] =>
      (clauses[side]?.words ?? []).map(({ quote }) => quotable(quote)).slice(0, 3);
    const [one, other] = [this.nameOf(found.from), this.nameOf(found.from === 0 ? 1 : 0)];
    const [has, lacks] = [words(found.from), words(found.from === 0 ? 1 : 0)];
    switch (found.kind) {
      case 'clause':
        return messages.clause({ one, other });
      case 'item':
        return messages.item({ one, other });
      case 'verb':
        return has.length > 0 && lacks.length > 0
          ? messages.verbWords({ one, other, has, lacks })
          : messages.verb({ one, other });
      case 'topic':
        return messages.topic({ one, other, titles });
      case 'actor':
        return messages.actor({ one, other, has });
      case 'time':
        return lacks.length > 0 && has.length > 0
          ? messages.timeDiffers({ one, other, has, lacks })
          : messages.time({ one, other, has });
      case 'number':
        return messages.number({ one, other, has, lacks });
      case 'brackets':
        return messages.brackets({ one, other });
      case 'qualifier':
        return messages.qualifier({ one, other, has });
      case 'authentic':
        return messages.authentic();
    }
  }

  private nameOf(side: 0 | 1): string {
    return nameOfLanguage(this.languages[side], this.locale);
  }

  private side({ pair, words }: FoundDivergence, side: 0 | 1): ParityClause | undefined {
    const facets = pair[side];
    return facets && this.clause(facets.clause, words[side], side);
  }

  private clause(clause: Clause, words: readonly Span[], side: 0 | 1): ParityClause {
    const writer = this.writers[side];
    const { span } = clause;
    const inside = words.filter((word) => word[0] >= span[0] && word[1] <= span[1]);
    return {
      clause: writer.cite(clause),
      span,
      quote: writer.quote(span),
      ...writer.place(span[0]),
      words: inside.map((word) => ({ span: word, quote: writer.quote(word) })),
    };
  }
}

function severityOf({ kind, isBinding }: FoundDivergence): Severity {
  return isBinding && WEIGHTY.has(kind) ? 'error' : 'warning';
}

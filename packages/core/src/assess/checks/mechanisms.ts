import { binds, type Operator, obliges } from '../../language/language-data.ts';
import type { Level } from '../../report/report.ts';
import type { Clause } from '../../structure/agreement.ts';
import { type Definition, findDefinitions } from '../../structure/definitions.ts';
import { type Assessment, type Check, evidenceByClause, firstOperative, onWords } from '../assessment.ts';
import {
  type ConceptSite,
  clausesNaming,
  findSite,
  governanceOf,
  inSentence,
  isBody,
  sentenceNames,
  sitesIn,
  sitesOf,
  stretch,
  toPause,
} from '../concept-sites.ts';
import { spanOf } from '../coverage.ts';
import { incorporationOf } from '../incorporation.ts';
import { protects } from './protection.ts';

const WATCHES = ['monitor', 'monitoring-body'];
/** What a body does for persons who were wronged; hearing them is a mandate over harm too. */
const HEARS = ['complain', 'complaint-of-person', 'person-may-report', 'investigate', 'inquiry'];

/** Prohibitions without anybody who watches whether they are kept. */
export const noMonitoring: Check = (assessment, rule, severity) => {
  const first = firstOperative(
    assessment,
    (piece) => piece.conduct === 'harm' && piece.operator !== 'grant' && isBody(piece.clause),
  );
  if (!first || levelOf(assessment, 'poc-monitoring-verification') === 'operative') return [];
  const watching = sitesOf(assessment, WATCHES).filter((site) => isBody(site.clause) && governanceOf(site).sign > 0);
  if (watching.some((site) => sentenceNames(site, HEARS, assessment) && protectsPeople(site, assessment))) return [];
  const monitoring = watching.find(({ concept }) => concept === 'monitor') ?? watching[0];
  const message = monitoring ? assessment.messages.militaryMonitoring() : assessment.messages.noMonitoring();
  return [
    {
      ...onWords(
        assessment,
        rule,
        // Another document that is taken over may set up who watches.
        severity === 'error' && incorporationOf(assessment) ? 'warning' : severity,
        message,
        monitoring?.clause ?? first.clause,
        monitoring ? toPause(monitoring) : spanOf(first),
        [first],
      ),
      identity: 'absent',
      explains: ['poc-monitoring-verification'],
    },
  ];
};

function protectsPeople(site: ConceptSite, assessment: Assessment): boolean {
  return protects(site, assessment) || sentenceNames(site, ['private-person', 'complaint-of-person'], assessment);
}

/** A body or programme is created, and nothing says what it lives on. */
export const noResources: Check = (assessment, rule, severity) => {
  if (findSite(assessment, ['funding-words'], ({ clause }) => clause.setting.section !== 'preamble')) return [];
  for (const clause of clausesNaming(assessment, CREATION)) {
    if (!isBody(clause)) continue;
    const [site, created] = creationIn(clause, assessment);
    if (!site || !created) continue;
    if (clausesNaming(assessment, ['staffing-words']).some(({ index }) => near(index, clause.index))) return [];
    return [
      {
        ...onWords(assessment, rule, severity, assessment.messages.noResources(), clause, stretch([site, created])),
        identity: 'absent',
      },
    ];
  }
  return [];
};

const CREATION = ['create-words'];

/** A body or programme, and the words of the same sentence that bring it into being. */
function creationIn(clause: Clause, assessment: Assessment): [] | [site: ConceptSite, created: ConceptSite] {
  for (const site of sitesIn(clause, ['body-or-programme'], assessment)) {
    const [created] = inSentence(site, CREATION, assessment);
    if (created && governanceOf(created).force !== 'hortatory' && !created.operators.some(isPast))
      return [site, created];
  }
  return [];
}

/** What a body lives on stands in its own article, within so many clauses. */
const SECTION_REACH = 12;

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= SECTION_REACH;
}

function isPast({ operator }: { readonly operator: string }): boolean {
  return operator === 'past';
}

/** Terms on which the protection of others depends. */
interface KeyTerm {
  readonly concept: string;
  /** A topic that gives the term its meaning where it is covered. */
  readonly topic?: string;
  /** A common word: it is a term only in evidence of topics whose name begins so. */
  readonly within?: string;
}

const KEY_TERMS: readonly KeyTerm[] = [
  {
    concept: 'term-violation',
    topic: 'poc-ceasefire-violation-definition',
  },
  { concept: 'term-incident' },
  { concept: 'term-hostile-act' },
  { concept: 'term-civilian', within: 'poc-' },
  { concept: 'term-child', within: 'grp-child' },
  { concept: 'term-sexual-violence', within: 'sgbv-' },
  { concept: 'term-affiliate' },
  { concept: 'term-corridor' },
];

/** Whether a definition is of the concept: the term itself words it. */
function names({ clause, span }: Definition, concept: string, assessment: Assessment): boolean {
  return sitesIn(clause, [concept], assessment).some((site) => site.span[0] < span[1] && span[0] < site.span[1]);
}

/** Terms that protection rests on are used and never given a meaning: one finding for all of them. */
export const undefinedTerm: Check = (assessment, rule, severity) => {
  const meanings = findDefinitions(
    assessment.source,
    assessment.analysis.agreement,
    assessment.rules.pack.drafting,
  ).filter(({ kind }) => kind === 'meaning');
  const open: ConceptSite[] = [];
  const explained = explainedTerms(assessment);
  for (const { concept, topic, within } of KEY_TERMS) {
    if (meanings.some((meaning) => names(meaning, concept, assessment))) continue;
    if (topic && levelOf(assessment, topic) === 'operative') continue;
    if (explained.has(concept)) continue;
    const used = findSite(
      assessment,
      [concept],
      (site) => isBody(site.clause) && site.operators.some(isFirm) && (!within || bearsOn(site, within, assessment)),
    );
    if (used) open.push(used);
  }
  const isCeasefire = assessment.type === 'ceasefire';
  const first = (isCeasefire && open.find(({ concept }) => concept === 'term-violation')) || inOrder(open)[0];
  if (!first) return [];
  const others = inOrder(open).filter((site) => site !== first);
  const quoted = [first, ...others].map((site) => assessment.writer.quote(site.span));
  const isGrave = isCeasefire && first.concept === 'term-violation';
  return [
    onWords(
      assessment,
      rule,
      isGrave ? 'warning' : severity === 'warning' ? 'info' : severity,
      assessment.messages.undefinedTerms({ words: quoted }),
      first.clause,
      first.span,
    ),
  ];
};

/** Whether the clause of a site is evidence of a topic whose name begins with `prefix`. */
function bearsOn(site: ConceptSite, prefix: string, assessment: Assessment): boolean {
  return (evidenceByClause(assessment).of(site.clause) ?? []).some(
    (piece) => piece.level === 'operative' && assessment.rules.topics[piece.topic]?.id.startsWith(prefix),
  );
}

function inOrder(sites: readonly ConceptSite[]): ConceptSite[] {
  return [...sites].sort((a, b) => a.span[0] - b.span[0]);
}

function isFirm({ operator }: { readonly operator: Operator }): boolean {
  return binds(operator);
}

const MEANING = ['meaning-words'];

/** The key terms of which some sentence says what they mean. */
function explainedTerms(assessment: Assessment): Set<string> {
  const sites = clausesNaming(assessment, MEANING).flatMap((clause) => sitesIn(clause, TERMS, assessment));
  return new Set(sites.filter((site) => explains(site, assessment)).map(({ concept }) => concept));
}

const TERMS = KEY_TERMS.map(({ concept }) => concept);

/** Whether the sentence says what the term means: the term is its subject. */
function explains(site: ConceptSite, assessment: Assessment): boolean {
  return inSentence(site, MEANING, assessment).some(
    ({ words }) =>
      Math.abs(words[0] - site.words[1]) <= 4 && site.operators.every(({ operator }) => !obliges(operator)),
  );
}

function levelOf(assessment: Assessment, topic: string): Level {
  return assessment.coverage.find((coverage) => coverage.topic === topic)?.level ?? 'absent';
}

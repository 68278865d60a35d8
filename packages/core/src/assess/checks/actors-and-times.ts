import { obliges } from '../../language/language-data.ts';
import type { Span } from '../../span.ts';
import type { Clause } from '../../structure/agreement.ts';
import {
  type Assessment,
  type Check,
  evidenceByClause,
  type FindingDraft,
  firstOperative,
  onWords,
} from '../assessment.ts';
import {
  type ConceptSite,
  clausesNaming,
  clausesWith,
  findSite,
  governanceOf,
  hasOperator,
  inSentence,
  isBody,
  names,
  oncePerClause,
  sentenceNames,
  sitesBeside,
  sitesIn,
  sitesOf,
  stretch,
} from '../concept-sites.ts';
import { type PlacedEvidence, spanOf } from '../coverage.ts';
import { PROTECTED, protects } from './protection.ts';

/** Topics whose duty means little without a date (taxonomy, q-no-timeline). */
const TIMED = new Set([
  'poc-detainees',
  'poc-humanitarian-access',
  'poc-vacate-civilian-sites',
  'poc-orders-dissemination',
  'grp-child-release',
  'sgbv-release-captives',
  'poc-abduction-disappearance',
]);
const TIMED_DUTY = ['timed-duty'];
/** Of these, the ones that stand from the day the agreement is in force: no date of their own is needed where that day is known. */
const STANDING = new Set(['poc-humanitarian-access']);
/** What each party can do and must do alike. Other duties may well fall on one of them. */
const MUTUAL = new Set([
  'poc-humanitarian-access',
  'poc-vacate-civilian-sites',
  'grp-child-release',
  'poc-freedom-of-movement',
]);

/** A duty in the passive, or an order to nobody. A prohibition binds everybody and is left out. */
export const noResponsibleActor: Check = (assessment, rule, severity) => {
  const found: FindingDraft[] = [];
  const protecting = evidenceByClause(assessment);
  for (const clause of protecting.clauses) {
    if (!isBody(clause) || clause.setting.bearer) continue;
    for (const piece of protecting.of(clause) ?? []) {
      const span = withoutActor(piece, assessment);
      if (!span) continue;
      found.push(onWords(assessment, rule, severity, assessment.messages.noActor(), clause, span, [piece]));
      break;
    }
  }
  const reported = new Set(found.map(({ clause }) => clause));
  const passives = clausesNaming(assessment, PASSIVE).filter(
    (clause) => isBody(clause) && !clause.setting.bearer && !reported.has(clause),
  );
  for (const site of passives.flatMap((clause) => sitesIn(clause, TIMED_DUTY, assessment))) {
    const [passive] = inSentence(site, PASSIVE, assessment);
    const [subject] = inSentence(site, PROTECTED, assessment);
    if (!passive || !subject || subject.words[0] > passive.words[0] || passive.words[1] > site.words[0]) continue;
    if (sentenceNames(site, AGENT, assessment) || governanceOf(site).sign < 0) continue;
    found.push(
      onWords(
        assessment,
        rule,
        severity,
        assessment.messages.noActor(),
        site.clause,
        stretch([subject, passive, site]),
      ),
    );
  }
  return together(onePerList(found), assessment);
};

/** Where the duty lacks an actor: its words, with the verb in the passive. */
function withoutActor(piece: PlacedEvidence, assessment: Assessment): Span | undefined {
  if (piece.level !== 'operative' || piece.conduct === 'harm' || piece.conduct === 'fact') return undefined;
  const isOrder = piece.operator === 'imperative' && piece.implied && piece.conduct === 'duty';
  if (!isOrder && piece.operator !== 'oblige' && piece.operator !== 'grant') return undefined;
  if (!isOrder && !names(piece.clause, PASSIVE, assessment)) return undefined;
  const sites = sitesBeside(piece, VOICE, assessment);
  const passive = sites.find(({ concept }) => concept === 'passive-duty');
  // "The Commission to be restructured": its own words make no order of it.
  const isPassive = sites.some(({ concept }) => concept === 'infinitive-passive');
  if (!passive) return isOrder && !isPassive ? spanOf(piece) : undefined;
  if (isOrder || sites.some(({ concept }) => concept === 'agent-words')) return undefined;
  const own = spanOf(piece);
  if (passive.span[0] > own[1] + 1 || hasBearer(passive, assessment)) return undefined;
  return [Math.min(own[0], passive.span[0]), Math.max(own[1], participleAfter(passive))];
}

const PASSIVE = ['passive-duty'];
const AGENT = ['agent-words'];
const VOICE = ['passive-duty', 'agent-words', 'infinitive-passive'];

/** Where the verb ends that "shall be" belongs to. */
function participleAfter(passive: ConceptSite): number {
  const { scan } = passive.clause.reading;
  const word = Math.min(passive.words[1] + 1, passive.sentence[1] - 1);
  return passive.clause.span[0] + (scan?.end[word] ?? 0);
}

function hasBearer(site: ConceptSite, assessment: Assessment): boolean {
  return site.operators.some(
    ({ operator, first, last }) =>
      (operator === 'bearer' || operator === 'mechanism') &&
      first < site.words[0] &&
      !sitesIn(site.clause, MOVEMENT, assessment).some(({ words }) => words[0] <= last && first <= words[1]),
  );
}

/** "Free movement" names no armed movement. */
const MOVEMENT = ['free-movement'];

/** A text that speaks in the passive throughout has one weakness, not one for each clause. */
const MOST = 4;

function together(found: readonly FindingDraft[], assessment: Assessment): FindingDraft[] {
  const [first, ...others] = [...found].sort((a, b) => a.span[0] - b.span[0]);
  if (!first || found.length <= MOST) return [...found];
  const evidence = [first, ...others].flatMap((draft) => draft.evidence);
  return [{ ...first, message: assessment.messages.noActors({ others: found.length - 1 }), evidence }];
}

/** Items of one list lack the actor for one cause: the chapeau. */
function onePerList(found: readonly FindingDraft[]): FindingDraft[] {
  const seen = new Set<Clause>();
  return found.filter(({ clause }) => {
    const chapeau = clause?.chapeau;
    if (!chapeau || chapeau.kind === 'heading' || chapeau.kind === 'title') return true;
    if (seen.has(chapeau)) return false;
    seen.add(chapeau);
    return true;
  });
}

/** A duty that waits for a date, in the topics where waiting costs most, or whose date is anybody's guess. */
export const noTimeline: Check = (assessment, rule, severity) => {
  const found: FindingDraft[] = sitesOf(assessment, ['vague-time'])
    .filter(
      (site) =>
        isBody(site.clause) &&
        sentenceNames(site, TIMED_DUTY, assessment) &&
        protects(site, assessment) &&
        governanceOf(site).force !== 'hortatory',
    )
    .map((site) =>
      onWords(
        assessment,
        rule,
        severity,
        assessment.messages.vagueTime({ words: assessment.writer.quote(site.span) }),
        site.clause,
        site.span,
      ),
    );
  const inForce = sitesOf(assessment, ['entry-into-force']).length > 0;
  assessment.coverage.forEach((coverage, index) => {
    if (!TIMED.has(coverage.topic) || coverage.level !== 'operative' || coverage.slots.time) return;
    if (STANDING.has(coverage.topic) && inForce) return;
    const duties = (assessment.analysis.evidence[index] ?? []).filter(
      (piece) => piece.level === 'operative' && piece.conduct === 'duty' && isBody(piece.clause),
    );
    if (duties.some(({ clause }) => clause.chapeau && hasOperator(clause.chapeau, 'time'))) return;
    const duty = duties.find(({ clause }) => names(clause, TIMED_DUTY, assessment) && !datedBelow(clause, assessment));
    if (duty)
      found.push(onWords(assessment, rule, severity, assessment.messages.noTime(), duty.clause, spanOf(duty), [duty]));
  });
  return oncePerClause(found);
};

/** "Ensure the release … This process is to be finished on day 5": the paragraph behind gives the date. */
function datedBelow(clause: Clause, assessment: Assessment): boolean {
  const next = assessment.analysis.agreement.clauses[clause.index + 1];
  return next !== undefined && !next.label && names(next, DATE, assessment);
}

const DATE = ['date-words'];

/** Duties that bind the parties' own ranks only by implication, or one party alone. */
export const partialAddressee: Check = (assessment, rule, severity) => {
  const first = firstOperative(assessment, (piece) => isMutual(piece, assessment));
  if (!first) return [];
  const alone = oneParty(assessment, rule, severity);
  if (alone.length > 0) return alone;
  const piece = firstOperative(assessment, (duty) => duty.conduct === 'harm' && isMutual(duty, assessment));
  if (!piece || bindsEverybody(assessment)) return [];
  const reached = findSite(
    assessment,
    ['affiliate-words'],
    (site) => site.clause.setting.section !== 'preamble' && !sentenceNames(site, ['left-unbound'], assessment),
  );
  if (reached) return [];
  return [
    {
      ...onWords(assessment, rule, severity, assessment.messages.noAffiliates(), piece.clause, addressOf(piece), [
        piece,
      ]),
      identity: 'affiliates',
    },
  ];
};

/** "Nobody from either valley shall raid": whoever fights beside a party is bound too. */
function bindsEverybody(assessment: Assessment): boolean {
  return clausesWith(assessment, 'no-subject')
    .filter(opensWithNobody)
    .some((clause) =>
      evidenceByClause(assessment)
        .of(clause)
        ?.some((piece) => piece.level === 'operative' && piece.conduct === 'harm' && isMutual(piece, assessment)),
    );
}

function opensWithNobody({ reading }: Clause): boolean {
  const opening = reading.scan?.operators.filter(({ first }) => first <= 1) ?? [];
  return (
    opening.some(({ operator }) => operator === 'no-subject') && !opening.some(({ operator }) => operator === 'bearer')
  );
}

/** Whether an operative piece is of what all parties owe alike. */
function isMutual(piece: PlacedEvidence, assessment: Assessment): boolean {
  return (
    isBody(piece.clause) &&
    piece.operator !== 'grant' &&
    (piece.conduct === 'harm' || MUTUAL.has(assessment.rules.topics[piece.topic]?.id ?? ''))
  );
}

/** What falls on one party in topics of which no clause binds all: in the order of the text. */
function dutiesOfOne(assessment: Assessment): PlacedEvidence[] {
  const alone = assessment.analysis.evidence.flatMap((list) => {
    const ofOne: PlacedEvidence[] = [];
    for (const piece of list) {
      if (piece.level !== 'operative') break;
      if (!isMutual(piece, assessment)) continue;
      if (!subjectOf(piece, assessment)) return [];
      ofOne.push(piece);
    }
    return ofOne;
  });
  return alone.sort((a, b) => a.clause.index - b.clause.index || a.span[0] - b.span[0]);
}

/** The clauses whose subject is one party, where several sign and no other clause binds them all to the same. */
function oneParty(assessment: Assessment, rule: Parameters<Check>[1], severity: Parameters<Check>[2]): FindingDraft[] {
  const alone = dutiesOfOne(assessment);
  const all = alone.length > 0 ? sitesOf(assessment, PARTIES) : [];
  if (all.length < 2) return [];
  return oncePerClause(
    alone.flatMap((piece) => {
      const subject = subjectOf(piece, assessment);
      if (!subject || sentenceNames(subject, ['state-only-duty'], assessment)) return [];
      if (!all.some((site) => site.concept === 'several-parties' || otherParty(site, subject, assessment))) return [];
      const span: Span = [subject.span[0], Math.max(subject.span[1], addressOf(piece)[1])];
      return [onWords(assessment, rule, severity, assessment.messages.onlyOneParty(), piece.clause, span, [piece])];
    }),
  );
}

const PARTIES = ['one-party', 'several-parties'];
const ONE_PARTY = ['one-party'];

/** The one party that opens the sentence of a piece of evidence and is its only subject. */
function subjectOf(piece: PlacedEvidence, assessment: Assessment): ConceptSite | undefined {
  if (!names(piece.clause, ONE_PARTY, assessment)) return undefined;
  const sites = sitesBeside(piece, PARTIES, assessment);
  const subject = sites.find(({ concept, words, sentence }) => concept === 'one-party' && words[0] <= sentence[0] + 1);
  if (!subject) return undefined;
  const operator = subject.operators.find(
    (other) => (obliges(other.operator) || other.operator === 'forbid') && other.first > subject.words[0],
  );
  if (!operator) return undefined;
  const joined = sites.some(({ words }) => words[0] > subject.words[1] && words[1] < operator.first);
  return joined ? undefined : subject;
}

function otherParty(site: ConceptSite, subject: ConceptSite, assessment: Assessment): boolean {
  return (
    site.concept === 'one-party' &&
    assessment.writer.quote(site.span).toLowerCase() !== assessment.writer.quote(subject.span).toLowerCase()
  );
}

/** The words from the start of the sentence to the operator: who is addressed. */
function addressOf(piece: PlacedEvidence): Span {
  const { scan, textStart } = piece.clause.reading;
  const own: Span = spanOf(piece);
  if (!scan) return own;
  const start = scan.sentences.findLast((word) => (scan.start[word] as number) <= piece.span[0]) ?? 0;
  const modal = scan.operators.find(
    ({ operator, first }) => obliges(operator) && first >= start && (scan.start[first] as number) < piece.span[1],
  );
  if (!modal) return own;
  const from = Math.max(scan.start[start] as number, textStart);
  return [piece.clause.span[0] + from, piece.clause.span[0] + (scan.end[modal.last] as number)];
}

import type { Span } from '../../span.ts';
import type { Clause } from '../../structure/agreement.ts';
import { type Assessment, type Check, evidenceByClause, onWords } from '../assessment.ts';
import { type ConceptSite, isBody, itemsOf, names, oncePerClause, sentenceNames, sitesOf } from '../concept-sites.ts';

/** Groups that a list may name in place of "vulnerable persons". */
const GROUPS = [
  'women',
  'girls',
  'children',
  'older-person',
  'disability',
  'displaced',
  'detainee',
  'minority',
  'indigenous',
  'survivor',
  'wounded-sick',
  'mothers',
];
const LEAST_GROUPS = 2;

/** "women and children" as one category. */
export const womenAndChildrenLumping: Check = (assessment, rule, severity) =>
  oncePerClause(
    sitesOf(assessment, ['women-and-children']).filter(
      (site) => site.clause.kind !== 'heading' && site.clause.kind !== 'title',
    ),
  ).map((site) => {
    const apart =
      covered(assessment, 'grp-women-girls-protection', site.clause) &&
      covered(assessment, 'grp-child-grave-violations', site.clause);
    return onWords(
      assessment,
      rule,
      apart || site.clause.setting.section === 'preamble' ? 'info' : severity,
      assessment.messages.lumping(),
      site.clause,
      site.span,
    );
  });

/** Whether a topic is covered in another clause than this one. */
function covered(assessment: Assessment, topic: string, except: Clause): boolean {
  const index = assessment.rules.topics.findIndex((candidate) => candidate.id === topic);
  return (
    assessment.analysis.evidence[index]?.some((piece) => piece.level === 'operative' && piece.clause !== except) ??
    false
  );
}

/** "vulnerable groups" without saying who they are, in the sentence or beside it. */
export const vulnerableGroupsUndefined: Check = (assessment, rule, severity) => {
  const sites = sitesOf(assessment, ['vulnerable-group-term']).filter((site) => isBody(site.clause));
  if (sites.some((site) => site.operators.some(({ operator }) => operator === 'define'))) return [];
  return oncePerClause(sites.filter((site) => !isEnumerated(site, assessment))).map((site) =>
    onWords(
      assessment,
      rule,
      severity,
      assessment.messages.vulnerable({ words: assessment.writer.quote(site.span) }),
      site.clause,
      site.span,
    ),
  );
};

/** Whether the groups meant are named in the clause or in the items below it. "women and children" is one name, not a list. */
function isEnumerated(site: ConceptSite, assessment: Assessment): boolean {
  const beside = [site.clause, ...itemsOf(site.clause, assessment)];
  const isLump = (clause: Clause) => names(clause, ['women-and-children'], assessment);
  const named = GROUPS.filter((group) =>
    beside.some((clause) => !(isLump(clause) && LUMPED.includes(group)) && names(clause, [group], assessment)),
  );
  return named.length >= LEAST_GROUPS;
}

const LUMPED = ['women', 'girls', 'children'];

/** Women in a text only as those who suffer, never as those who act. */
export const victimsOnlyFraming: Check = (assessment, rule, severity) => {
  const women = sitesOf(assessment, ['women', 'girls']).filter(
    (site) => site.clause.kind !== 'heading' && site.clause.kind !== 'title',
  );
  const first = women.find((site) => sentenceNames(site, SUFFERING, assessment));
  if (!first) return [];
  if (women.some((site) => sentenceNames(site, AGENCY, assessment) || takesPart(site, assessment))) return [];
  const span: Span = first.span;
  return [
    {
      ...onWords(assessment, rule, severity, assessment.messages.victimsOnly(), first.clause, span),
      identity: 'victims only',
    },
  ];
};

const SUFFERING = [
  'victim-framing',
  'survivor',
  'special-needs',
  'sexual-violence',
  'gender-based-violence',
  'attack',
  'vulnerable-group-term',
  'women-and-children',
];
const AGENCY = [
  'agency-word',
  'participate',
  'quota',
  'gender-balance',
  'women-rights',
  'gender-equality',
  'include-in',
];

/** A clause on women's part, by the topic that asks for it. */
function takesPart(site: ConceptSite, assessment: Assessment): boolean {
  const topic = assessment.rules.topics.findIndex(({ id }) => id === 'grp-women-participation');
  return (
    evidenceByClause(assessment)
      .of(site.clause)
      ?.some((piece) => piece.topic === topic) ?? false
  );
}

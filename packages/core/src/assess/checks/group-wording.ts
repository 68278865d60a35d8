import type { Span } from '../../span.ts';
import type { Clause } from '../../structure/agreement.ts';
import { type Check, onWords } from '../assessment.ts';
import { type ConceptSite, itemsOf, names, sitesOf } from '../concept-sites.ts';

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
  'wounded',
];

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
      assessment.messages.lumping,
      site.clause,
      site.span,
    );
  });

/** Whether a topic is covered in another clause than this one. */
function covered(assessment: Parameters<Check>[0], topic: string, except: Clause): boolean {
  const index = assessment.rules.topics.findIndex((candidate) => candidate.id === topic);
  return (
    assessment.analysis.evidence[index]?.some((piece) => piece.level === 'operative' && piece.clause !== except) ??
    false
  );
}

/** "vulnerable groups" without saying who they are, in the sentence or beside it. */
export const vulnerableGroupsUndefined: Check = (assessment, rule, severity) =>
  oncePerClause(
    sitesOf(assessment, ['vulnerable-group-term']).filter((site) => {
      if (site.clause.setting.section === 'preamble' || site.clause.kind === 'heading') return false;
      const beside = [site.clause, ...itemsOf(site.clause, assessment)];
      return GROUPS.filter((group) => beside.some((clause) => names(clause, [group], assessment))).length < 2;
    }),
  ).map((site) =>
    onWords(
      assessment,
      rule,
      severity,
      assessment.messages.vulnerable(assessment.writer.quote(site.span)),
      site.clause,
      site.span,
    ),
  );

/** Women in a text only as those who suffer, never as those who act. */
export const victimsOnlyFraming: Check = (assessment, rule, severity) => {
  const women = sitesOf(assessment, ['women', 'girls']).filter(
    (site) => site.clause.kind !== 'heading' && site.clause.kind !== 'title',
  );
  const [first] = women;
  if (!first || women.some((site) => names(site.clause, ['participation', 'leadership', 'quota'], assessment)))
    return [];
  const suffering = women.filter((site) =>
    names(
      site.clause,
      [
        'victim-words',
        'survivor',
        'special-needs',
        'sexual-violence',
        'attack',
        'vulnerable-group-term',
        'women-and-children',
      ],
      assessment,
    ),
  );
  if (suffering.length === 0) return [];
  const site = suffering[0] as ConceptSite;
  const span: Span = site.span;
  return [onWords(assessment, rule, severity, assessment.messages.victimsOnly, site.clause, span)];
};

function oncePerClause(sites: readonly ConceptSite[]): ConceptSite[] {
  const seen = new Set<Clause>();
  return sites.filter((site) => {
    if (seen.has(site.clause)) return false;
    seen.add(site.clause);
    return true;
  });
}

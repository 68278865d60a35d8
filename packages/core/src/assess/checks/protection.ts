import { type Assessment, evidenceByClause } from '../assessment.ts';
import { type ConceptSite, isBody, names, sentenceNames } from '../concept-sites.ts';
import type { PlacedEvidence } from '../coverage.ts';

/** Persons and things that provisions protect. A sentence that binds and names one of them is one of protection. */
export const PROTECTED = [
  'civilian',
  'people-generic',
  'children',
  'women',
  'girls',
  'survivor',
  'victim',
  'displaced',
  'detainee',
  'prisoner',
  'hostage',
  'wounded-sick',
  'relief',
  'humanitarian-access',
  'humanitarian-worker',
  'humanitarian-situation',
  'medical-facility',
  'school',
  'home',
  'populated-area',
  'worship-place',
  'water-supply',
  'vulnerable-group-term',
  'older-person',
  'disability',
  'sexual-violence',
  'civilian-object',
  'displacement-site',
  'residents',
];

/** Evidence in the sentence of a site, or in the chapeau that it completes. */
export function evidenceAround(site: ConceptSite, assessment: Assessment): PlacedEvidence[] {
  const { scan } = site.clause.reading;
  if (!scan) return [];
  const from = scan.start[site.sentence[0]] as number;
  const to = scan.end[site.sentence[1] - 1] as number;
  const byClause = evidenceByClause(assessment);
  const own = (byClause.of(site.clause) ?? []).filter(
    (piece) => piece.level !== 'mention' && piece.span[0] < to && from < piece.span[1],
  );
  const above = site.clause.chapeau ? (byClause.of(site.clause.chapeau) ?? []) : [];
  return [...own, ...above.filter((piece) => piece.level !== 'mention')];
}

/** Whether the sentence of a site protects somebody: evidence of a topic lies in it, or it names persons and things to protect. */
export function protects(site: ConceptSite, assessment: Assessment): boolean {
  if (!isBody(site.clause)) return false;
  return (
    evidenceAround(site, assessment).length > 0 ||
    sentenceNames(site, PROTECTED, assessment) ||
    (site.clause.chapeau !== undefined && names(site.clause.chapeau, PROTECTED, assessment))
  );
}

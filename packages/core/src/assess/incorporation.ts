import type { Assessment } from './assessment.ts';
import { type ConceptSite, findSite, isBody } from './concept-sites.ts';

const INCORPORATION = ['incorporation'];

/**
 * Where a text takes over another document as a whole ("the ceasefire shall be based on the Agreement of 2017"). What
 * that document covers cannot be told from this text (taxonomy 6.2, trap 6).
 */
export function incorporationOf(assessment: Assessment): ConceptSite | undefined {
  return findSite(
    assessment,
    INCORPORATION,
    (site) =>
      isBody(site.clause) || (assessment.analysis.agreement.enacting === undefined && site.clause.kind === 'item'),
  );
}

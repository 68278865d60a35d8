import type { Clause } from '../../structure/agreement.ts';
import { type Assessment, type Check, type FindingDraft, onWords } from '../assessment.ts';
import {
  type ConceptSite,
  divisionOf,
  governanceOf,
  names,
  neighbours,
  sentenceNames,
  sitesOf,
  toPause,
} from '../concept-sites.ts';

/** What an amnesty may leave out of its reach. */
const EXCLUDED = ['international-crime', 'sexual-violence', 'gender-based-violence', 'violation-of-rights'];
const AMNESTY = ['amnesty', 'amnesty-disguised', 'discretionary-pardon'];

/** An amnesty, by that name or another, that leaves nothing out. Notes are read too: some texts hide it there. */
export const blanketAmnesty: Check = (assessment, rule, severity) => {
  const seen = new Set<Clause>();
  const found: FindingDraft[] = [];
  if (sitesOf(assessment, ['amnesty']).some((site) => isExclusion(site, assessment))) return [];
  const limited = new Map<Clause, boolean>();
  for (const site of sitesOf(assessment, AMNESTY)) {
    const division = divisionOf(site.clause);
    if (seen.has(division) || !grantsAmnesty(site, assessment)) continue;
    let isLimited = limited.get(division);
    if (isLimited === undefined) {
      isLimited = neighbours(site.clause, assessment).some((clause) => leavesOut(clause, assessment));
      limited.set(division, isLimited);
    }
    if (isLimited) continue;
    seen.add(division);
    found.push({
      ...onWords(assessment, rule, severity, assessment.messages.blanketAmnesty(), site.clause, toPause(site)),
      explains: ['poc-amnesty-limits', 'sgbv-amnesty-exclusion'],
    });
  }
  return found;
};

function grantsAmnesty(site: ConceptSite, assessment: Assessment): boolean {
  const { clause } = site;
  if (clause.setting.section === 'preamble' || clause.kind === 'heading' || clause.kind === 'title') return false;
  if (sentenceNames(site, ['functional-immunity', 'amnesty-no-bar', 'end-impunity'], assessment)) return false;
  const governance = governanceOf(site);
  if (governance.force === 'none' && governance.operator === 'past') return false;
  // "No amnesty shall be granted", "shall not extend to": the opposite of one. "No one shall be prosecuted" is one.
  const isDenied = governance.sign < 0 && governance.force !== 'none';
  return !isDenied || sentenceNames(site, ['amnesty-disguised'], assessment);
}

/** "No amnesty shall cover war crimes", in a note or another article: it limits every amnesty of the text. */
function isExclusion(site: ConceptSite, assessment: Assessment): boolean {
  return (
    site.clause.setting.section !== 'preamble' &&
    sentenceNames(site, EXCLUDED, assessment) &&
    sentenceNames(site, LEFT_OUT, assessment)
  );
}

const LEFT_OUT = ['left-out', 'amnesty-no-bar'];

/** Whether a clause takes grave crimes out of the amnesty's reach. */
function leavesOut(clause: Clause, assessment: Assessment): boolean {
  return names(clause, EXCLUDED, assessment);
}

import type { Check } from '../assessment.ts';
import {
  blanketAmnesty,
  contradictoryExemption,
  euphemism,
  harmfulRemedy,
  listChapeauMismatch,
  reciprocityConditional,
} from './dangerous-wording.ts';
import { victimsOnlyFraming, vulnerableGroupsUndefined, womenAndChildrenLumping } from './group-wording.ts';
import {
  noMonitoring,
  noResources,
  noSafeguardOnTermination,
  partialAddressee,
  scopeGap,
  svOmittedFromViolations,
  undefinedTerm,
} from './missing-safeguards.ts';
import { bracketedProtection, brokenCrossReference } from './text-integrity.ts';
import {
  escapeQualifier,
  hortatoryVerb,
  noResponsibleActor,
  noTimeline,
  placeholderUnresolved,
  preambleOnly,
} from './weak-wording.ts';

/** The checks that a wording rule may name. A check that compares two texts runs elsewhere and finds nothing in one. */
export const CHECKS: Readonly<Record<string, Check>> = {
  'hortatory-verb': hortatoryVerb,
  'preamble-only': preambleOnly,
  'blanket-amnesty': blanketAmnesty,
  'no-responsible-actor': noResponsibleActor,
  'no-monitoring': noMonitoring,
  'no-timeline': noTimeline,
  'no-resources': noResources,
  'women-and-children-lumping': womenAndChildrenLumping,
  'vulnerable-groups-undefined': vulnerableGroupsUndefined,
  'victims-only-framing': victimsOnlyFraming,
  'undefined-term': undefinedTerm,
  'sv-omitted-from-violations': svOmittedFromViolations,
  'reciprocity-conditional': reciprocityConditional,
  'escape-qualifier': escapeQualifier,
  'contradictory-exemption': contradictoryExemption,
  'broken-cross-reference': brokenCrossReference,
  'list-chapeau-mismatch': listChapeauMismatch,
  'bracketed-protection': bracketedProtection,
  'partial-addressee': partialAddressee,
  euphemism,
  'harmful-remedy': harmfulRemedy,
  'placeholder-unresolved': placeholderUnresolved,
  'scope-gap': scopeGap,
  'no-safeguard-on-termination': noSafeguardOnTermination,
  'weakened-since-previous-draft': () => [],
  'language-divergence': () => [],
};

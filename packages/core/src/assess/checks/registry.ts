import type { Check } from '../assessment.ts';
import { noResponsibleActor, noTimeline, partialAddressee } from './actors-and-times.ts';
import { blanketAmnesty } from './amnesty.ts';
import {
  contradictoryExemption,
  escapeQualifier,
  noSafeguardOnTermination,
  reciprocityConditional,
  scopeGap,
} from './conditions.ts';
import { victimsOnlyFraming, vulnerableGroupsUndefined, womenAndChildrenLumping } from './group-wording.ts';
import { listChapeauMismatch, svOmittedFromViolations } from './lists.ts';
import { noMonitoring, noResources, undefinedTerm } from './mechanisms.ts';
import { bracketedProtection, placeholderUnresolved } from './open-places.ts';
import { euphemism, harmfulRemedy } from './remedies.ts';
import { brokenCrossReference } from './text-integrity.ts';
import { hortatoryVerb, preambleOnly } from './weak-wording.ts';

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

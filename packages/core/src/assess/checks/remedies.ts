import { type Check, onWords } from '../assessment.ts';
import { type ConceptSite, governanceOf, isBody, oncePerClause, sentenceNames, sitesOf } from '../concept-sites.ts';

/** Remedies that do harm whatever they are for. */
const HARMFUL = [
  'marry-perpetrator',
  'bride-compensation',
  'collective-punishment-remedy',
  'conditional-aid',
  'population-evacuation',
];
/** Remedies that do harm where they answer sexual violence: the survivor's case is settled without the survivor. */
const HARMFUL_FOR_SURVIVORS = ['settle-privately', 'blood-money', 'forced-settlement', 'death-penalty'];
const SEXUAL = ['sexual-violence', 'gender-based-violence', 'euphemism-sexual', 'survivor', 'forced-marriage'];

/** A remedy that harms those it should help, or people who had no part in the wrong. */
export const harmfulRemedy: Check = (assessment, rule, severity) =>
  oncePerClause(
    sitesOf(assessment, [...HARMFUL, ...HARMFUL_FOR_SURVIVORS]).filter(
      (site) =>
        isBody(site.clause) &&
        isOrdered(site) &&
        (HARMFUL.includes(site.concept) || sentenceNames(site, SEXUAL, assessment)),
    ),
  ).map((site) =>
    onWords(
      assessment,
      rule,
      severity,
      assessment.messages.harmfulRemedy({ words: assessment.writer.quote(site.span) }),
      site.clause,
      site.span,
    ),
  );

/** Whether the remedy is laid down, not forbidden, condemned or told. */
function isOrdered(site: ConceptSite): boolean {
  const { inherited } = site.clause.setting;
  if (inherited.force === 'binding' && inherited.sign < 0) return false;
  const { operator } = governanceOf(site);
  if (operator === 'deplore' || operator === 'past') return false;
  return !site.operators.some(
    (other) =>
      (DENIES.has(other.operator) && other.first <= site.words[1]) ||
      (other.operator === 'forbid' && other.first <= site.words[1] + FORBIDDEN_REACH),
  );
}

const DENIES: ReadonlySet<string> = new Set(['no-subject', 'stop', 'negate']);
/** "Collective fines are prohibited": the verb follows at some distance. */
const FORBIDDEN_REACH = 8;

/** Veiled words for sexual violence, where no act is named beside them. */
export const euphemism: Check = (assessment, rule, severity) =>
  oncePerClause(
    sitesOf(assessment, ['euphemism-sexual']).filter(
      (site) => isBody(site.clause) && !sentenceNames(site, ['sexual-violence', 'gender-based-violence'], assessment),
    ),
  ).map((site) =>
    onWords(
      assessment,
      rule,
      severity,
      assessment.messages.euphemism({ words: assessment.writer.quote(site.span) }),
      site.clause,
      site.span,
    ),
  );

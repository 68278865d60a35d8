import { binds, obliges } from '../../language/language-data.ts';
import type { Span } from '../../span.ts';
import { type Assessment, type Check, onWords } from '../assessment.ts';
import {
  type ConceptSite,
  inSentence,
  isBody,
  oncePerClause,
  operatorSites,
  sentenceNames,
  sitesOf,
  stretch,
  toPause,
} from '../concept-sites.ts';
import type { PlacedEvidence } from '../coverage.ts';
import { evidenceAround, protects } from './protection.ts';

/** Protection that ends when the other side breaks its word. Steps that are military only may be reciprocal. */
export const reciprocityConditional: Check = (assessment, rule, severity) =>
  oncePerClause(
    sitesOf(assessment, ['reciprocity-condition']).filter(
      (site) => protects(site, assessment) && !sentenceNames(site, ['military-step'], assessment),
    ),
  ).map((site) => {
    const span = toPause(site);
    return onWords(
      assessment,
      rule,
      severity,
      assessment.messages.reciprocity({ words: assessment.writer.quote(span) }),
      site.clause,
      span,
    );
  });

/** Room to avoid a duty of protection, in the same sentence. */
export const escapeQualifier: Check = (assessment, rule, severity) => {
  const loose = [
    ...operatorSites(assessment, 'escape'),
    ...sitesOf(assessment, ['national-law-qualifier', 'resource-qualifier']),
  ].filter(
    (site) =>
      protects(site, assessment) &&
      !sentenceNames(site, ['ihl', 'human-rights-instrument'], assessment) &&
      // "as soon as possible" is a matter of time, and "subject to" an inspection is none of leave.
      (governs(site) || evidenceAround(site, assessment).some(isRight)),
  );
  return oncePerClause(longestFirst(loose)).map((site) =>
    onWords(
      assessment,
      rule,
      severity,
      assessment.messages.escape({ words: assessment.writer.quote(site.span) }),
      site.clause,
      site.span,
      evidenceAround(site, assessment),
    ),
  );
};

/** Whether the sentence binds anybody at all: room to avoid a wish is no loss. */
function governs(site: ConceptSite): boolean {
  const { inherited } = site.clause.setting;
  return inherited.force === 'binding' || site.operators.some(({ operator }) => binds(operator));
}

/** "Civilians may leave": what persons may do binds those who would stop them. What a body may do binds nobody. */
function isRight(piece: PlacedEvidence): boolean {
  return piece.conduct === 'right' && piece.level === 'operative';
}

/** "subject to the availability of resources" before "subject to" where both begin together. */
function longestFirst(sites: readonly ConceptSite[]): ConceptSite[] {
  return [...sites].sort((a, b) => a.clause.index - b.clause.index || a.span[0] - b.span[0] || b.span[1] - a.span[1]);
}

const FORCE = ['permitted-force'];
const OPERATION = ['security-operation'];

/** An exception that swallows the protection around it. */
export const contradictoryExemption: Check = (assessment, rule, severity) =>
  oncePerClause(
    sitesOf(assessment, ['exemption-term']).filter(
      (site) =>
        isBody(site.clause) &&
        !sentenceNames(site, ['safeguard-of-civilians'], assessment) &&
        (sentenceNames(site, FORCE, assessment) ||
          (sentenceNames(site, OPERATION, assessment) && protects(site, assessment))) &&
        !isForbidden(site) &&
        !isEnded(site, assessment),
    ),
  ).map((site) => {
    const operations = inSentence(site, [...FORCE, ...OPERATION, 'exemption-term'], assessment);
    const behind = operations.filter((other) => other.words[0] > site.words[0]);
    // "Return fire is allowed": what is permitted stands before the word.
    const span: Span = toPause(site, stretch([site, ...(behind.length > 0 ? behind : operations)]));
    return onWords(
      assessment,
      rule,
      severity,
      assessment.messages.exemption({ words: assessment.writer.quote(span) }),
      site.clause,
      span,
    );
  });

/** "No retaliation is allowed." */
function isForbidden(site: ConceptSite): boolean {
  return (
    site.operators.some(({ operator, first }) => operator === 'no-subject' && first === site.sentence[0]) &&
    isLast(site)
  );
}

/** "do not apply to provisions that prohibit reprisals": the use of force is what is ended, not what is left open. */
function isEnded(site: ConceptSite, assessment: Assessment): boolean {
  const [force] = inSentence(site, FORCE, assessment);
  return (
    force !== undefined &&
    site.operators.some(({ operator, first }) => operator === 'stop' && first > site.words[1] && first < force.words[0])
  );
}

/** Whether nothing but a predicate is said of what stands before the site. */
function isLast(site: ConceptSite): boolean {
  return site.operators.some(
    ({ operator, first, last }) => operator === 'permit' && first <= site.words[1] && site.words[0] <= last,
  );
}

/** Protection that lapses with a truce of limited time or place, or that covers one side's people only. */
export const scopeGap: Check = (assessment, rule, severity) => {
  if (survives(assessment)) return [];
  const limited = sitesOf(assessment, ['time-limited', 'area-limited']).find(
    (site) =>
      isBody(site.clause) &&
      protects(site, assessment) &&
      !sentenceNames(site, ['all-scope'], assessment) &&
      (governs(site) || site.operators.some(({ operator }) => operator === 'present')),
  );
  // A limited truce ends whatever the text protects; a sentence of its own that says "at all times" makes that good.
  if (!limited || sitesOf(assessment, ['all-scope']).some((site) => protects(site, assessment) && governs(site)))
    return [];
  const span = limited.concept === 'area-limited' || isOpening(limited) ? limited.span : toPause(limited);
  return [
    onWords(
      assessment,
      rule,
      severity,
      assessment.messages.scopeGap({ words: assessment.writer.quote(span) }),
      limited.clause,
      span,
    ),
  ];
};

/** "During the ten days of this truce the Parties shall …": the limit stands before the duty. */
function isOpening(site: ConceptSite): boolean {
  return site.operators.some(
    ({ operator, first }) => (obliges(operator) || operator === 'forbid') && first > site.words[1],
  );
}

/** The agreement can end, and nothing says that protection goes on. */
export const noSafeguardOnTermination: Check = (assessment, rule, severity) => {
  const ends = sitesOf(assessment, ['termination-clause']).find(
    (site) => isBody(site.clause) && !site.operators.some(({ operator }) => operator === 'no-subject'),
  );
  if (!ends || survives(assessment)) return [];
  return [onWords(assessment, rule, severity, assessment.messages.termination(), ends.clause, ends.span)];
};

/** Whether a clause says that duties outlive the agreement. */
function survives(assessment: Assessment): boolean {
  return sitesOf(assessment, SURVIVAL).some(({ clause }) => isBody(clause));
}

const SURVIVAL = ['survival-clause'];

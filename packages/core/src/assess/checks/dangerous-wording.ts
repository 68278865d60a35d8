import { clauseEvidence } from '../../match/clause-evidence.ts';
import type { Span } from '../../span.ts';
import type { Clause } from '../../structure/agreement.ts';
import { type Check, evidenceByClause, onWords } from '../assessment.ts';
import {
  type ConceptSite,
  divisionOf,
  governanceOf,
  names,
  neighbours,
  sentenceNames,
  sitesOf,
} from '../concept-sites.ts';

/** What an amnesty may leave out of its reach. */
const EXCLUDED = ['international-crime', 'sexual-violence', 'gross-violation'];
const EXCLUSION = ['exclusion-words'];

/** An amnesty, by that name or another, that leaves nothing out. */
export const blanketAmnesty: Check = (assessment, rule, severity) => {
  const seen = new Set<Clause>();
  const found = [];
  for (const site of sitesOf(assessment, ['amnesty', 'amnesty-disguised'])) {
    const division = divisionOf(site.clause);
    if (seen.has(division) || site.clause.setting.section === 'preamble' || site.clause.kind === 'heading') continue;
    const governance = governanceOf(site);
    // "No amnesty shall be granted", "shall not extend to": the opposite of an amnesty.
    if (governance.sign < 0 && governance.force !== 'none' && !sentenceNames(site, ['amnesty-disguised'], assessment))
      continue;
    if (governance.force === 'none' && governance.operator === 'past') continue;
    const excluded = neighbours(site.clause, assessment).some(
      (clause) => names(clause, EXCLUDED, assessment) || names(clause, EXCLUSION, assessment),
    );
    if (excluded) continue;
    seen.add(division);
    found.push(onWords(assessment, rule, severity, assessment.messages.blanketAmnesty, site.clause, site.span));
  }
  return found;
};

/** Protection that ends when the other side breaks its word. */
export const reciprocityConditional: Check = (assessment, rule, severity) =>
  onProtection(assessment, ['reciprocity-condition']).map((site) =>
    onWords(
      assessment,
      rule,
      severity,
      assessment.messages.reciprocity(assessment.writer.quote(site.span)),
      site.clause,
      site.span,
    ),
  );

/** An exception that swallows the protection around it. */
export const contradictoryExemption: Check = (assessment, rule, severity) =>
  onProtection(assessment, ['exemption-term']).map((site) =>
    onWords(
      assessment,
      rule,
      severity,
      assessment.messages.exemption(assessment.writer.quote(site.span)),
      site.clause,
      site.span,
    ),
  );

/** A remedy that harms those it should help. */
export const harmfulRemedy: Check = (assessment, rule, severity) =>
  firstPerClause(
    sitesOf(assessment, ['harmful-remedy']).filter((site) => {
      const governance = governanceOf(site);
      return (
        site.clause.setting.section !== 'preamble' &&
        !(governance.sign < 0 && governance.force !== 'none') &&
        governance.operator !== 'deplore'
      );
    }),
  ).map((site) =>
    onWords(
      assessment,
      rule,
      severity,
      assessment.messages.harmfulRemedy(assessment.writer.quote(site.span)),
      site.clause,
      site.span,
    ),
  );

/** Veiled words for sexual violence, where no act is named beside them. */
export const euphemism: Check = (assessment, rule, severity) =>
  firstPerClause(
    sitesOf(assessment, ['euphemism-sexual']).filter(
      (site) => site.clause.setting.section !== 'preamble' && !names(site.clause, ['sexual-violence'], assessment),
    ),
  ).map((site) =>
    onWords(
      assessment,
      rule,
      severity,
      assessment.messages.euphemism(assessment.writer.quote(site.span)),
      site.clause,
      site.span,
    ),
  );

/**
 * A duty in a list of prohibitions. Read by the letter, the parties refrain from protecting (the case of R-ARCSS 2.1.10,
 * taxonomy q-list-chapeau-mismatch).
 */
export const listChapeauMismatch: Check = (assessment, rule, severity) => {
  const found = [];
  for (const clause of assessment.analysis.agreement.clauses) {
    const { scan, textStart } = clause.reading;
    const { inherited } = clause.setting;
    if (!scan || clause.kind !== 'item' || inherited.force !== 'binding' || scan.words === 0) continue;
    const opensWithVerb = scan.operators.some(
      (operator) => operator.first === 0 && (operator.operator === 'verb' || operator.operator === 'imperative'),
    );
    const opensWithNoun = scan.operators.some(
      (operator) => operator.first === 0 && operator.operator === 'nominal-duty',
    );
    const ownOperator = scan.operators.some(
      (operator) => operator.operator === 'oblige' || operator.operator === 'forbid',
    );
    if (inherited.sign > 0 || ownOperator || !(opensWithVerb || opensWithNoun)) continue;
    const turned = clauseEvidence(
      scan,
      { ...clause.setting, inherited: { force: 'binding', sign: 1, operator: 'oblige' } },
      assessment.rules.relations,
    );
    const duty = turned.find((piece) => piece.conduct === 'duty' && piece.level === 'operative');
    if (!duty) continue;
    const span: Span = [clause.span[0] + Math.min(duty.span[0], Math.max(textStart, 0)), clause.span[0] + duty.span[1]];
    found.push(onWords(assessment, rule, severity, assessment.messages.chapeauMismatch, clause, span));
  }
  return found;
};

/** Sites in clauses that protect, outside the preamble; the first of each clause. */
function onProtection(assessment: Parameters<Check>[0], concepts: readonly string[]): ConceptSite[] {
  const protecting = evidenceByClause(assessment);
  return firstPerClause(
    sitesOf(assessment, concepts).filter(
      (site) =>
        site.clause.setting.section === 'operative' &&
        (protecting.has(site.clause) || chapeauProtects(site.clause, protecting)),
    ),
  );
}

function chapeauProtects(clause: Clause, protecting: ReadonlyMap<Clause, unknown>): boolean {
  return clause.chapeau !== undefined && protecting.has(clause.chapeau);
}

function firstPerClause(sites: readonly ConceptSite[]): ConceptSite[] {
  const seen = new Set<Clause>();
  return sites.filter((site) => {
    if (seen.has(site.clause)) return false;
    seen.add(site.clause);
    return true;
  });
}

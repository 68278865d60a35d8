import type { Operator } from '../language/language-data.ts';
import type { OperatorOccurrence } from '../match/clause-scan.ts';
import type { Governance } from '../match/governance.ts';
import { governances, operatorsOf } from '../match/governance.ts';
import type { Span } from '../span.ts';
import type { Clause } from '../structure/agreement.ts';
import type { Assessment } from './assessment.ts';

/** A concept of the vocabulary met in the agreement's own text, with its sentence. */
export interface ConceptSite {
  readonly clause: Clause;
  /** In the Source. */
  readonly span: Span;
  /** Word indices in the clause. */
  readonly words: readonly [first: number, last: number];
  readonly sentence: readonly [from: number, to: number];
  readonly operators: readonly OperatorOccurrence[];
}

/** Every place where one of the concepts occurs outside title pages, lists of members and signatures, in order. */
export function sitesOf(assessment: Assessment, names: readonly string[]): ConceptSite[] {
  const ids = new Set(names.map((name) => assessment.rules.pack.automaton.idOf(name)).filter((id) => id !== undefined));
  if (ids.size === 0) return [];
  const sites: ConceptSite[] = [];
  for (const clause of assessment.analysis.agreement.clauses) {
    const { scan } = clause.reading;
    if (!scan || clause.setting.section === 'aside') continue;
    for (const occurrence of scan.concepts) {
      if (!ids.has(occurrence.concept)) continue;
      const sentence = sentenceAround(scan.sentences, occurrence.first, scan.words);
      sites.push({
        clause,
        span: [
          clause.span[0] + (scan.start[occurrence.first] as number),
          clause.span[0] + (scan.end[occurrence.last] as number),
        ],
        words: [occurrence.first, occurrence.last],
        sentence,
        operators: operatorsOf(scan, sentence[0], sentence[1]),
      });
    }
  }
  return sites;
}

/** Whether a clause names one of the concepts. */
export function names(clause: Clause, concepts: readonly string[], assessment: Assessment): boolean {
  return concepts.some((concept) => {
    const id = assessment.rules.pack.automaton.idOf(concept);
    return id !== undefined && (clause.reading.scan?.concepts.some((occurrence) => occurrence.concept === id) ?? false);
  });
}

/** Whether the sentence of a site names one of the concepts. */
export function sentenceNames(site: ConceptSite, concepts: readonly string[], assessment: Assessment): boolean {
  return concepts.some((concept) => {
    const id = assessment.rules.pack.automaton.idOf(concept);
    return (
      id !== undefined &&
      (site.clause.reading.scan?.concepts.some(
        (occurrence) =>
          occurrence.concept === id && occurrence.first >= site.sentence[0] && occurrence.first < site.sentence[1],
      ) ??
        false)
    );
  });
}

/** How the conduct at a site is governed: the best reading first. */
export function governanceOf(site: ConceptSite): Governance {
  const { scan } = site.clause.reading;
  if (!scan) return { force: 'none', sign: 1, operator: undefined };
  const [best] = governances(scan, site.operators, site.sentence, site.words, site.clause.setting.inherited);
  return best ?? { force: 'none', sign: 1, operator: undefined };
}

/** Whether a clause holds an operator of this kind. */
export function hasOperator(clause: Clause, operator: Operator): boolean {
  return clause.reading.scan?.operators.some((occurrence) => occurrence.operator === operator) ?? false;
}

/** The clauses of the same article or list as `clause`, itself included. */
export function neighbours(clause: Clause, assessment: Assessment): Clause[] {
  const root = divisionOf(clause);
  return assessment.analysis.agreement.clauses.filter((other) => divisionOf(other) === root);
}

/** The article (or other division) that a clause lies in; the clause itself where there is none. */
export function divisionOf(clause: Clause): Clause {
  let at = clause;
  while (at.parent && at.label?.style !== 'article') at = at.parent;
  return at;
}

function sentenceAround(starts: readonly number[], word: number, words: number): [number, number] {
  let from = 0;
  let to = words;
  for (const start of starts) {
    if (start <= word) from = start;
    else {
      to = start;
      break;
    }
  }
  return [from, to];
}

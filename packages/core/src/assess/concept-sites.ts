import type { Operator } from '../language/language-data.ts';
import type { ClauseScan, Occurrence, OperatorOccurrence } from '../match/clause-scan.ts';
import type { Governance } from '../match/governance.ts';
import { governances, operatorsOf } from '../match/governance.ts';
import type { Span } from '../span.ts';
import type { Agreement, Clause } from '../structure/agreement.ts';
import { remember } from '../structure/block-reading.ts';
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
  const index = indexOf(assessment);
  const ids = new Set(names.map((name) => assessment.rules.pack.automaton.idOf(name)).filter((id) => id !== undefined));
  const clauses = new Set<Clause>();
  for (const id of ids) for (const clause of index.byConcept.get(id) ?? []) clauses.add(clause);
  const ordered = ids.size > 1 ? [...clauses].sort((a, b) => a.index - b.index) : [...clauses];
  return ordered.flatMap((clause) => {
    const scan = clause.reading.scan as ClauseScan;
    return scan.concepts
      .filter((occurrence) => ids.has(occurrence.concept))
      .map((occurrence) => describe(clause, scan, occurrence));
  });
}

/** What checks look up again and again, gathered in one pass over the agreement. */
interface SiteIndex {
  /** The clauses that name a concept, in the order of the text. */
  readonly byConcept: ReadonlyMap<number, readonly Clause[]>;
  readonly byDivision: ReadonlyMap<Clause, readonly Clause[]>;
  readonly byChapeau: ReadonlyMap<Clause, readonly Clause[]>;
}

const indexes = new WeakMap<Agreement, SiteIndex>();

function indexOf(assessment: Assessment): SiteIndex {
  const { agreement } = assessment.analysis;
  let index = indexes.get(agreement);
  if (!index) {
    index = gather(agreement);
    indexes.set(agreement, index);
  }
  return index;
}

function gather(agreement: Agreement): SiteIndex {
  const byConcept = new Map<number, Clause[]>();
  const byDivision = new Map<Clause, Clause[]>();
  const byChapeau = new Map<Clause, Clause[]>();
  for (const clause of agreement.clauses) {
    add(byDivision, divisionOf(clause), clause);
    if (clause.chapeau) add(byChapeau, clause.chapeau, clause);
    const { scan } = clause.reading;
    if (!scan || clause.setting.section === 'aside') continue;
    const distinct = remember(clause.reading, 'concepts', () => [
      ...new Set(scan.concepts.map((occurrence) => occurrence.concept)),
    ]);
    for (const concept of distinct) add(byConcept, concept, clause);
  }
  return { byConcept, byDivision, byChapeau };
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function describe(clause: Clause, scan: ClauseScan, occurrence: Occurrence): ConceptSite {
  const sentence = sentenceAround(scan.sentences, occurrence.first, scan.words);
  return {
    clause,
    span: [
      clause.span[0] + (scan.start[occurrence.first] as number),
      clause.span[0] + (scan.end[occurrence.last] as number),
    ],
    words: [occurrence.first, occurrence.last],
    sentence,
    operators: operatorsOf(scan, sentence[0], sentence[1]),
  };
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
export function neighbours(clause: Clause, assessment: Assessment): readonly Clause[] {
  return indexOf(assessment).byDivision.get(divisionOf(clause)) ?? [clause];
}

/** The items that `clause` introduces. */
export function itemsOf(clause: Clause, assessment: Assessment): readonly Clause[] {
  return indexOf(assessment).byChapeau.get(clause) ?? [];
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

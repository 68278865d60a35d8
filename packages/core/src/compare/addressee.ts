import type { OperatorOccurrence } from '../match/clause-scan.ts';
import { operatorsOf } from '../match/governance.ts';
import type { CompiledRules } from '../rule-library.ts';
import type { Span } from '../span.ts';
import type { Clause } from '../structure/agreement.ts';
import type { Unit } from './unit.ts';

const GOVERNING = new Set(['oblige', 'finite', 'forbid', 'grant', 'permit', 'urge']);
const AFFILIATES = 'affiliate-words';

/** Whom a sentence binds, as far as its words say. */
export interface Addressee {
  /** In the Source. */
  readonly words: readonly Span[];
  readonly isEverybody: boolean;
  readonly withAffiliates: boolean;
}

/** The addressee that the words of a sentence name, or undefined where they name none. */
export function addresseeOf(unit: Unit, text: string, rules: CompiledRules): Addressee | undefined {
  const { scan } = unit.clause.reading;
  if (!scan) return undefined;
  const [from, to] = unit.scanWords;
  const operators = operatorsOf(scan, from, to);
  const governing = operators.find((operator) => GOVERNING.has(operator.operator));
  const bearers = operators.filter((operator) => operator.operator === 'bearer');
  // Whom a duty is owed to, or whose forces it is about, stands after the verb.
  const named = governing ? bearers.filter((bearer) => bearer.last < governing.first) : bearers;
  const affiliates = affiliatesIn(unit, rules);
  if (named.length === 0 && affiliates.length === 0) return undefined;
  const words = named.map((bearer) => spanOfWords(unit.clause, bearer));
  const isEverybody = words.some((span) => speaksOfEverybody(text, span, rules));
  const apart = affiliates.filter((span) => !words.some((word) => word[0] < span[1] && span[0] < word[1]));
  return { words: [...words, ...apart], isEverybody, withAffiliates: affiliates.length > 0 };
}

/** Whether some words stand for all who sign. The word before is read too: "any | party". */
export function speaksOfEverybody(text: string, span: Span, rules: CompiledRules): boolean {
  return rules.pack.everybody.test(text.slice(Math.max(0, span[0] - 6), span[1]).replace(/^\S*\s/, ''));
}

function affiliatesIn(unit: Unit, rules: CompiledRules): Span[] {
  const id = rules.pack.automaton.idOf(AFFILIATES);
  const { scan } = unit.clause.reading;
  if (id === undefined || !scan) return [];
  return scan.concepts
    .filter((found) => found.concept === id && found.first >= unit.scanWords[0] && found.last < unit.scanWords[1])
    .map((found) => spanOfWords(unit.clause, found));
}

/** Where words of a clause's scan stand in the Source. */
export function spanOfWords(clause: Clause, words: Pick<OperatorOccurrence, 'first' | 'last'>): Span {
  const { scan } = clause.reading;
  const base = clause.span[0];
  return [base + (scan?.start[words.first] ?? 0), base + (scan?.end[words.last] ?? 0)];
}

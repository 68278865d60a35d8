import type { Relation, TopicRule } from '../rule/rule.ts';
import type { Automaton } from '../vocabulary/automaton.ts';

/** A relation with its concepts as numbers of the vocabulary. */
export interface CompiledRelation {
  readonly topic: number;
  readonly conduct: Relation['conduct'] | 'mention';
  readonly terms: readonly (readonly number[])[];
  readonly within: number;
  readonly ordered: boolean;
  readonly without: readonly number[];
}

/** All relations of a rule set in one language, found by the concepts that can start them. */
export interface RelationIndex {
  readonly topics: readonly string[];
  /** Numbers of concepts are below this. */
  readonly concepts: number;
  /** Relations by each concept of their first term, at the concept's number. */
  readonly byHead: readonly (readonly CompiledRelation[] | undefined)[];
  /** Relations of more than one term, by each concept of their other terms. */
  readonly byOther: readonly (readonly CompiledRelation[] | undefined)[];
}

/**
 * Compiles the topics' relations. A concept that the language has no words for cannot be met: relations that need
 * it are left out, for the rule's coverage by language is reported elsewhere.
 */
export function compileRelations(
  rules: readonly TopicRule[],
  vocabulary: Pick<Automaton, 'idOf' | 'names'>,
): RelationIndex {
  const idOf = (concept: string) => vocabulary.idOf(concept);
  const byHead: (CompiledRelation[] | undefined)[] = [];
  const byOther: (CompiledRelation[] | undefined)[] = [];
  rules.forEach((rule, topic) => {
    const all = [
      ...rule.requires.map((relation) => compile(relation, topic, relation.conduct, idOf)),
      ...rule.mentions.map((relation) => compile(relation, topic, 'mention', idOf)),
    ];
    for (const relation of all) {
      if (!relation) continue;
      const [head, ...others] = relation.terms;
      for (const concept of head ?? []) push(byHead, concept, relation);
      for (const concept of new Set(others.flat())) push(byOther, concept, relation);
    }
  });
  return { topics: rules.map((rule) => rule.id), concepts: vocabulary.names.length, byHead, byOther };
}

function compile(
  relation: Relation,
  topic: number,
  conduct: CompiledRelation['conduct'],
  idOf: (concept: string) => number | undefined,
): CompiledRelation | undefined {
  const terms = relation.terms.map((term) => term.map(idOf).filter((id) => id !== undefined));
  if (terms.some((term) => term.length === 0)) return undefined;
  const without = relation.without.map(idOf).filter((id) => id !== undefined);
  return { topic, conduct, terms, within: relation.within, ordered: relation.ordered, without };
}

function push(index: (CompiledRelation[] | undefined)[], concept: number, relation: CompiledRelation): void {
  // Dense from the start: an array with holes would be looked up like a dictionary.
  while (index.length <= concept) index.push(undefined);
  const list = index[concept];
  if (list) list.push(relation);
  else index[concept] = [relation];
}

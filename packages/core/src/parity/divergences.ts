import type { Span } from '../span.ts';
import type { Clause } from '../structure/agreement.ts';
import type { AlignedPair } from './align-versions.ts';
import type { Facets } from './facets.ts';
import type { DivergenceKind } from './parity.ts';

/** A divergence before it is put into words. */
export interface FoundDivergence {
  readonly kind: DivergenceKind;
  /** The version that has what the other has not, or has more of it: 0 or 1. */
  readonly from: 0 | 1;
  readonly pair: AlignedPair;
  readonly topics: ReadonlySet<number>;
  /** The words that make the difference, in each version. */
  readonly words: readonly [readonly Span[], readonly Span[]];
  readonly isBinding: boolean;
}

/** Whether concepts are all that some relation of a topic asks for, whatever binds them. */
export type SpeaksOf = (topic: number, concepts: ReadonlySet<number>) => boolean;

/** Shorter clauses without number or vocabulary are running titles, not provisions. */
const SHORTEST_CLAUSE = 25;

/** All divergences between aligned versions, in the order of the pairs. */
export function findDivergences(pairs: readonly AlignedPair[], speaksOf: SpeaksOf): FoundDivergence[] {
  const alone = new Set<Clause>();
  for (const [a, b] of pairs) {
    if (a && !b) alone.add(a.clause);
    if (b && !a) alone.add(b.clause);
  }
  return pairs.flatMap((pair, at) => {
    const [a, b] = pair;
    if (a && b) return between(pair, a, b, neighbours(pairs, at), speaksOf);
    const only = (a ?? b) as Facets;
    return isProvision(only) && !isBelow(only.clause, alone) ? [inOneOnly(pair, only, a ? 0 : 1)] : [];
  });
}

/** Topics in the clauses beside a pair: what one version says in one sentence the other may say in the next. */
function neighbours(pairs: readonly AlignedPair[], at: number): readonly [ReadonlySet<number>, ReadonlySet<number>] {
  const near = [pairs[at - 1], pairs[at + 1]];
  const topics = (side: 0 | 1) => new Set(near.flatMap((pair) => [...(pair?.[side]?.topics.keys() ?? [])]));
  return [topics(0), topics(1)];
}

function isProvision({ clause, concepts, topics, length }: Facets): boolean {
  if (clause.kind === 'heading' || clause.kind === 'title')
    return clause.label !== undefined && clause.label.style === 'article';
  return (
    topics.size > 0 ||
    clause.label !== undefined ||
    (concepts.size > 0 && length >= SHORTEST_CLAUSE) ||
    length >= 2 * SHORTEST_CLAUSE
  );
}

/** Whether a clause above is missing as a whole: then its parts are no news. */
function isBelow(clause: Clause, alone: ReadonlySet<Clause>): boolean {
  for (let above = clause.parent; above; above = above.parent) if (alone.has(above)) return true;
  return clause.chapeau !== undefined && alone.has(clause.chapeau);
}

function inOneOnly(pair: AlignedPair, only: Facets, from: 0 | 1): FoundDivergence {
  return {
    kind: only.clause.chapeau && only.clause.chapeau.kind !== 'heading' ? 'item' : 'clause',
    from,
    pair,
    topics: new Set(only.topics.keys()),
    words: [[], []],
    isBinding: [...only.topics.values()].some(({ level }) => level === 'operative'),
  };
}

function between(
  pair: AlignedPair,
  a: Facets,
  b: Facets,
  near: readonly [ReadonlySet<number>, ReadonlySet<number>],
  speaksOf: SpeaksOf,
): FoundDivergence[] {
  if (a.clause.kind === 'heading' || b.clause.kind === 'heading' || a.clause.kind === 'title')
    return ofBrackets(pair, a, b);
  const verb = ofVerbs(pair, a, b);
  return [
    ...verb,
    ...ofTopics(pair, a, b, near, new Set(verb.flatMap(({ topics }) => [...topics])), speaksOf),
    ...ofActors(pair, a, b),
    ...ofTimes(pair, a, b),
    ...ofFigures(pair, a, b),
    ...ofQualifiers(pair, a, b),
    ...ofBrackets(pair, a, b),
  ];
}

function sharedTopics(a: Facets, b: Facets): number[] {
  return [...a.topics.keys()].filter((topic) => b.topics.has(topic));
}

function isBinding(a: Facets, b: Facets): boolean {
  return [...a.topics.values(), ...b.topics.values()].some(({ level }) => level === 'operative');
}

function ofVerbs(pair: AlignedPair, a: Facets, b: Facets): FoundDivergence[] {
  const differ = sharedTopics(a, b).filter((topic) => {
    const levels = [a.topics.get(topic)?.level, b.topics.get(topic)?.level];
    return levels.includes('operative') && levels.includes('hortatory');
  });
  const first = differ[0];
  if (first !== undefined) {
    const from = a.topics.get(first)?.level === 'operative' ? 0 : 1;
    return [{ kind: 'verb', from, pair, topics: new Set(differ), words: [a.governing, b.governing], isBinding: true }];
  }
  const agree = sharedTopics(a, b).some((topic) => a.topics.get(topic)?.level === b.topics.get(topic)?.level);
  const forces = [a.force, b.force];
  if (agree || !forces.includes('binding') || !forces.includes('soft') || inPreamble(a) || inPreamble(b)) return [];
  return [
    {
      kind: 'verb',
      from: a.force === 'binding' ? 0 : 1,
      pair,
      topics: new Set([...a.topics.keys(), ...b.topics.keys()]),
      words: [a.governing, b.governing],
      isBinding: isBinding(a, b),
    },
  ];
}

function inPreamble({ clause }: Facets): boolean {
  return clause.location === 'preamble' || clause.kind === 'recital';
}

function ofTopics(
  pair: AlignedPair,
  a: Facets,
  b: Facets,
  near: readonly [ReadonlySet<number>, ReadonlySet<number>],
  explained: ReadonlySet<number>,
  speaksOf: SpeaksOf,
): FoundDivergence[] {
  return ([0, 1] as const).flatMap((from) => {
    const [has, lacks] = from === 0 ? [a, b] : [b, a];
    const isMissing = (topic: number): boolean =>
      has.topics.get(topic)?.level === 'operative' &&
      !lacks.topics.has(topic) &&
      !near[1 - from]?.has(topic) &&
      !explained.has(topic);
    const topics = [...has.topics.keys()].filter(
      (topic) => isMissing(topic) && losesConcepts(topic, has, lacks, speaksOf),
    );
    if (topics.length === 0) return [];
    const spans = topics.flatMap((topic) => has.topics.get(topic)?.spans ?? []);
    return [
      {
        kind: 'topic' as const,
        from,
        pair,
        topics: new Set(topics),
        words: from === 0 ? ([spans, []] as const) : ([[], spans] as const),
        isBinding: true,
      },
    ];
  });
}

/**
 * Whether the other version lacks something that the evidence for a topic speaks of, and has nothing else in its place: a
 * translation may word one thing with another concept, and a topic may rest on a turn of phrase. Where the other's words
 * could carry the topic by any of its relations, nothing is missing.
 */
function losesConcepts(topic: number, has: Facets, lacks: Facets, speaksOf: SpeaksOf): boolean {
  // What an item owes to its chapeau is compared where the chapeau is.
  const chapeaux = [...lacks.clause.setting.concepts, ...has.clause.setting.concepts];
  if (speaksOf(topic, new Set([...lacks.concepts, ...chapeaux]))) return false;
  const spans = has.topics.get(topic)?.spans ?? [];
  const within = has.sites.filter(({ span }) => spans.some(([start, end]) => start <= span[0] && span[1] <= end));
  const missing = new Set(within.map(({ concept }) => concept).filter((concept) => !lacks.concepts.has(concept)));
  const instead = [...lacks.concepts].filter((concept) => !has.concepts.has(concept)).length;
  return missing.size > instead;
}

function ofActors(pair: AlignedPair, a: Facets, b: Facets): FoundDivergence[] {
  if (a.force !== 'binding' && b.force !== 'binding') return [];
  const names = (facets: Facets) => facets.bearers.length > 0 || facets.inheritsBearer;
  if (names(a) === names(b)) return [];
  // A prohibition binds whoever signs, named or not: languages word it with and without a subject.
  if (a.prohibits || b.prohibits) return [];
  const from = names(a) ? 0 : 1;
  return [
    {
      kind: 'actor',
      from,
      pair,
      topics: new Set(sharedTopics(a, b)),
      words: [a.bearers, b.bearers],
      isBinding: isBinding(a, b),
    },
  ];
}

function ofTimes(pair: AlignedPair, a: Facets, b: Facets): FoundDivergence[] {
  const [restA, restB] = withoutEqual(a.times, b.times);
  if (restA.length === 0 && restB.length === 0) return [];
  return [
    {
      kind: 'time',
      from: restA.length >= restB.length ? 0 : 1,
      pair,
      topics: new Set([...a.topics.keys(), ...b.topics.keys()]),
      words: [restA.map(({ span }) => span), restB.map(({ span }) => span)],
      isBinding: isBinding(a, b),
    },
  ];
}

/** What is left of two lists when what is of equal value in both is taken out. */
function withoutEqual<Item extends { readonly value: number }>(
  a: readonly Item[],
  b: readonly Item[],
): readonly [readonly Item[], readonly Item[]] {
  const left = [...b];
  const rest = a.filter((item) => {
    const at = left.findIndex((other) => other.value === item.value);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [rest, left] as const;
}

/** Figures are held against figures only: one version may write in words what the other writes in digits. */
function ofFigures(pair: AlignedPair, a: Facets, b: Facets): FoundDivergence[] {
  const [restA, restB] = withoutEqual(a.figures, b.figures);
  if (restA.length === 0 || restB.length === 0) return [];
  return [
    {
      kind: 'number',
      from: 0,
      pair,
      topics: new Set([...a.topics.keys(), ...b.topics.keys()]),
      words: [restA.map(({ span }) => span), restB.map(({ span }) => span)],
      isBinding: isBinding(a, b),
    },
  ];
}

function ofQualifiers(pair: AlignedPair, a: Facets, b: Facets): FoundDivergence[] {
  if (a.escapes.length > 0 === b.escapes.length > 0) return [];
  return [
    {
      kind: 'qualifier',
      from: a.escapes.length > 0 ? 0 : 1,
      pair,
      topics: new Set(sharedTopics(a, b)),
      words: [a.escapes, b.escapes],
      isBinding: isBinding(a, b),
    },
  ];
}

function ofBrackets(pair: AlignedPair, a: Facets, b: Facets): FoundDivergence[] {
  if (a.brackets.length > 0 === b.brackets.length > 0) return [];
  return [
    {
      kind: 'brackets',
      from: a.brackets.length > 0 ? 0 : 1,
      pair,
      topics: new Set(sharedTopics(a, b)),
      words: [a.brackets, b.brackets],
      isBinding: isBinding(a, b),
    },
  ];
}

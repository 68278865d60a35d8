import type { Analysis } from '../analysis.ts';
import type { TopicRule } from '../rule/rule.ts';
import type { Clause } from '../structure/agreement.ts';
import type { PlacedEvidence } from './coverage.ts';

/** Where clauses that are missing from an agreement would belong. */
export class Placement {
  private readonly analysis: Analysis;
  private readonly lastByFamily = new Map<TopicRule['family'], Clause>();
  private readonly last: Clause | undefined;

  constructor(analysis: Analysis, topics: readonly TopicRule[]) {
    this.analysis = analysis;
    let last: Clause | undefined;
    analysis.evidence.forEach((list, index) => {
      const family = topics[index]?.family;
      const clause = lastOperative(list);
      if (!clause) return;
      if (!last || clause.index > last.index) last = clause;
      const known = family && this.lastByFamily.get(family);
      if (family && (!known || clause.index > known.index)) this.lastByFamily.set(family, clause);
    });
    this.last = last;
  }

  /**
   * The clause after which a missing clause on `topic` would belong: the last operative one on a topic of the same family,
   * else the last operative one on any topic, else the last clause before the signatures.
   */
  after(topic: TopicRule): Clause | undefined {
    return endOfList(this.analysis, this.lastByFamily.get(topic.family) ?? this.last) ?? lastOfBody(this.analysis);
  }
}

/** The last clause of the body with an operative piece of evidence. */
function lastOperative(list: readonly PlacedEvidence[]): Clause | undefined {
  // The strongest pieces come first, and of these the first in the text: the ones in question end by bisection.
  let end = 0;
  for (let high = list.length; end < high; ) {
    const middle = (end + high) >> 1;
    if (list[middle]?.level === 'operative') end = middle + 1;
    else high = middle;
  }
  for (let at = end - 1; at >= 0; at--) {
    const { clause } = list[at] as PlacedEvidence;
    if (clause.location === 'operative') return clause;
  }
  return undefined;
}

/** A new clause never goes into the middle of a list. */
function endOfList(analysis: Analysis, clause: Clause | undefined): Clause | undefined {
  if (!clause?.chapeau) return clause;
  let last = clause;
  for (let at = clause.index + 1; at < analysis.agreement.clauses.length; at++) {
    const next = analysis.agreement.clauses[at] as Clause;
    if (next.chapeau !== clause.chapeau) break;
    last = next;
  }
  return last;
}

function lastOfBody(analysis: Analysis): Clause | undefined {
  return analysis.agreement.clauses.findLast(
    (clause) => clause.location === 'operative' && clause.kind !== 'signature' && clause.kind !== 'aside',
  );
}

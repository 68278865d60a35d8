import type { Analysis } from '../analysis.ts';
import type { TopicRule } from '../rule/rule.ts';
import type { Clause } from '../structure/agreement.ts';

/**
 * The clause after which a missing clause on `topic` would belong: the last operative one on a topic of the same family,
 * else the last operative one on any topic, else the last clause before the signatures.
 */
export function placeFor(topic: TopicRule, analysis: Analysis, topics: readonly TopicRule[]): Clause | undefined {
  let family: Clause | undefined;
  let any: Clause | undefined;
  analysis.evidence.forEach((list, index) => {
    for (const piece of list) {
      if (piece.level !== 'operative' || piece.clause.location !== 'operative') continue;
      if (!any || piece.clause.index > any.index) any = piece.clause;
      if (topics[index]?.family === topic.family && (!family || piece.clause.index > family.index))
        family = piece.clause;
    }
  });
  return endOfList(analysis, family ?? any) ?? lastOfBody(analysis);
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

import type { Clause } from '../structure/agreement.ts';
import type { DraftText } from './unit.ts';

/** Clauses that stand word for word in both drafts. */
export interface ClausePairs {
  /** By clause: the index of its equal in the new draft, -1 where there is none, -2 where the clause has no words. */
  readonly old: Int32Array;
  readonly new: Int32Array;
  /** By clause: equal numbers for equal words, labels and line breaks aside. */
  readonly textIds: { readonly old: Int32Array; readonly new: Int32Array };
}

/** Of equal clauses in several places those with the most of their surroundings in common belong together. */
const SURROUNDINGS: readonly ((side: Surroundings, at: number) => string)[] = [
  (side, at) => `${side.id(at)}|${side.chapeau(at)}|${side.id(at - 1)}|${side.id(at + 1)}`,
  (side, at) => `${side.id(at)}|${side.chapeau(at)}|${side.id(at - 1)}`,
  (side, at) => `${side.id(at)}|${side.chapeau(at)}|${side.id(at + 1)}`,
  (side, at) => `${side.id(at)}|${side.chapeau(at)}`,
  (side, at) => `${side.id(at)}|${side.id(at - 1)}`,
  (side, at) => `${side.id(at)}`,
];

/** Pairs equal clauses one to one. Linear in the texts, and the same with the drafts exchanged. */
export function pairEqualClauses(old: DraftText, draft: DraftText): ClausePairs {
  const numbers = new Map<string, number>();
  const textIds = { old: idsOf(old, numbers), new: idsOf(draft, numbers) };
  const sides = {
    old: new Surroundings(old.agreement.clauses, textIds.old),
    new: new Surroundings(draft.agreement.clauses, textIds.new),
  };
  const pairs: ClausePairs = { old: unpaired(textIds.old), new: unpaired(textIds.new), textIds };
  for (const keyOf of SURROUNDINGS) {
    const places = new Map<string, number[]>();
    pairs.new.forEach((paired, at) => {
      if (paired !== -1) return;
      const key = keyOf(sides.new, at);
      const list = places.get(key);
      if (list) list.push(at);
      else places.set(key, [at]);
    });
    if (places.size === 0) break;
    for (const list of places.values()) list.reverse();
    pairs.old.forEach((paired, at) => {
      if (paired !== -1) return;
      const partner = places.get(keyOf(sides.old, at))?.pop();
      if (partner === undefined) return;
      pairs.old[at] = partner;
      pairs.new[partner] = at;
    });
  }
  return pairs;
}

class Surroundings {
  private readonly clauses: readonly Clause[];
  private readonly ids: Int32Array;

  constructor(clauses: readonly Clause[], ids: Int32Array) {
    this.clauses = clauses;
    this.ids = ids;
  }

  id(at: number): number {
    return this.ids[at] ?? -1;
  }

  chapeau(at: number): number {
    const chapeau = this.clauses[at]?.chapeau;
    return chapeau ? this.id(chapeau.index) : -1;
  }
}

function idsOf(draft: DraftText, numbers: Map<string, number>): Int32Array {
  return Int32Array.from(draft.agreement.clauses, (clause) => {
    const words = evened(draft.text.slice(clause.span[0] + clause.reading.textStart, clause.span[1]));
    if (words === '') return -1;
    let id = numbers.get(words);
    if (id === undefined) {
      id = numbers.size;
      numbers.set(words, id);
    }
    return id;
  });
}

/** Lines flow differently in two drafts; that is no difference. */
function evened(text: string): string {
  const trimmed = text.trim();
  return /\s\s|[^\S ]/.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}

function unpaired(ids: Int32Array): Int32Array {
  return ids.map((id) => (id < 0 ? -2 : -1));
}

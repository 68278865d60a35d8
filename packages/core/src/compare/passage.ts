import type { ReviewDetails } from '../review.ts';
import type { Clause } from '../structure/agreement.ts';
import type { Alignment, Side } from './alignment.ts';
import { other } from './alignment.ts';
import { unitOf } from './matching.ts';
import { rowOf, type WordRow } from './passage-words.ts';
import type { Provision, Provisions } from './provision.ts';
import { isRearranged } from './rearranged.ts';
import type { Unit } from './unit.ts';
import { findHunks, type Hunk } from './word-difference.ts';

/** Two drafts with what is known of both. */
export interface Compared {
  readonly details: Readonly<Record<Side, ReviewDetails>>;
  readonly provisions: Readonly<Record<Side, Provisions>>;
  readonly alignment: Alignment;
}

/** Sentences of one draft with what they became in the other, and the words that differ. */
export interface Passage {
  readonly key: string;
  /** In the draft that losses are looked for in. */
  readonly before: WordRow;
  readonly after: WordRow;
  readonly hunks: readonly Hunk[];
}

/** Puts together the passages of one comparison, each once. */
export class PassageReader {
  private readonly side: Side;
  private readonly compared: Compared;
  private readonly alignment: Alignment;
  private readonly provisions: Readonly<Record<Side, Provisions>>;
  private readonly known = new Map<string, Passage>();

  constructor(side: Side, compared: Compared) {
    this.side = side;
    this.compared = compared;
    this.alignment = compared.alignment;
    this.provisions = compared.provisions;
  }

  /** Whether the words of a provision are all still there, with what introduces them, in another arrangement. */
  isRearranged(provision: Provision): boolean {
    const { details } = this.compared;
    const same = (unit: Unit | undefined): boolean => {
      if (!unit) return false;
      if (this.alignment.equalTo(this.side, unit.clause)) return true;
      const passage = this.around(unit);
      return passage !== undefined && isRearranged(passage, details[this.side]);
    };
    const own = unitOf(provision, this.side, this.alignment);
    const chapeaux = chapeauxOf(provision.clause).filter((chapeau) => !chapeau.reading.isBare);
    // A member of a list that left it is governed by other words, even where its own are the same.
    const there =
      this.alignment.equalTo(this.side, provision.clause) ?? this.alignment.counterparts(this.side, own)[0]?.clause;
    if (!there || there.location !== provision.clause.location) return false;
    return same(own) && chapeaux.every((chapeau) => same(this.alignment.units(this.side, chapeau).at(-1)));
  }

  /** The passage around a sentence, or undefined where nothing became of it or nothing changed. */
  around(unit: Unit): Passage | undefined {
    if (this.alignment.equalTo(this.side, unit.clause)) return undefined;
    const after = this.alignment.counterparts(this.side, unit);
    if (after.length === 0) return undefined;
    const before = after.flatMap((found) => this.alignment.counterparts(other(this.side), found));
    return this.passage(
      this.withLooseEnds(before.length > 0 ? before : [unit], this.side),
      this.withLooseEnds(after, other(this.side)),
    );
  }

  /** The passage of two sentences that were paired by their subject. */
  between(before: Unit, after: Unit): Passage {
    return this.passage([before], [after]);
  }

  private passage(before: readonly Unit[], after: readonly Unit[]): Passage {
    const key = `${keyOf(before)}>${keyOf(after)}`;
    let passage = this.known.get(key);
    if (!passage) {
      const old = rowOf(before);
      const now = rowOf(after);
      passage = { key, before: old, after: now, hunks: findHunks(old.words, now.words) };
      this.known.set(key, passage);
    }
    return passage;
  }

  /** Sentences of the same clauses that have no partner and provide nothing by themselves add to the ones that do. */
  private withLooseEnds(units: readonly Unit[], side: Side): Unit[] {
    const all = new Map<string, Unit>();
    for (const unit of units) all.set(idOf(unit), unit);
    for (const unit of units) {
      if (this.alignment.equalTo(side, unit.clause)) continue;
      const providing = new Set(
        (this.provisions[side].byClause.get(unit.clause.index) ?? []).map((one) => one.ordinal),
      );
      for (const sibling of this.alignment.units(side, unit.clause)) {
        if (providing.has(sibling.ordinal) || all.has(idOf(sibling))) continue;
        if (this.alignment.counterparts(side, sibling).length === 0) all.set(idOf(sibling), sibling);
      }
    }
    return [...all.values()].sort((a, b) => a.clause.index - b.clause.index || a.ordinal - b.ordinal);
  }
}

/** The clauses that introduce a clause, nearest first. */
export function chapeauxOf(clause: Clause): Clause[] {
  const chapeaux: Clause[] = [];
  for (let at = clause.chapeau; at; at = at.chapeau) chapeaux.push(at);
  return chapeaux;
}

function idOf(unit: Unit): string {
  return `${unit.clause.index}.${unit.ordinal}`;
}

function keyOf(units: readonly Unit[]): string {
  return units.map(idOf).join(',');
}

import type { Alignment, Side } from './alignment.ts';
import { other } from './alignment.ts';
import { rowOf, type WordRow } from './passage-words.ts';
import type { Provisions } from './provision.ts';
import type { Unit } from './unit.ts';
import { findHunks, type Hunk } from './word-difference.ts';

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
  private readonly alignment: Alignment;
  private readonly provisions: Readonly<Record<Side, Provisions>>;
  private readonly known = new Map<string, Passage>();

  constructor(side: Side, alignment: Alignment, provisions: Readonly<Record<Side, Provisions>>) {
    this.side = side;
    this.alignment = alignment;
    this.provisions = provisions;
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

function idOf(unit: Unit): string {
  return `${unit.clause.index}.${unit.ordinal}`;
}

function keyOf(units: readonly Unit[]): string {
  return units.map(idOf).join(',');
}

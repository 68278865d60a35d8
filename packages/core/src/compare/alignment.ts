import type { Clause } from '../structure/agreement.ts';
import { findCandidates } from './candidates.ts';
import { type ClausePairs, pairEqualClauses } from './equal-clauses.ts';
import { type Bag, bagOf, Similarity, without } from './similarity.ts';
import { type DraftText, type Unit, unitsOf, WordTable } from './unit.ts';

export type Side = 'old' | 'new';

/** Which sentence of one draft became which of the other. Symmetric: with the drafts exchanged the links are the same. */
export interface Alignment {
  readonly table: WordTable;
  /** The share of the shorter draft that is found in the other, from 0 to 1. */
  readonly overlap: number;
  /** Where a clause stands word for word in the other draft, or undefined. */
  equalTo(side: Side, clause: Clause): Clause | undefined;
  /** The sentences of a clause. */
  units(side: Side, clause: Clause): readonly Unit[];
  /** The sentences of the other draft that a sentence became. */
  counterparts(side: Side, unit: Unit): readonly Unit[];
  /** How alike two sentences are, from 0 to 1. */
  similarity(a: Unit, b: Unit): number;
}

const ALIKE = 0.42;
const PART = 0.6;
const SAME_PLACE = 0.12;
const CONTEXT = 0.08;

/**
 * Aligns two drafts sentence by sentence: first what is equal, then what is alike, then parts of what was split or merged,
 * at last what stands in the same place. Labels play no part, so renumbering changes nothing.
 */
export function alignClauses(old: DraftText, draft: DraftText): Alignment {
  return new Aligner(old, draft);
}

interface Sided {
  readonly draft: DraftText;
  readonly cache: Map<number, readonly Unit[]>;
  /** Sentences of the clauses that have no equal. */
  readonly open: Unit[];
  readonly bags: Bag[];
  /** Indices into the other side's `open`. */
  readonly partners: number[][];
}

class Aligner implements Alignment {
  readonly table: WordTable;
  readonly overlap: number;
  private readonly pairs: ClausePairs;
  private readonly sides: Readonly<Record<Side, Sided>>;
  private readonly positions: Readonly<Record<Side, ReadonlyMap<Unit, number>>>;
  private readonly measure: Similarity;
  private readonly foreignBags = new Map<Unit, Bag>();

  constructor(old: DraftText, draft: DraftText) {
    this.table = new WordTable(old.pack);
    this.pairs = pairEqualClauses(old, draft);
    this.sides = { old: sided(old), new: sided(draft) };
    for (const side of ['old', 'new'] as const) this.openUnits(side);
    this.measure = this.learnWeights();
    this.positions = { old: positionsOf(this.sides.old.open), new: positionsOf(this.sides.new.open) };
    this.linkEqual();
    this.linkAlike();
    this.linkParts();
    this.linkSamePlace();
    this.overlap = this.measureOverlap();
  }

  equalTo(side: Side, clause: Clause): Clause | undefined {
    const at = this.pairs[side][clause.index] as number;
    return at < 0 ? undefined : this.sides[other(side)].draft.agreement.clauses[at];
  }

  units(side: Side, clause: Clause): readonly Unit[] {
    const { cache, draft } = this.sides[side];
    let units = cache.get(clause.index);
    if (!units) {
      units = unitsOf(clause, draft, this.table);
      cache.set(clause.index, units);
    }
    return units;
  }

  counterparts(side: Side, unit: Unit): readonly Unit[] {
    const equal = this.equalTo(side, unit.clause);
    if (equal) {
      const found = this.units(other(side), equal)[unit.ordinal];
      return found ? [found] : [];
    }
    const at = this.positions[side].get(unit);
    if (at === undefined) return [];
    const { open } = this.sides[other(side)];
    return (this.sides[side].partners[at] as number[]).map((partner) => open[partner] as Unit);
  }

  similarity(a: Unit, b: Unit): number {
    return this.measure.between(this.bag(a), this.bag(b));
  }

  private openUnits(side: Side): void {
    const own = this.sides[side];
    for (const clause of own.draft.agreement.clauses) {
      if (this.pairs[side][clause.index] !== -1) continue;
      for (const unit of this.units(side, clause)) {
        if (unit.words.length === 0) continue;
        own.open.push(unit);
        own.bags.push(bagOf(unit.words));
        own.partners.push([]);
      }
    }
  }

  private learnWeights(): Similarity {
    const frequency = new Int32Array(this.table.size);
    let stretches = 0;
    for (const { bags } of [this.sides.old, this.sides.new]) {
      stretches += bags.length;
      for (const { sorted } of bags) {
        for (let at = 0; at < sorted.length; at++) {
          const word = sorted[at] as number;
          if (at === 0 || word !== sorted[at - 1]) frequency[word] = (frequency[word] as number) + 1;
        }
      }
    }
    return new Similarity(frequency, stretches);
  }

  /** The same words in the same order, wherever they went; beside the same chapeau first. */
  private linkEqual(): void {
    for (const withChapeau of [true, false]) {
      const places = new Map<string, number[]>();
      const keyOf = (unit: Unit, side: Side): string =>
        withChapeau ? `${this.chapeauKey(unit, side)}|${unit.words.join(',')}` : unit.words.join(',');
      this.sides.new.open.forEach((unit, at) => {
        if (!this.isFree('new', at)) return;
        const key = keyOf(unit, 'new');
        const list = places.get(key);
        if (list) list.push(at);
        else places.set(key, [at]);
      });
      this.sides.old.open.forEach((unit, at) => {
        if (!this.isFree('old', at)) return;
        const partner = places.get(keyOf(unit, 'old'))?.shift();
        if (partner !== undefined) this.link(at, partner);
      });
    }
  }

  private linkAlike(): void {
    interface Pair {
      readonly old: number;
      readonly new: number;
      readonly score: number;
    }
    const pairs: Pair[] = this.candidatePairs().flatMap(([a, b]) => {
      const alike = this.measure.between(this.sides.old.bags[a] as Bag, this.sides.new.bags[b] as Bag);
      if (alike < ALIKE) return [];
      return [{ old: a, new: b, score: alike + (this.haveSameContext(a, b) ? CONTEXT : 0) }];
    });
    // Ties are broken without regard to which draft is which.
    pairs.sort(
      (a, b) =>
        b.score - a.score ||
        Math.abs(a.old - a.new) - Math.abs(b.old - b.new) ||
        Math.min(a.old, a.new) - Math.min(b.old, b.new) ||
        a.old + a.new - (b.old + b.new),
    );
    for (const pair of pairs)
      if (this.isFree('old', pair.old) && this.isFree('new', pair.new)) this.link(pair.old, pair.new);
  }

  /** A sentence that was cut off another, or put into another, lies in what the first partner left over. */
  private linkParts(): void {
    const byNew = new Map<number, number[]>();
    const byOld = new Map<number, number[]>();
    for (const [a, b] of this.candidatePairs()) {
      byOld.set(a, [...(byOld.get(a) ?? []), b]);
      byNew.set(b, [...(byNew.get(b) ?? []), a]);
    }
    const attach = (side: Side, at: number, hosts: readonly number[]): void => {
      if (!this.isFree(side, at)) return;
      const own = this.sides[side].bags[at] as Bag;
      let best: number | undefined;
      let most = PART;
      for (const host of hosts) {
        const found = this.measure.containment(own, this.residue(other(side), host));
        if (found > most) {
          most = found;
          best = host;
        }
      }
      if (best === undefined) return;
      if (side === 'old') this.link(at, best);
      else this.link(best, at);
    };
    const longestFirst = (side: Side, keys: Iterable<number>) =>
      [...keys].sort((a, b) => this.length(side, b) - this.length(side, a) || a - b);
    for (const at of longestFirst('new', byNew.keys())) attach('new', at, byNew.get(at) as number[]);
    for (const at of longestFirst('old', byOld.keys())) attach('old', at, byOld.get(at) as number[]);
  }

  /** What was reworded through and through is known by its neighbours: as many clauses without a partner here as there. */
  private linkSamePlace(): void {
    const there = new Map(this.freeRuns('new').map((run) => [`${run.before}|${run.after}|${run.units.length}`, run]));
    for (const run of this.freeRuns('old')) {
      const before = this.partnerClause('old', run.before);
      const after = this.partnerClause('old', run.after);
      if (before === undefined || after === undefined) continue;
      // The whole of two texts is no place that they share.
      if (before < 0 && after >= this.sides.new.draft.agreement.clauses.length) continue;
      const opposite = there.get(`${before}|${after}|${run.units.length}`);
      if (!opposite) continue;
      run.units.forEach((at, position) => {
        const partner = opposite.units[position] as number;
        const alike = this.measure.between(this.sides.old.bags[at] as Bag, this.sides.new.bags[partner] as Bag);
        if (alike >= SAME_PLACE && this.isFree('new', partner)) this.link(at, partner);
      });
    }
  }

  private freeRuns(side: Side): readonly FreeRun[] {
    const runs: FreeRun[] = [];
    const { open } = this.sides[side];
    for (let at = 0; at < open.length; at++) {
      if (!this.isFree(side, at)) continue;
      const units = [at];
      while (
        at + 1 < open.length &&
        this.isFree(side, at + 1) &&
        this.followsOn(open[at] as Unit, open[at + 1] as Unit)
      )
        units.push(++at);
      runs.push({
        units,
        before: (open[units[0] as number] as Unit).clause.index - 1,
        after: (open[at] as Unit).clause.index + 1,
      });
    }
    return runs;
  }

  private followsOn(a: Unit, b: Unit): boolean {
    return b.clause.index - a.clause.index <= 1;
  }

  /** The clause of the other draft that a clause became, where that is one. */
  private partnerClause(side: Side, index: number): number | undefined {
    const clause = this.sides[side].draft.agreement.clauses[index];
    if (!clause) return index < 0 ? -1 : this.sides[other(side)].draft.agreement.clauses.length;
    const equal = this.equalTo(side, clause);
    if (equal) return equal.index;
    return this.counterparts(side, this.units(side, clause)[0] as Unit)[0]?.clause.index;
  }

  private candidates: [number, number][] | undefined;

  /** Pairs worth comparing, found from both sides so that neither draft is preferred. */
  private candidatePairs(): readonly [number, number][] {
    if (this.candidates) return this.candidates;
    const free = { old: this.freeUnits('old'), new: this.freeUnits('new') };
    const pairs = new Map<number, [number, number]>();
    const add = (a: number, b: number) => pairs.set(a * 2 ** 24 + b, [a, b]);
    const unitsAt = (side: Side) => free[side].map((at) => this.sides[side].open[at] as Unit);
    findCandidates(unitsAt('old'), unitsAt('new')).forEach((found, at) => {
      for (const partner of found) add(free.old[at] as number, free.new[partner] as number);
    });
    findCandidates(unitsAt('new'), unitsAt('old')).forEach((found, at) => {
      for (const partner of found) add(free.old[partner] as number, free.new[at] as number);
    });
    this.candidates = [...pairs.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return this.candidates;
  }

  private freeUnits(side: Side): number[] {
    const free: number[] = [];
    this.sides[side].open.forEach((_, at) => {
      if (this.isFree(side, at)) free.push(at);
    });
    return free;
  }

  private haveSameContext(a: number, b: number): boolean {
    const old = (this.sides.old.open[a] as Unit).clause;
    const now = (this.sides.new.open[b] as Unit).clause;
    const areEqual = (before: number, after: number) => before >= 0 && after >= 0 && this.pairs.old[before] === after;
    return (
      areEqual(old.index - 1, now.index - 1) ||
      areEqual(old.index + 1, now.index + 1) ||
      (old.chapeau !== undefined && now.chapeau !== undefined && areEqual(old.chapeau.index, now.chapeau.index))
    );
  }

  private chapeauKey(unit: Unit, side: Side): string {
    const { chapeau } = unit.clause;
    return chapeau ? `${this.pairs.textIds[side][chapeau.index]}` : '';
  }

  private isFree(side: Side, at: number): boolean {
    return (this.sides[side].partners[at] as number[]).length === 0;
  }

  private length(side: Side, at: number): number {
    return (this.sides[side].open[at] as Unit).words.length;
  }

  private residue(side: Side, at: number): Bag {
    const partners = this.sides[side].partners[at] as number[];
    return partners.reduce(
      (rest, partner) => without(rest, this.sides[other(side)].bags[partner] as Bag),
      this.sides[side].bags[at] as Bag,
    );
  }

  private link(old: number, now: number): void {
    (this.sides.old.partners[old] as number[]).push(now);
    (this.sides.new.partners[now] as number[]).push(old);
  }

  private bag(unit: Unit): Bag {
    let bag = this.foreignBags.get(unit);
    if (!bag) {
      bag = bagOf(unit.words);
      this.foreignBags.set(unit, bag);
    }
    return bag;
  }

  private measureOverlap(): number {
    const total = { old: 0, new: 0 };
    let shared = 0;
    for (const side of ['old', 'new'] as const) {
      const own = this.sides[side];
      for (const clause of own.draft.agreement.clauses) {
        const length = clause.span[1] - clause.span[0] - clause.reading.textStart;
        total[side] += length;
        if (side === 'old' && (this.pairs.old[clause.index] as number) >= 0) shared += length;
      }
    }
    this.sides.old.open.forEach((unit, at) => {
      const partners = this.sides.old.partners[at] as number[];
      const found = partners.reduce<Bag>(
        (rest, partner) => without(rest, this.sides.new.bags[partner] as Bag),
        this.sides.old.bags[at] as Bag,
      );
      const share = 1 - found.sorted.length / Math.max(1, unit.words.length);
      shared += share * (unit.span[1] - unit.span[0]);
    });
    const shorter = Math.min(total.old, total.new);
    return shorter === 0 ? 0 : Math.min(1, shared / shorter);
  }
}

interface FreeRun {
  readonly units: readonly number[];
  /** Indices of the clauses around the run. */
  readonly before: number;
  readonly after: number;
}

function sided(draft: DraftText): Sided {
  return { draft, cache: new Map(), open: [], bags: [], partners: [] };
}

function positionsOf(units: readonly Unit[]): ReadonlyMap<Unit, number> {
  return new Map(units.map((unit, at) => [unit, at]));
}

export function other(side: Side): Side {
  return side === 'old' ? 'new' : 'old';
}

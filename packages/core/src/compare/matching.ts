import { rank } from '../assess/coverage.ts';
import type { Alignment, Side } from './alignment.ts';
import { other } from './alignment.ts';
import { PLACES, type Provision, type Provisions } from './provision.ts';
import type { Unit } from './unit.ts';

/** For each provision of one draft what it became in the other, strongest first; nothing where it was left out. */
export type Matches = ReadonlyMap<Provision, readonly Provision[]>;

/** Two sentences on one topic that share less than this are two provisions, not one reworded. */
const SAME_SUBJECT = 0.15;

/** Two members of one list on one topic are the same member in other words, "pillage" and "looting". */
const SAME_LIST = 0.2;

/** The sentence that a provision stands in. */
export function unitOf(provision: Provision, side: Side, alignment: Alignment): Unit {
  const units = alignment.units(side, provision.clause);
  return units[Math.min(provision.ordinal, units.length - 1)] as Unit;
}

/** Finds out what became of each provision of `side`. */
export function matchProvisions(
  side: Side,
  provisions: Readonly<Record<Side, Provisions>>,
  alignment: Alignment,
): Matches {
  const matches = new Map<Provision, readonly Provision[]>();
  const opposite = other(side);
  provisions[side].byTopic.forEach((list, topic) => {
    const there = provisions[opposite].byTopic[topic] as readonly Provision[];
    const taken = new Set<Provision>();
    const left: Provision[] = [];
    for (const provision of list) {
      const found = counterpartsOf(provision, side, provisions[opposite], alignment);
      for (const counterpart of found) taken.add(counterpart);
      if (found.length > 0) matches.set(provision, found);
      else left.push(provision);
    }
    const free = there.filter((candidate) => !taken.has(candidate));
    for (const [provision, counterpart] of pairRewritten(left, free, side, alignment))
      matches.set(provision, [counterpart]);
  });
  return matches;
}

function counterpartsOf(provision: Provision, side: Side, there: Provisions, alignment: Alignment): Provision[] {
  const onTopic = (clause: number) =>
    (there.byClause.get(clause) ?? []).filter((candidate) => candidate.topic === provision.topic);
  const equal = alignment.equalTo(side, provision.clause);
  if (equal) {
    const found = onTopic(equal.index);
    const same = found.filter((candidate) => candidate.ordinal === provision.ordinal);
    return strongestFirst(same.length > 0 ? same : found);
  }
  const units = alignment.counterparts(side, unitOf(provision, side, alignment));
  return strongestFirst(
    units.flatMap((unit) => onTopic(unit.clause.index).filter((candidate) => candidate.ordinal === unit.ordinal)),
  );
}

function strongestFirst(provisions: readonly Provision[]): Provision[] {
  return [...provisions].sort(
    (a, b) =>
      rank(b.level) - rank(a.level) ||
      PLACES.indexOf(b.place) - PLACES.indexOf(a.place) ||
      a.clause.index - b.clause.index ||
      a.ordinal - b.ordinal,
  );
}

function areInOneList(a: Provision, b: Provision, side: Side, alignment: Alignment): boolean {
  const old = a.clause.chapeau;
  const now = b.clause.chapeau;
  if (!old || !now) return false;
  const equal = alignment.equalTo(side, old);
  if (equal) return equal === now;
  const last = alignment.units(side, old).at(-1);
  return last !== undefined && alignment.counterparts(side, last).some((unit) => unit.clause === now);
}

/** Provisions on one topic without a partner: the most alike belong together. */
function pairRewritten(
  left: readonly Provision[],
  free: readonly Provision[],
  side: Side,
  alignment: Alignment,
): [Provision, Provision][] {
  // A draft that was rewritten as a whole would make all pairs; then nothing can be told from them anyway.
  if (left.length === 0 || free.length === 0 || left.length * free.length > 10_000) return [];
  const pairs = left.flatMap((provision) =>
    free.map((candidate) => ({
      provision,
      candidate,
      alike:
        alignment.similarity(unitOf(provision, side, alignment), unitOf(candidate, other(side), alignment)) +
        (areInOneList(provision, candidate, side, alignment) ? SAME_LIST : 0),
    })),
  );
  const key = (provision: Provision) => provision.clause.index * 1_000 + provision.ordinal;
  pairs.sort(
    (a, b) =>
      b.alike - a.alike ||
      Math.min(key(a.provision), key(a.candidate)) - Math.min(key(b.provision), key(b.candidate)) ||
      key(a.provision) + key(a.candidate) - key(b.provision) - key(b.candidate),
  );
  const taken = new Set<Provision>();
  const found: [Provision, Provision][] = [];
  for (const { provision, candidate, alike } of pairs) {
    if (alike < SAME_SUBJECT || taken.has(provision) || taken.has(candidate)) continue;
    taken.add(provision);
    taken.add(candidate);
    found.push([provision, candidate]);
  }
  return found;
}

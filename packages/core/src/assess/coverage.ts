import type { ClauseEvidence } from '../match/clause-evidence.ts';
import { Slot } from '../match/clause-evidence.ts';
import { LEVELS, type Level, type Slots } from '../report/report.ts';
import type { Span } from '../span.ts';
import type { Agreement, Clause } from '../structure/agreement.ts';
import { type ClauseLists, listsByClause } from '../structure/clause-lists.ts';

/** A piece of evidence in its clause. */
export interface PlacedEvidence extends ClauseEvidence {
  readonly clause: Clause;
  readonly status: 'agreed' | 'bracketed' | 'inserted';
}

/** The span of a piece of evidence in the Source. */
export function spanOf({ clause, span }: PlacedEvidence): Span {
  return [clause.span[0] + span[0], clause.span[0] + span[1]];
}

/** Pieces of evidence by the clause they stand in, in the order given. */
export function groupByClause(
  lists: readonly (readonly PlacedEvidence[])[],
  agreement: Agreement,
): ClauseLists<PlacedEvidence> {
  return listsByClause(agreement, lists.flat(), ({ clause }) => clause);
}

export function rank(level: Level): number {
  return LEVELS.indexOf(level);
}

/** Strongest first, and otherwise in the order given, which is that of the text. */
export function strongestFirst(pieces: PlacedEvidence[]): PlacedEvidence[] {
  const strongest = pieces[0]?.level;
  if (pieces.every(({ level }) => level === strongest)) return pieces;
  return [...LEVELS].reverse().flatMap((level) => pieces.filter((piece) => piece.level === level));
}

export function strongestLevel(evidence: readonly { readonly level: Level }[]): Level {
  let best: Level = 'absent';
  for (const piece of evidence) {
    if (piece.level === 'operative') return 'operative';
    if (rank(piece.level) > rank(best)) best = piece.level;
  }
  return best;
}

/** Which slots any piece of evidence at the topic's own level fills. */
export function slotsOf(evidence: readonly PlacedEvidence[]): Slots {
  const level = strongestLevel(evidence);
  let bits = 0;
  for (const piece of evidence) if (piece.level === level) bits |= piece.slots;
  return {
    bearer: (bits & Slot.bearer) !== 0,
    obligation: (bits & Slot.obligation) !== 0,
    protected: (bits & Slot.protected) !== 0,
    act: (bits & Slot.act) !== 0,
    mechanism: (bits & Slot.mechanism) !== 0,
    time: (bits & Slot.time) !== 0,
    consequence: (bits & Slot.consequence) !== 0,
  };
}

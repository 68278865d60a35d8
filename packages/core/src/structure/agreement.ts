import type { ClauseSetting } from '../match/clause-evidence.ts';
import type { Location } from '../report/report.ts';
import type { Span } from '../span.ts';
import type { BlockReading } from './block-reading.ts';
import type { Label } from './labels.ts';

/** A draft as a lawyer sees it: clauses in order, each with what it belongs to. */
export interface Agreement {
  readonly clauses: readonly Clause[];
  /** Those of them that hold words which tell the type of an agreement. */
  readonly typed: readonly Clause[];
  /** Index of the clause with the enacting formula, where there is one. */
  readonly enacting: number | undefined;
}

/** The smallest part that is cited: a block of the Source, in its place. */
export interface Clause {
  readonly index: number;
  /** The whole block, label included. */
  readonly span: Span;
  readonly reading: BlockReading;
  readonly label: Label | undefined;
  readonly kind: ClauseKind;
  /**
   * Where the clause bears no number: its place from 1 among the items of its list, else among the paragraphs without
   * number of its division. Undefined for numbered clauses and headings.
   */
  readonly position: number | undefined;
  readonly location: Location;
  /** The clause that this one is a division or item of, for citation. */
  readonly parent: Clause | undefined;
  /** The clause whose words introduce this one, where it is an item. */
  readonly chapeau: Clause | undefined;
  readonly setting: ClauseSetting;
  /** Equal for equal settings: the part of the cache key that is not the clause's own text. */
  readonly settingKey: string;
}

export type ClauseKind =
  | 'title'
  | 'heading'
  | 'recital'
  | 'paragraph'
  | 'item'
  | 'note'
  | 'cell'
  | 'signature'
  | 'aside';

import type { Span } from '../span.ts';
import type { Clause } from '../structure/agreement.ts';

/**
 * What changed. `topic`: whether the subject is covered at all. `clause`: a clause of several on a subject. `verb`: how
 * firmly it binds. `bearer`, `time`, `mechanism`, `consequence`: a slot. `deadline`: a time that stays but moves.
 * `addressee`: how many are bound. `place`: operative text, annex or preamble. `qualifier`: room to avoid the duty.
 * `condition`: an exception, or protection that depends on somebody else. `item`: a member of a list, or words that named
 * an object. `brackets`: whether the words are agreed.
 */
export const CHANGE_KINDS = [
  'topic',
  'clause',
  'verb',
  'place',
  'brackets',
  'addressee',
  'bearer',
  'deadline',
  'time',
  'mechanism',
  'consequence',
  'qualifier',
  'condition',
  'item',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A clause of one draft and the words in it that make the difference. */
export interface Site {
  readonly clause: Clause;
  /** The sentences concerned, in the Source. */
  readonly span: Span;
  /** The words that make the difference, in the Source; empty where they are the whole. */
  readonly words: readonly Span[];
}

/** Something that `before` has and `after` has not. Read the other way round it is a gain. */
export interface Loss {
  readonly kind: ChangeKind;
  readonly isTotal: boolean;
  /** How much it weighs: a binding clause, a soft one, or a recital. */
  readonly weight: 'binding' | 'soft' | 'recital';
  readonly topics: ReadonlySet<number>;
  /** Topics that stay covered, and lost this clause with the others. */
  readonly weakens?: ReadonlySet<number>;
  readonly before: Site | undefined;
  readonly after: Site | undefined;
}

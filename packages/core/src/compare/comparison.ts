import type { Level, Location, Severity, Place as TextPlace } from '../report/report.ts';
import type { Family } from '../rule/rule.ts';
import type { Span } from '../span.ts';
import type { ChangeKind } from './loss.ts';

/** What a comparison of two drafts says. Plain data, and versioned by `COMPARISON_SCHEMA`. */
export interface Comparison {
  readonly old: ComparedDraft;
  readonly new: ComparedDraft;
  readonly language: string;
  /** The share of the shorter draft that is found in the other, from 0 to 1. */
  readonly overlap: number;
  /** Whether the overlap is large enough for the two to be versions of one text. */
  readonly areVersions: boolean;
  /** Every topic, in the order of the rules. */
  readonly topics: readonly TopicComparison[];
  /** Errors first, then warnings, then gains; each in the order of the new draft, what has no place in it last. */
  readonly changes: readonly Change[];
  /** Of the tracked changes of one draft: what those of each author alone do, with all others rejected. */
  readonly authors?: readonly AuthorChanges[];
}

export interface AuthorChanges {
  /** Empty where the file names nobody. */
  readonly author: string;
  readonly changes: readonly Change[];
}

export const COMPARISON_SCHEMA = 'poclint-comparison-1';

export interface ComparedDraft {
  readonly path: string;
  readonly clauses: number;
  /** Whether only a baseline of the draft was there. */
  readonly isBaseline?: boolean;
}

export type Effect = 'lost' | 'weakened' | 'strengthened' | 'gained';
export type Outcome = Effect | 'mixed' | 'unchanged' | 'absent';

export interface TopicState {
  readonly level: Level;
  readonly location?: Location;
  /** Whether the topic would fall with the brackets. */
  readonly isBracketed: boolean;
}

export interface TopicComparison {
  readonly topic: string;
  readonly title: string;
  readonly family: Family;
  readonly old: TopicState;
  readonly new: TopicState;
  readonly outcome: Outcome;
}

/** One thing that happened to protection, with its evidence in both drafts. */
export interface Change {
  readonly kind: ChangeKind;
  readonly effect: Effect;
  readonly severity: Severity;
  /** Neutral, at most two sentences. */
  readonly message: string;
  /** The topics it bears on. */
  readonly topics: readonly string[];
  /** Where a clause came or went as a whole: topics that are covered without it too, less well or no better. */
  readonly also?: readonly string[];
  readonly old?: ChangedClause;
  readonly new?: ChangedClause;
  /** Stable under renumbering and moves. */
  readonly fingerprint: string;
}

/** A clause in which something changed. Compared with a baseline, which keeps no words, the old one is only cited. */
export interface ChangedClause extends Partial<TextPlace> {
  /** As a lawyer cites it. */
  readonly clause: string;
  readonly span?: Span;
  readonly quote?: string;
  /** The words that make the difference; empty where it is the whole quote. */
  readonly words: readonly ChangedWords[];
}

export interface ChangedWords {
  readonly span: Span;
  readonly quote: string;
}

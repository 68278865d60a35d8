import type { Span } from '../span.ts';

/**
 * The report that every front end prints: contract `poclint-report-1`.
 * Fields are only ever added; the published schema stands in `report.schema.json`.
 */
export interface Report {
  readonly schema: 'poclint-report-1';
  readonly tool: { readonly version: string /** Digest of the rules in force. */; readonly rules: string };
  readonly documents: readonly DocumentReport[];
}

export type DocumentReport = ReviewedDocument | UnreadableDocument;

export interface UnreadableDocument {
  readonly path: string;
  readonly status: 'unreadable';
  /** One sentence: what is wrong, where, what to do next. */
  readonly reason: string;
}

export interface ReviewedDocument {
  readonly path: string;
  readonly status: 'reviewed';
  /** BCP 47 primary tag. */
  readonly language: string;
  readonly type: TypeStatement;
  /** Whether the text is taken for a draft under negotiation or for a signed text. */
  readonly stage: 'draft' | 'signed';
  readonly coverage: readonly TopicCoverage[];
  readonly findings: readonly Finding[];
  /** What the reader or the review noticed, in full sentences. */
  readonly notices: readonly string[];
}

export const AGREEMENT_TYPES = [
  'ceasefire',
  'pre-negotiation',
  'framework',
  'comprehensive',
  'implementation',
  'local',
  'humanitarian',
] as const;
export type AgreementType = (typeof AGREEMENT_TYPES)[number];

export interface TypeStatement {
  readonly value: AgreementType;
  readonly source: 'option' | 'front matter' | 'configuration' | 'inferred';
  /** From 0 to 1; 1 where somebody stated it. */
  readonly confidence: number;
}

/** How firmly a text covers a topic, weakest first. */
export const LEVELS = ['absent', 'mention', 'hortatory', 'operative'] as const;
export type Level = (typeof LEVELS)[number];

/** Where in the agreement the best evidence stands. */
export type Location = 'preamble' | 'operative' | 'annex';

/** How a topic fares when brackets and tracked changes are settled one way or the other. */
export interface Readings {
  /** Every bracket and tracked change accepted. */
  readonly accepted: Level;
  /** Every bracket and tracked insertion dropped. */
  readonly dropped: Level;
  /** Brackets accepted, and of every alternative the weakest taken. */
  readonly weakest: Level;
}
export type Reading = keyof Readings;

export interface TopicCoverage {
  /** The topic's id, which is also its rule's id. */
  readonly topic: string;
  readonly level: Level;
  /** Absent where the level is `absent`. */
  readonly location?: Location;
  readonly readings: Readings;
  readonly slots: Slots;
  readonly evidence: readonly Evidence[];
}

/** What a complete clause says besides its subject (taxonomy 0.2). `true` where any evidence fills the slot. */
export interface Slots {
  readonly bearer: boolean;
  readonly obligation: boolean;
  readonly protected: boolean;
  readonly act: boolean;
  readonly mechanism: boolean;
  readonly time: boolean;
  readonly consequence: boolean;
}

/** Where words stand, as a person would find them. Lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly page?: number;
  /** The paragraph in the file, counted from 1, where that is asked for and the format has paragraphs. */
  readonly paragraph?: number;
  /** How surely the words were recognised on a picture of a page, from 0 to 1; absent where they were read. */
  readonly confidence?: number;
}

export interface Evidence extends Place {
  /** The clause as a lawyer cites it: `Art. 9(1)(b)`. */
  readonly clause: string;
  /** The words. Empty under redaction. */
  readonly quote: string;
  readonly span: Span;
  readonly level: Exclude<Level, 'absent'>;
  readonly location: Location;
  /** Whether the words stand in un-agreed brackets or in a tracked insertion. */
  readonly status: 'agreed' | 'bracketed' | 'inserted';
}

export const SEVERITIES = ['info', 'warning', 'error'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface Finding extends Place {
  readonly rule: string;
  readonly severity: Severity;
  /** Neutral, at most two sentences: what was or was not found. */
  readonly message: string;
  /** The clause concerned, or where a missing clause would belong. Empty where none. */
  readonly clause: string;
  /** For a missing clause the empty span where it would belong. */
  readonly span: Span;
  /** Stable under renumbering and moves: a digest of rule and words, never of places. */
  readonly fingerprint: string;
  /** Document, year; ready to print. */
  readonly authority: readonly string[];
  /** Clauses that bear on the finding. */
  readonly evidence: readonly Evidence[];
  /** A model clause or wording in the draft's language. Never applied by itself. */
  readonly suggestion?: string;
  /** Other rules whose finding on the same words was merged into this one. */
  readonly merged?: readonly string[];
  /** Present where the finding was left standing deliberately. */
  readonly accepted?: { readonly reason: string };
}

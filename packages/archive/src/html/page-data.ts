import type { AgreementType, Evidence, Family, Level, Location, Severity } from '@poclint/core';

/**
 * What the report page carries, as its writer packs it and its script reads it. Each block is JSON, deflated, in base64, in
 * an element that no browser runs; lists stand for records so that names are not repeated a hundred thousand times.
 */

/** Weakest first; a place in this list is how a level is written. */
export const PAGE_LEVELS = ['absent', 'mention', 'hortatory', 'operative'] as const satisfies readonly Level[];
export const PAGE_SEVERITIES = ['info', 'warning', 'error'] as const satisfies readonly Severity[];
export const PAGE_LOCATIONS = ['operative', 'preamble', 'annex'] as const satisfies readonly Location[];
export const PAGE_STATUSES = ['agreed', 'bracketed', 'inserted'] as const satisfies readonly Evidence['status'][];

/** The block with what holds for the whole archive. Ids of the elements: `head`, `rows-0` …, `details-0` …. */
export interface PageHead {
  readonly tool: { readonly version: string; readonly rules: string };
  /** What the archive is called. */
  readonly name: string;
  readonly topics: readonly PageTopic[];
  readonly rules: readonly PageRule[];
  /** How many documents the archive has; more than there are rows where the page is full. */
  readonly documents: number;
  readonly rowBlocks: number;
  /** How many of the rows carry no details, or details without text, because the page is full. */
  readonly withoutText: number;
  readonly withoutDetails: number;
  readonly redacted: boolean;
}

export interface PageTopic {
  readonly id: string;
  readonly title: string;
  readonly family: Family;
}

export interface PageRule {
  readonly id: string;
  readonly title: string;
  readonly authority: readonly string[];
  readonly model: Readonly<Record<string, string>>;
}

/** A document in the heat map and the lists. */
export type PageRow = readonly [
  id: string,
  title: string,
  country: string,
  region: string,
  /** As the archive has it. */
  date: string,
  /** 0 where it is not known. */
  year: number,
  type: AgreementType | '',
  language: string,
  /** One character for each topic, see `packCell`; empty where the document could not be read. */
  cells: string,
  /** Rule and severity as one number, see `packFinding`, and the clause, in turn. */
  findings: readonly (number | string)[],
  /** The block that holds the details, or -1, and the place therein. */
  block: number,
  place: number,
  /** Why the document could not be read, else empty. */
  reason: string,
];

/** All that the page of one document shows. */
export interface PageDetails {
  /** Absent where texts are left out. */
  readonly text?: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly evidence: readonly PageEvidence[];
  readonly findings: readonly PageFinding[];
  readonly notices: readonly string[];
}

export type PageEvidence = readonly [
  topic: number,
  clause: string,
  level: number,
  location: number,
  status: number,
  start: number,
  end: number,
  /** Empty where the text has it, or under redaction. */
  quote: string,
];

export type PageFinding = readonly [
  rule: number,
  severity: number,
  clause: string,
  start: number,
  end: number,
  message: string,
  /** Empty where they are the rule's own. */
  authority: readonly string[],
  /** `true` for the rule's model clause in the document's language. */
  suggestion: string | boolean,
  accepted: string,
];

/** What one cell of the heat map says. */
export interface Cell {
  readonly level: number;
  readonly location: number;
  /** Whether the level falls when all brackets and tracked insertions are dropped. */
  readonly bracketed: boolean;
}

const FIRST = 48;

/** A cell as one printable character: level, location and whether it hangs on brackets. */
export function packCell({ level, location, bracketed }: Cell): string {
  return String.fromCharCode(FIRST + level + 4 * location + (bracketed ? 12 : 0));
}

export function unpackCell(code: number): Cell {
  const value = code - FIRST;
  return { level: value & 3, location: (value % 12) >> 2, bracketed: value >= 12 };
}

export function packFinding(rule: number, severity: number): number {
  return rule * PAGE_SEVERITIES.length + severity;
}

export function unpackFinding(packed: number): { readonly rule: number; readonly severity: number } {
  return { rule: Math.floor(packed / PAGE_SEVERITIES.length), severity: packed % PAGE_SEVERITIES.length };
}

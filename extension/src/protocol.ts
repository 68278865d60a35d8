/** What the server answers beyond LSP. The server is bundled, not imported: these shapes are the contract (docs/editors.md). */
export interface Place {
  readonly line: number;
  readonly character: number;
}
export interface PlaceRange {
  readonly start: Place;
  readonly end: Place;
}

export type Standing = 'agreed' | 'soft' | 'brackets' | 'preamble' | 'missing';
export type Level = 'operative' | 'hortatory' | 'mention' | 'absent';
export type Reading = 'accepted' | 'dropped' | 'weakest';
export type Family = 'poc' | 'groups' | 'sgbv';

export const STANDINGS: readonly Standing[] = ['agreed', 'soft', 'brackets', 'preamble', 'missing'];
export const READINGS: readonly Reading[] = ['accepted', 'dropped', 'weakest'];
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

export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly standing: Standing;
  readonly level: Level;
  readonly readings: Readonly<Record<Reading, Level>>;
  readonly severity: 'error' | 'warning' | 'info' | 'off';
  readonly isExpected: boolean;
  readonly isAccepted: boolean;
  readonly evidence: readonly Evidence[];
  readonly place?: { readonly clause: string; readonly range: PlaceRange };
}

export interface Evidence {
  readonly clause: string;
  readonly quote: string;
  readonly level: Level;
  readonly status: string;
  readonly range: PlaceRange;
}

export interface ReviewedCoverage {
  readonly status: 'reviewed';
  readonly version: number;
  readonly language: string;
  readonly stage: string;
  readonly type: { readonly value: AgreementType; readonly source: string; readonly confidence: number };
  readonly errors: number;
  readonly warnings: number;
  readonly covered: number;
  readonly expected: number;
  readonly bracketed: number;
  readonly families: readonly { readonly family: Family; readonly topics: readonly Topic[] }[];
  readonly report?: unknown;
}

export type Coverage =
  | ReviewedCoverage
  | { readonly status: 'other' | 'unjudged' | 'failed' | 'off'; readonly version: number; readonly reason: string };

export interface AcceptanceEntry {
  readonly uri: string;
  readonly exists: boolean;
  readonly at: Place;
  readonly text: string;
}

export interface CompareAnswer {
  readonly changes: readonly {
    readonly severity: 'error' | 'warning' | 'info';
    readonly message: string;
    readonly clause: string;
    readonly range?: PlaceRange;
  }[];
  /** The changes as the command line reports them, in the same order, with offsets into the earlier text. */
  readonly comparison?: {
    readonly changes: readonly {
      readonly old?: { readonly clause: string; readonly span?: readonly [number, number] };
    }[];
  };
  readonly problem?: string;
}

/** Two language versions side by side, worded in the editor's language. */
export interface ParityAnswer {
  readonly problem?: string;
  readonly versions: readonly { readonly uri: string; readonly languageName: string }[];
  readonly rows: readonly {
    readonly severity: 'error' | 'warning' | 'info';
    readonly message: string;
    readonly topics: readonly string[];
    readonly sides: readonly [ParitySide | null, ParitySide | null];
  }[];
  readonly summary: {
    readonly sentence: string;
    readonly aligned: string;
    readonly disclaimer: string;
    readonly doubt?: string;
  };
}

export interface ParitySide {
  readonly clause: string;
  readonly quote: string;
  readonly words: readonly { readonly start: number; readonly end: number }[];
  readonly range: PlaceRange;
}

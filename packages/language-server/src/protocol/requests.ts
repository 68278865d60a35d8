import type { AgreementType, Comparison, DivergenceKind, LanguageVersion, Reading, Severity } from '@poclint/core';
import type { TextRange } from '../service/places.ts';

/** What a client may say of itself when it starts the server. Every other client gets what LSP alone can show. */
export interface ClientAbilities {
  /** Has the commands `poclint.acceptFinding`, `poclint.explainRule` and `poclint.showCoverage`. */
  readonly commands?: boolean;
  /** Wants to be told of every review. */
  readonly coverage?: boolean;
  /** Shows a rule's page under this scheme. */
  readonly rulePages?: string;
  /** False in a workspace that the user does not trust: configuration that is a program is then not run. */
  readonly trusted?: boolean;
  /** The settings, where the client cannot be asked for them. */
  readonly settings?: unknown;
}

export interface DraftParams {
  readonly uri: string;
}

/** What this server understands beyond LSP. Names and shapes are for any editor to use: docs/editors.md. */
export const REQUESTS = {
  coverage: 'poclint/coverage',
  choose: 'poclint/choose',
  acceptance: 'poclint/acceptance',
  modelClause: 'poclint/modelClause',
  rule: 'poclint/rule',
  render: 'poclint/render',
  annotate: 'poclint/annotate',
  compare: 'poclint/compare',
  parity: 'poclint/parity',
  /** From the server to the client. */
  readFile: 'poclint/readFile',
} as const;

/** From the server to the client: a review is done. */
export const REVIEWED = 'poclint/reviewed';

export interface CoverageParams extends DraftParams {
  /** The report itself too, as the command line prints it. */
  readonly withReport?: boolean;
}

export interface ChooseParams extends DraftParams {
  readonly type?: AgreementType | null;
  readonly reading?: Reading | null;
  readonly asked?: boolean;
}

export interface AcceptanceParams extends DraftParams {
  readonly fingerprint: string;
  readonly reason: string;
}

export interface ModelClauseParams extends DraftParams {
  readonly topic: string;
}

export interface RuleParams {
  readonly id: string;
}

/** A file to be read; its bytes in base64, or nothing where the server can read it itself. */
export interface FileParams {
  readonly source: string;
  readonly bytes?: string;
}

export interface RenderParams extends FileParams {
  /** The address under which the text is shown. */
  readonly uri: string;
}

export interface CompareParams {
  readonly before: FileParams;
  readonly after: FileParams;
}

export interface CompareAnswer {
  readonly comparison?: Comparison;
  readonly changes: readonly {
    readonly severity: string;
    readonly message: string;
    readonly clause: string;
    readonly range?: TextRange;
  }[];
  readonly before: string;
  readonly after: string;
  readonly problem?: string;
}

/** Two language versions to hold side by side: two files, or one that holds both. */
export interface ParityParams {
  readonly first: string;
  readonly second?: string;
  /** The bytes of either, in base64, where the server cannot read it itself. */
  readonly firstBytes?: string;
  readonly secondBytes?: string;
}

/**
 * Where two language versions differ in what they protect. Everything is worded in the client's language; words of a
 * draft are in that draft's own.
 */
export interface ParityAnswer {
  /** One sentence on why nothing could be compared; everything below is then empty. */
  readonly problem?: string;
  /** The first and the second version, or none where there is a problem. */
  readonly versions: readonly ParityVersion[];
  /** In the order of the first version; what stands only in the second follows the clause before it. */
  readonly rows: readonly ParityRow[];
  readonly summary: {
    /** How many divergences there are, as a sentence. */
    readonly sentence: string;
    /** How many clauses have a counterpart, as a sentence. */
    readonly aligned: string;
    /** That neither version is taken for the right one, as a sentence. */
    readonly disclaimer: string;
    /** Said where so few clauses have a counterpart that the two do not look like versions of one agreement. */
    readonly doubt?: string;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
  };
}

export interface ParityVersion extends LanguageVersion {
  /** Where it lies; the same for both where one file holds both. */
  readonly uri: string;
  /** The language's name, in the client's language. */
  readonly languageName: string;
}

export interface ParityRow {
  readonly kind: DivergenceKind;
  readonly severity: Severity;
  /** What each version has. Neutral: it never says which is right. */
  readonly message: string;
  /** As a lawyer cites it: "Art. 3(2)", "Art. 3(2) | Art. 4(2)" where the numbers differ, "–" for the text as a whole. */
  readonly citation: string;
  /** The titles of the topics it bears on. */
  readonly topics: readonly string[];
  /** The clause in the first and in the second version, null where that one has none. */
  readonly sides: readonly [ParitySide | null, ParitySide | null];
}

export interface ParitySide {
  readonly clause: string;
  readonly quote: string;
  /** The words that make the difference, as stretches of `quote`. */
  readonly words: readonly { readonly start: number; readonly end: number }[];
  /** Where the clause stands in the text that is shown for the file. */
  readonly range: TextRange;
}

export interface RenderAnswer {
  readonly text: string;
  readonly problem?: string;
}

export interface AnnotateAnswer {
  readonly bytes?: string;
  readonly comments: number;
  readonly problem?: string;
}

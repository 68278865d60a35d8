import type { AgreementType, Comparison, Reading } from '@poclint/core';
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

export interface RenderAnswer {
  readonly text: string;
  readonly problem?: string;
}

export interface AnnotateAnswer {
  readonly bytes?: string;
  readonly comments: number;
  readonly problem?: string;
}

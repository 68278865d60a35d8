import {
  type CrossReference,
  type Definition,
  type Finding,
  findDefinitions,
  type ReviewDetails,
  type ReviewedDocument,
} from '@poclint/core';
import { Places } from './places.ts';

/** A draft that was reviewed, with what an editor asks of it again and again. */
export class DraftReview {
  readonly status = 'reviewed';
  readonly uri: string;
  readonly version: number;
  readonly report: ReviewedDocument;
  readonly details: ReviewDetails;
  readonly text: string;
  private knownPlaces: Places | undefined;
  private knownDefinitions: readonly Definition[] | undefined;
  private knownReferences: readonly CrossReference[] | undefined;

  constructor(uri: string, version: number, report: ReviewedDocument, details: ReviewDetails) {
    this.uri = uri;
    this.version = version;
    this.report = report;
    this.details = details;
    this.text = details.source.text;
  }

  get places(): Places {
    this.knownPlaces ??= new Places(this.text);
    return this.knownPlaces;
  }

  get definitions(): readonly Definition[] {
    const { source, agreement, rules } = this.details;
    this.knownDefinitions ??= findDefinitions(source, agreement, rules.pack.drafting);
    return this.knownDefinitions;
  }

  get references(): readonly CrossReference[] {
    const { rules, source, agreement } = this.details;
    this.knownReferences ??= rules.pack.references.find(source, agreement);
    return this.knownReferences;
  }

  /** Findings that nobody accepted. */
  get open(): readonly Finding[] {
    return this.report.findings.filter(({ accepted }) => !accepted);
  }
}

/** A text of which no review is shown, and why. */
export interface NoReview {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /**
   * `other`: no agreement as far as can be told. `unjudged`: an agreement that could not be judged. `failed`: a fault of
   * ours. `off`: the user wants none.
   */
  readonly status: 'other' | 'unjudged' | 'failed' | 'off';
  /** One sentence for the user. */
  readonly reason: string;
}

export type ReviewState = DraftReview | NoReview;

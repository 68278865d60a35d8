import type { Finding } from '@poclint/core';
import { ACCEPTED_NAME } from '@poclint/project/acceptance/accepted-file';
import { stringify } from 'yaml';
import { nameIn } from './address.ts';
import type { DraftReview } from './draft-review.ts';
import { Places, type TextPlace } from './places.ts';

/** An entry that leaves a finding standing, and where it is to be written. */
export interface AcceptanceEntry {
  readonly uri: string;
  /** Whether the file is there already. */
  readonly exists: boolean;
  readonly at: TextPlace;
  readonly text: string;
}

const LONGEST_QUOTE = 200;

/** Where the findings of a draft are accepted: in the file beside it. */
export function acceptedFileOf(draft: string): string {
  return `${draft.slice(0, draft.lastIndexOf('/'))}/${ACCEPTED_NAME}`;
}

/**
 * The entry for a finding, to be added at the end of its file: comments and order in it are the users' own.
 *
 * @param content - What the file holds now, or undefined where there is none.
 * @param reason - May be empty: such an entry accepts nothing until somebody fills it in.
 */
export function acceptanceFor(
  review: DraftReview,
  finding: Finding,
  reason: string,
  content: string | undefined,
): AcceptanceEntry {
  const draft = nameIn(review.uri);
  const quote = review.text.slice(finding.span[0], finding.span[1]).replace(/\s+/g, ' ').slice(0, LONGEST_QUOTE).trim();
  const entry = {
    rule: finding.rule,
    fingerprint: finding.fingerprint,
    reason,
    draft,
    ...(quote !== '' && { quote }),
  };
  const before = content ?? '';
  const text = `${before === '' || before.endsWith('\n') ? '' : '\n'}${stringify([entry])}`;
  return {
    uri: acceptedFileOf(review.uri),
    exists: content !== undefined,
    at: new Places(before).at(before.length),
    text,
  };
}

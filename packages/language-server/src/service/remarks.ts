import type { Finding, Severity, Span } from '@poclint/core';
import { cite } from '@poclint/messages';
import type { EditorSettings, Surroundings } from '../surroundings/surroundings.ts';
import { DraftReview, type ReviewState } from './draft-review.ts';
import { Places, type TextRange } from './places.ts';
import type { Words } from './words.ts';

/** Something to show at a place in a draft. */
export interface Remark {
  readonly range: TextRange;
  readonly severity: Severity | 'hint';
  readonly message: string;
  /** The rule, where a finding is behind it. */
  readonly rule?: string;
  readonly page?: string;
  readonly fingerprint?: string;
  readonly related: readonly { readonly range: TextRange; readonly message: string }[];
  readonly isFaded: boolean;
}

/** As many places for one finding as a list beside it can show. */
const MOST_RELATED = 25;

/** What an editor shows of a text: its findings, or why there are none. */
export function remarksOn(
  state: ReviewState,
  settings: EditorSettings,
  surroundings: Surroundings,
  words: Words,
): Remark[] {
  if (!(state instanceof DraftReview)) {
    if (state.status === 'other' || state.status === 'off') return [];
    return [generalRemark(state.reason, 'warning', new Places(state.text))];
  }
  const { places } = state;
  const notices = state.report.notices.map((notice) => generalRemark(notice, 'info', places));
  const shown = settings.showAccepted ? state.report.findings : state.open;
  return [...notices, ...shown.map((finding) => remarkOf(finding, state, surroundings, words))];
}

/** Notices and failures are about the text as a whole: they stand on its first line, never nowhere. */
function generalRemark(message: string, severity: Severity, places: Places): Remark {
  return { range: places.range(places.firstLine), severity, message, related: [], isFaded: false };
}

function remarkOf(finding: Finding, review: DraftReview, surroundings: Surroundings, words: Words): Remark {
  const { places } = review;
  const page = surroundings.pageOf(finding.rule);
  return {
    range: places.range(finding.span),
    severity: finding.accepted ? 'hint' : finding.severity,
    message: finding.accepted ? `${finding.message} (${finding.accepted.reason})` : finding.message,
    rule: finding.rule,
    ...(page && { page }),
    fingerprint: finding.fingerprint,
    related: finding.evidence
      .filter((piece) => !isSame(piece.span, finding.span))
      .slice(0, MOST_RELATED)
      .map((piece) => ({
        range: places.range(piece.span),
        message: `${cite(piece.clause, words.locale)}: ${words.levels[piece.level]}${piece.status === 'agreed' ? '' : `, ${words.status[piece.status]}`}`,
      })),
    isFaded: finding.accepted !== undefined,
  };
}

function isSame(a: Span, b: Span): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

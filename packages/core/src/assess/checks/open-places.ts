import type { Span } from '../../span.ts';
import type { Clause } from '../../structure/agreement.ts';
import { recall, remember } from '../../structure/block-reading.ts';
import type { Bracket } from '../../structure/brackets.ts';
import { type Assessment, type Check, evidenceByClause, type FindingDraft, onWords, titlesOf } from '../assessment.ts';
import { clauseAt, isBody, names, oncePerClause, sentenceNames, sitesOf } from '../concept-sites.ts';
import { type PlacedEvidence, spanOf } from '../coverage.ts';
import { PROTECTED, protects } from './protection.ts';

/** What else a blank must not leave open: who watches, and how relief gets in. */
const WATCHED = ['monitoring-body', 'humanitarian-access', 'passable-road', 'checkpoint'];
const CONCERNED = [...PROTECTED, ...WATCHED];
const BLANK = /_{3,}|\(\s*[-–—.…]{2,}\s*\)/;

/** Blanks, and agreements to agree, in clauses of protection. */
export const placeholderUnresolved: Check = (assessment, rule, severity) => {
  const found: FindingDraft[] = [];
  const report = (clause: Clause, span: Span) =>
    found.push(
      onWords(
        assessment,
        rule,
        severity,
        assessment.messages.placeholder({ words: assessment.writer.quote(span) }),
        clause,
        span,
      ),
    );
  for (const bracket of assessment.brackets.all) {
    if (bracket.kind !== 'placeholder') continue;
    const clause = clauseAt(assessment, bracket.span[0]);
    if (clause && bracket.span[1] <= clause.span[1] && concerns(clause, assessment)) report(clause, bracket.span);
  }
  for (const clause of evidenceByClause(assessment).clauses) {
    const [blank] = recall<readonly Span[]>(clause.reading, 'blank') ?? lookForBlank(clause, assessment);
    if (blank) report(clause, [clause.span[0] + blank[0], clause.span[0] + blank[1]]);
  }
  for (const site of sitesOf(assessment, ['placeholder-words']))
    if (concerns(site.clause, assessment)) report(site.clause, site.span);
  for (const site of sitesOf(assessment, ['deferral'])) {
    const open =
      isBody(site.clause) &&
      ((protects(site, assessment) && !sentenceNames(site, MILITARY, assessment)) ||
        names(site.clause, DEFERRED, assessment));
    if (open) found.push(onWords(assessment, rule, severity, assessment.messages.deferred(), site.clause, site.span));
  }
  return oncePerClause(found);
};

/** Monitoring and access that is left to later talks. */
const MILITARY = ['military-step'];
const DEFERRED = ['monitor', 'monitoring-body', 'humanitarian-access', 'relief'];

function concerns(clause: Clause, assessment: Assessment): boolean {
  return isBody(clause) && names(clause, CONCERNED, assessment);
}

/** The first blank in a clause, relative to it, if there is one. */
function lookForBlank({ reading, span }: Clause, { source }: Assessment): readonly Span[] {
  const match = BLANK.exec(source.text.slice(...span));
  return remember<readonly Span[]>(reading, 'blank', match ? [[match.index, match.index + match[0].length]] : []);
}

/** Protection that is not agreed yet, and brackets that nothing opens or closes. */
export const bracketedProtection: Check = (assessment, rule, severity) => {
  const found = new Map<Bracket, PlacedEvidence[]>();
  const open = assessment.brackets.all.filter(({ kind }) => kind === 'contested' || kind === 'alternatives');
  if (open.length > 0) {
    const protecting = evidenceByClause(assessment);
    for (const clause of protecting.clauses) {
      for (const piece of protecting.of(clause) ?? []) {
        if (piece.status !== 'bracketed' || piece.level === 'mention') continue;
        for (const bracket of bracketsOn(piece, open)) {
          const known = found.get(bracket);
          if (known) known.push(piece);
          else found.set(bracket, [piece]);
        }
      }
    }
  }
  const drafts: FindingDraft[] = [];
  for (const [bracket, pieces] of found) {
    const clause = clauseAt(assessment, bracket.span[0]);
    if (!clause) continue;
    const titles = titlesOf(assessment, pieces);
    const message =
      bracket.kind === 'alternatives'
        ? assessment.messages.alternatives({ titles })
        : assessment.messages.bracketed({ titles });
    drafts.push(onWords(assessment, rule, severity, message, clause, bracket.span, pieces));
  }
  for (const offset of assessment.brackets.unbalanced) {
    const clause = clauseAt(assessment, offset);
    if (clause)
      drafts.push(
        onWords(
          assessment,
          rule,
          severity,
          assessment.messages.unbalanced({ bracket: assessment.source.text[offset] ?? '' }),
          clause,
          [offset, offset + 1],
        ),
      );
  }
  return drafts;
};

/**
 * The outermost brackets that a piece of evidence stands or falls with: those that overlap its words, else those in its
 * clause, whose verb or object it needs. `open` ascends.
 */
function bracketsOn(piece: PlacedEvidence, open: readonly Bracket[]): Bracket[] {
  const words = spanOf(piece);
  const overlapping = overlaps(open, words);
  return outermost(overlapping.length > 0 ? overlapping : overlaps(open, piece.clause.span));
}

function overlaps(open: readonly Bracket[], span: Span): Bracket[] {
  const found: Bracket[] = [];
  for (const bracket of open) {
    if (bracket.span[0] >= span[1]) break;
    if (bracket.span[1] > span[0]) found.push(bracket);
  }
  return found;
}

function outermost(brackets: readonly Bracket[]): Bracket[] {
  let end = -1;
  return brackets.filter((bracket) => {
    if (bracket.span[1] <= end) return false;
    end = bracket.span[1];
    return true;
  });
}

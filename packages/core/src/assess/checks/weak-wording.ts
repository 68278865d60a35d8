import type { Span } from '../../span.ts';
import type { Clause } from '../../structure/agreement.ts';
import { type Assessment, type Check, evidenceByClause, onWords, spanOf, titlesOf } from '../assessment.ts';
import { names, sitesOf } from '../concept-sites.ts';
import type { PlacedEvidence } from '../coverage.ts';

/** Topics for which a soft verb is an error: lives depend on the deed (taxonomy, q-hortatory-verb). */
const GRAVE = new Set(['sgbv-prohibition', 'grp-child-release', 'poc-humanitarian-access']);
/** Topics whose duty means little without a date (taxonomy, q-no-timeline). */
const TIMED = new Set([
  'poc-detainees',
  'poc-humanitarian-access',
  'poc-vacate-civilian-sites',
  'poc-orders-dissemination',
  'grp-child-release',
  'sgbv-release-captives',
  'poc-abduction-disappearance',
]);

/** Protection that a text only asks for, outside its preamble. */
export const hortatoryVerb: Check = (assessment, rule, severity) =>
  softTopics(assessment, (piece) => piece.clause.setting.section === 'operative').map(({ clause, pieces }) => {
    const grave = pieces.some((piece) => GRAVE.has(topicId(assessment, piece)));
    return onWords(
      assessment,
      rule,
      grave && severity === 'warning' ? 'error' : severity,
      assessment.messages.hortatory(titlesOf(assessment, pieces)),
      clause,
      cover(pieces),
      pieces,
    );
  });

/** Protection that stands in recitals or in a list of aims only. */
export const preambleOnly: Check = (assessment, rule, severity) => {
  const { agreement } = assessment.analysis;
  const hasBody =
    agreement.enacting !== undefined ||
    agreement.clauses.some(
      (clause) => clause.setting.section === 'operative' && clause.kind !== 'heading' && clause.kind !== 'title',
    );
  if (!hasBody) return [];
  return softTopics(assessment, (piece) => piece.clause.setting.section !== 'operative').map(({ clause, pieces }) => {
    const grave = pieces.some((piece) => topicId(assessment, piece) === 'sgbv-ceasefire-definition');
    return onWords(
      assessment,
      rule,
      grave ? 'error' : severity,
      assessment.messages.preambleOnly(titlesOf(assessment, pieces)),
      clause,
      cover(pieces),
      pieces,
    );
  });
};

interface SoftClause {
  readonly clause: Clause;
  readonly pieces: readonly PlacedEvidence[];
}

/** The clauses with the best evidence of topics that are soft at most, where that evidence passes `test`. One clause, one entry. */
function softTopics(assessment: Assessment, test: (piece: PlacedEvidence) => boolean): SoftClause[] {
  const byClause = new Map<Clause, PlacedEvidence[]>();
  assessment.coverage.forEach((coverage, index) => {
    if (coverage.level !== 'hortatory') return;
    const soft = (assessment.analysis.evidence[index] ?? []).filter((piece) => piece.level === 'hortatory');
    const outsidePreamble = soft.filter((piece) => piece.clause.setting.section === 'operative');
    const best = (outsidePreamble.length > 0 ? outsidePreamble : soft)[0];
    if (!best || !test(best)) return;
    const known = byClause.get(best.clause);
    if (known) known.push(best);
    else byClause.set(best.clause, [best]);
  });
  return [...byClause].map(([clause, pieces]) => ({ clause, pieces }));
}

/** Room to avoid a duty of protection, in the same clause. */
export const escapeQualifier: Check = (assessment, rule, severity) => {
  const found = [];
  for (const [clause, pieces] of evidenceByClause(assessment)) {
    const { scan } = clause.reading;
    const binding = pieces.filter((piece) => piece.level === 'operative');
    if (!scan || binding.length === 0 || clause.setting.section !== 'operative') continue;
    const qualifier = scan.operators.find((operator) => operator.operator === 'escape');
    if (!qualifier) continue;
    const span: Span = [
      clause.span[0] + (scan.start[qualifier.first] as number),
      clause.span[0] + (scan.end[qualifier.last] as number),
    ];
    found.push(
      onWords(
        assessment,
        rule,
        severity,
        assessment.messages.escape(assessment.writer.quote(span)),
        clause,
        span,
        binding,
      ),
    );
  }
  return found;
};

/** A duty that names nobody who is bound, in a text that prohibits nothing by it. */
export const noResponsibleActor: Check = (assessment, rule, severity) => {
  const found = [];
  for (const [clause, pieces] of evidenceByClause(assessment)) {
    const duties = pieces.filter((piece) => piece.level === 'operative' && piece.conduct === 'duty');
    if (
      duties.length === 0 ||
      pieces.some((piece) => (piece.slots & 1) !== 0) ||
      clause.setting.section !== 'operative'
    )
      continue;
    found.push(onWords(assessment, rule, severity, assessment.messages.noActor, clause, cover(duties), duties));
  }
  return found;
};

/** A duty that waits for a date, in the topics where waiting costs most. */
export const noTimeline: Check = (assessment, rule, severity) => {
  const found: ReturnType<Check> = [];
  assessment.coverage.forEach((coverage, index) => {
    if (!TIMED.has(coverage.topic) || coverage.level !== 'operative' || coverage.slots.time) return;
    const duty = (assessment.analysis.evidence[index] ?? []).find(
      (piece) =>
        piece.level === 'operative' && piece.conduct === 'duty' && piece.clause.setting.section === 'operative',
    );
    if (duty)
      found.push(onWords(assessment, rule, severity, assessment.messages.noTime, duty.clause, spanOf(duty), [duty]));
  });
  return oncePerClause(found);
};

const DEFERRAL = ['deferral'];

/** Blanks, and agreements to agree, in clauses of protection. */
export const placeholderUnresolved: Check = (assessment, rule, severity) => {
  const protecting = evidenceByClause(assessment);
  const found = [];
  for (const bracket of assessment.brackets.all) {
    if (bracket.kind !== 'placeholder') continue;
    const clause = [...protecting.keys()].find(
      (candidate) => candidate.span[0] <= bracket.span[0] && bracket.span[1] <= candidate.span[1],
    );
    if (clause)
      found.push(
        onWords(
          assessment,
          rule,
          severity,
          assessment.messages.placeholder(assessment.writer.quote(bracket.span)),
          clause,
          bracket.span,
        ),
      );
  }
  for (const [clause] of protecting) {
    const text = assessment.source.text.slice(clause.span[0], clause.span[1]);
    const blank = /_{3,}|(?:\(\s*[-–—.…]{2,}\s*\))|\bX{2,}\b|\bT\.?B\.?[DCA]\b\.?/.exec(text);
    if (blank)
      found.push(
        onWords(assessment, rule, severity, assessment.messages.placeholder(blank[0]), clause, [
          clause.span[0] + blank.index,
          clause.span[0] + blank.index + blank[0].length,
        ]),
      );
  }
  for (const site of sitesOf(assessment, DEFERRAL)) {
    if (site.clause.setting.section !== 'operative') continue;
    const concerns = protecting.has(site.clause) || names(site.clause, ['mechanism', 'monitor'], assessment);
    if (concerns) found.push(onWords(assessment, rule, severity, assessment.messages.deferred, site.clause, site.span));
  }
  return oncePerClause(found);
};

function oncePerClause(found: ReturnType<Check>): ReturnType<Check> {
  const seen = new Set<Clause | undefined>();
  return found.filter((finding) => {
    if (seen.has(finding.clause)) return false;
    seen.add(finding.clause);
    return true;
  });
}

function cover(pieces: readonly PlacedEvidence[]): Span {
  const spans = pieces.map(spanOf);
  return [Math.min(...spans.map((span) => span[0])), Math.max(...spans.map((span) => span[1]))];
}

function topicId(assessment: Assessment, piece: PlacedEvidence): string {
  return assessment.rules.topics[piece.topic]?.id ?? '';
}

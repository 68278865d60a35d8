import type { ClauseScan, OperatorOccurrence } from '../../match/clause-scan.ts';
import type { Clause } from '../../structure/agreement.ts';
import { recall, remember } from '../../structure/block-reading.ts';
import { type Assessment, type Check, evidenceByClause, type FindingDraft, onWords, titlesOf } from '../assessment.ts';
import { clausesWith, isBody, names, sitesOf, stretch } from '../concept-sites.ts';
import { type PlacedEvidence, spanOf } from '../coverage.ts';

/** Topics for which a soft verb is an error: lives depend on the deed (taxonomy, q-hortatory-verb). */
const GRAVE = new Set(['sgbv-prohibition', 'grp-child-release', 'poc-humanitarian-access']);

/** Protection that a text only asks for, outside its preamble; and a wish that is dressed as a duty, wherever it stands. */
export const hortatoryVerb: Check = (assessment, rule, severity) => {
  const soft = new Map(
    softTopics(assessment, (piece) => isOperative(piece, assessment)).map(({ clause, pieces }) => [clause, pieces]),
  );
  for (const clause of clausesWith(assessment, 'urge')) {
    const pieces = evidenceByClause(assessment).of(clause);
    if (!pieces || soft.has(clause) || !isBody(clause)) continue;
    const dressed = dressedAsDuty(clause, pieces);
    if (dressed.length > 0 && dressed.length === pieces.filter(({ level }) => level !== 'mention').length)
      soft.set(clause, dressed);
  }
  return [...soft]
    .sort(([a], [b]) => a.index - b.index)
    .map(([clause, pieces]) => {
      const grave = pieces.some(
        (piece) => GRAVE.has(topicId(assessment, piece)) && assessment.coverage[piece.topic]?.level === 'hortatory',
      );
      return onWords(
        assessment,
        rule,
        grave && severity === 'warning' ? 'error' : severity,
        assessment.messages.hortatory({ titles: titlesOf(assessment, pieces) }),
        clause,
        cover(pieces),
        pieces,
      );
    });
};

/** A statement that nothing enacts has no preamble: its points ("Underline the importance of …") are all it says. */
function isOperative({ clause }: PlacedEvidence, assessment: Assessment): boolean {
  if (clause.setting.section !== 'preamble') return clause.setting.section === 'operative';
  return assessment.analysis.agreement.enacting === undefined && clause.kind === 'item' && clause.chapeau !== undefined;
}

/** "consideration shall be given to", "shall endeavour to": the word that binds lies inside the one that does not. */
function dressedAsDuty(clause: Clause, pieces: readonly PlacedEvidence[]): readonly PlacedEvidence[] {
  const wishes =
    recall<readonly OperatorOccurrence[]>(clause.reading, WISHES) ??
    remember(clause.reading, WISHES, wishesIn(clause.reading.scan));
  if (wishes.length === 0) return NO_PIECES;
  const { scan } = clause.reading;
  return pieces.filter((piece) =>
    wishes.some(({ first, last }) => {
      const start = scan?.start[first] as number;
      const opensSo = piece.span[0] >= start && piece.span[0] <= (scan?.end[last] as number);
      return piece.level === 'hortatory' ? piece.span[1] > start : piece.level === 'operative' && opensSo;
    }),
  );
}

const WISHES = 'wishes dressed as duties';
const NO_PIECES: readonly PlacedEvidence[] = [];

function wishesIn(scan: ClauseScan | undefined): readonly OperatorOccurrence[] {
  const operators = scan?.operators ?? [];
  return operators.filter(
    (soft) =>
      soft.operator === 'urge' &&
      operators.some(({ operator, first, last }) => operator === 'oblige' && first >= soft.first && last <= soft.last),
  );
}

/** Protection that stands in recitals or in a list of aims only. */
export const preambleOnly: Check = (assessment, rule, severity) => {
  if (!hasBody(assessment)) return [];
  const found: FindingDraft[] = softTopics(
    assessment,
    (piece) => !isOperative(piece, assessment) && !personsMeantElsewhere(piece, assessment),
  ).map(({ clause, pieces }) => {
    const grave = pieces.some((piece) => topicId(assessment, piece) === 'sgbv-ceasefire-definition');
    return onWords(
      assessment,
      rule,
      grave ? 'error' : severity,
      assessment.messages.preambleOnly({ titles: titlesOf(assessment, pieces) }),
      clause,
      cover(pieces),
      pieces,
    );
  });
  const scope = sitesOf(assessment, ['scope-of-protection']);
  const recited = scope.find((site) => site.clause.setting.section === 'preamble');
  if (recited && !scope.some((site) => isBody(site.clause)))
    found.push(onWords(assessment, rule, severity, assessment.messages.scopeRecited(), recited.clause, recited.span));
  return found;
};

/** A declaration without recitals, or a fragment of a preamble, has no text to move a clause to. */
function hasBody(assessment: Assessment): boolean {
  const { agreement } = assessment.analysis;
  return agreement.enacting !== undefined || agreement.clauses.some(isBody);
}

/** A recital on the dignity of women is no gap where an article protects women (the case of ACOH 2017). */
function personsMeantElsewhere(piece: PlacedEvidence, assessment: Assessment): boolean {
  const persons = PERSONS.filter((person) => names(piece.clause, [person], assessment));
  const family = assessment.rules.topics[piece.topic]?.family;
  if (persons.length === 0 || family === 'poc') return false;
  return sitesOf(assessment, persons).some(
    (site) =>
      isBody(site.clause) &&
      (evidenceByClause(assessment).of(site.clause) ?? []).some((other) => other.level === 'operative'),
  );
}

const PERSONS = ['women', 'girls', 'children'];

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

function cover(pieces: readonly PlacedEvidence[]) {
  return stretch(pieces.map((piece) => ({ span: spanOf(piece) })));
}

function topicId(assessment: Assessment, piece: PlacedEvidence): string {
  return assessment.rules.topics[piece.topic]?.id ?? '';
}

import type { Level } from '../../report/report.ts';
import type { Clause } from '../../structure/agreement.ts';
import { findDefinitions } from '../../structure/definitions.ts';
import { type Assessment, type Check, onWords, spanOf } from '../assessment.ts';
import { governanceOf, names, sitesOf } from '../concept-sites.ts';
import type { PlacedEvidence } from '../coverage.ts';

/** A list of so many prohibited acts is meant to be complete. */
const LEAST_ITEMS = 3;

/** Prohibitions without anybody who watches whether they are kept. */
export const noMonitoring: Check = (assessment, rule, severity) => {
  const prohibitions = operativeEvidence(assessment).filter((piece) => piece.conduct === 'harm');
  const last = prohibitions.at(-1);
  if (!last || levelOf(assessment, 'poc-monitoring-verification') === 'operative') return [];
  const monitoring = sitesOf(assessment, ['monitor', 'mechanism']).find(
    (site) => site.clause.setting.section === 'operative' && site.clause.kind !== 'heading',
  );
  const message = monitoring ? assessment.messages.militaryMonitoring : assessment.messages.noMonitoring;
  return [
    {
      ...onWords(
        assessment,
        rule,
        severity,
        message,
        monitoring?.clause ?? last.clause,
        monitoring?.span ?? spanOf(last),
        [last],
      ),
      identity: 'absent',
      merged: ['poc-monitoring-verification'],
    },
  ];
};

/** A body or fund is created, and nothing says what it lives on. */
export const noResources: Check = (assessment, rule, severity) => {
  const created = sitesOf(assessment, ['mechanism', 'fund']).find(
    (site) =>
      site.clause.setting.section === 'operative' &&
      site.clause.kind !== 'heading' &&
      names(site.clause, ['establish'], assessment) &&
      governanceOf(site).force !== 'hortatory',
  );
  if (!created || sitesOf(assessment, ['resource-words']).some((site) => site.clause.setting.section !== 'preamble'))
    return [];
  return [
    {
      ...onWords(assessment, rule, severity, assessment.messages.noResources, created.clause, created.span),
      identity: 'absent',
    },
  ];
};

/** Terms on which the protection of others depends, with the concepts by which a text uses them. */
const KEY_TERMS: readonly { readonly concept: string; readonly topic?: string; readonly words: RegExp }[] = [
  { concept: 'civilian', words: /civil/i },
  { concept: 'violation-term', topic: 'poc-ceasefire-violation-definition', words: /violation|breach|incident/i },
  { concept: 'children', words: /child|minor/i },
  { concept: 'sexual-violence', words: /sexual|gender|sgbv|crsv/i },
  { concept: 'relief', words: /humanitarian|relief/i },
  { concept: 'affiliate-words', words: /affiliat|allied|forces/i },
];

/** A term that protection rests on is used and never given a meaning. */
export const undefinedTerm: Check = (assessment, rule, severity) => {
  const definitions = findDefinitions(assessment.source, assessment.analysis.agreement).filter(
    (definition) => definition.kind === 'meaning',
  );
  // A text that defines nothing at all is short; one that defines some terms shows which it left open.
  const isCeasefire = assessment.type === 'ceasefire';
  const found = [];
  for (const { concept, topic, words } of KEY_TERMS) {
    const isViolation = concept === 'violation-term';
    if (definitions.length === 0 && !(isViolation && isCeasefire)) continue;
    if (
      definitions.some((definition) => words.test(definition.term)) ||
      (topic && levelOf(assessment, topic) === 'operative')
    )
      continue;
    const used = sitesOf(assessment, [concept]).find(
      (site) =>
        site.clause.setting.section === 'operative' &&
        site.clause.kind !== 'heading' &&
        governanceOf(site).force === 'binding',
    );
    if (!used) continue;
    found.push(
      onWords(
        assessment,
        rule,
        isViolation && isCeasefire ? 'warning' : severity,
        assessment.messages.undefinedTerm(assessment.writer.quote(used.span)),
        used.clause,
        used.span,
      ),
    );
  }
  return found;
};

/** A list of prohibited acts in which sexual violence is not found. */
export const svOmittedFromViolations: Check = (assessment, rule, severity) => {
  const lists = new Map<Clause, Clause[]>();
  for (const clause of assessment.analysis.agreement.clauses) {
    const { chapeau, setting } = clause;
    if (
      !chapeau ||
      chapeau.kind === 'heading' ||
      setting.inherited.force !== 'binding' ||
      setting.inherited.sign > 0 ||
      setting.section !== 'operative'
    )
      continue;
    const items = lists.get(chapeau);
    if (items) items.push(clause);
    else lists.set(chapeau, [clause]);
  }
  const acts = [...lists].filter(
    ([, items]) => items.filter((item) => item.reading.scan && item.reading.scan.words > 0).length >= LEAST_ITEMS,
  );
  if (
    acts.length === 0 ||
    acts.some(([chapeau, items]) => [chapeau, ...items].some((clause) => names(clause, SEXUAL, assessment)))
  )
    return [];
  const harmful = acts.filter(([, items]) =>
    items.some((item) =>
      names(item, ['attack', 'kill', 'torture', 'abduct', 'loot', 'recruit', 'violence', 'civilian'], assessment),
    ),
  );
  const [first] = harmful;
  if (!first) return [];
  const [chapeau] = first;
  const elsewhere = evidenceOf(assessment, 'sgbv-prohibition')[0];
  const message = assessment.messages.sexualViolenceOmitted(
    elsewhere ? assessment.writer.cite(elsewhere.clause) : undefined,
  );
  return [
    onWords(
      assessment,
      rule,
      severity,
      message,
      chapeau,
      [chapeau.span[0] + chapeau.reading.textStart, chapeau.span[1]],
      elsewhere ? [elsewhere] : [],
    ),
  ];
};

const SEXUAL = ['sexual-violence', 'gender-based-violence', 'euphemism-sexual', 'sexual-exploitation'];

/** Duties that bind the parties' own ranks only by implication, or one party alone. */
export const partialAddressee: Check = (assessment, rule, severity) => {
  const prohibitions = operativeEvidence(assessment).filter(
    (piece) => piece.conduct === 'harm' && piece.clause.setting.section === 'operative',
  );
  const [first] = prohibitions;
  if (!first) return [];
  const found = [];
  const reachesAffiliates = sitesOf(assessment, ['affiliate-words']).some(
    (site) => site.clause.setting.section !== 'preamble',
  );
  if (!reachesAffiliates)
    found.push({
      ...onWords(assessment, rule, severity, assessment.messages.noAffiliates, first.clause, spanOf(first), [first]),
      identity: 'affiliates',
    });
  const parties = partyNames(assessment);
  if (parties.length < 2) return found;
  for (const piece of prohibitions) {
    const text = assessment.source.text.slice(
      piece.clause.span[0] + piece.clause.reading.textStart,
      piece.clause.span[0] + piece.span[0],
    );
    const named = parties.filter((party) => text.includes(party));
    const [only] = named;
    if (named.length !== 1 || !only || !startsWithParty(text, only)) continue;
    found.push(
      onWords(assessment, rule, severity, assessment.messages.onlyOneParty, piece.clause, spanOf(piece), [piece]),
    );
  }
  return found;
};

/** Short names that the preamble or the first articles give to those who sign. */
function partyNames(assessment: Assessment): string[] {
  return [
    ...new Set(
      findDefinitions(assessment.source, assessment.analysis.agreement)
        .filter((definition) => definition.kind === 'name')
        .map((definition) => definition.term),
    ),
  ].filter(
    (term) => /^\p{Lu}/u.test(term) && !/^(?:Part(?:y|ies)|Signator(?:y|ies)|Sides?|Agreement|Accord)$/i.test(term),
  );
}

function startsWithParty(text: string, party: string): boolean {
  return text.replace(/^(?:the|el|la|le)\s+/i, '').startsWith(party);
}

/** Protection that lapses with a truce of limited time or place. */
export const scopeGap: Check = (assessment, rule, severity) => {
  const limited = sitesOf(assessment, ['time-limited', 'area-limited']).find(
    (site) => site.clause.setting.section === 'operative' && site.clause.kind !== 'heading',
  );
  if (!limited || operativeEvidence(assessment).length === 0 || survives(assessment)) return [];
  return [
    onWords(
      assessment,
      rule,
      severity,
      assessment.messages.scopeGap(assessment.writer.quote(limited.span)),
      limited.clause,
      limited.span,
    ),
  ];
};

/** The agreement can end, and nothing says that protection goes on. */
export const noSafeguardOnTermination: Check = (assessment, rule, severity) => {
  const ends = sitesOf(assessment, ['termination-clause']).find(
    (site) =>
      site.clause.setting.section === 'operative' && site.clause.kind !== 'heading' && site.clause.kind !== 'title',
  );
  if (!ends || survives(assessment)) return [];
  return [onWords(assessment, rule, severity, assessment.messages.termination, ends.clause, ends.span)];
};

function survives(assessment: Assessment): boolean {
  return sitesOf(assessment, ['survival-clause']).some((site) => site.clause.setting.section === 'operative');
}

function operativeEvidence(assessment: Assessment): PlacedEvidence[] {
  return assessment.analysis.evidence
    .flat()
    .filter((piece) => piece.level === 'operative')
    .sort((a, b) => a.clause.index - b.clause.index || a.span[0] - b.span[0]);
}

function evidenceOf(assessment: Assessment, topic: string): readonly PlacedEvidence[] {
  const index = assessment.rules.topics.findIndex((candidate) => candidate.id === topic);
  return (assessment.analysis.evidence[index] ?? []).filter((piece) => piece.level === 'operative');
}

function levelOf(assessment: Assessment, topic: string): Level {
  return assessment.coverage.find((coverage) => coverage.topic === topic)?.level ?? 'absent';
}

import { Gap } from '../../language/tokens.ts';
import { clauseEvidence } from '../../match/clause-evidence.ts';
import type { Span } from '../../span.ts';
import type { Clause } from '../../structure/agreement.ts';
import { recall, remember } from '../../structure/block-reading.ts';
import { type Assessment, type Check, type FindingDraft, onWords } from '../assessment.ts';
import { type ConceptSite, chapeaux, isBody, itemsOf, names, sitesIn, sitesOf } from '../concept-sites.ts';

/** A list of so many prohibited acts is meant to be complete. */
const LEAST_ITEMS = 3;
const SEXUAL = ['sexual-violence', 'gender-based-violence', 'euphemism-sexual', 'sexual-exploitation'];
/** Acts of which at least one must stand in a list for it to be one of acts against people or the truce. */
const ACTS = [
  'attack',
  'kill',
  'torture',
  'abduct',
  'loot',
  'destroy',
  'recruit',
  'violence',
  'civilian',
  'harm',
  'lay-mines',
  'hostage',
];

/** A list of prohibited acts in which sexual violence is not found. */
export const svOmittedFromViolations: Check = (assessment, rule, severity) => {
  const lists = [...listsOfItems(assessment), ...listsInSentences(assessment)].sort(
    (a, b) => a.clause.index - b.clause.index,
  );
  if (lists.some((list) => list.members.some((clause) => names(clause, SEXUAL, assessment)))) return [];
  const list = lists.find(({ members }) => members.some((clause) => names(clause, ACTS, assessment)));
  if (!list) return [];
  const elsewhere = assessment.analysis.evidence[
    assessment.rules.topics.findIndex((topic) => topic.id === 'sgbv-prohibition')
  ]?.find((piece) => piece.level === 'operative');
  const message = elsewhere
    ? assessment.messages.sexualViolenceElsewhere({ clause: assessment.writer.cite(elsewhere.clause) })
    : assessment.messages.sexualViolenceOmitted();
  return [
    {
      ...onWords(assessment, rule, severity, message, list.clause, list.span, elsewhere ? [elsewhere] : []),
      explains: ['sgbv-ceasefire-definition', ...(elsewhere ? [] : ['sgbv-prohibition'])],
    },
  ];
};

interface ActList {
  readonly clause: Clause;
  readonly span: Span;
  readonly members: readonly Clause[];
}

/** "The following acts are prohibited: (a) … (b) … (c) …" */
function listsOfItems(assessment: Assessment): ActList[] {
  const found: ActList[] = [];
  for (const chapeau of chapeaux(assessment)) {
    if (chapeau.kind === 'heading' || chapeau.setting.section !== 'operative') continue;
    const items = itemsOf(chapeau, assessment);
    const { inherited } = (items[0] as Clause).setting;
    if (inherited.force !== 'binding' || inherited.sign > 0) continue;
    if (items.filter((item) => item.reading.scan && item.reading.scan.words > 0).length < LEAST_ITEMS) continue;
    found.push({
      clause: chapeau,
      span: [chapeau.span[0] + chapeau.reading.textStart, chapeau.span[1]],
      members: [chapeau, ...items],
    });
  }
  return found;
}

/** "Violations of the ceasefire include shelling, ambushes and flights over the line." */
function listsInSentences(assessment: Assessment): ActList[] {
  return sitesOf(assessment, ['violation-list'])
    .filter((site) => isBody(site.clause) && commasAfter(site) >= LEAST_ITEMS - 2)
    .map((site) => ({ clause: site.clause, span: site.span, members: [site.clause] }));
}

function commasAfter(site: ConceptSite): number {
  const { scan } = site.clause.reading;
  let commas = 0;
  for (let word = site.words[1] + 2; word < site.sentence[1]; word++)
    if ((scan?.gap[word] as number) >= Gap.pause) commas++;
  return commas;
}

/**
 * An item that says the opposite of what its chapeau needs. Read by the letter, the parties refrain from protecting (the
 * case of R-ARCSS 2.1.10, taxonomy q-list-chapeau-mismatch) or undertake to do harm.
 */
export const listChapeauMismatch: Check = (assessment, rule, severity) => {
  const found: FindingDraft[] = [];
  for (const chapeau of chapeaux(assessment)) {
    const items = itemsOf(chapeau, assessment);
    const { inherited } = (items[0] as Clause).setting;
    if (inherited.force !== 'binding') continue;
    const forbids = inherited.sign < 0;
    if (!forbids && !endsInDuty(chapeau, assessment)) continue;
    for (const item of items) {
      if (item.reading.ending === 'colon') break;
      if (!clashes(item, forbids, assessment)) continue;
      const message = forbids ? assessment.messages.dutyAmongProhibitions() : assessment.messages.harmAmongDuties();
      found.push(onWords(assessment, rule, severity, message, item, wordsOfItem(item, assessment)));
    }
  }
  return found;
};

function clashes(item: Clause, forbids: boolean, assessment: Assessment): boolean {
  const name = `clash ${item.settingKey}`;
  const known = recall<boolean>(item.reading, name);
  if (known !== undefined) return known;
  const found = forbids ? dutyUnderProhibition(item, assessment) : harmUnderDuty(item, assessment);
  return remember(item.reading, name, found);
}

function dutyUnderProhibition(item: Clause, assessment: Assessment): boolean {
  const { scan } = item.reading;
  if (!scan || item.kind !== 'item' || scan.words === 0 || bindsItself(item)) return false;
  if (names(item, ['prevent-good'], assessment)) return false;
  const opensSo = scan.operators.some(
    ({ operator, first }) =>
      first <= 1 && (operator === 'verb' || operator === 'imperative' || operator === 'nominal-duty'),
  );
  return opensSo && evidenceIf(item, 1, assessment, (piece) => piece.conduct === 'duty' || piece.conduct === 'right');
}

function harmUnderDuty(item: Clause, assessment: Assessment): boolean {
  const { scan } = item.reading;
  if (!scan || item.kind !== 'item' || scan.words === 0 || bindsItself(item)) return false;
  const opening = scan.end[Math.min(1, scan.words - 1)] as number;
  return evidenceIf(item, -1, assessment, (piece) => piece.conduct === 'harm' && piece.span[0] <= opening);
}

/** Whether the item would be evidence if its chapeau were turned to `sign`. */
function evidenceIf(
  item: Clause,
  sign: 1 | -1,
  assessment: Assessment,
  test: (piece: ReturnType<typeof clauseEvidence>[number]) => boolean,
): boolean {
  const inherited = { force: 'binding', sign, operator: sign > 0 ? 'oblige' : 'forbid' } as const;
  return clauseEvidence(
    item.reading.scan as NonNullable<Clause['reading']['scan']>,
    { ...item.setting, inherited },
    assessment.rules.relations,
  ).some((piece) => piece.level === 'operative' && test(piece));
}

/** An item with a verb of its own that binds or denies completes no chapeau. */
function bindsItself(item: Clause): boolean {
  return (
    item.reading.scan?.operators.some(({ operator }) =>
      ['oblige', 'finite', 'forbid', 'permit', 'urge', 'stop', 'negate', 'no-subject', 'hinder'].includes(operator),
    ) ?? false
  );
}

/** "The Parties shall ensure:", but not "The Parties shall investigate:". */
function endsInDuty(chapeau: Clause, assessment: Assessment): boolean {
  const { scan } = chapeau.reading;
  if (!scan) return false;
  return sitesIn(chapeau, ['duty-opening'], assessment).some((site) => site.words[1] >= scan.words - 2);
}

/** The item's words without its label and its closing punctuation. */
function wordsOfItem(item: Clause, assessment: Assessment): Span {
  const start = item.span[0] + item.reading.textStart;
  const text = assessment.source.text.slice(start, item.span[1]);
  return [start, start + text.replace(assessment.rules.pack.drafting.itemEnd, '').length];
}

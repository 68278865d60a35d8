import type { Operator } from '../language/language-data.ts';
import { Gap } from '../language/tokens.ts';
import {
  type ClauseScan,
  firstFrom,
  type IndexedOperator,
  type Occurrence,
  type OperatorOccurrence,
} from '../match/clause-scan.ts';
import type { Governance } from '../match/governance.ts';
import { governances, operatorsOf } from '../match/governance.ts';
import type { Span } from '../span.ts';
import type { Agreement, Clause } from '../structure/agreement.ts';
import { type ClauseLists, listsByClause } from '../structure/clause-lists.ts';
import type { Automaton } from '../vocabulary/automaton.ts';
import type { Assessment } from './assessment.ts';
import type { PlacedEvidence } from './coverage.ts';
import { NamingIndex } from './naming-index.ts';

/** A concept of the vocabulary met in the agreement's own text, with its sentence. */
export interface ConceptSite {
  readonly concept: string;
  readonly clause: Clause;
  /** In the Source. */
  readonly span: Span;
  /** Word indices in the clause. */
  readonly words: readonly [first: number, last: number];
  readonly sentence: readonly [from: number, to: number];
  readonly operators: readonly OperatorOccurrence[];
}

/** Every place where one of the concepts occurs outside title pages, lists of members and signatures, in order. */
export function sitesOf(assessment: Assessment, names: readonly string[]): ConceptSite[] {
  return clausesNaming(assessment, names).flatMap((clause) => sitesIn(clause, names, assessment));
}

/** The first of these places that passes `test`; those after it are not looked at. */
export function findSite(
  assessment: Assessment,
  names: readonly string[],
  test: (site: ConceptSite) => boolean,
): ConceptSite | undefined {
  for (const clause of clausesNaming(assessment, names)) {
    const found = sitesIn(clause, names, assessment).find(test);
    if (found) return found;
  }
  return undefined;
}

/** The clauses, title pages, lists of members and signatures left out, that name one of the concepts, in order. */
export function clausesNaming(assessment: Assessment, names: readonly string[]): readonly Clause[] {
  const ids = idsOf(assessment, names);
  return indexOf(assessment, ids).naming.clausesOf(ids);
}

const NOWHERE: readonly Clause[] = [];

/** Every place in one clause, or between two of its words (the second exclusive), where one of the concepts occurs. */
export function sitesIn(
  clause: Clause,
  names: readonly string[],
  assessment: Assessment,
  range?: readonly [from: number, to: number],
): ConceptSite[] {
  const { scan } = clause.reading;
  const ids = idsOf(assessment, names);
  if (!scan || !namesOne(clause, ids)) return [];
  const [from, to] = range ?? [0, scan.words];
  const found: ConceptSite[] = [];
  for (let at = range ? firstFrom(scan.concepts, from) : 0; at < scan.concepts.length; at++) {
    const occurrence = scan.concepts[at] as Occurrence;
    if (occurrence.first >= to) break;
    if (ids.includes(occurrence.concept)) found.push(describe(clause, scan, occurrence, assessment));
  }
  return found;
}

/** The concepts named in the sentence that a piece of evidence begins in. */
export function sitesBeside(piece: PlacedEvidence, names: readonly string[], assessment: Assessment): ConceptSite[] {
  const { scan } = piece.clause.reading;
  if (!scan || !namesOne(piece.clause, idsOf(assessment, names))) return [];
  const word = wordAt(scan.start, piece.span[0]);
  return sitesIn(piece.clause, names, assessment, sentenceAround(scan.sentences, word, scan.words));
}

/** Index of the last word that begins at or before an offset, by bisection. */
function wordAt(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** The same for an operator that checks ask for by itself. */
export function operatorSites(assessment: Assessment, operator: IndexedOperator): ConceptSite[] {
  return clausesWith(assessment, operator).flatMap((clause) => {
    const scan = clause.reading.scan as ClauseScan;
    return scan.operators
      .filter((occurrence) => occurrence.operator === operator)
      .map((occurrence) => describe(clause, scan, occurrence, assessment));
  });
}

/** The clauses with such an operator, in order. */
export function clausesWith(assessment: Assessment, operator: IndexedOperator): readonly Clause[] {
  return indexOf(assessment).byOperator.get(operator) ?? NOWHERE;
}

/** What checks look up again and again, gathered in one pass over the agreement. */
export interface SiteIndex {
  readonly naming: NamingIndex;
  readonly byOperator: ReadonlyMap<IndexedOperator, readonly Clause[]>;
  readonly byChapeau: ClauseLists<Clause>;
}

/** The concepts that checks have ever asked for: few of hundreds, and the same in every draft. */
const askedFor = new WeakMap<Automaton, Set<number>>();
const NOTHING_MORE: readonly number[] = [];

function indexOf(assessment: Assessment, wanted = NOTHING_MORE): SiteIndex {
  const { agreement } = assessment.analysis;
  const { automaton } = assessment.rules.pack;
  const asked = askedFor.get(automaton) ?? new Set<number>();
  const before = asked.size;
  for (const id of wanted) asked.add(id);
  askedFor.set(automaton, asked);
  const { lookups } = assessment;
  if (!lookups.sites || asked.size !== before) lookups.sites = gather(agreement, asked, automaton.names.length);
  return lookups.sites;
}

function gather(agreement: Agreement, asked: ReadonlySet<number>, concepts: number): SiteIndex {
  const byOperator = new Map<IndexedOperator, Clause[]>();
  for (const clause of agreement.clauses) {
    const { scan } = clause.reading;
    if (!scan || clause.setting.section === 'aside') continue;
    for (const operator of scan.marks) {
      const list = byOperator.get(operator);
      if (list) list.push(clause);
      else byOperator.set(operator, [clause]);
    }
  }
  return {
    naming: new NamingIndex(agreement, asked, concepts),
    byOperator,
    byChapeau: listsByClause(agreement, agreement.clauses, ({ chapeau }) => chapeau),
  };
}

function describe(clause: Clause, scan: ClauseScan, occurrence: Occurrence, assessment: Assessment): ConceptSite {
  return new Site(clause, scan, occurrence, assessment.rules.pack.automaton.names[occurrence.concept] ?? '');
}

/** Sentence and operators are found when asked for: most sites are looked at and passed over. */
class Site implements ConceptSite {
  readonly concept: string;
  readonly clause: Clause;
  readonly span: Span;
  readonly words: readonly [first: number, last: number];
  private readonly scan: ClauseScan;
  private around: readonly [number, number] | undefined;
  private governing: readonly OperatorOccurrence[] | undefined;

  constructor(clause: Clause, scan: ClauseScan, occurrence: Occurrence, concept: string) {
    this.clause = clause;
    this.scan = scan;
    this.concept = concept;
    this.words = [occurrence.first, occurrence.last];
    const start = clause.span[0];
    this.span = [start + (scan.start[occurrence.first] as number), start + (scan.end[occurrence.last] as number)];
  }

  get sentence(): readonly [number, number] {
    this.around ??= sentenceAround(this.scan.sentences, this.words[0], this.scan.words);
    return this.around;
  }

  get operators(): readonly OperatorOccurrence[] {
    this.governing ??= operatorsOf(this.scan, this.sentence[0], this.sentence[1]);
    return this.governing;
  }
}

/** Whether a clause names one of the concepts. */
export function names(clause: Clause, concepts: readonly string[], assessment: Assessment): boolean {
  return namesOne(clause, idsOf(assessment, concepts));
}

function namesOne(clause: Clause, ids: readonly number[]): boolean {
  const present = clause.reading.scan?.distinct;
  return present !== undefined && ids.some((id) => present.has(id));
}

/** Whether the sentence of a site names one of the concepts. */
export function sentenceNames(site: ConceptSite, concepts: readonly string[], assessment: Assessment): boolean {
  const { scan } = site.clause.reading;
  if (!scan) return false;
  const ids = idsOf(assessment, concepts);
  if (!namesOne(site.clause, ids)) return false;
  const [from, to] = site.sentence;
  for (let at = firstFrom(scan.concepts, from); at < scan.concepts.length; at++) {
    const { first, concept } = scan.concepts[at] as Occurrence;
    if (first >= to) return false;
    if (ids.includes(concept)) return true;
  }
  return false;
}

/** Where the sentence of a site names one of the concepts. */
export function inSentence(site: ConceptSite, concepts: readonly string[], assessment: Assessment): ConceptSite[] {
  return sitesIn(site.clause, concepts, assessment, site.sentence);
}

/** The sites as one stretch of the Source. */
export function stretch(sites: readonly { readonly span: Span }[]): Span {
  return [Math.min(...sites.map((site) => site.span[0])), Math.max(...sites.map((site) => site.span[1]))];
}

/** The numbers of concepts, those left out that the language has no words for. A list, or a single name, is looked up once. */
function idsOf(assessment: Assessment, concepts: readonly string[]): readonly number[] {
  const { automaton } = assessment.rules.pack;
  let known = numbers.get(automaton);
  if (!known) {
    known = { ofLists: new WeakMap(), ofNames: new Map() };
    numbers.set(automaton, known);
  }
  const [only = ''] = concepts;
  let ids = concepts.length === 1 ? known.ofNames.get(only) : known.ofLists.get(concepts);
  if (!ids) {
    ids = concepts.map((concept) => automaton.idOf(concept)).filter((id) => id !== undefined);
    if (concepts.length === 1) known.ofNames.set(only, ids);
    else known.ofLists.set(concepts, ids);
  }
  return ids;
}

interface ConceptNumbers {
  readonly ofLists: WeakMap<readonly string[], readonly number[]>;
  readonly ofNames: Map<string, readonly number[]>;
}

const numbers = new WeakMap<Automaton, ConceptNumbers>();

/** So many words at most are added to a site to show what it is about. */
const LONGEST_REST = 30;

/** The words of a site and those that follow up to the next pause: "as long as the other", and what the other has to do. */
export function toPause(site: ConceptSite, own: Span = site.span): Span {
  const { scan } = site.clause.reading;
  const end = own[1] - site.clause.span[0];
  if (!scan) return own;
  let last = site.words[1];
  while ((scan.end[last] as number) < end) last++;
  const most = last + LONGEST_REST;
  while (last + 1 < site.sentence[1] && last < most && (scan.gap[last + 1] as number) < Gap.pause) last++;
  return [own[0], Math.max(own[1], site.clause.span[0] + (scan.end[last] as number))];
}

/** The first site of each clause. */
export function oncePerClause<Site extends { readonly clause: Clause | undefined }>(sites: readonly Site[]): Site[] {
  const seen = new Set<Clause | undefined>();
  return sites.filter((site) => {
    if (seen.has(site.clause)) return false;
    seen.add(site.clause);
    return true;
  });
}

/** Whether a clause is text that binds: neither preamble nor heading. */
export function isBody(clause: Clause): boolean {
  return clause.setting.section === 'operative' && clause.kind !== 'heading' && clause.kind !== 'title';
}

/** The clause that an offset of the Source lies in, or the last one before it. */
export function clauseAt(assessment: Assessment, offset: number): Clause | undefined {
  const { clauses } = assessment.analysis.agreement;
  let low = 0;
  let high = clauses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((clauses[middle] as Clause).span[0] <= offset) low = middle + 1;
    else high = middle;
  }
  return clauses[low - 1];
}

/** How the conduct at a site is governed: the best reading first. */
export function governanceOf(site: ConceptSite): Governance {
  const { scan } = site.clause.reading;
  if (!scan) return { force: 'none', sign: 1, operator: undefined };
  const [best] = governances(scan, site.operators, site.sentence, site.words, site.clause.setting.inherited);
  return best ?? { force: 'none', sign: 1, operator: undefined };
}

/** Whether a clause holds an operator of this kind. */
export function hasOperator(clause: Clause, operator: Operator): boolean {
  return clause.reading.scan?.operators.some((occurrence) => occurrence.operator === operator) ?? false;
}

/** The clauses of the same article or list as `clause`, itself included. They stand together in the text. */
export function neighbours(clause: Clause, assessment: Assessment): readonly Clause[] {
  const { clauses } = assessment.analysis.agreement;
  const division = divisionOf(clause);
  let end = division.index + 1;
  while (end < clauses.length && divisionOf(clauses[end] as Clause) === division) end++;
  return clauses.slice(division.index, end);
}

/** The items that `clause` introduces. */
export function itemsOf(clause: Clause, assessment: Assessment): readonly Clause[] {
  return indexOf(assessment).byChapeau.of(clause) ?? [];
}

/** The clauses that introduce items, in the order of the text. */
export function chapeaux(assessment: Assessment): Iterable<Clause> {
  return indexOf(assessment).byChapeau.clauses;
}

/** The article (or other division) that a clause lies in; the clause itself where there is none. */
export function divisionOf(clause: Clause): Clause {
  let at = clause;
  while (at.parent && at.label?.style !== 'article') at = at.parent;
  return at;
}

function sentenceAround(starts: readonly number[], word: number, words: number): [number, number] {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= word) low = middle;
    else high = middle - 1;
  }
  return [starts[low] ?? 0, starts[low + 1] ?? words];
}

import type { Operator } from '../language/language-data.ts';
import { Gap } from '../language/tokens.ts';
import type { Level } from '../report/report.ts';
import type { Span } from '../span.ts';
import { type ClauseScan, firstFrom, type Occurrence, type OperatorOccurrence } from './clause-scan.ts';
import { type Governance, governances, type Inheritance, operatorsOf } from './governance.ts';
import type { CompiledRelation, RelationIndex } from './relations.ts';
import { SentenceConcepts } from './sentence-concepts.ts';

/** What surrounds a clause and bears on its meaning. With the clause's words it decides the evidence, and nothing else does. */
export interface ClauseSetting {
  readonly inherited: Inheritance;
  /** Concepts in the chapeaux above, which items may leave unsaid. */
  readonly concepts: readonly number[];
  /** Whether a chapeau above names who is bound. */
  readonly bearer: boolean;
  /** `preamble` binds nobody; `principles` states aims; `members` lists who sits in a body; `aside` is no text of the agreement. */
  readonly section: 'preamble' | 'principles' | 'operative' | 'members' | 'aside';
  /** `heading` names a subject; `item` stands in a list or bears a number. */
  readonly role: 'text' | 'item' | 'heading';
}

/** Bits of the slots that a piece of evidence fills. */
export const Slot = {
  bearer: 1,
  obligation: 2,
  protected: 4,
  act: 8,
  mechanism: 16,
  time: 32,
  consequence: 64,
} as const;

/** Words of one clause that bear on one topic. The span is relative to the clause's text. */
export interface ClauseEvidence {
  readonly topic: number;
  readonly level: Exclude<Level, 'absent'>;
  readonly span: Span;
  readonly slots: number;
  readonly conduct: CompiledRelation['conduct'];
  readonly operator: Operator | undefined;
  /** Whether the words bind only because an order or statement was read without an operator. */
  readonly implied: boolean;
}

/** "reports of grave acts of rape shall not …": so many words may part the handling from what is handled. */
const HANDLING_REACH = 6;
/** "shall not go unpunished": between an operator and how a conduct is dealt with there is a verb, and little else. */
const HANDLED_REACH = 3;
const ATTRIBUTE_REACH = 4;
/** Words between an operator and what it governs beyond which a quotation of both would bury its point. */
const LONGEST_LEAD = 20;
const ENDS_ATTRIBUTE: ReadonlySet<Operator> = new Set(['stop', 'negate', 'oblige', 'forbid', 'permit', 'grant']);
const CHECKED_REACH = 3;

const RANK = { mention: 1, hortatory: 2, operative: 3 } as const;

/** "shall be shielded from the effects of …": the duty is part of the words that forbid. */
function isWithin(relation: CompiledRelation, governance: Governance, head: number): boolean {
  const { words } = governance;
  if (relation.conduct !== 'duty' || !words || head <= words[0] || head > words[1]) return false;
  // Two words are a verb and its denial: "لا يفرج" forbids to release.
  return words[1] - words[0] >= 2;
}

function isNear(operator: readonly [number, number], first: number, last: number): boolean {
  return first - operator[1] <= LONGEST_LEAD && operator[0] - last <= LONGEST_LEAD;
}

/** All evidence in a clause: for each sentence and topic the strongest. */
export function clauseEvidence(scan: ClauseScan, setting: ClauseSetting, index: RelationIndex): ClauseEvidence[] {
  if (scan.concepts.length === 0 || setting.section === 'aside') return [];
  const starts = scan.sentences;
  const found: ClauseEvidence[] = [];
  for (let at = 0; at < starts.length; at++) {
    const from = starts[at] as number;
    const to = starts[at + 1] ?? scan.words;
    const sentence = new Sentence(
      scan,
      from,
      to,
      at === 0 ? setting : withoutInheritance(setting),
      index,
      starts[at - 1],
    );
    for (const evidence of sentence.evidence()) found.push(evidence);
  }
  return found;
}

/** Only the first sentence of an item completes its chapeau. */
function withoutInheritance(setting: ClauseSetting): ClauseSetting {
  return { ...setting, inherited: { force: 'none', sign: 1, operator: undefined } };
}

const NO_RELATIONS: readonly CompiledRelation[] = [];
const NO_EVIDENCE: readonly ClauseEvidence[] = [];
const concepts = new SentenceConcepts();

function isAnyAmong(known: readonly number[], asked: readonly number[]): boolean {
  for (const concept of asked) if (known.includes(concept)) return true;
  return false;
}

class Sentence {
  private readonly operators: readonly OperatorOccurrence[];
  /** The strongest evidence on each topic so far. */
  private found: ClauseEvidence[] | undefined;
  /** What governs the words met so far, which many relations share: looked for once. */
  private readonly governed: { readonly first: number; readonly last: number; readonly readings: Governance[] }[] = [];
  private readonly scan: ClauseScan;
  private readonly from: number;
  private readonly to: number;
  private readonly setting: ClauseSetting;
  private readonly index: RelationIndex;

  constructor(
    scan: ClauseScan,
    from: number,
    to: number,
    setting: ClauseSetting,
    index: RelationIndex,
    /** Where the sentence before begins, if there is one. */
    before: number | undefined,
  ) {
    this.scan = scan;
    this.from = from;
    this.to = to;
    this.setting = setting;
    this.index = index;
    this.operators = operatorsOf(scan, from, to);
    concepts.begin(index.concepts);
    const here = firstFrom(scan.concepts, from);
    if (before !== undefined && this.has('anaphora'))
      for (let at = firstFrom(scan.concepts, before); at < here; at++)
        concepts.addAbove((scan.concepts[at] as Occurrence).concept);
    for (const concept of setting.concepts) concepts.addAbove(concept);
    for (let at = here; at < scan.concepts.length; at++) {
      const occurrence = scan.concepts[at] as Occurrence;
      if (occurrence.first >= to) break;
      concepts.add(occurrence);
    }
  }

  private has(operator: Operator): boolean {
    for (const occurrence of this.operators) if (occurrence.operator === operator) return true;
    return false;
  }

  evidence(): readonly ClauseEvidence[] {
    for (const concept of concepts.distinct) {
      for (const relation of this.index.byHead[concept] ?? NO_RELATIONS) {
        if (this.isSettled(relation.topic) || this.isRuledOut(relation)) continue;
        for (let at = concepts.start(concept); at >= 0; at = concepts.after(at)) this.judge(relation, concepts.at(at));
      }
      if (concepts.isAlone) continue;
      for (const relation of this.index.byOther[concept] ?? NO_RELATIONS)
        if (!this.isSettled(relation.topic)) this.judgeUnderHead(relation, concepts.at(concepts.start(concept)));
    }
    return this.found ?? NO_EVIDENCE;
  }

  /** Whether nothing stronger can be found on a topic. */
  private isSettled(topic: number): boolean {
    return this.rankOf(topic) === RANK.operative;
  }

  private rankOf(topic: number): number {
    if (this.found) for (const evidence of this.found) if (evidence.topic === topic) return RANK[evidence.level];
    return 0;
  }

  /** The head stands in this sentence; the other terms here or in the words above. */
  private judge(relation: CompiledRelation, head: Occurrence): void {
    let { first, last } = head;
    for (let at = 1; at < relation.terms.length; at++) {
      const term = relation.terms[at] as readonly number[];
      const near = this.nearest(term, head, relation);
      if (near) {
        if (near.first < first) first = near.first;
        if (near.last > last) last = near.last;
      } else if (!concepts.isAnyAbove(term)) return;
    }
    this.conclude(relation, head, first, last);
  }

  /** The head stands in the chapeau ("shall not attack:"), the rest here ("(a) civilians;"). */
  private judgeUnderHead(relation: CompiledRelation, occurrence: Occurrence): void {
    const { terms } = relation;
    const headTerm = terms[0] as readonly number[];
    if (!isAnyAmong(this.setting.concepts, headTerm) || concepts.isAnyHere(headTerm)) return;
    if (this.isRuledOut(relation)) return;
    for (let at = 1; at < terms.length; at++) {
      const term = terms[at] as readonly number[];
      if (!concepts.isAnyHere(term) && !concepts.isAnyAbove(term)) return;
    }
    this.conclude(relation, occurrence, occurrence.first, occurrence.last);
  }

  private isRuledOut({ without }: CompiledRelation): boolean {
    return concepts.isAnyHere(without) || concepts.isAnyAbove(without);
  }

  private nearest(term: readonly number[], head: Occurrence, relation: CompiledRelation): Occurrence | undefined {
    let best: Occurrence | undefined;
    let least = relation.within + 1;
    for (const concept of term) {
      for (let at = concepts.start(concept); at >= 0; at = concepts.after(at)) {
        const occurrence = concepts.at(at);
        if (relation.ordered && occurrence.first <= head.first) continue;
        const distance = Math.max(occurrence.first - head.last, head.first - occurrence.last, 0);
        if (distance >= least) continue;
        best = occurrence;
        least = distance;
      }
    }
    return best;
  }

  private conclude(relation: CompiledRelation, head: Occurrence, first: number, last: number): void {
    if (this.setting.section === 'members') return;
    if (relation.conduct === 'mention' || this.setting.role === 'heading') {
      if (this.rankOf(relation.topic) < RANK.mention)
        this.keep(this.build(relation, 'mention', undefined, first, last));
      return;
    }
    for (const governance of this.governing(head)) {
      const level = this.levelOf(relation, governance, head.first);
      if (level && this.rankOf(relation.topic) < RANK[level])
        this.keep(this.build(relation, level, governance, first, last));
    }
  }

  /** Takes the place of weaker evidence on the same topic. */
  private keep(evidence: ClauseEvidence): void {
    this.found ??= [];
    const at = this.found.findIndex(({ topic }) => topic === evidence.topic);
    if (at < 0) this.found.push(evidence);
    else this.found[at] = evidence;
  }

  private governing({ first, last }: Occurrence): Governance[] {
    for (const known of this.governed) if (known.first === first && known.last === last) return known.readings;
    const readings = governances(
      this.scan,
      this.operators,
      [this.from, this.to],
      [first, last],
      this.setting.inherited,
    );
    this.governed.push({ first, last, readings });
    return readings;
  }

  private levelOf(
    relation: CompiledRelation,
    governance: Governance,
    head: number,
  ): Exclude<Level, 'absent'> | undefined {
    if (this.setting.section === 'preamble')
      return relation.conduct === 'harm' && this.isMerelyDealtWith(head) ? undefined : 'hortatory';
    if (governance.operator === 'recall' || governance.operator === 'deplore') return 'hortatory';
    const wanted = relation.conduct === 'harm' ? -1 : 1;
    const suits =
      relation.conduct === 'fact' ||
      governance.force === 'nominal' ||
      governance.sign === wanted ||
      isWithin(relation, governance, head);
    if (!suits) return undefined;
    if (
      relation.conduct === 'harm' &&
      (governance.handled || this.isHandled(governance, head) || this.isAttribute(head))
    )
      return undefined;
    if (relation.conduct === 'duty' && (this.isChecked(head) || (governance.handled && !this.isHandling(head))))
      return undefined;
    switch (governance.force) {
      case 'binding':
        return 'operative';
      case 'hortatory':
        return governance.operator === 'permit' && relation.conduct === 'right' ? 'operative' : 'hortatory';
      case 'implied':
        return this.setting.section === 'principles' ? 'hortatory' : 'operative';
      case 'nominal':
        return this.nominalLevel(relation, governance.operator === 'imperative');
      case 'none':
        // "Survivor means any person, of whatever sex …": a definition states facts.
        return relation.conduct === 'fact' && governance.operator === 'define' ? 'operative' : undefined;
    }
  }

  /** "shall investigate attacks", "survivors of rape shall not be blamed": the attack is dealt with, not prohibited. */
  private isHandled(governance: Governance, head: number): boolean {
    const isLeft = governance.words !== undefined && governance.words[1] < head;
    const isRight = governance.words !== undefined && !isLeft;
    const from = isLeft
      ? (governance.words as readonly [number, number])[1]
      : isRight
        ? head - HANDLING_REACH
        : this.from - 1;
    if ((governance.words?.[1] ?? head) >= head && this.isHandledBehind(head, governance.words?.[1] ?? head))
      return true;
    let handled = false;
    let stopped = false;
    for (const other of this.operators) {
      if (other.first <= from || other.first >= head) continue;
      if (other.operator === 'stop') stopped = true;
      // "prevent, investigate and punish rape" prohibits it; "end impunity for rape" deals with it.
      else if (other.operator === 'handle' || other.operator === 'aftermath')
        handled = !stopped || !this.isJoined(other.first);
    }
    return handled;
  }

  /** "Aucun viol ne reste impuni": what is said of the conduct, behind its operator, is how it is dealt with. */
  private isHandledBehind(head: number, operator: number): boolean {
    const from = Math.max(head, operator);
    const handling = this.operators.find((other) => other.operator === 'handle' && other.first > from);
    if (!handling || handling.first - from > HANDLED_REACH || this.isJoined(handling.first)) return false;
    for (let word = head + 1; word <= handling.first; word++)
      if ((this.scan.gap[word] as number) >= Gap.pause) return false;
    return true;
  }

  /** Whether a word is one of several predicates: after a comma, "and" or "or". */
  private isJoined(word: number): boolean {
    if ((this.scan.gap[word] as number) >= Gap.pause) return true;
    return this.operators.some((other) => other.operator === 'join' && other.last < word && word - other.last <= 2);
  }

  /** "No woman who was raped shall …", "if civilians are attacked": who is meant, or when, not what is prohibited. */
  private isAttribute(head: number): boolean {
    const opener = this.operators.findLast(
      (other) => other.operator === 'subordinate' && other.first < head && head - other.last <= ATTRIBUTE_REACH,
    );
    if (!opener) return false;
    return !this.operators.some(
      (other) => ENDS_ATTRIBUTE.has(other.operator) && other.first > opener.last && other.first < head,
    );
  }

  /** Whether the conduct itself is to investigate, report or punish. */
  private isHandling(head: number): boolean {
    return this.operators.some((other) => other.operator === 'handle' && other.first <= head && head <= other.last);
  }

  /** "shall verify the release of prisoners": the release is somebody else's duty. */
  private isChecked(head: number): boolean {
    const handling = this.operators.findLast(
      (other) => other.operator === 'handle' && other.last < head && head - other.last <= CHECKED_REACH,
    );
    if (!handling) return false;
    for (let word = handling.last + 1; word <= head; word++)
      if ((this.scan.gap[word] as number) >= Gap.pause) return false;
    return !this.operators.some(
      (other) => other.operator === 'join' && other.first > handling.last && other.last < head,
    );
  }

  /** "Conscious that survivors of rape …" recites no prohibition; "Condemning the perpetrators of rape" does. */
  private isMerelyDealtWith(head: number): boolean {
    return (
      this.isHandled({ force: 'none', sign: 1, operator: undefined, words: [head + 1, head + 1] }, head) &&
      !this.has('deplore')
    );
  }

  /** Words without a verb: in a list of measures they are measures, elsewhere they only name the subject. */
  private nominalLevel(relation: CompiledRelation, opens: boolean): Exclude<Level, 'absent'> | undefined {
    if (this.setting.section === 'principles') return 'hortatory';
    if (relation.conduct === 'harm') return this.setting.role === 'item' ? 'mention' : undefined;
    return opens || this.setting.role === 'item' ? 'operative' : 'mention';
  }

  private build(
    relation: CompiledRelation,
    level: Exclude<Level, 'absent'>,
    governance: Governance | undefined,
    first: number,
    last: number,
  ): ClauseEvidence {
    // The operator belongs to the evidence unless a long list parts it from the words it governs.
    const words = governance?.words && isNear(governance.words, first, last) ? governance.words : undefined;
    const from = words ? Math.min(first, words[0]) : first;
    const to = words ? Math.max(last, words[1]) : last;
    let slots = 0;
    if (level !== 'mention') slots |= Slot.act | Slot.protected;
    if (governance?.force === 'binding') slots |= Slot.obligation;
    if (this.setting.bearer || this.has('bearer')) slots |= Slot.bearer;
    if (this.has('mechanism')) slots |= Slot.mechanism;
    if (this.has('time')) slots |= Slot.time;
    if (this.has('consequence')) slots |= Slot.consequence;
    return {
      topic: relation.topic,
      level,
      span: [this.scan.start[from] as number, this.scan.end[to] as number],
      slots,
      conduct: relation.conduct,
      operator: governance?.operator,
      implied: governance?.force === 'implied',
    };
  }
}

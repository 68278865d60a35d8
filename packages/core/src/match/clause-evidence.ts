import type { Operator } from '../language/language-data.ts';
import { Gap } from '../language/tokens.ts';
import type { Level } from '../report/report.ts';
import type { Span } from '../span.ts';
import { type ClauseScan, firstFrom, type Occurrence, type OperatorOccurrence } from './clause-scan.ts';
import { type Governance, governances, type Inheritance, operatorsOf } from './governance.ts';
import type { CompiledRelation, RelationIndex } from './relations.ts';

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
    found.push(...sentence.evidence());
  }
  return found;
}

/** Only the first sentence of an item completes its chapeau. */
function withoutInheritance(setting: ClauseSetting): ClauseSetting {
  return { ...setting, inherited: { force: 'none', sign: 1, operator: undefined } };
}

class Sentence {
  private readonly operators: readonly OperatorOccurrence[];
  private readonly byConcept = new Map<number, Occurrence[]>();
  private readonly context: ReadonlySet<number>;
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
    const context = new Set(setting.concepts);
    const here = firstFrom(scan.concepts, from);
    const pointsBack = before !== undefined && this.has('anaphora');
    if (pointsBack)
      for (let at = firstFrom(scan.concepts, before); at < here; at++)
        context.add((scan.concepts[at] as Occurrence).concept);
    for (let at = here; at < scan.concepts.length; at++) {
      const occurrence = scan.concepts[at] as Occurrence;
      if (occurrence.first >= to) break;
      const list = this.byConcept.get(occurrence.concept);
      if (list) list.push(occurrence);
      else this.byConcept.set(occurrence.concept, [occurrence]);
    }
    this.context = context;
  }

  private has(operator: Operator): boolean {
    return this.operators.some((occurrence) => occurrence.operator === operator);
  }

  evidence(): ClauseEvidence[] {
    const best = new Map<number, ClauseEvidence>();
    const keep = (evidence: ClauseEvidence | undefined) => {
      if (!evidence) return;
      const known = best.get(evidence.topic);
      if (!known || RANK[known.level] < RANK[evidence.level]) best.set(evidence.topic, evidence);
    };
    for (const [concept, occurrences] of this.byConcept) {
      for (const relation of this.index.byHead[concept] ?? []) {
        for (const head of occurrences) keep(this.judge(relation, head));
      }
      if (this.context.size === 0) continue;
      for (const relation of this.index.byOther[concept] ?? [])
        keep(this.judgeUnderHead(relation, occurrences[0] as Occurrence));
    }
    return [...best.values()];
  }

  /** The head stands in this sentence; the other terms here or in the words above. */
  private judge(relation: CompiledRelation, head: Occurrence): ClauseEvidence | undefined {
    if (this.isRuledOut(relation)) return undefined;
    let first = head.first;
    let last = head.last;
    for (let at = 1; at < relation.terms.length; at++) {
      const term = relation.terms[at] as readonly number[];
      const near = this.nearest(term, head, relation);
      if (near) {
        first = Math.min(first, near.first);
        last = Math.max(last, near.last);
      } else if (!term.some((concept) => this.context.has(concept))) return undefined;
    }
    return this.conclude(relation, [head.first, head.last], first, last);
  }

  /** The head stands in the chapeau ("shall not attack:"), the rest here ("(a) civilians;"). */
  private judgeUnderHead(relation: CompiledRelation, occurrence: Occurrence): ClauseEvidence | undefined {
    const [headTerm, ...others] = relation.terms as [readonly number[], ...(readonly number[])[]];
    if (
      !headTerm.some((concept) => this.setting.concepts.includes(concept)) ||
      headTerm.some((concept) => this.byConcept.has(concept))
    )
      return undefined;
    if (this.isRuledOut(relation)) return undefined;
    const complete = others.every((term) =>
      term.some((concept) => this.byConcept.has(concept) || this.context.has(concept)),
    );
    if (!complete) return undefined;
    return this.conclude(relation, [occurrence.first, occurrence.last], occurrence.first, occurrence.last);
  }

  private isRuledOut(relation: CompiledRelation): boolean {
    return relation.without.some((concept) => this.byConcept.has(concept) || this.context.has(concept));
  }

  private nearest(term: readonly number[], head: Occurrence, relation: CompiledRelation): Occurrence | undefined {
    let best: Occurrence | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const concept of term) {
      for (const occurrence of this.byConcept.get(concept) ?? []) {
        if (relation.ordered && occurrence.first <= head.first) continue;
        const distance = Math.max(occurrence.first - head.last, head.first - occurrence.last, 0);
        if (distance > relation.within || distance >= least) continue;
        best = occurrence;
        least = distance;
      }
    }
    return best;
  }

  private conclude(
    relation: CompiledRelation,
    head: readonly [number, number],
    first: number,
    last: number,
  ): ClauseEvidence | undefined {
    if (this.setting.section === 'members') return undefined;
    if (relation.conduct === 'mention') return this.build(relation, 'mention', undefined, first, last);
    if (this.setting.role === 'heading') return this.build(relation, 'mention', undefined, first, last);
    const readings = governances(this.scan, this.operators, [this.from, this.to], head, this.setting.inherited);
    let best: ClauseEvidence | undefined;
    for (const governance of readings) {
      const level = this.levelOf(relation, governance, head[0]);
      if (!level || (best && RANK[best.level] >= RANK[level])) continue;
      best = this.build(relation, level, governance, first, last);
    }
    return best;
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

import type { Operator } from '../language/language-data.ts';
import { Gap } from '../language/tokens.ts';
import { type ClauseScan, firstFrom, type OperatorOccurrence } from './clause-scan.ts';

/** What an operator, or the lack of one, does to a conduct. */
export interface Governance {
  /**
   * `binding`: somebody is bound. `hortatory`: asked, wished, recalled. `implied`: an order or bare statement without an
   * operator. `nominal`: words without any verb, as in a heading or a list of subjects. `none`: narration and the like.
   */
  readonly force: 'binding' | 'hortatory' | 'implied' | 'nominal' | 'none';
  /** 1 where the conduct is wanted, -1 where it is unwanted. */
  readonly sign: 1 | -1;
  readonly operator: Operator | undefined;
  /** Whether the conduct is dealt with after the fact instead: "attacks shall be investigated". */
  readonly handled?: boolean;
  /** Word indices of the operator, where it stands in the sentence itself. */
  readonly words?: readonly [first: number, last: number];
}

/** What a list item or paragraph takes over from the words that introduce it. */
export interface Inheritance {
  readonly force: Governance['force'];
  readonly sign: 1 | -1;
  readonly operator: Operator | undefined;
}

export const NOTHING_INHERITED: Inheritance = { force: 'none', sign: 1, operator: undefined };

const GOVERNING: ReadonlySet<Operator> = new Set([
  'oblige',
  'finite',
  'forbid',
  'grant',
  'permit',
  'urge',
  'deplore',
  'recall',
  'define',
]);
/** Soft operators that a verb depending on them does not overrule: "wish that the forces protect". */
const SOFT: ReadonlySet<Operator> = new Set(['urge', 'recall', 'deplore']);
/** A denial stands directly before a finite verb, or around it: "no reclutarán", "ne recrutent pas". */
const DENIAL_REACH = 2;
/** Operators that turn a conduct into its opposite: as part of a longer one they have already been counted. */
const TURNING: ReadonlySet<Operator> = new Set(['stop', 'negate', 'hinder', 'no-subject']);
/** A statement may follow its subject at some distance, but not across a whole sentence. */
const RIGHT_REACH = 30;
const SUBJECT_REACH = 16;
/** "prevent and punish", "prevent and effectively punish": so near, two verbs have one object. */
const SHARED_REACH = 2;

/**
 * The operators of one sentence, in order. Of two that overlap the contained one is left out: "shall not" is one operator,
 * not an obligation and a denial.
 */
export function operatorsOf(scan: ClauseScan, from: number, to: number): OperatorOccurrence[] {
  const inside: OperatorOccurrence[] = [];
  for (let at = firstFrom(scan.operators, from); at < scan.operators.length; at++) {
    const operator = scan.operators[at] as OperatorOccurrence;
    if (operator.first >= to) break;
    if (operator.last < to) inside.push(operator);
  }
  return inside.length < 2 ? inside : inside.filter((operator) => !isSwallowed(inside, operator));
}

function isSwallowed(operators: readonly OperatorOccurrence[], operator: OperatorOccurrence): boolean {
  for (const other of operators) if (swallows(other, operator)) return true;
  return false;
}

function swallows(other: OperatorOccurrence, operator: OperatorOccurrence): boolean {
  const isPart =
    other !== operator &&
    other.first <= operator.first &&
    operator.last <= other.last &&
    other.last - other.first > operator.last - operator.first;
  return (
    isPart &&
    (other.operator === operator.operator ||
      (isGoverning(other) && (isGoverning(operator) || TURNING.has(operator.operator))))
  );
}

function isGoverning(occurrence: OperatorOccurrence): boolean {
  return GOVERNING.has(occurrence.operator);
}

/**
 * The ways to read what governs the conduct whose head stands at words `first` to `last`, best first: the nearest
 * operator to its left, what the chapeau hands down, the operator to its right ("Attacks on civilians are prohibited"),
 * or nothing.
 */
export function governances(
  scan: ClauseScan,
  operators: readonly OperatorOccurrence[],
  sentence: readonly [from: number, to: number],
  head: readonly [first: number, last: number],
  inherited: Inheritance,
): Governance[] {
  const found: Governance[] = [];
  const inner = operators.findLast((operator) => isGoverning(operator) && standsAmong(operator, head));
  // "Food shall never be used as a weapon": the operator stands among the words of the conduct itself.
  if (inner) return [{ ...turned(operators, inner), words: [inner.first, inner.last] }];
  const left = lastBefore(operators, head[0]);
  const own = operators.find(
    (operator) => operator.operator === 'finite' && operator.first >= head[0] && operator.first <= head[1],
  );
  if (own && !(left && SOFT.has(left.operator) && dependsOn(scan, operators, left, own)))
    return [{ ...finiteGovernance(operators, own), words: [own.first, own.last] }];
  const right = firstAfter(scan, operators, head[1], sentence[1]);
  if (left) {
    found.push(leftGovernance(scan, operators, left, head[0]));
    if (right) found.push(rightGovernance(scan, operators, right));
    return found;
  }
  const sign = flips(scan, operators, sentence[0] - 1, head[0]);
  if (right) found.push(rightGovernance(scan, operators, right));
  if (inherited.force !== 'none') {
    found.push({ force: inherited.force, sign: multiply(inherited.sign, sign), operator: inherited.operator });
  }
  // With no operator at all, an order ("Ensure safe access") or a bare statement still says something; a story does not.
  if (!right) found.push(withoutOperator(operators, sentence, head[0], sign));
  return found;
}

/** A finite verb as it governs itself: denied by the word before it, or by a subject such as "no Party". */
function finiteGovernance(operators: readonly OperatorOccurrence[], verb: OperatorOccurrence): Governance {
  const own = turned(operators, verb);
  const isDenied = operators.some(
    (other) => other.operator === 'negate' && other.last < verb.first && verb.first - other.last <= DENIAL_REACH,
  );
  // "Aucune Partie n'attaque" denies once, in two places.
  return isDenied && own.sign > 0 ? { ...own, sign: -1, operator: 'forbid' } : own;
}

/** Whether a verb belongs to the predicate of the operator before it: nothing joins it to what stands before, no pause parts them. */
function dependsOn(
  scan: ClauseScan,
  operators: readonly OperatorOccurrence[],
  left: OperatorOccurrence,
  verb: OperatorOccurrence,
): boolean {
  for (let word = left.last + 1; word <= verb.first; word++) if ((scan.gap[word] as number) >= Gap.pause) return false;
  return !operators.some((other) => other.operator === 'join' && other.first > left.last && other.last < verb.first);
}

/** What follows a finite verb: the second half of a denial ("ne … pas") is part of the first. */
function afterFinite(
  scan: ClauseScan,
  operators: readonly OperatorOccurrence[],
  verb: OperatorOccurrence,
  head: number,
): Governance {
  const own = finiteGovernance(operators, verb);
  const half = operators.find((other) => other.operator === 'negate' && other.first === verb.last + 1);
  const isAround = half !== undefined && own.sign < 0;
  const sign = multiply(own.sign, flips(scan, operators, isAround ? half.first : verb.first, head));
  return { ...own, sign, words: [verb.first, verb.last] };
}

function leftGovernance(
  scan: ClauseScan,
  operators: readonly OperatorOccurrence[],
  left: OperatorOccurrence,
  head: number,
): Governance {
  if (left.operator === 'finite') return afterFinite(scan, operators, left, head);
  const own = turned(operators, left);
  const sign = multiply(own.sign, flips(scan, operators, left.first, head));
  // "Ceasefire means the cessation of …": a definition that ends a conduct binds, every other one only explains.
  const force = own.operator === 'define' && sign < 0 ? 'binding' : own.force;
  return { ...own, force, sign, words: [left.first, left.last] };
}

function rightGovernance(
  scan: ClauseScan,
  operators: readonly OperatorOccurrence[],
  right: OperatorOccurrence,
): Governance {
  const own = turned(operators, right);
  const handled = operators.some(
    (other) => other.operator === 'handle' && other.first >= right.first && other.first <= right.last + 3,
  );
  const sign = multiply(own.sign, flips(scan, operators, right.first, right.last + 4));
  return { ...own, sign, handled, words: [right.first, right.last] };
}

/** The operator with its own subject heard: "no Party shall" forbids. */
function turned(operators: readonly OperatorOccurrence[], governing: OperatorOccurrence): Governance {
  const plain = plainGovernance(governing.operator);
  if (plain.sign < 0 || plain.force !== 'binding') {
    if (governing.operator !== 'permit') return plain;
  }
  const denied = operators.some(
    (other) =>
      other.operator === 'no-subject' &&
      other.last < governing.first &&
      governing.first - other.last <= SUBJECT_REACH &&
      !operators.some(
        (between) => isGoverning(between) && between.first > other.last && between.last < governing.first,
      ),
  );
  // "Nadie será obligado a abandonar": what forbids ends in the verb that obliges, and has taken the subject in.
  const isShared = operators.some(
    (other) =>
      other.operator === 'forbid' &&
      other.first < governing.first &&
      other.last >= governing.first &&
      other.last < governing.last,
  );
  return denied || isShared ? { force: 'binding', sign: multiply(plain.sign, -1), operator: 'forbid' } : plain;
}

function plainGovernance(operator: Operator): Governance {
  switch (operator) {
    case 'oblige':
    case 'finite':
      return { force: 'binding', sign: 1, operator: 'oblige' };
    case 'forbid':
      return { force: 'binding', sign: -1, operator };
    case 'grant':
      return { force: 'binding', sign: 1, operator };
    case 'permit':
    case 'urge':
    case 'recall':
      return { force: 'hortatory', sign: 1, operator };
    case 'deplore':
      return { force: 'hortatory', sign: -1, operator };
    default:
      return { force: 'none', sign: 1, operator };
  }
}

function withoutOperator(
  operators: readonly OperatorOccurrence[],
  sentence: readonly [number, number],
  head: number,
  sign: 1 | -1,
): Governance {
  const has = (operator: Operator) => operators.some((other) => other.operator === operator);
  const orders = operators.some(
    (other) =>
      (other.operator === 'imperative' || other.operator === 'verb' || other.operator === 'stop') &&
      other.first <= sentence[0] + 1,
  );
  if (orders) return { force: 'implied', sign, operator: 'imperative' };
  // "Disclosure of all graves", "(e) sexual violence": the conduct itself opens the words, and nothing is said of it.
  if (head === sentence[0]) return { force: 'nominal', sign, operator: 'imperative' };
  if (has('past')) return { force: 'none', sign, operator: 'past' };
  if (has('present')) return { force: 'implied', sign, operator: 'present' };
  if (sign < 0) return { force: 'implied', sign, operator: 'negate' };
  return { force: 'nominal', sign, operator: undefined };
}

/**
 * How often the conduct is turned into its opposite between words `from` (exclusive) and `to` (exclusive). A verb that
 * opens a second predicate ("refrain from attacks and protect civilians") takes the count back to where it began.
 */
function flips(scan: ClauseScan, operators: readonly OperatorOccurrence[], from: number, to: number): 1 | -1 {
  let sign: 1 | -1 = 1;
  let stopped = from - SHARED_REACH - 1;
  for (const other of operators) {
    if (other.first <= from || other.first > to) continue;
    const isStop = other.operator === 'stop';
    const opens = (isStop || other.operator === 'verb') && opensPredicate(scan, operators, other.first);
    // "prevent and punish rape": the second verb shares the object of the first, and with it the turn.
    const shares = !isStop && other.first - stopped <= SHARED_REACH;
    if ((opens && !shares) || other.operator === 'purpose') sign = 1;
    if (other.first === to) continue;
    if (isStop) stopped = other.last;
    if (isStop || other.operator === 'negate' || other.operator === 'hinder') sign = multiply(sign, -1);
  }
  return sign;
}

/** Whether a verb is joined to what stands before it instead of depending on it: after a comma, "and", "and shall also". */
function opensPredicate(scan: ClauseScan, operators: readonly OperatorOccurrence[], verb: number): boolean {
  if ((scan.gap[verb] as number) >= Gap.pause) return true;
  return operators.some((other) => other.operator === 'join' && other.last < verb && verb - other.last <= 2);
}

function multiply(a: 1 | -1, b: 1 | -1): 1 | -1 {
  return a === b ? 1 : -1;
}

/**
 * Whether an operator stands among the words of a conduct ("food shall never be used as a weapon"), or, being soft, begins
 * among them ("special attention shall be paid to the needs of women").
 */
function standsAmong(operator: OperatorOccurrence, head: readonly [first: number, last: number]): boolean {
  if (operator.first > head[0] && operator.last < head[1]) return true;
  const begins = operator.first >= head[0] && operator.first <= head[1];
  return begins && operator.operator === 'urge' && operator.last - operator.first >= SHORTEST_SOFT_PHRASE;
}

/** "shall be given", not "ask for": shorter ones are verbs of the conduct as often as operators. */
const SHORTEST_SOFT_PHRASE = 2;

/** The nearest governing operator to the left. */
function lastBefore(operators: readonly OperatorOccurrence[], head: number): OperatorOccurrence | undefined {
  let found: OperatorOccurrence | undefined;
  for (const operator of operators) if (isGoverning(operator) && operator.first < head) found = operator;
  return found;
}

function firstAfter(
  scan: ClauseScan,
  operators: readonly OperatorOccurrence[],
  head: number,
  to: number,
): OperatorOccurrence | undefined {
  const found = operators.find(
    (operator) => isGoverning(operator) && operator.operator !== 'finite' && operator.first > head,
  );
  if (!found || found.first >= to || found.first - head > RIGHT_REACH) return undefined;
  for (let index = head + 1; index <= found.first; index++)
    if ((scan.gap[index] as number) >= Gap.stop) return undefined;
  return found;
}

/** What a chapeau hands down to its items: the state in which its last sentence ends. */
export function inheritanceOf(scan: ClauseScan, inherited: Inheritance): Inheritance {
  const from = scan.sentences.at(-1) as number;
  const operators = operatorsOf(scan, from, scan.words);
  const last = lastBefore(operators, scan.words);
  if (last) {
    const { force, sign, operator } = leftGovernance(scan, operators, last, scan.words);
    return { force, sign, operator };
  }
  const sign = flips(scan, operators, from - 1, scan.words);
  if (inherited.force !== 'none') return { ...inherited, sign: multiply(inherited.sign, sign) };
  const alone = withoutOperator(operators, [from, scan.words], scan.words, sign);
  return { force: alone.force, sign: alone.sign, operator: alone.operator };
}

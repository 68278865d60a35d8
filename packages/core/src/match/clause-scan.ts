import type { Operator, StructureCue } from '../language/language-data.ts';
import type { LanguagePack } from '../language/language-pack.ts';
import { sentenceStarts } from '../language/sentences.ts';
import { Gap, Tokens, tokenize } from '../language/tokens.ts';
import type { AgreementType } from '../report/report.ts';
import type { Span } from '../span.ts';

/** A concept, operator or cue met in a clause. Word indices are inclusive. */
export interface Occurrence {
  readonly concept: number;
  readonly first: number;
  readonly last: number;
}

export interface OperatorOccurrence extends Occurrence {
  readonly operator: Operator;
}

export interface TypeOccurrence extends Occurrence {
  readonly type: AgreementType;
}

export interface CueOccurrence extends Occurrence {
  readonly cue: StructureCue;
}

/** Operators by which clauses are found. */
export type IndexedOperator = 'escape' | 'no-subject' | 'urge';

/** What one pass over the words of a clause finds. Offsets are relative to the clause's text. */
export interface ClauseScan {
  readonly words: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly gap: Uint8Array;
  readonly concepts: readonly Occurrence[];
  readonly operators: readonly OperatorOccurrence[];
  readonly cues: readonly CueOccurrence[];
  /** Those of the operators by which clauses are found, each once. */
  readonly marks: readonly IndexedOperator[];
  /** Words that tell the type of the agreement. */
  readonly types: readonly TypeOccurrence[];
  /** The types of agreement that they tell, each once. */
  readonly told: ReadonlySet<AgreementType>;
  /** The concepts, each once. */
  readonly distinct: ReadonlySet<number>;
  /** Those of the concepts that are in a set which only ever grows: kept until it has grown. */
  among(asked: ReadonlySet<number>): readonly number[];
  /** Indices of the words with which sentences begin. Computed when first asked for: most clauses are never asked. */
  readonly sentences: readonly number[];
}

const scratch = new Tokens();

/** Scans a clause, or returns undefined where nothing of the vocabulary occurs in it. */
export function scanClause(text: string, opaque: readonly Span[], pack: LanguagePack): ClauseScan | undefined {
  tokenize(text, pack.language.elides, opaque, scratch);
  const found = pack.automaton.scan(text, scratch);
  if (!found) return undefined;
  const concepts: Occurrence[] = [];
  const operators: OperatorOccurrence[] = [];
  const cues: CueOccurrence[] = [];
  const types: TypeOccurrence[] = [];
  for (let index = 0; index < found.count; index++) {
    const concept = found.concept[index] as number;
    const first = found.first[index] as number;
    const last = found.last[index] as number;
    const operator = pack.operatorOf[concept];
    const cue = pack.cueOf[concept];
    const type = pack.typeOf[concept];
    if (operator) operators.push({ concept, first, last, operator });
    else if (cue) cues.push({ concept, first, last, cue });
    else if (type) types.push({ concept, first, last, type });
    else concepts.push({ concept, first, last });
  }
  return new Scan(text, scratch, concepts, operators, cues, types, pack);
}

class Scan implements ClauseScan {
  readonly words: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly gap: Uint8Array;
  readonly concepts: readonly Occurrence[];
  readonly operators: readonly OperatorOccurrence[];
  readonly cues: readonly CueOccurrence[];
  readonly types: readonly TypeOccurrence[];
  readonly marks: readonly IndexedOperator[];
  private readonly text: string;
  private readonly pack: LanguagePack;
  private cut: number[] | undefined;
  private named: ReadonlySet<number> | undefined;
  private typesTold: ReadonlySet<AgreementType> | undefined;
  private chosen: readonly number[] = [];
  private chosenOf = 0;

  constructor(
    text: string,
    tokens: Tokens,
    concepts: readonly Occurrence[],
    operators: readonly OperatorOccurrence[],
    cues: readonly CueOccurrence[],
    types: readonly TypeOccurrence[],
    pack: LanguagePack,
  ) {
    this.words = tokens.count;
    const { count } = tokens;
    const buffer = new ArrayBuffer(9 * count);
    this.start = new Int32Array(buffer, 0, count);
    this.end = new Int32Array(buffer, 4 * count, count);
    this.gap = new Uint8Array(buffer, 8 * count, count);
    for (let at = 0; at < count; at++) {
      this.start[at] = tokens.start[at] as number;
      this.end[at] = tokens.end[at] as number;
      this.gap[at] = tokens.gap[at] as number;
    }
    this.concepts = concepts;
    this.operators = operators;
    this.marks = marksOf(operators);
    this.cues = cues;
    this.types = types;
    this.text = text;
    this.pack = pack;
  }

  get told(): ReadonlySet<AgreementType> {
    this.typesTold ??= new Set(this.types.map(({ type }) => type));
    return this.typesTold;
  }

  get distinct(): ReadonlySet<number> {
    this.named ??= new Set(this.concepts.map(({ concept }) => concept));
    return this.named;
  }

  among(asked: ReadonlySet<number>): readonly number[] {
    if (this.chosenOf !== asked.size) {
      this.chosen = [...this.distinct].filter((concept) => asked.has(concept));
      this.chosenOf = asked.size;
    }
    return this.chosen;
  }

  get sentences(): readonly number[] {
    this.cut ??= bounded(
      sentenceStarts(
        this.text,
        { count: this.words, start: this.start, end: this.end, gap: this.gap },
        this.pack.abbreviations,
      ),
      this.words,
      this.gap,
    );
    return this.cut;
  }
}

const NO_MARKS: readonly IndexedOperator[] = [];

function marksOf(operators: readonly OperatorOccurrence[]): readonly IndexedOperator[] {
  let marks: IndexedOperator[] | undefined;
  for (const { operator } of operators) {
    if (operator !== 'escape' && operator !== 'no-subject' && operator !== 'urge') continue;
    if (!marks) marks = [operator];
    else if (!marks.includes(operator)) marks.push(operator);
  }
  return marks ?? NO_MARKS;
}

/** No drafter writes longer sentences; where full stops are missing, as in lists run together, cuts keep the cost linear. */
const LONGEST_SENTENCE = 400;

/** The same starts, with sentences that never end cut at a comma or semicolon. */
function bounded(starts: readonly number[], words: number, gap: Uint8Array): number[] {
  if (words <= LONGEST_SENTENCE) return [...starts];
  const cut: number[] = [];
  starts.forEach((start, at) => {
    const end = starts[at + 1] ?? words;
    for (let from = start; from < end; ) {
      cut.push(from);
      from =
        end - from <= LONGEST_SENTENCE ? end : pauseBefore(gap, from + LONGEST_SENTENCE, from + LONGEST_SENTENCE / 2);
    }
  });
  return cut;
}

function pauseBefore(gap: Uint8Array, latest: number, earliest: number): number {
  for (let word = latest; word > earliest; word--) if ((gap[word] as number) >= Gap.pause) return word;
  return latest;
}

/** Index of the first occurrence that begins at word `word` or later, by bisection. */
export function firstFrom(occurrences: readonly Occurrence[], word: number): number {
  let low = 0;
  let high = occurrences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((occurrences[middle] as Occurrence).first < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

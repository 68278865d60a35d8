import { TimeReader } from '../compare/time-limit.ts';
import { AGREEMENT_TYPES, type AgreementType } from '../report/report.ts';
import { CrossReferenceReader } from '../structure/cross-references.ts';
import { type DraftingReader, draftingReader } from '../structure/drafting-reader.ts';
import { LabelReader } from '../structure/labels.ts';
import { Automaton, OPERATOR_PREFIX } from '../vocabulary/automaton.ts';
import { buildPhraseTrie, type ConceptData, type PhraseTrie } from '../vocabulary/phrase-trie.ts';
import type { Language } from './language.ts';
import {
  type LanguageData,
  type LanguageDescription,
  OPERATORS,
  type Operator,
  STRUCTURE_CUES,
  type StructureCue,
} from './language-data.ts';
import { makeLanguage } from './languages.ts';

/** A language made ready for matching: its data compiled once, then shared by all reviews. */
export interface LanguagePack {
  readonly description: LanguageDescription | undefined;
  readonly language: Language;
  readonly automaton: Automaton;
  readonly labels: LabelReader;
  readonly references: CrossReferenceReader;
  readonly drafting: DraftingReader;
  readonly abbreviations: ReadonlySet<string>;
  readonly time: TimeReader;
  readonly filler: ReadonlySet<string>;
  /** Matches words that stand for all who sign. */
  readonly everybody: RegExp;
  /** For each concept number the operator or structure cue that it is, or undefined for a concept of the vocabulary. */
  readonly operatorOf: readonly (Operator | undefined)[];
  readonly cueOf: readonly (StructureCue | undefined)[];
  readonly typeOf: readonly (AgreementType | undefined)[];
}

const CUE_PREFIX = `${OPERATOR_PREFIX}structure:`;
const TYPE_PREFIX = `${OPERATOR_PREFIX}type:`;

/**
 * The names of all concepts that any of the languages words, in one order for all. Concepts are numbered by it, so that
 * clauses in different languages can stand in one analysis.
 */
export function conceptNames(languages: readonly LanguageData[]): string[] {
  const byWealth = [...languages].sort(
    (a, b) => Object.keys(b.concepts).length - Object.keys(a.concepts).length || (a.id < b.id ? -1 : 1),
  );
  return [...new Set(byWealth.flatMap((data) => Object.keys(data.concepts)))];
}

const NO_PHRASES: ConceptData = { phrases: [] };

/**
 * The phrases of a language compiled to plain data, for a rule pack to carry, with concepts numbered as in `names`. Throws a SyntaxError that says which phrase
 * cannot be read.
 */
export function compilePhrases(data: LanguageData, names: readonly string[]): PhraseTrie {
  const concepts: Record<string, ConceptData> = {};
  for (const name of names) concepts[name] = data.concepts[name] ?? NO_PHRASES;
  for (const operator of OPERATORS) concepts[OPERATOR_PREFIX + operator] = data.operators[operator] ?? { phrases: [] };
  for (const cue of STRUCTURE_CUES) concepts[CUE_PREFIX + cue] = data.structure[cue] ?? { phrases: [] };
  concepts[`${CUE_PREFIX}division`] = {
    phrases: Object.values(data.divisions)
      .flat()
      .flatMap((name) => [`=${name}`, `=${name}s`]),
  };
  for (const type of AGREEMENT_TYPES) concepts[TYPE_PREFIX + type] = data.types[type] ?? { phrases: [] };
  return buildPhraseTrie(makeLanguage(data.id, data.words), {
    classes: data.classes,
    concepts,
    falseFriends: data.falseFriends,
    commonWords: data.stopWords,
  });
}

/** Makes a language ready. Its phrases are compiled here unless the data already carries them compiled. */
export function compileLanguage(data: LanguageData, languages: readonly LanguageData[]): LanguagePack {
  const language = makeLanguage(data.id, data.words);
  const automaton = new Automaton(language, data.trie ?? compilePhrases(data, conceptNames(languages)));
  return {
    description: data.description,
    language,
    automaton,
    labels: new LabelReader(data),
    references: new CrossReferenceReader(data),
    drafting: draftingReader(languages),
    abbreviations: new Set(data.abbreviations),
    time: new TimeReader(data.time),
    filler: new Set(data.filler),
    everybody: new RegExp(
      `(?<!\\p{L})(?:${data.everybody.length > 0 ? data.everybody.join('|') : '(?!)'})(?!\\p{L})`,
      'iu',
    ),
    operatorOf: automaton.names.map((name) => OPERATORS.find((operator) => name === OPERATOR_PREFIX + operator)),
    cueOf: automaton.names.map((name) => STRUCTURE_CUES.find((cue) => name === CUE_PREFIX + cue)),
    typeOf: automaton.names.map((name) => AGREEMENT_TYPES.find((type) => name === TYPE_PREFIX + type)),
  };
}

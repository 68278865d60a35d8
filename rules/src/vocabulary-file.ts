import {
  AGREEMENT_TYPES,
  type ConceptData,
  type DraftingWords,
  escapePattern,
  type LanguageData,
  type LanguageDescription,
  OPERATORS,
  parsePhrases,
  type ReferenceWords,
  STEMMERS,
  STRUCTURE_CUES,
  type TimeWords,
  type WordForms,
} from '@poclint/core';
import { RuleFileError } from './rule-file-error.ts';
import { readYamlFile } from './yaml-file.ts';

/** What one file of a language's folder may hold. All files of the folder are joined. */
interface VocabularyFile {
  readonly language?: LanguageDescription;
  readonly words?: WordForms;
  readonly classes?: Readonly<Record<string, readonly string[]>>;
  readonly concepts?: Readonly<Record<string, ConceptEntry>>;
  readonly operators?: Readonly<Record<string, ConceptEntry>>;
  readonly structure?: Readonly<Record<string, ConceptEntry>>;
  readonly types?: Readonly<Record<string, ConceptEntry>>;
  readonly time?: TimeWords;
  readonly filler?: readonly string[];
  readonly everybody?: readonly string[];
  readonly references?: ReferenceWords;
  readonly drafting?: DraftingWords;
  readonly stopWords?: readonly string[];
  readonly falseFriends?: readonly string[];
  readonly abbreviations?: readonly string[];
  readonly divisions?: Readonly<Record<string, readonly string[]>>;
  readonly numbers?: Readonly<Record<string, number>>;
}

/** A pattern that matches nothing: what a language says nothing about is not found. */
const NOTHING = '(?!)';
const NO_TIMES: TimeWords = {
  units: { hour: NOTHING, day: NOTHING, week: NOTHING, month: NOTHING, year: NOTHING },
  numbers: {},
  limit: NOTHING,
  period: NOTHING,
  every: NOTHING,
  after: NOTHING,
  frequencies: {},
  immediate: NOTHING,
  vague: NOTHING,
  months: [],
};
const NO_REFERENCES: ReferenceWords = {
  own: [],
  joins: [],
  of: [],
  determiners: [],
  instruments: [],
  abbreviated: [],
  before: [],
  this: [],
};

const NO_DRAFTING: DraftingWords = {
  conjunctions: [],
  separators: [],
  both: [],
  articles: [],
  named: [],
  editorial: [],
  blank: [],
  counted: [],
  claims: [],
  options: [],
  small: [],
  lone: [],
  draft: [],
  signed: [],
};

/** A list of phrases, or phrases with the false friends that hide them. */
type ConceptEntry = readonly string[] | { readonly phrases: readonly string[]; readonly masks?: readonly string[] };

const SECTIONS = [
  'language',
  'words',
  'classes',
  'concepts',
  'operators',
  'structure',
  'types',
  'stopWords',
  'falseFriends',
  'abbreviations',
  'time',
  'filler',
  'everybody',
  'references',
  'drafting',
  'divisions',
  'numbers',
];

/**
 * Joins the files of one language's folder. Throws a RuleFileError for YAML that cannot be read, for a section, operator
 * or cue that does not exist, and for a concept that two files define.
 */
export function joinVocabulary(
  language: string,
  files: readonly { readonly path: string; readonly content: string }[],
): LanguageData {
  const joined = {
    description: undefined as LanguageDescription | undefined,
    words: undefined as WordForms | undefined,
    classes: {} as Record<string, readonly string[]>,
    concepts: {} as Record<string, ConceptData>,
    operators: {} as Record<string, ConceptData>,
    structure: {} as Record<string, ConceptData>,
    types: {} as Record<string, ConceptData>,
    time: NO_TIMES as TimeWords,
    filler: [] as string[],
    everybody: [] as string[],
    references: NO_REFERENCES as ReferenceWords,
    drafting: NO_DRAFTING as DraftingWords,
    stopWords: [] as string[],
    falseFriends: [] as string[],
    abbreviations: [] as string[],
    divisions: {} as Record<string, readonly string[]>,
    numbers: {} as Record<string, number>,
  };
  const read: { readonly path: string; readonly content: string; readonly data: VocabularyFile }[] = [];
  for (const { path, content } of files) {
    const { data, lineOf } = readYaml(path, content);
    read.push({ path, content, data });
    const unknown = Object.keys(data).find((section) => !SECTIONS.includes(section));
    if (unknown)
      throw new RuleFileError(
        path,
        lineOf(unknown),
        `has the unknown section "${unknown}"`,
        `use ${SECTIONS.join(', ')}`,
      );
    if (data.language) joined.description = data.language;
    if (data.words) joined.words = checkedWords(path, data.words, lineOf);
    if (data.time) joined.time = { ...NO_TIMES, ...data.time };
    if (data.references) joined.references = { ...NO_REFERENCES, ...data.references };
    if (data.drafting) joined.drafting = { ...NO_DRAFTING, ...data.drafting };
    joined.filler.push(...(data.filler ?? []));
    joined.everybody.push(...(data.everybody ?? []));
    addConcepts(joined.concepts, data.concepts, path, lineOf, undefined);
    addConcepts(joined.operators, data.operators, path, lineOf, OPERATORS);
    addConcepts(joined.structure, data.structure, path, lineOf, STRUCTURE_CUES);
    addConcepts(joined.types, data.types, path, lineOf, AGREEMENT_TYPES);
    Object.assign(joined.classes, data.classes);
    Object.assign(joined.divisions, data.divisions);
    Object.assign(joined.numbers, data.numbers);
    joined.falseFriends.push(...(data.falseFriends ?? []));
    joined.stopWords.push(...(data.stopWords ?? []));
    joined.abbreviations.push(...(data.abbreviations ?? []));
  }
  // Classes may stand in a file behind the phrases that name them.
  for (const { path, content, data } of read) checkPhrases(path, content, data, joined.classes);
  return { id: language, ...joined } as unknown as LanguageData;
}

function checkedWords(path: string, words: WordForms, lineOf: (key: string) => number): WordForms {
  if (STEMMERS[words.stemmer]) return words;
  throw new RuleFileError(
    path,
    lineOf('stemmer'),
    `names the stemmer "${words.stemmer}", which is none of the known ones`,
    `use ${Object.keys(STEMMERS).join(', ')}`,
  );
}

/** Reads every phrase once, so that a slip is reported with its file and line and not when a draft is reviewed. */
function checkPhrases(path: string, content: string, data: VocabularyFile, classes: LanguageData['classes']): void {
  const entries = [data.concepts, data.operators, data.structure, data.types].flatMap((section) =>
    Object.values(section ?? {}),
  );
  for (const entry of entries) {
    const phrases = Array.isArray(entry)
      ? entry
      : [...(entry as ConceptData).phrases, ...((entry as ConceptData).masks ?? [])];
    for (const phrase of phrases) checkPhrase(path, content, phrase, classes);
  }
  for (const phrase of data.falseFriends ?? []) checkPhrase(path, content, phrase, classes);
}

function checkPhrase(path: string, content: string, phrase: string, classes: LanguageData['classes']): void {
  try {
    parsePhrases(phrase, classes);
  } catch (error) {
    const line = content.slice(0, Math.max(0, content.indexOf(phrase))).split('\n').length;
    throw new RuleFileError(
      path,
      line,
      `has a phrase that cannot be read (${(error as Error).message.replace(/\.$/, '')})`,
      'mend that phrase',
    );
  }
}

function addConcepts(
  into: Record<string, ConceptData>,
  entries: Readonly<Record<string, ConceptEntry>> | undefined,
  path: string,
  lineOf: (text: string) => number,
  known: readonly string[] | undefined,
): void {
  for (const [name, entry] of Object.entries(entries ?? {})) {
    if (known && !known.includes(name))
      throw new RuleFileError(
        path,
        lineOf(name),
        `defines "${name}", which is none of the known ones`,
        `use ${known.join(', ')}`,
      );
    if (into[name])
      throw new RuleFileError(
        path,
        lineOf(name),
        `defines "${name}" a second time`,
        'add the phrases to the first definition',
      );
    const concept: ConceptData = Array.isArray(entry) ? { phrases: entry } : (entry as ConceptData);
    if (!Array.isArray(concept?.phrases) || concept.phrases.some((phrase) => typeof phrase !== 'string')) {
      throw new RuleFileError(
        path,
        lineOf(name),
        `gives "${name}" no list of phrases`,
        'write one phrase per line, each beginning with "- "',
      );
    }
    into[name] = concept;
  }
}

function readYaml(path: string, content: string): { data: VocabularyFile; lineOf: (key: string) => number } {
  const data = readYamlFile(path, content) as VocabularyFile;
  const lineOf = (key: string): number => {
    const at = content.search(new RegExp(`^\\s*${escapePattern(key)}:`, 'm'));
    return at < 0 ? 1 : content.slice(0, at).split('\n').length + (content[at] === '\n' ? 1 : 0);
  };
  return { data, lineOf };
}

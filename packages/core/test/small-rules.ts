import type { LanguageData } from '../src/language/language-data.ts';
import { OPERATORS, STRUCTURE_CUES } from '../src/language/language-data.ts';
import { AGREEMENT_TYPES } from '../src/report/report.ts';
import type { Relation, TopicRule, WordingRule } from '../src/rule/rule.ts';
import type { RuleSet } from '../src/rule/rule-set.ts';
import { type Block, plainSource, type Source } from '../src/source/source.ts';
import { ENGLISH_COMPARISON } from './english-comparison.ts';

/** A vocabulary of a few words, so that the engine's behaviour can be stated without the product's rules. */
const OPERATOR_PHRASES: Readonly<Record<string, readonly string[]>> = {
  oblige: ['=shall', 'undertake to', 'agree to'],
  forbid: ['=shall not', '@be prohibited', 'prohibited acts', 'violations include'],
  grant: ['right|rights to'],
  permit: ['=may'],
  urge: ['=should', 'endeavour to', 'consideration shall be given'],
  deplore: ['condemn'],
  recall: ['=recalling', 'aware of'],
  define: ['=means'],
  stop: ['refrain', 'prevent', 'cease', 'protect ..4 from'],
  negate: ['=no', '=not', 'without'],
  hinder: ['impede', 'obstruct'],
  handle: ['investigat*'],
  aftermath: ['survivors|victims of'],
  verb: ['=protect', '=allow', '=release'],
  join: ['=and', '=or'],
  'no-subject': ['=no', '=neither'],
  past: ['=was', '=were', 'has been'],
  present: ['=is', '=are', 'protects|maintains'],
  imperative: ['=ensure', '=release', '=to'],
  anaphora: ['=they', '=such'],
  bearer: ['parties', 'each party'],
  time: ['immediately', 'within # days'],
  escape: ['where possible'],
};

const CUE_PHRASES: Readonly<Record<string, readonly string[]>> = {
  recital: ['=recalling', 'whereas'],
  enacting: ['agreed as follows'],
  signature: ['done at'],
  abbreviations: ['=abbreviations'],
  contents: ['table of contents'],
  preamble: ['=preamble'],
  principles: ['=principles'],
  definitions: ['=definitions'],
  membership: ['composed of'],
};

function table<Name extends string>(names: readonly Name[], phrases: Readonly<Record<string, readonly string[]>>) {
  return Object.fromEntries(names.map((name) => [name, { phrases: phrases[name] ?? [] }])) as unknown as Record<
    Name,
    { phrases: readonly string[] }
  >;
}

const LANGUAGE: LanguageData = {
  id: 'en',
  description: { name: 'English', english: 'English', status: 'stable', modelClauses: 'checked' },
  ...ENGLISH_COMPARISON,
  words: { stemmer: 'english', trailing: ["'s", "'"] },
  classes: { be: ['=is', '=are', '=be'] },
  concepts: {
    attack: { phrases: ['attack', 'kill'], masks: ['verbal attack'] },
    civilian: { phrases: ['=civilian|=civilians', 'village'], masks: ['civilian police'] },
    relief: { phrases: ['relief'] },
    let: { phrases: ['allow', 'facilitate'] },
    rape: { phrases: ['rape', 'sexual violence'] },
    release: { phrases: ['release'] },
    prisoner: { phrases: ['prisoner'] },
    return: { phrases: ['return'] },
    refugee: { phrases: ['refugee'] },
  },
  falseFriends: ['former prisoners party'],
  operators: table(OPERATORS, OPERATOR_PHRASES),
  structure: table(STRUCTURE_CUES, CUE_PHRASES),
  types: table(AGREEMENT_TYPES, { ceasefire: ['ceasefire', 'truce'], comprehensive: ['comprehensive'] }),
  stopWords: ['the', 'of', 'and', 'shall', 'to', 'in', 'on', 'are'],
  abbreviations: ['art', 'no', 'para'],
  divisions: {
    part: ['part'],
    chapter: ['chapter'],
    section: ['section'],
    article: ['article', 'art'],
    annex: ['annex'],
  },
  numbers: { one: 1, two: 2, three: 3 },
};

const RELATIONS: Readonly<Record<string, Relation>> = {
  'poc-attack-prohibition': relation('harm', [['attack'], ['civilian']]),
  'poc-humanitarian-access': relation('duty', [['let'], ['relief']]),
  'sgbv-prohibition': relation('harm', [['rape']]),
  'poc-detainees': relation('duty', [['release'], ['prisoner']]),
  'grp-return-durable-solutions': relation('right', [['return'], ['refugee']]),
};

function relation(conduct: Relation['conduct'], terms: readonly (readonly string[])[]): Relation {
  return { conduct, terms, within: 14, ordered: false, without: [] };
}

function topic(id: string, requires: Relation): TopicRule {
  return {
    kind: 'topic',
    id,
    title: id,
    family: id.startsWith('grp') ? 'groups' : id.startsWith('sgbv') ? 'sgbv' : 'poc',
    authority: ['A document (2000)'],
    why: 'Because.',
    model: { en: 'The Parties shall.' },
    severity: Object.fromEntries(AGREEMENT_TYPES.map((type) => [type, 'warning'])) as TopicRule['severity'],
    requires: [requires],
    mentions: [],
  };
}

/** A rule on wording whose check the core has. */
export function wordingRule(id: string, check: string): WordingRule {
  return {
    kind: 'wording',
    id,
    title: id,
    authority: ['A document (2000)'],
    why: 'Because.',
    model: { en: 'Words.' },
    severity: Object.fromEntries(AGREEMENT_TYPES.map((type) => [type, 'warning'])) as WordingRule['severity'],
    check,
    settings: {},
  };
}

export const SMALL_RULES: RuleSet = {
  rules: Object.entries(RELATIONS).map(([id, requires]) => topic(id, requires)),
  languages: [LANGUAGE],
  digest: 'small',
};

/** A Source whose blocks are the lines of `text` that are not blank. */
export function linesOf(text: string, name = 'draft.txt'): Source {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/[^\n]*\S[^\n]*/g)) {
    blocks.push({ span: [match.index, match.index + match[0].length], role: 'paragraph' });
  }
  return plainSource(name, 'text', text, blocks);
}

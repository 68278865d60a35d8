import type { AgreementType } from '../report/report.ts';
import type { DivisionWords } from '../structure/labels.ts';
import type { WordClasses } from '../vocabulary/phrase.ts';
import type { ConceptData, PhraseTrie } from '../vocabulary/phrase-trie.ts';

/**
 * The deontic table's columns: what a wording does to the conduct that it governs. One table per language serves all
 * rules, so that a rule never has to spell out negation.
 */
export const OPERATORS = [
  /** Binds: shall, undertakes to, is obliged to. */
  'oblige',
  /**
   * A verb of conduct whose very form binds: the future or present indicative of French, Spanish and Arabic ("les Parties
   * protègent", "liberarán"). It governs itself and what follows it.
   */
  'finite',
  /** Binds not to: shall not, is prohibited, constitutes a violation. */
  'forbid',
  /** Gives a right: is entitled to, has the right to, is guaranteed. */
  'grant',
  /** Leaves free: may, is at liberty to, nothing in this Agreement prevents. */
  'permit',
  /** Asks without binding: should, encourages, endeavours to. */
  'urge',
  /** Condemns without binding. */
  'deplore',
  /** States a belief, a memory, a principle: recalling, aware that, reaffirms. */
  'recall',
  /** Says what a word means. */
  'define',
  /** Turns the conduct that follows into its opposite: refrain from, prevent, put an end to. */
  'stop',
  /** Denies the words that follow: no, not, without. */
  'negate',
  /** Gets in the way of the conduct that follows: impede, obstruct. */
  'hinder',
  /** Deals with conduct after the fact: investigate, report, punish. It neither requires nor prohibits it. */
  'handle',
  /** Those who did, suffered or report a conduct, and what came of it: survivors of, impunity for. */
  'aftermath',
  /** A verb in its bare form that can open a second predicate under the same operator: "… and protect". */
  'verb',
  /** Joins what follows to what stands before: and, or. */
  'join',
  /** What follows is wanted, whatever is ended for it: so that, in order to. */
  'purpose',
  /** A subject that turns the next operator round: no one, neither Party. */
  'no-subject',
  /** Opens an attribute or condition: who, whom, if. */
  'subordinate',
  /** A finite verb of the past: narration binds nobody. */
  'past',
  /** A finite verb of the present without any operator. */
  'present',
  /** Opens a clause that tells somebody to do something without naming an operator: "To ensure", "Ensuring". */
  'imperative',
  /** A noun that opens a duty: "protection of …", "provision of …". */
  'nominal-duty',
  /** Points back to the sentence before: such persons, they. */
  'anaphora',
  /** A bound party. */
  'bearer',
  /** Somebody who watches or to whom things are reported. */
  'mechanism',
  /** Entry into force, deadline, frequency. */
  'time',
  /** What follows a breach. */
  'consequence',
  /** Room to avoid the duty: where possible, as appropriate. */
  'escape',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** Whether an operator tells somebody to do something, by a word of its own or by the form of a verb. */
export function obliges(operator: Operator): boolean {
  return operator === 'oblige' || operator === 'finite';
}

/** Whether an operator binds: obliges, forbids or grants. */
export function binds(operator: Operator): boolean {
  return obliges(operator) || operator === 'forbid' || operator === 'grant';
}

/** Wordings by which the parts of an agreement are told apart. */
export const STRUCTURE_CUES = [
  /** Opens a recital: whereas, recalling. */
  'recital',
  /** Ends the preamble: have agreed as follows. */
  'enacting',
  /** Opens the closing part: done at, in witness whereof. */
  'signature',
  /** Heads a list of abbreviations. */
  'abbreviations',
  /** Heads a table of contents. */
  'contents',
  /** Heads the preamble. */
  'preamble',
  /** Heads articles that state aims and principles. */
  'principles',
  /** Heads or opens definitions. */
  'definitions',
  /** Introduces the members of a body. */
  'membership',
  /** Names a kind of division: article, annex. Filled from `divisions`. */
  'division',
] as const;
export type StructureCue = (typeof STRUCTURE_CUES)[number];

/** How the words of a language are compared: everything about their forms that is not in a phrase. */
export interface WordForms {
  /** A name of `STEMMERS`. */
  readonly stemmer: string;
  /** Whether an apostrophe parts two words (`l'accord`) instead of standing inside one (`party's`). */
  readonly elides?: boolean;
  /** Characters in lower case that are compared as if they were others; an empty string drops them. */
  readonly foldings?: Readonly<Record<string, string>>;
  /** Whether `Etat` is `État`: capitals are often typed without accents. */
  readonly ignoresInitialAccents?: boolean;
  /** What is cut off the end of a written word before it is compared: `'s`. */
  readonly trailing?: readonly string[];
  /** What is written together with the beginning of a word: و, ال. A word is compared with and without it. */
  readonly attached?: readonly string[];
  /** Light stemming: the longest of these that leaves `least` letters is cut off before the stemmer sees the word. */
  readonly endings?: readonly string[];
  readonly least?: number;
}

/** Words by which a language sets a time. All in lower case; each text is a pattern: alternatives of a regular expression. */
export interface TimeWords {
  readonly units: Readonly<Record<'hour' | 'day' | 'week' | 'month' | 'year', string>>;
  readonly numbers: Readonly<Record<string, number>>;
  /** Open a time limit: within, not later than. */
  readonly limit: string;
  /** Open the time that something lasts: for a period of. */
  readonly period: string;
  /** Open a frequency: every. */
  readonly every: string;
  /** Follow a limit that is counted from an event: after, of the signing. */
  readonly after: string;
  /** Single words for a frequency, in hours. */
  readonly frequencies: Readonly<Record<string, number>>;
  /** At once. */
  readonly immediate: string;
  /** A time that nobody can check. */
  readonly vague: string;
  readonly months: readonly string[];
}

/** Words around a reference to another division or text. Patterns in lower case. */
export interface ReferenceWords {
  /** Behind a number: the division is one of this text. `above`, `of this`. */
  readonly own: readonly string[];
  /** Between numbers: and, or, to. */
  readonly joins: readonly string[];
  /** Behind a number, before the name of another text: of, to. */
  readonly of: readonly string[];
  readonly determiners: readonly string[];
  /** Names of kinds of texts: convention, resolution. */
  readonly instruments: readonly string[];
  /** Names of texts in capitals that follow a number directly: ICCPR. */
  readonly abbreviated: readonly string[];
  /** Names of texts that stand before the number. */
  readonly before: readonly string[];
  /** Opens the name of this very text: this, the present. */
  readonly this: readonly string[];
}

/** Words of drafting: around brackets, blanks and tags, between the items of a list, before a short name. */
export interface DraftingWords {
  /** Before the last items of a list: and, or, and/or. */
  readonly conjunctions: readonly string[];
  /** Parts two wordings in one bracket where it stands in capitals: OR. */
  readonly separators: readonly string[];
  /** Joins two words that are both meant: and/or. */
  readonly both: readonly string[];
  /** Before a defined term, and no part of it: the. */
  readonly articles: readonly string[];
  /** Patterns: what stands right before a short name in quotation marks, hereinafter. */
  readonly named: readonly string[];
  /** Patterns of a whole bracket that is no part of the text: sic, signature. */
  readonly editorial: readonly string[];
  /** Patterns of a whole bracket that waits to be filled: date, to be determined. */
  readonly blank: readonly string[];
  /** What a figure in brackets counts: days, persons. */
  readonly counted: readonly string[];
  /** Nouns by which one side marks its wording: proposal, position. */
  readonly claims: readonly string[];
  /** Before the number of one of several wordings: option. */
  readonly options: readonly string[];
  /** Small words inside a proper name: of, the. */
  readonly small: readonly string[];
  /** Single words that decide about a clause when they are in brackets: not, all. */
  readonly lone: readonly string[];
  /** Patterns on the first page of a text that is still negotiated. */
  readonly draft: readonly string[];
  /** Patterns near the end of a text that is signed. */
  readonly signed: readonly string[];
}

/** What a language is called, and how far it can be trusted. */
export interface LanguageDescription {
  /** Its name in itself. */
  readonly name: string;
  readonly english: string;
  /** `beta`: measured on few passages only. */
  readonly status: 'stable' | 'beta';
  /** Whether a native legal drafter has checked the model clauses. */
  readonly modelClauses: 'checked' | 'unchecked';
}

/** Everything that depends on one language, as its folder in `rules/vocabulary` says it. Plain data. */
export interface LanguageData extends DivisionWords {
  readonly id: string;
  readonly description: LanguageDescription;
  readonly words: WordForms;
  readonly classes: WordClasses;
  readonly concepts: Readonly<Record<string, ConceptData>>;
  readonly falseFriends: readonly string[];
  readonly operators: Readonly<Record<Operator, ConceptData>>;
  readonly structure: Readonly<Record<StructureCue, ConceptData>>;
  /** Wordings that tell the type of an agreement, above all in its title. */
  readonly types: Readonly<Record<AgreementType, ConceptData>>;
  /** The commonest words, in lower case: by them the language is told. */
  readonly stopWords: readonly string[];
  /** In lower case, without the full stop. */
  readonly abbreviations: readonly string[];
  readonly time: TimeWords;
  /** Words that carry no object: a draft may lose them without loss. */
  readonly filler: readonly string[];
  /** Patterns of words that stand for all who sign. */
  readonly everybody: readonly string[];
  readonly references: ReferenceWords;
  readonly drafting: DraftingWords;
  /** The phrases above compiled, where a rule pack carries them. */
  readonly trie?: PhraseTrie;
}

import { ContentCache } from './content-cache.ts';
import { compileLanguage, type LanguagePack } from './language/language-pack.ts';
import { compileRelations, type RelationIndex } from './match/relations.ts';
import type { TopicRule, WordingRule } from './rule/rule.ts';
import type { RuleSet } from './rule/rule-set.ts';
import type { BlockReading } from './structure/block-reading.ts';

/** A rule set made ready for use in one language, with what it has already read. */
export interface CompiledRules {
  readonly topics: readonly TopicRule[];
  readonly wordings: readonly WordingRule[];
  readonly pack: LanguagePack;
  readonly relations: RelationIndex;
  readonly readings: ContentCache<BlockReading>;
}

/** Texts that come to more than this many code units in all are forgotten again. */
const CACHE = 4_000_000;

/** Compiles rules for one language. Throws a RangeError where the rule set does not have it. */
export function compileRules(ruleSet: RuleSet, language: string): CompiledRules {
  const data = ruleSet.languages.find((candidate) => candidate.id === language);
  if (!data) throw new RangeError(`The rules have no vocabulary for "${language}".`);
  const pack = compileLanguage(data, ruleSet.languages);
  const topics = ruleSet.rules.filter((rule) => rule.kind === 'topic');
  return {
    topics,
    wordings: ruleSet.rules.filter((rule) => rule.kind === 'wording'),
    pack,
    relations: compileRelations(topics, pack.automaton),
    readings: new ContentCache(CACHE),
  };
}

/**
 * A rule set whose languages are compiled when first needed and then kept. Reviews that share a library are incremental:
 * what did not change in a draft is not read again.
 */
export class RuleLibrary {
  readonly ruleSet: RuleSet;
  private readonly compiled = new Map<string, CompiledRules>();

  constructor(ruleSet: RuleSet) {
    this.ruleSet = ruleSet;
  }

  /** Whether the rules are worded in a language. */
  has(language: string): boolean {
    return this.ruleSet.languages.some((data) => data.id === language);
  }

  /** The rules in a language. Throws a RangeError where they are not worded in it. */
  in(language: string): CompiledRules {
    let rules = this.compiled.get(language);
    if (!rules) {
      rules = compileRules(this.ruleSet, language);
      this.compiled.set(language, rules);
    }
    return rules;
  }

  /** Ends a review: texts that neither this nor the next review meets are forgotten. */
  forgetUnused(): void {
    for (const rules of this.compiled.values()) rules.readings.turn();
  }
}

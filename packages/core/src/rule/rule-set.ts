import type { LanguageData } from '../language/language-data.ts';
import type { Rule } from './rule.ts';

/** All that a review goes by: rules, and the languages in which they are worded. Plain data. */
export interface RuleSet {
  readonly rules: readonly Rule[];
  readonly languages: readonly LanguageData[];
  /** Changes whenever any of the above does. */
  readonly digest: string;
}

export * from './language/language-data.ts';
export { LANGUAGE_IDS } from './language/languages.ts';
export * from './report/report.ts';
export * from './review.ts';
export * from './rule/rule.ts';
export * from './rule/rule-set.ts';
export * from './source/source.ts';
export * from './span.ts';
export type { ConceptData } from './vocabulary/automaton.ts';

export * from './analysis.ts';
export { type PlacedEvidence, spanOf as spanOfPiece } from './assess/coverage.ts';
export { type Alignment, alignClauses, type Side } from './compare/alignment.ts';
export {
  BASELINE_SCHEMA,
  type Baseline,
  compareWithBaseline,
  createBaseline,
  type Digest,
} from './compare/baseline.ts';
export { type ClauseLink, linkClauses } from './compare/clause-links.ts';
export { compareReviews, type ReviewComparison, VERSION_OVERLAP } from './compare/compare-reviews.ts';
export * from './compare/comparison.ts';
export { CHANGE_KINDS, type ChangeKind } from './compare/loss.ts';
export { findHunks } from './compare/word-difference.ts';
export { fingerprint } from './fingerprint.ts';
export * from './language/language-data.ts';
export { nameOfLanguage } from './language/language-name.ts';
export { compilePhrases, conceptNames } from './language/language-pack.ts';
export { escapePattern } from './language/pattern.ts';
export { STEMMERS } from './language/stemmers.ts';
export { Slot } from './match/clause-evidence.ts';
export { compareVersions, type VersionComparison } from './parity/compare-versions.ts';
export * from './parity/parity.ts';
export { type SplitVersion, splitVersions } from './parity/split-versions.ts';
export * from './report/report.ts';
export { STANDINGS, type Standing, standingOf } from './report/standing.ts';
export * from './review.ts';
export * from './rule/rule.ts';
export * from './rule/rule-set.ts';
export * from './rule-library.ts';
export * from './source/source.ts';
export * from './span.ts';
export type { Agreement, Clause, ClauseKind } from './structure/agreement.ts';
export type { Bracket, Brackets } from './structure/brackets.ts';
export { cite } from './structure/citation.ts';
export type { CrossReference } from './structure/cross-references.ts';
export { type Definition, findDefinitions } from './structure/definitions.ts';
export { LineIndex } from './structure/line-index.ts';
export { parsePhrases } from './vocabulary/phrase.ts';
export type { ConceptData, PhraseTrie } from './vocabulary/phrase-trie.ts';

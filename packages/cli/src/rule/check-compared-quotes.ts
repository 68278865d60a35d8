import { compareReviews, compareVersions, RuleLibrary, type RuleSet, review } from '@poclint/core';
import { readTextDraft } from '@poclint/readers';
import type { Quote, RuleFile } from '@poclint/rules';
import { problemOf, type QuoteProblem } from './check-quotes.ts';

/** How a page writes the two texts that a rule compares. */
const PAIRS = {
  'weakened-since-previous-draft': /^Previous draft:\s*(?<first>[\s\S]+?)\s*This draft:\s*(?<second>[\s\S]+)$/,
  'language-divergence': /^\(A\)\s*(?<first>[\s\S]+?)\s*\(B\)\s*(?<second>[\s\S]+)$/,
} as const;

type ComparingCheck = keyof typeof PAIRS;

/** Whether a rule compares two texts, so that its quotes come in pairs. */
export function comparesTexts(
  file: RuleFile,
): file is RuleFile & { readonly rule: { readonly check: ComparingCheck } } {
  return file.rule.kind === 'wording' && file.rule.check in PAIRS;
}

/**
 * Runs the rules that compare two drafts, or two language versions, over the pairs on their pages: protection must be
 * reported as lost or different in those under "Found", and in none of those under "Does not count".
 */
export function checkComparedQuotes(files: readonly RuleFile[], ruleSet: RuleSet): QuoteProblem[] {
  const library = new RuleLibrary(ruleSet);
  return files.filter(comparesTexts).flatMap((file) => {
    const { check } = file.rule;
    const problem = (quote: Quote, message: string) => problemOf(file, quote, message);
    const judge = (quote: Quote, isExpected: boolean): QuoteProblem[] => {
      const pair = PAIRS[check].exec(quote.text.trim())?.groups;
      if (!pair?.first || !pair.second) return [problem(quote, 'does not hold the two texts that the rule compares')];
      const isFound =
        check === 'language-divergence'
          ? differs(pair.first, pair.second, library)
          : weakens(pair.first, pair.second, quote.language, library);
      if (isFound === isExpected) return [];
      return [problem(quote, isExpected ? 'expected a finding, got none' : 'must not be found, but was')];
    };
    return [
      ...file.counts.flatMap((quote) => judge(quote, true)),
      ...file.excluded.flatMap((quote) => judge(quote, false)),
    ];
  });
}

function weakens(previous: string, current: string, language: string, library: RuleLibrary): boolean {
  const read = (text: string) => review(readTextDraft('quote.txt', text), library, { language });
  return compareReviews(read(previous), read(current)).comparison.changes.some(
    ({ effect }) => effect === 'lost' || effect === 'weakened',
  );
}

function differs(first: string, second: string, library: RuleLibrary): boolean {
  const read = (text: string) => review(readTextDraft('quote.txt', text), library);
  // Every pair lacks a clause on the authentic language.
  return compareVersions(read(first), read(second)).parity.divergences.some(({ kind }) => kind !== 'authentic');
}

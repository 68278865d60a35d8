import { AGREEMENT_TYPES, RuleLibrary, type RuleSet, review, type Span } from '@poclint/core';
import { readTextDraft } from '@poclint/readers';
import type { Quote, RuleFile } from '@poclint/rules';
import { comparesTexts } from './check-compared-quotes.ts';
import { problemOf, type QuoteProblem } from './check-quotes.ts';

/**
 * Runs each wording rule that looks at one text over the quotes of its page. Under "Found" the rule must report exactly the words in bold, under
 * "Does not count" nothing.
 */
export function checkWordingQuotes(files: readonly RuleFile[], ruleSet: RuleSet): QuoteProblem[] {
  const library = new RuleLibrary(ruleSet);
  return files.flatMap((file) => {
    if (file.rule.kind !== 'wording' || comparesTexts(file)) return [];
    // The type under which the rule is most severe: there it is certainly in force.
    const type = AGREEMENT_TYPES.find((candidate) => file.rule.severity[candidate] !== 'off') ?? 'ceasefire';
    // The rule alone: what other rules find in the same words is their pages' affair, and would be merged with it.
    const severities = Object.fromEntries(
      ruleSet.rules.filter(({ id }) => id !== file.rule.id).map(({ id }) => [id, 'off' as const]),
    );
    const found = (quote: Quote): Span[] => {
      const { report } = review(readTextDraft('quote', quote.text), library, {
        type,
        language: quote.language,
        severities,
      });
      if (report.status !== 'reviewed') return [];
      return report.findings
        .filter((finding) => finding.rule === file.rule.id || finding.merged?.includes(file.rule.id))
        .map((finding) => finding.span);
    };
    const problem = (quote: Quote, message: string) => problemOf(file, quote, message);
    return [
      ...file.counts.flatMap((quote) => {
        const spans = found(quote);
        if (spans.length === 0) return [problem(quote, 'expected a finding, got none')];
        const right =
          quote.marked.length === 0 ||
          (spans.length === quote.marked.length &&
            spans.every((span, at) => span[0] === quote.marked[at]?.[0] && span[1] === quote.marked[at]?.[1]));
        return right
          ? []
          : [
              problem(
                quote,
                `the words found are ${spans.map((span) => `"${quote.text.slice(span[0], span[1])}"`).join(' and ')}, not the words in bold`,
              ),
            ];
      }),
      ...file.excluded.flatMap((quote) =>
        found(quote).length > 0 ? [problem(quote, 'must not be found, but was')] : [],
      ),
    ];
  });
}

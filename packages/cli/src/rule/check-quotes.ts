import {
  type Analysis,
  analyse,
  type CompiledRules,
  type Level,
  type Span,
  spanOfPiece,
  type TopicRule,
} from '@poclint/core';
import { readTextDraft } from '@poclint/readers';
import type { Quote, RuleFile } from '@poclint/rules';

/** A quote that does not do what its rule's page says. */
export interface QuoteProblem {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  /** One sentence: what was expected, what was found. */
  readonly message: string;
}

/** What is wrong with a quote of a page, with the words that it begins with. */
export function problemOf(file: RuleFile, quote: Quote, message: string): QuoteProblem {
  return { path: file.path, line: quote.line, rule: file.rule.id, message: `${message}: "${excerpt(quote.text)}"` };
}

/** The level and spans at which each topic is met in a quote. */
export type QuoteResult = ReadonlyMap<string, { readonly level: Level; readonly spans: readonly Span[] }>;

/** Reviews a quote by itself, as if it were a whole draft. */
export function reviewQuote(text: string, rules: CompiledRules): QuoteResult {
  const { accepted } = readTextDraft('quote', text);
  const analysis: Analysis = analyse(accepted, rules);
  const result = new Map<string, { level: Level; spans: Span[] }>();
  analysis.evidence.forEach((list, topic) => {
    const level = list[0]?.level;
    if (!level) return;
    const best = list.filter((piece) => piece.level === level);
    result.set((rules.topics[topic] as TopicRule).id, { level, spans: best.map(spanOfPiece) });
  });
  return result;
}

/**
 * Runs all topics over all quotes of the topics' pages. A quote that counts must be operative, with exactly the bold
 * words as evidence; one that does not count must be less than operative, or just the level it states. A topic
 * that a quote touches without saying so ("also …") is a problem too.
 */
export function checkQuotes(
  files: readonly RuleFile[],
  rulesFor: (language: string) => CompiledRules | undefined,
): QuoteProblem[] {
  return files.filter((file) => file.rule.kind === 'topic').flatMap((file) => checkFile(file, rulesFor));
}

function checkFile(file: RuleFile, rulesFor: (language: string) => CompiledRules | undefined): QuoteProblem[] {
  const check = (quote: Quote, counts: boolean): string[] => {
    const rules = rulesFor(quote.language);
    if (!rules) return [`is in "${quote.language}", for which there is no vocabulary`];
    return problemsOf(quote, file.rule.id, counts, reviewQuote(quote.text, rules));
  };
  return [
    ...file.counts.map((quote) => ({ quote, counts: true })),
    ...file.excluded.map((quote) => ({ quote, counts: false })),
  ].flatMap(({ quote, counts }) => check(quote, counts).map((message) => problemOf(file, quote, message)));
}

function problemsOf(quote: Quote, rule: string, counts: boolean, result: QuoteResult): string[] {
  const problems: string[] = [];
  const own = result.get(rule);
  const level = own?.level ?? 'absent';
  const expected = quote.level ?? (counts ? 'operative' : undefined);
  if (expected && level !== expected) problems.push(`expected ${expected}, found ${level}`);
  if (!expected && level === 'operative') problems.push('must not count, but was found operative');
  if (quote.marked.length > 0 && own && !sameSpans(quote.marked, own.spans)) {
    problems.push(
      `the evidence found is ${own.spans.map((span) => `"${quote.text.slice(span[0], span[1])}"`).join(' and ')}, not the words in bold`,
    );
  }
  if (counts && quote.marked.length === 0) problems.push('has no words in bold to mark the expected evidence');
  const crossing = [...result.keys()].filter((topic) => topic !== rule && !quote.also.includes(topic));
  if (crossing.length > 0) problems.push(`also touches ${crossing.join(', ')}`);
  const missing = quote.also.filter((topic) => !result.has(topic));
  if (missing.length > 0) problems.push(`says that it also touches ${missing.join(', ')}, which was not found`);
  return problems;
}

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every((span, at) => span[0] === b[at]?.[0] && span[1] === b[at]?.[1]);
}

function excerpt(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 90 ? `${flat.slice(0, 89)}…` : flat;
}

import { readFileSync } from 'node:fs';
import type { CompiledRules, Span } from '@poclint/core';
import type { Quote, RuleFile } from '@poclint/rules';
import { reviewQuote } from './check-quotes.ts';

/**
 * The content of a rule's page with the evidence that the engine finds set in bold, and the other topics that each
 * quote touches noted at its head. For the author to read and correct: what is marked is what was found, not what is right.
 */
export function markQuotes(file: RuleFile, rulesFor: (language: string) => CompiledRules | undefined): string {
  const lines = readFileSync(file.path, 'utf8').split('\n');
  const counted = new Set(file.counts);
  // From the last to the first, so that earlier line numbers stay right.
  for (const quote of [...file.counts, ...file.excluded].sort((a, b) => b.line - a.line)) {
    const rules = rulesFor(quote.language);
    if (!rules) continue;
    const result = reviewQuote(quote.text, rules);
    const own = result.get(file.rule.id);
    const spans = counted.has(quote) && own ? own.spans : [];
    const also = [...result.keys()].filter((topic) => topic !== file.rule.id);
    const marked = `${headOf(quote, also)}${embolden(quote.text, spans)}`;
    let end = quote.line - 1;
    while (end < lines.length && /^\s*>/.test(lines[end] as string)) end++;
    lines.splice(quote.line - 1, end - quote.line + 1, ...marked.split('\n').map((line) => `> ${line}`.trimEnd()));
  }
  return lines.join('\n');
}

function headOf(quote: Quote, also: readonly string[]): string {
  const parts = [
    quote.language === 'en' ? '' : quote.language,
    quote.level ?? '',
    also.length > 0 ? `also ${also.join(' ')}` : '',
  ];
  const stated = parts.filter((part) => part !== '');
  return stated.length === 0 ? '' : `(${stated.join('; ')}) `;
}

function embolden(text: string, spans: readonly Span[]): string {
  let marked = '';
  let from = 0;
  for (const [start, end] of spans) {
    if (start < from) continue;
    marked += `${text.slice(from, start)}**${text.slice(start, end)}**`;
    from = end;
  }
  return marked + text.slice(from);
}

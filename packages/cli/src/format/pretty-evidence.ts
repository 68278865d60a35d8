import type { ReviewedDocument } from '@poclint/core';
import { FAMILIES, standingOf } from '@poclint/core';
import { cite, isolate, messagesIn } from '@poclint/messages';
import type { Paint } from '../terminal/paint.ts';
import { shorten } from '../terminal/wrap.ts';
import type { FormatContext } from './formatter.ts';
import { printable } from './printable.ts';
import { withWhereabouts } from './whereabouts.ts';

/** What is covered, and the words that cover it: the evidence behind the table, topic by topic. */
export function evidenceLines(report: ReviewedDocument, context: FormatContext, paint: Paint): string[] {
  const { locale } = context;
  const words = messagesIn(locale);
  const titles = new Map(context.rules.map((rule) => [rule.id, rule]));
  const lines: string[] = [];
  for (const family of FAMILIES) {
    const covered = report.coverage.filter((coverage) => {
      const rule = titles.get(coverage.topic);
      return rule?.kind === 'topic' && rule.family === family && coverage.evidence.length > 0;
    });
    if (covered.length === 0) continue;
    lines.push(paint.bold(words.report.evidence({ family: words.family[family]() })));
    for (const coverage of covered) {
      lines.push(
        `  ${isolate(coverage.topic, locale)}: ${coverage.level === 'mention' ? words.report.onlyNamed() : words.standing[standingOf(coverage)]()}`,
      );
      for (const piece of coverage.evidence) {
        const status = piece.status === 'agreed' ? '' : ` [${words.status[piece.status]()}]`;
        const quote = piece.quote === '' ? '' : `: “${isolate(printable(piece.quote.replace(/\s+/g, ' ')), locale)}”`;
        lines.push(
          paint.dim(
            `    ${shorten(`${withWhereabouts(cite(piece.clause, locale), piece, locale)} (${words.evidence[piece.level]()})${status}${quote}`, context.width - 4)}`,
          ),
        );
      }
    }
  }
  return lines;
}

import { type ReviewedDocument, type Rule, type TopicCoverage, titleIn } from '@poclint/core';
import { cite, isolate, type Locale, messagesIn } from '@poclint/messages';
import { layOut } from '../terminal/layout.ts';
import { createPaint } from '../terminal/paint.ts';
import { pad, shorten } from '../terminal/wrap.ts';
import type { FormatContext, Formatter, Result } from './formatter.ts';

const NOW = 11;
const FATE = 30;
const CLAUSE = 16;

/** "What survives if the brackets fall": the topics that depend on brackets, alternatives or tracked changes, and what becomes of each. */
export function bracketsFormatter(context: FormatContext): Formatter {
  const paint = createPaint(context.colour);
  const { brackets, level } = messagesIn(context.locale);
  const titles = new Map(context.rules.map((rule: Rule) => [rule.id, titleIn(rule, context.locale)]));
  const print = (lines: readonly string[]) => layOut(lines, context.width, context.locale);
  const name = Math.max(20, context.width - NOW - FATE - CLAUSE - 6);
  const row = (title: string, now: string, fate: string, clause: string) =>
    `  ${pad(shorten(title, name), name)} ${pad(now, NOW)} ${pad(fate, FATE)} ${shorten(clause, CLAUSE)}`.trimEnd();
  return {
    begin: () => '',
    document: ({ report }: Result) => {
      if (report.status === 'unreadable')
        return print([
          `${paint.bold(isolate(report.path, context.locale))}: ${brackets.notReviewed({ reason: report.reason })}`,
        ]);
      const open = dependent(report);
      const lines = open.map((topic) =>
        row(
          titles.get(topic.topic) ?? topic.topic,
          level[topic.level](),
          fateOf(topic, context.locale),
          cite(clauseOf(topic), context.locale),
        ),
      );
      const head = row(brackets.topic(), brackets.now(), brackets.fate(), brackets.clause());
      const table = open.length === 0 ? [`  ${brackets.none()}`] : [paint.dim(head), ...lines];
      return print([
        paint.bold(isolate(report.path, context.locale)),
        ...table,
        `  ${tally(report, open, context.locale)}`,
      ]);
    },
    end: () => '',
  };
}

/** The topics whose level would not be the same under every reading. */
function dependent(report: ReviewedDocument): TopicCoverage[] {
  return report.coverage.filter(
    ({ level, readings }) => level !== 'absent' && (readings.dropped !== level || readings.weakest !== level),
  );
}

function fateOf({ level, readings }: TopicCoverage, locale: Locale): string {
  const words = messagesIn(locale);
  if (readings.dropped !== level) return words.level[readings.dropped]();
  return words.brackets.weakest({ level: words.level[readings.weakest]() });
}

function clauseOf({ evidence }: TopicCoverage): string {
  return (evidence.find(({ status }) => status !== 'agreed') ?? evidence[0])?.clause ?? '';
}

function tally(report: ReviewedDocument, open: readonly TopicCoverage[], locale: Locale): string {
  const binding = report.coverage.filter(({ level }) => level === 'operative').length;
  const agreed = binding - open.filter(({ level }) => level === 'operative').length;
  const lost = open.filter(({ readings }) => readings.dropped === 'absent').length;
  return messagesIn(locale).brackets.tally({ agreed, open: open.length, lost });
}

import type { ReviewedDocument, Rule, TopicCoverage } from '@poclint/core';
import { createPaint } from '../terminal/paint.ts';
import { pad, shorten } from '../terminal/wrap.ts';
import type { FormatContext, Formatter, Result } from './formatter.ts';

const WORDS = { operative: 'binding', hortatory: 'soft', mention: 'only named', absent: 'not found' } as const;
const NOW = 11;
const FATE = 30;
const CLAUSE = 16;

/** "What survives if the brackets fall": the topics that depend on brackets, alternatives or tracked changes, and what becomes of each. */
export function bracketsFormatter(context: FormatContext): Formatter {
  const paint = createPaint(context.colour);
  const titles = new Map(context.rules.map((rule: Rule) => [rule.id, rule.title]));
  const name = Math.max(20, context.width - NOW - FATE - CLAUSE - 6);
  const row = (title: string, now: string, fate: string, clause: string) =>
    `  ${pad(shorten(title, name), name)} ${pad(now, NOW)} ${pad(fate, FATE)} ${shorten(clause, CLAUSE)}`.trimEnd();
  return {
    begin: () => '',
    document: ({ report }: Result) => {
      if (report.status === 'unreadable') return `${paint.bold(report.path)}: not reviewed. ${report.reason}\n`;
      const open = dependent(report);
      const lines = open.map((topic) =>
        row(titles.get(topic.topic) ?? topic.topic, WORDS[topic.level], fateOf(topic), clauseOf(topic)),
      );
      const head = row('Topic', 'now', 'if the brackets fall', 'clause');
      const table =
        open.length === 0
          ? ['  No topic depends on brackets, alternatives or tracked changes.']
          : [paint.dim(head), ...lines];
      return `${[paint.bold(report.path), ...table, `  ${tally(report, open)}`].join('\n')}\n`;
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

function fateOf({ level, readings }: TopicCoverage): string {
  if (readings.dropped !== level) return WORDS[readings.dropped];
  return `${WORDS[readings.weakest]} in the weakest words`;
}

function clauseOf({ evidence }: TopicCoverage): string {
  return (evidence.find(({ status }) => status !== 'agreed') ?? evidence[0])?.clause ?? '';
}

function tally(report: ReviewedDocument, open: readonly TopicCoverage[]): string {
  const binding = report.coverage.filter(({ level }) => level === 'operative').length;
  const agreed = binding - open.filter(({ level }) => level === 'operative').length;
  const lost = open.filter(({ readings }) => readings.dropped === 'absent').length;
  return `${agreed} topics agreed; ${open.length} depend on brackets or tracked changes, of which ${lost} would not be found.`;
}

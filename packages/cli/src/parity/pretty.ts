import { citationOf, type Divergence, type Parity, type ParityClause, type Severity } from '@poclint/core';
import { cite, isolate, messagesIn } from '@poclint/messages';
import { printable, printableMessage } from '../format/printable.ts';
import { columnsOf } from '../terminal/columns.ts';
import { createPaint } from '../terminal/paint.ts';
import { pad, shorten, wrap } from '../terminal/wrap.ts';
import { counts } from './fail-on.ts';
import type { ParityContext } from './formats.ts';

const MARKS: Readonly<Record<Severity, string>> = { error: '✗', warning: '!', info: 'i' };
/** So many lines of a clause are enough to see in what it differs. */
const MOST_LINES = 5;

/** For people at a terminal: each divergence with both clauses side by side, then how the topics compare. */
export function prettyParity(parity: Parity, context: ParityContext): string {
  const paint = createPaint(context.colour);
  const words = messagesIn(context.locale).parity;
  const { quiet, failOn, verbose, width } = context;
  const shown = parity.divergences.filter((divergence) => !quiet || counts(divergence, failOn));
  if (quiet && shown.length === 0) return '';
  const [one, other] = parity.versions;
  const colours = { error: paint.red, warning: paint.yellow, info: paint.blue } as const;
  const side = Math.floor((width - 7) / 2);

  const column = (clause: ParityClause | undefined): string[] => {
    if (!clause) return [`(${words.notFound()})`];
    const lines = wrap(printable(clause.quote).replace(/\s+/g, ' ').trim(), side - 2);
    if (verbose || lines.length <= MOST_LINES) return lines;
    return [...lines.slice(0, MOST_LINES - 1), shorten(`${lines[MOST_LINES - 1]} …`, side - 2)];
  };
  // Words that run from right to left must not carry those beside them along.
  const isolated = (line: string): string => isolate(line, context.locale);
  const sideBySide = ({ clauses }: Divergence): string[] => {
    if (context.redacted || (!clauses[0] && !clauses[1])) return [];
    const [left, right] = [column(clauses[0]), column(clauses[1])];
    return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
      const words = left[at] ?? '';
      return `    ${isolated(words)}${pad('', side - columnsOf(words))} ${paint.dim('│')} ${isolated(right[at] ?? '')}`;
    });
  };
  const titles = new Map(parity.topics.map(({ topic, title }) => [topic, title]));
  const on = ({ kind, topics }: Divergence): string[] =>
    kind === 'topic' || topics.length === 0
      ? []
      : wrap(words.on({ titles: topics.map((topic) => titles.get(topic) ?? topic) }), width - 4).map(
          (line) => `    ${paint.dim(line)}`,
        );
  const entry = (divergence: Divergence): string[] => {
    const cited = citationOf(divergence, (citation) => cite(printable(citation), context.locale));
    const place = paint.bold(cited.replaceAll(' ', '\u00a0'));
    const lead = cited === '–' ? '' : `${messagesIn(context.locale).report.at({ place })} `;
    const lines = wrap(`${lead}${printableMessage(divergence.message)}`, width - 4);
    return [
      ...lines.map(
        (line, at) => `  ${at === 0 ? colours[divergence.severity](MARKS[divergence.severity]) : ' '} ${line}`,
      ),
      ...on(divergence),
      ...sideBySide(divergence),
      '',
    ];
  };
  const head = `${printable(one.path)} (${one.language}) ↔ ${printable(other.path)} (${other.language})`;
  const errors = shown.filter(({ severity }) => severity === 'error').length;
  const colour = errors > 0 ? paint.red : shown.length > 0 ? paint.yellow : paint.green;
  const lines = [
    paint.bold(paint.underline(head)),
    paint.dim(words.aligned({ percent: Math.round(parity.overlap * 100) })),
    '',
    ...shown.flatMap(entry),
    ...(verbose ? topicLines(parity, context) : []),
    ...(quiet ? [] : [colour(paint.bold(words.sum({ count: parity.divergences.length })))]),
  ];
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function topicLines(parity: Parity, { locale, width }: ParityContext): string[] {
  const { level } = messagesIn(locale);
  const rows = parity.topics.filter(({ levels }) => levels.some((own) => own !== 'absent'));
  const room = Math.max(20, width - 36);
  return [
    ...rows.map(
      ({ title, levels: [a, b] }) =>
        `  ${pad(shorten(title, room), room)}  ${level[a]()} ${a === b ? '=' : '≠'} ${level[b]()}`,
    ),
    '',
  ];
}

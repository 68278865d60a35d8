import type { DocumentReport, Finding, Severity } from '@poclint/core';
import { cite, type Locale, messagesIn } from '@poclint/messages';
import { commandProperties, inCommand } from './escaping.ts';
import type { FormatContext, Formatter } from './formatter.ts';
import { withWhereabouts } from './whereabouts.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands, which GitHub shows beside the lines of a pull request. Accepted findings are left out: it has no mark for them. */
export function githubFormatter({ locale }: FormatContext): Formatter {
  return { begin: () => '', document: ({ report }) => lines(report, locale).join(''), end: () => '' };
}

function lines(report: DocumentReport, locale: Locale): string[] {
  if (report.status === 'unreadable')
    return [command('error', { file: report.path, title: 'poclint: not reviewed' }, report.reason)];
  return report.findings.filter(({ accepted }) => !accepted).map((finding) => annotation(report.path, finding, locale));
}

function annotation(file: string, finding: Finding, locale: Locale): string {
  const cited = withWhereabouts(finding.clause === '' ? '' : cite(finding.clause, locale), finding, locale);
  const place = cited === '' ? '' : `${messagesIn(locale).report.at({ place: cited })} `;
  const authority = finding.authority[0] === undefined ? '' : ` (${finding.authority[0]})`;
  return command(
    COMMANDS[finding.severity],
    { file, line: finding.line, col: finding.column, title: `poclint: ${finding.rule}` },
    `${place}${finding.message}${authority}`,
  );
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  return `::${name} ${commandProperties(properties)}::${inCommand(message)}\n`;
}

import type { Finding, ReviewedDocument, Severity } from '@poclint/core';
import { STANDINGS } from '@poclint/core';
import {
  articleOf,
  countByFamily,
  countBySeverity,
  countsInWords,
  FAMILY_TITLES,
  STANDING_WORDS,
  sortFindings,
} from '../report/digest.ts';
import type { FormatContext, Formatter, Result } from './formatter.ts';
import { printable } from './printable.ts';

const WORDS: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Note' };

/** For notes and comments: the report as Markdown, to be pasted where colleagues read. */
export function markdownFormatter(context: FormatContext): Formatter {
  return {
    begin: () => '# Protection review\n\n',
    document: (result) => `${section(result, context).join('\n')}\n`,
    end: () =>
      `poclint ${context.tool.version}, rules ${context.tool.rules}. It says what was found and not found in a text; it is no legal advice.\n`,
  };
}

function section(result: Result, context: FormatContext): string[] {
  const { report } = result;
  const title = `## ${escaped(report.path)}`;
  if (report.status === 'unreadable') return [title, '', `**Not reviewed.** ${escaped(report.reason)}`, ''];
  const { onText, missing, accepted } = sortFindings(report);
  const articles = onText.flatMap(({ article, findings }) => [
    `### ${article === '' ? 'The text as a whole' : escaped(article)}`,
    '',
    ...findings.flatMap((finding) => item(finding, result)),
    '',
  ]);
  return [
    title,
    '',
    `${report.type.value} (${report.type.source}), language ${report.language}, ${report.stage === 'draft' ? 'draft' : 'signed text'}: ${countsInWords(countBySeverity(report.findings))}.`,
    '',
    ...table(report, context),
    '',
    ...articles,
    ...list('### Not found', missing, result),
    ...list('### Left standing', accepted, result),
    ...report.notices.map((notice) => `*Note: ${escaped(notice)}*\n`),
  ];
}

function table(report: ReviewedDocument, context: FormatContext): string[] {
  const heads = STANDINGS.map((standing) => STANDING_WORDS[standing]);
  return [
    `| | ${heads.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(heads.length)}`,
    ...countByFamily(report, context.rules).map(
      ({ family, counts }) =>
        `| ${FAMILY_TITLES[family]} | ${STANDINGS.map((standing) => counts[standing]).join(' | ')} |`,
    ),
  ];
}

function list(title: string, findings: readonly Finding[], result: Result): string[] {
  if (findings.length === 0) return [];
  return [title, '', ...findings.flatMap((finding) => item(finding, result)), ''];
}

function item(finding: Finding, result: Result): string[] {
  const place =
    finding.clause === '' || finding.clause === articleOf(finding.clause) ? '' : `${escaped(finding.clause)}: `;
  const quote = result.excerpt(finding);
  const reason = finding.accepted?.reason ? ` Left standing: ${escaped(finding.accepted.reason)}` : '';
  return [
    `- **${WORDS[finding.severity]}** ${place}${escaped(finding.message)} \`${finding.rule}\`${reason}`,
    ...(quote ? [`  > ${escaped(quote.text)}`, ''] : []),
    ...(finding.authority.length > 0 ? [`  ${finding.authority.map(escaped).join('; ')}`] : []),
  ];
}

/** Words that Markdown must not read as its own. */
function escaped(text: string): string {
  return printable(text.replace(/\s+/g, ' ')).replace(/[\\`*_[\]<>|#~]/g, '\\$&');
}

import type { Finding, ReviewedDocument } from '@poclint/core';
import { STANDINGS } from '@poclint/core';
import { cite, isolate, isRightToLeft, type Locale, messagesIn } from '@poclint/messages';
import { articleOf, countByFamily, countBySeverity, countsInWords, sortFindings } from '../report/digest.ts';
import { inMarkdown, messageInMarkdown } from './escaping.ts';
import type { FormatContext, Formatter, Result } from './formatter.ts';
import { withWhereabouts } from './whereabouts.ts';

/** For notes and comments: the report as Markdown, to be pasted where colleagues read. */
export function markdownFormatter(context: FormatContext): Formatter {
  return {
    begin: () =>
      `${isRightToLeft(context.locale) ? '<div dir="rtl">\n\n' : ''}# ${messagesIn(context.locale).report.title()}\n\n`,
    document: (result) => `${section(result, context).join('\n')}\n`,
    end: () =>
      `${messagesIn(context.locale).report.closing(context.tool)}\n${isRightToLeft(context.locale) ? '\n</div>\n' : ''}`,
  };
}

function section(result: Result, context: FormatContext): string[] {
  const { report } = result;
  const { locale } = context;
  const words = messagesIn(locale);
  const title = `## ${inMarkdown(report.path)}`;
  if (report.status === 'unreadable')
    return [title, '', `**${words.report.notReviewedTitle()}** ${messageInMarkdown(report.reason)}`, ''];
  const { onText, missing, accepted } = sortFindings(report);
  const articles = onText.flatMap(({ article, findings }) => [
    `### ${article === '' ? words.report.wholeText() : inMarkdown(cite(article, locale))}`,
    '',
    ...findings.flatMap((finding) => item(finding, result, locale)),
    '',
  ]);
  return [
    title,
    '',
    words.report.summary({
      type: words.type[report.type.value](),
      origin: words.origin[report.type.source](),
      language: report.language,
      stage: words.stage[report.stage](),
      findings: countsInWords(countBySeverity(report.findings), locale),
    }),
    '',
    ...table(report, context),
    '',
    ...articles,
    ...list(`### ${words.report.missing()}`, missing, result, locale),
    ...list(`### ${words.report.leftStanding()}`, accepted, result, locale),
    ...report.notices.map((notice) => `*${words.report.noteIs({ notice: messageInMarkdown(notice) })}*\n`),
  ];
}

function table(report: ReviewedDocument, context: FormatContext): string[] {
  const words = messagesIn(context.locale);
  const heads = STANDINGS.map((standing) => words.standing[standing]());
  return [
    `| | ${heads.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(heads.length)}`,
    ...countByFamily(report, context.rules).map(
      ({ family, counts }) =>
        `| ${words.family[family]()} | ${STANDINGS.map((standing) => counts[standing]).join(' | ')} |`,
    ),
  ];
}

function list(title: string, findings: readonly Finding[], result: Result, locale: Locale): string[] {
  if (findings.length === 0) return [];
  return [title, '', ...findings.flatMap((finding) => item(finding, result, locale)), ''];
}

function item(finding: Finding, result: Result, locale: Locale): string[] {
  const words = messagesIn(locale);
  const isArticle = finding.clause === '' || finding.clause === articleOf(finding.clause);
  const cited = withWhereabouts(isArticle ? '' : inMarkdown(cite(finding.clause, locale)), finding, locale);
  const place = cited === '' ? '' : `${messagesIn(locale).report.at({ place: cited })} `;
  const quote = result.excerpt(finding);
  const reason = finding.accepted?.reason
    ? ` ${words.report.because({ reason: inMarkdown(finding.accepted.reason) })}`
    : '';
  return [
    `- **${words.severity[finding.severity]()}** ${place}${messageInMarkdown(finding.message)} \`${finding.rule}\`${reason}`,
    ...(quote ? [`  > ${isolate(inMarkdown(quote.text), locale)}`, ''] : []),
    ...(finding.authority.length > 0
      ? [`  ${finding.authority.map((authority) => isolate(inMarkdown(authority), locale)).join('; ')}`]
      : []),
  ];
}

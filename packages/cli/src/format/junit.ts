import type { Finding } from '@poclint/core';
import { type Locale, messagesIn } from '@poclint/messages';
import { atLeast } from '../report/severity-filter.ts';
import { inXml, inXmlAttribute } from './escaping.ts';
import type { FormatContext, Formatter, Result } from './formatter.ts';
import { withWhereabouts } from './whereabouts.ts';

/**
 * JUnit's XML: a suite for each draft, a case for each finding. A finding fails if it makes the command fail, so that a
 * build server and the exit code agree; accepted findings are skipped cases.
 */
export function junitFormatter({ locale }: FormatContext): Formatter {
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="poclint">\n',
    document: (result) => suite(result, locale),
    end: () => '</testsuites>\n',
  };
}

function suite(result: Result, locale: Locale): string {
  const { report } = result;
  if (report.status === 'unreadable') {
    const error = `      <error message="${inXmlAttribute(report.reason)}" type="unreadable"/>\n`;
    return `${opening(report.path, 1, 0, 1, 0)}${testCase(report.path, 'review', error)}  </testsuite>\n`;
  }
  const failing = report.findings.filter((finding) => fails(finding, result));
  const skipped = report.findings.filter(({ accepted }) => accepted);
  const cases = report.findings.map((finding) =>
    testCase(report.path, nameOf(finding, locale), bodyOf(finding, result, locale)),
  );
  const all = cases.length > 0 ? cases : [testCase(report.path, messagesIn(locale).report.noFindings(), '')];
  return `${opening(report.path, all.length, failing.length, 0, skipped.length)}${all.join('')}  </testsuite>\n`;
}

function opening(path: string, tests: number, failures: number, errors: number, skipped: number): string {
  return `  <testsuite name="${inXmlAttribute(path)}" tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}">\n`;
}

function testCase(path: string, name: string, body: string): string {
  const head = `    <testcase classname="${inXmlAttribute(path)}" name="${inXmlAttribute(name)}"`;
  return body === '' ? `${head}/>\n` : `${head}>\n${body}    </testcase>\n`;
}

function nameOf({ clause, rule }: Finding, locale: Locale): string {
  return clause === '' ? rule : messagesIn(locale).report.findingAt({ rule, clause });
}

function fails(finding: Finding, { failOn }: Result): boolean {
  return !finding.accepted && failOn !== 'never' && atLeast(finding.severity, failOn);
}

function bodyOf(finding: Finding, result: Result, locale: Locale): string {
  const { report } = messagesIn(locale);
  if (finding.accepted)
    return `      <skipped message="${inXmlAttribute(report.acceptedReason({ reason: finding.accepted.reason }))}"/>\n`;
  const details = [
    finding.message,
    withWhereabouts(`${result.report.path}:${finding.line}:${finding.column}`, finding, locale),
    ...finding.authority.map((authority) => report.authority({ authority })),
  ];
  if (fails(finding, result))
    return `      <failure message="${inXmlAttribute(finding.message)}" type="${finding.severity}">${inXml(details.join('\n'))}</failure>\n`;
  return `      <system-out>${inXml(details.join('\n'))}</system-out>\n`;
}

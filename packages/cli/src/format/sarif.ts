import { type Evidence, type Finding, type Place, type Rule, type Severity, titleIn } from '@poclint/core';
import { type Locale, messagesIn } from '@poclint/messages';
import { uriOf } from './escaping.ts';
import type { FormatContext, Formatter, Result } from './formatter.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * SARIF 2.1.0. Accepted findings are results with a suppression, not left out: a service that follows a finding over time
 * would otherwise close and reopen it. Either all results say whether they are suppressed or none does, as the standard asks.
 */
export function sarifFormatter(context: FormatContext): Formatter {
  const results: object[] = [];
  const notifications: object[] = [];
  const reported = new Set<string>();
  return {
    begin: () => '',
    document(result) {
      collect(result, results, notifications, reported);
      return '';
    },
    end: () => `${JSON.stringify(log(context, results, notifications, reported), null, 2)}\n`,
  };
}

function collect(result: Result, results: object[], notifications: object[], reported: Set<string>): void {
  const { report } = result;
  if (report.status === 'unreadable') {
    notifications.push({
      level: 'error',
      message: { text: report.reason },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(report.path) } } }],
    });
    return;
  }
  for (const text of report.notices)
    notifications.push({
      level: 'note',
      message: { text },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(report.path) } } }],
    });
  for (const finding of report.findings) {
    reported.add(finding.rule);
    results.push(resultOf(report.path, finding));
  }
}

function resultOf(path: string, finding: Finding): object {
  const related = finding.evidence.map((piece, id) => ({
    id,
    ...location(path, piece),
    message: { text: evidenceText(piece) },
  }));
  return {
    ruleId: finding.rule,
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        ...location(path, finding),
        ...(finding.clause !== '' && { logicalLocations: [{ fullyQualifiedName: finding.clause }] }),
      },
    ],
    ...(related.length > 0 && { relatedLocations: related }),
    partialFingerprints: { 'poclint/v1': finding.fingerprint },
    suppressions: finding.accepted
      ? [{ kind: 'external', status: 'accepted', justification: finding.accepted.reason }]
      : [],
    properties: {
      authority: finding.authority,
      ...(finding.suggestion !== undefined && { suggestion: finding.suggestion }),
      ...(finding.merged && { merged: finding.merged }),
    },
  };
}

function location(path: string, place: Place): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path) },
      region: { startLine: place.line, startColumn: place.column },
    },
    ...placeProperties(place),
  };
}

/** The standard knows lines only; pages, paragraphs and confidence are properties of ours. */
export function placeProperties({ page, paragraph, confidence }: Partial<Place>): object {
  const properties = {
    ...(page !== undefined && { page }),
    ...(paragraph !== undefined && { paragraph }),
    ...(confidence !== undefined && { confidence }),
  };
  return Object.keys(properties).length > 0 ? { properties } : {};
}

function evidenceText(piece: Evidence): string {
  return piece.quote === '' ? piece.clause : `${piece.clause}: ${piece.quote}`;
}

function log(
  context: FormatContext,
  results: object[],
  notifications: object[],
  reported: ReadonlySet<string>,
): object {
  const rules = context.rules.filter((rule) => reported.has(rule.id));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'poclint',
            semanticVersion: context.tool.version,
            rules: rules.map((rule) => descriptor(rule, context.locale)),
            properties: { rules: context.tool.rules },
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: !notifications.some((one) => (one as { level: string }).level === 'error'),
            toolExecutionNotifications: notifications,
          },
        ],
        results,
      },
    ],
  };
}

function descriptor(rule: Rule, locale: Locale): object {
  return {
    id: rule.id,
    shortDescription: { text: titleIn(rule, locale) },
    fullDescription: { text: rule.why },
    help: {
      text: [
        rule.why,
        '',
        ...rule.authority.map((authority) => messagesIn(locale).report.authority({ authority })),
      ].join('\n'),
    },
    properties: { kind: rule.kind, ...(rule.kind === 'topic' && { family: rule.family }) },
  };
}

import { type Change, type ChangedClause, type Comparison, type Rule, type Severity, titleIn } from '@poclint/core';
import { type Locale, messagesIn } from '@poclint/messages';
import { uriOf } from '../format/escaping.ts';
import { placeProperties } from '../format/sarif.ts';
import type { ComparisonContext } from './formats.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
const RULE = 'q-weakened-since-previous-draft';

/**
 * SARIF 2.1.0. A result lies in the new draft, where somebody can act; the old clause is a related location, and the only
 * one of what was left out.
 */
export function sarifComparison(comparison: Comparison, { tool, rules, locale }: ComparisonContext): string {
  const rule = rules.find(({ id }) => id === RULE);
  return `${JSON.stringify(
    {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'poclint',
              semanticVersion: tool.version,
              rules: rule ? [descriptor(rule, locale)] : [],
              properties: { rules: tool.rules },
            },
          },
          columnKind: 'utf16CodeUnits',
          results: comparison.changes.map((change) => resultOf(change, comparison, locale)),
          ...(comparison.authors && { properties: { authors: comparison.authors } }),
        },
      ],
    },
    null,
    2,
  )}\n`;
}

function resultOf(change: Change, comparison: Comparison, locale: Locale): object {
  const related = change.old && location(comparison.old.path, change.old);
  return {
    ruleId: RULE,
    level: LEVELS[change.severity],
    message: { text: change.message },
    locations: [
      change.new
        ? location(comparison.new.path, change.new)
        : { physicalLocation: { artifactLocation: { uri: uriOf(comparison.new.path) } } },
    ],
    ...(related && {
      relatedLocations: [
        {
          id: 0,
          ...related,
          message: { text: messagesIn(locale).diff.previousClause({ clause: change.old?.clause ?? '' }) },
        },
      ],
    }),
    baselineState: change.effect === 'gained' || change.effect === 'strengthened' ? 'updated' : 'new',
    partialFingerprints: { 'poclint/v1': change.fingerprint },
    properties: {
      kind: change.kind,
      effect: change.effect,
      topics: change.topics,
      ...(change.also && { also: change.also }),
    },
  };
}

function location(path: string, clause: ChangedClause): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path) },
      ...(clause.line !== undefined && { region: { startLine: clause.line, startColumn: clause.column } }),
    },
    logicalLocations: [{ fullyQualifiedName: clause.clause }],
    ...placeProperties(clause),
  };
}

function descriptor(rule: Rule, locale: Locale): object {
  return {
    id: rule.id,
    shortDescription: { text: titleIn(rule, locale) },
    fullDescription: { text: rule.why },
    help: { text: [rule.why, '', ...rule.authority.map((authority) => `Authority: ${authority}`)].join('\n') },
  };
}

import { type Divergence, PARITY_SCHEMA, type Parity, type ParityClause, type Severity } from '@poclint/core';
import { type Locale, messagesIn } from '@poclint/messages';
import { commandProperties, inCommand, inXml, inXmlAttribute, uriOf } from '../format/escaping.ts';
import { citeIn } from './citation.ts';
import { counts } from './fail-on.ts';
import type { ParityContext } from './formats.ts';

const RULE = 'q-language-divergence';

/** The comparison as one JSON value: contract `poclint-parity-1`. */
export function jsonParity(parity: Parity, { tool }: ParityContext): string {
  return `${JSON.stringify({ schema: PARITY_SCHEMA, tool, ...parity }, null, 2)}\n`;
}

/** One divergence a line, each with the names of both versions. */
export function jsonLinesParity(parity: Parity): string {
  const versions = parity.versions.map(({ path }) => path);
  return parity.divergences.map((divergence) => `${JSON.stringify({ versions, ...divergence })}\n`).join('');
}

const SARIF_LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0. A result lies in the first version, or in the second where only that has the clause; the other is related. */
export function sarifParity(parity: Parity, { tool, rules }: ParityContext): string {
  const rule = rules.find(({ id }) => id === RULE);
  const result = (divergence: Divergence): object => {
    const [at, other] = divergence.clauses[0] || !divergence.clauses[1] ? [0, 1] : [1, 0];
    const location = (side: number): object => {
      const clause = divergence.clauses[side];
      return {
        physicalLocation: {
          artifactLocation: { uri: uriOf(parity.versions[side as 0 | 1].path) },
          ...(clause && { region: { startLine: clause.line, startColumn: clause.column } }),
        },
        ...(clause && { logicalLocations: [{ fullyQualifiedName: clause.clause }] }),
      };
    };
    return {
      ruleId: RULE,
      level: SARIF_LEVELS[divergence.severity],
      message: { text: divergence.message },
      locations: [location(at as number)],
      ...(divergence.clauses[other as number] && { relatedLocations: [{ id: 0, ...location(other as number) }] }),
      partialFingerprints: { 'poclint/v1': divergence.fingerprint },
      properties: { kind: divergence.kind, topics: divergence.topics },
    };
  };
  const driver = {
    name: 'poclint',
    semanticVersion: tool.version,
    rules: rule ? [{ id: rule.id, shortDescription: { text: rule.title }, fullDescription: { text: rule.why } }] : [],
    properties: { rules: tool.rules },
  };
  return `${JSON.stringify(
    {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results: parity.divergences.map(result) }],
    },
    null,
    2,
  )}\n`;
}

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands, which GitHub shows beside the lines of a pull request. */
export function githubParity(parity: Parity, { locale }: ParityContext): string {
  const { at } = messagesIn(locale).report;
  return parity.divergences
    .map((divergence) => {
      const side = divergence.clauses[0] || !divergence.clauses[1] ? 0 : 1;
      const clause = divergence.clauses[side];
      const properties = {
        file: parity.versions[side].path,
        line: clause?.line ?? 1,
        ...(clause && { col: clause.column }),
        title: `poclint: ${divergence.kind}`,
      };
      return `::${COMMANDS[divergence.severity]} ${commandProperties(properties)}::${inCommand(`${at({ place: citeIn(divergence, locale) })} ${divergence.message}`)}\n`;
    })
    .join('');
}

/** JUnit's XML: one suite, a case for each divergence. A divergence fails if it makes the command fail. */
export function junitParity(parity: Parity, { failOn, locale }: ParityContext): string {
  const name = inXmlAttribute(parity.versions.map(({ path }) => path).join(' ↔ '));
  const fails = (divergence: Divergence) => counts(divergence, failOn);
  const cases = parity.divergences.map((divergence) => {
    const text = inXml([divergence.message, ...divergence.clauses.flatMap((clause) => quoteOf(clause))].join('\n'));
    const body = fails(divergence)
      ? `<failure message="${inXmlAttribute(divergence.message)}" type="${divergence.kind}">${text}</failure>`
      : `<system-out>${text}</system-out>`;
    return `    <testcase classname="${name}" name="${inXmlAttribute(nameOf(divergence, locale))}">\n      ${body}\n    </testcase>\n`;
  });
  const all = cases.length > 0 ? cases : [`    <testcase classname="${name}" name="no divergence"/>\n`];
  const failing = parity.divergences.filter(fails).length;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="poclint">\n  <testsuite name="${name}" tests="${all.length}" failures="${failing}" errors="0" skipped="0">\n${all.join('')}  </testsuite>\n</testsuites>\n`;
}

/** `verb at Art. 3(2)`: the kind is a word of the contract, the citation is the reader's. */
function nameOf(divergence: Divergence, locale: Locale): string {
  const place = citeIn(divergence, locale);
  return locale === 'en' ? `${divergence.kind} at ${place}` : `${divergence.kind}, ${place}`;
}

function quoteOf(clause: ParityClause | undefined): string[] {
  return clause?.quote ? [clause.quote] : [];
}

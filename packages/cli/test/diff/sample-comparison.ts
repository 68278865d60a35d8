import type { Change, ChangedClause, Comparison } from '@poclint/core';
import type { ComparisonContext } from '../../src/diff/formats.ts';
import { CONTEXT, HOSTILE } from '../sample-report.ts';

/** A clause whose quote begins at `start`, with some of its words marked. */
function clause(citation: string, quote: string, start: number, ...words: readonly string[]): ChangedClause {
  return {
    clause: citation,
    span: [start, start + quote.length],
    quote,
    line: start / 100,
    column: 4,
    words: words.map((word) => {
      const at = start + quote.indexOf(word);
      return { span: [at, at + word.length] as const, quote: word };
    }),
  };
}

const CHANGES: readonly Change[] = [
  {
    kind: 'topic',
    effect: 'lost',
    severity: 'error',
    message: 'Covered in the previous draft, not found in this one: Schools.',
    topics: ['poc-schools'],
    also: ['poc-attack'],
    old: clause('Art. 2(c)', HOSTILE, 300),
    fingerprint: '0000000000000001',
  },
  {
    kind: 'deadline',
    effect: 'weakened',
    severity: 'warning',
    message: 'More time is given: "within ten days" became "within ninety days".',
    topics: ['poc-release'],
    old: clause(
      'Art. 6(1)',
      'Each Party shall release all detained persons whom it holds in barracks, prisons and camps within ten days.',
      600,
      'within ten days',
    ),
    new: clause(
      'Art. 5(1)',
      'Each Party shall release all detained persons whom it holds in barracks, prisons and camps within ninety days.',
      500,
      'within ninety days',
    ),
    fingerprint: '0000000000000002',
  },
  {
    kind: 'addressee',
    effect: 'weakened',
    severity: 'warning',
    message: 'Fewer are bound: "and allied forces" not found any more.',
    topics: [],
    old: clause('Art. 1', 'The Parties and allied forces are bound.', 100, 'and allied forces'),
    new: clause('Art. 1', 'The Parties are bound.', 100),
    fingerprint: '0000000000000003',
  },
  {
    kind: 'qualifier',
    effect: 'strengthened',
    severity: 'info',
    message: 'A condition that the bearer judges is gone: "where possible".',
    topics: ['poc-attack'],
    old: clause('Art. 3', 'They shall, where possible, spare the village.', 400, 'where possible'),
    new: clause('Art. 3', 'They shall spare the village.', 400),
    fingerprint: '0000000000000004',
  },
];

export const COMPARISON: Comparison = {
  old: { path: 'drafts/version 6.docx', clauses: 12 },
  new: { path: 'drafts/version 7.docx', clauses: 11 },
  language: 'en',
  overlap: 0.94,
  areVersions: true,
  topics: [
    {
      topic: 'poc-schools',
      title: 'Schools',
      family: 'poc',
      old: { level: 'operative', location: 'operative', isBracketed: false },
      new: { level: 'absent', isBracketed: false },
      outcome: 'lost',
    },
    {
      topic: 'poc-release',
      title: 'Release of detained persons',
      family: 'poc',
      old: { level: 'operative', location: 'operative', isBracketed: false },
      new: { level: 'operative', location: 'operative', isBracketed: true },
      outcome: 'weakened',
    },
    {
      topic: 'poc-attack',
      title: 'No attacks',
      family: 'poc',
      old: { level: 'hortatory', location: 'preamble', isBracketed: false },
      new: { level: 'operative', location: 'annex', isBracketed: false },
      outcome: 'mixed',
    },
    {
      topic: 'poc-other',
      title: 'Another',
      family: 'poc',
      old: { level: 'absent', isBracketed: false },
      new: { level: 'absent', isBracketed: false },
      outcome: 'absent',
    },
  ],
  changes: CHANGES,
};

export const DIFF_CONTEXT: ComparisonContext = {
  tool: CONTEXT.tool,
  rules: CONTEXT.rules,
  width: 80,
  colour: false,
  quiet: false,
  verbose: false,
  redacted: false,
  failOn: 'lost',
  locale: 'en',
};

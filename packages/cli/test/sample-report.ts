import type { Evidence, Finding, ReviewedDocument, Rule, Severity, Slots, TopicCoverage } from '@poclint/core';
import type { FormatContext, Result } from '../src/format/formatter.ts';

/**
 * A report made by hand, so that what formats print does not change with the rules. Its words are hostile on purpose: they
 * hold what terminals, logs, XML and Markdown would take for their own.
 */
const SLOTS: Slots = {
  bearer: true,
  obligation: true,
  protected: true,
  act: true,
  mechanism: false,
  time: false,
  consequence: false,
};
const NO_SLOTS: Slots = {
  bearer: false,
  obligation: false,
  protected: false,
  act: false,
  mechanism: false,
  time: false,
  consequence: false,
};
export const HOSTILE =
  'shall | not <attack> `schools` & *homes*, 100 % of \u001b[31mthem\u001b[0m\u202e "at all" times';

function evidence(clause: string, quote: string, line: number, change: Partial<Evidence> = {}): Evidence {
  return {
    clause,
    quote,
    span: [line * 100, line * 100 + quote.length],
    line,
    column: 5,
    level: 'operative',
    location: 'operative',
    status: 'agreed',
    ...change,
  };
}

const ABSENT = { accepted: 'absent', dropped: 'absent', weakest: 'absent' } as const;
const FIRM = { accepted: 'operative', dropped: 'operative', weakest: 'operative' } as const;

const coverage: readonly TopicCoverage[] = [
  {
    topic: 'poc-schools',
    level: 'operative',
    location: 'operative',
    readings: FIRM,
    slots: SLOTS,
    evidence: [evidence('Art. 2(a)', HOSTILE, 8)],
  },
  {
    topic: 'poc-relief',
    level: 'hortatory',
    location: 'operative',
    readings: { accepted: 'hortatory', dropped: 'hortatory', weakest: 'hortatory' },
    slots: SLOTS,
    evidence: [evidence('Art. 3', 'should facilitate relief', 12, { level: 'hortatory' })],
  },
  { topic: 'poc-mines', level: 'absent', readings: ABSENT, slots: NO_SLOTS, evidence: [] },
  {
    topic: 'grp-children',
    level: 'operative',
    location: 'operative',
    readings: { accepted: 'operative', dropped: 'absent', weakest: 'operative' },
    slots: SLOTS,
    evidence: [evidence('Art. 4', 'shall release all children', 15, { status: 'bracketed' })],
  },
  {
    topic: 'grp-women',
    level: 'hortatory',
    location: 'preamble',
    readings: { accepted: 'hortatory', dropped: 'hortatory', weakest: 'hortatory' },
    slots: SLOTS,
    evidence: [
      evidence('Preamble, ¶ 2', 'Recalling the dignity of women', 3, { level: 'hortatory', location: 'preamble' }),
    ],
  },
  { topic: 'sgbv-prohibition', level: 'absent', readings: ABSENT, slots: NO_SLOTS, evidence: [] },
];

function finding(
  rule: string,
  severity: Severity,
  message: string,
  clause: string,
  line: number,
  change: Partial<Finding> = {},
): Finding {
  return {
    rule,
    severity,
    message,
    clause,
    span: [line * 100, line * 100],
    line,
    column: 1,
    fingerprint: `${line}`.padStart(16, '0'),
    authority: ['UN Security Council resolution 2106 (2013), OP12', 'Additional Protocol II (1977)'],
    evidence: [],
    ...change,
  };
}

const reviewed: ReviewedDocument = {
  path: 'talks/draft, 50 %: [v7].md',
  status: 'reviewed',
  language: 'en',
  type: { value: 'ceasefire', source: 'inferred', confidence: 0.834 },
  stage: 'draft',
  coverage,
  findings: [
    finding('q-escape', 'error', `The protection depends on a condition: "${HOSTILE}".`, 'Art. 2(a)', 8, {
      span: [800, 800 + HOSTILE.length],
      evidence: [evidence('Art. 2(a)', HOSTILE, 8)],
    }),
    finding('q-soft', 'warning', 'Stated without binding anybody: Relief.', 'Art. 3', 12, {
      span: [1200, 1224],
      merged: ['q-time'],
    }),
    finding(
      'q-brackets',
      'warning',
      'Not agreed yet; covered only if the brackets are accepted: Children.',
      'Art. 4',
      15,
      { span: [1500, 1526], page: 2, accepted: { reason: 'Raised bilaterally | on 3 May' } },
    ),
    finding('sgbv-prohibition', 'error', 'No clause found on: Prohibition.', 'Art. 4', 15, {
      suggestion: 'The Parties prohibit all sexual violence.',
    }),
    finding('poc-mines', 'info', 'No clause found on: Mines.', 'Art. 4', 15),
  ],
  notices: ['The file declares no language.'],
};

export const RESULTS: readonly Result[] = [
  {
    report: reviewed,
    failOn: 'error',
    excerpt: (one) =>
      one.rule === 'q-escape' ? { text: `(a) they ${HOSTILE};`, emphasis: [9, 9 + HOSTILE.length] } : undefined,
  },
  {
    report: {
      path: 'scan.pdf',
      status: 'unreadable',
      reason: 'The pages are pictures: recognise their words with --ocr.',
    },
    failOn: 'error',
    excerpt: () => undefined,
  },
];

function rule(id: string, title: string, family: 'poc' | 'groups' | 'sgbv'): Rule {
  const severity = {
    ceasefire: 'error',
    'pre-negotiation': 'info',
    framework: 'warning',
    comprehensive: 'error',
    implementation: 'off',
    local: 'warning',
    humanitarian: 'error',
  } as const;
  return {
    kind: 'topic',
    id,
    title,
    family,
    severity,
    authority: ['UN Security Council resolution 2106 (2013), OP12'],
    why: `Why ${title.toLowerCase()} matter.`,
    model: { en: 'The Parties prohibit all sexual violence.' },
    requires: [],
    mentions: [],
  };
}

const RULES: readonly Rule[] = [
  rule('poc-schools', 'Schools', 'poc'),
  rule('poc-relief', 'Relief', 'poc'),
  rule('poc-mines', 'Mines', 'poc'),
  rule('grp-children', 'Children', 'groups'),
  rule('grp-women', 'Women', 'groups'),
  rule('sgbv-prohibition', 'Prohibition', 'sgbv'),
];

export const CONTEXT: FormatContext = {
  tool: { version: '1.2.3', rules: '0123456789abcdef' },
  rules: RULES,
  width: 80,
  colour: false,
  quiet: false,
  verbose: false,
  redacted: false,
  locale: 'en',
};

import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/report/report.ts';
import { type ReviewContext, review } from '../src/review.ts';
import { RuleLibrary } from '../src/rule-library.ts';
import { linesOf, SMALL_RULES, wordingRule } from './small-rules.ts';

const WORDINGS = {
  'q-hortatory-verb': 'hortatory-verb',
  'q-preamble-only': 'preamble-only',
  'q-escape-qualifier': 'escape-qualifier',
  'q-no-responsible-actor': 'no-responsible-actor',
  'q-bracketed-protection': 'bracketed-protection',
  'q-broken-cross-reference': 'broken-cross-reference',
  'q-sv-omitted-from-violations': 'sv-omitted-from-violations',
  'q-list-chapeau-mismatch': 'list-chapeau-mismatch',
  'q-placeholder-unresolved': 'placeholder-unresolved',
};
const library = new RuleLibrary({
  ...SMALL_RULES,
  rules: [...SMALL_RULES.rules, ...Object.entries(WORDINGS).map(([id, check]) => wordingRule(id, check))],
});

interface Reported {
  readonly findings: readonly Finding[];
  /** `rule "words"` of the findings on wording, with the rules merged into each. */
  readonly wordings: readonly string[];
  readonly missing: readonly string[];
}

function reported(text: string, context: ReviewContext = {}): Reported {
  const { report } = review({ accepted: linesOf(text) }, library, { language: 'en', type: 'ceasefire', ...context });
  if (report.status !== 'reviewed') throw new Error(report.reason);
  const wordings = report.findings.filter(({ rule }) => rule.startsWith('q-'));
  return {
    findings: report.findings,
    wordings: wordings.map(
      ({ rule, span, merged }) =>
        `${rule}${merged ? ` + ${merged.join(' + ')}` : ''} "${text.slice(span[0], span[1])}"`,
    ),
    missing: report.findings.filter(({ rule }) => !rule.startsWith('q-')).map(({ rule }) => rule),
  };
}

describe('one cause, one finding', () => {
  it('two weaknesses of one clause are one finding that names both', () => {
    expect(reported('The Parties shall allow relief where possible.').wordings).toEqual([
      'q-escape-qualifier "where possible"',
    ]);
    expect(reported('Release all prisoners by [date].').wordings).toHaveLength(1);
  });

  it('a topic that is soft or only recited is not missing as well', () => {
    expect(reported('The Parties should allow relief.').missing).not.toContain('poc-humanitarian-access');
    const recited = reported(
      'Recalling the return of refugees,\nThe Parties have agreed as follows:\nArticle 1\nThey meet.',
    );
    expect(recited.wordings).toEqual(['q-preamble-only "Recalling the return of refugees"']);
    expect(recited.missing).not.toContain('grp-return-durable-solutions');
  });

  it('a recital is no gap where an article binds', () => {
    const text =
      'Recalling the return of refugees,\nThe Parties have agreed as follows:\nArticle 1\nThe return of refugees shall be free.\nThe Parties agree to the return of refugees.';
    expect(reported(text).wordings.filter((words) => words.startsWith('q-preamble-only'))).toEqual([]);
  });
});

describe('a wish that is dressed as a duty', () => {
  it('is found although the topic is covered elsewhere', () => {
    const text = 'The Parties shall allow relief.\nConsideration shall be given to allow relief.';
    expect(reported(text).wordings).toEqual(['q-hortatory-verb "Consideration shall be given to allow relief"']);
  });

  it('a plain wish beside a duty is not', () => {
    expect(reported('The Parties shall allow relief.\nThe Parties should allow relief.').wordings).toEqual([]);
  });
});

describe('brackets', () => {
  it('are shown with what stands or falls with them', () => {
    expect(reported('The Parties shall refrain from attacks on civilians [and from rape].').wordings).toEqual([
      'q-bracketed-protection "[and from rape]"',
    ]);
    expect(reported('The Parties [shall][should] allow relief.').wordings).toEqual([
      'q-bracketed-protection "[shall][should]"',
    ]);
  });

  it('are left alone in a signed text', () => {
    const text = 'The Parties shall refrain from attacks on civilians [and from rape].';
    expect(reported(text, { stage: 'signed' }).wordings).toEqual([]);
  });

  it('without a counterpart have their place', () => {
    const text = 'Article 1\nThe Parties shall allow relief].\nArticle 2';
    const { findings } = reported(text);
    const [finding] = findings.filter(({ rule }) => rule === 'q-bracketed-protection');
    const at = text.indexOf(']');
    expect(finding).toMatchObject({ line: 2, column: 31, severity: 'warning', span: [at, at + 1] });
  });
});

describe('every finding', () => {
  const texts = [
    'The Parties should allow relief.',
    'The Parties [shall][should] allow relief [here.',
    'The Parties shall refrain from:\n(a) rape;\n(b) allow relief;',
    'As in Article 9, the Parties shall allow relief where possible.\nArticle 1',
  ];
  it.each(texts)('is short, and says on what it rests and what to write: %s', (text) => {
    for (const { rule, message, authority, suggestion } of reported(text).findings) {
      expect(message.split(/(?<=[.!?])\s+(?=[A-Z"])/).length, message).toBeLessThanOrEqual(2);
      expect(message).not.toMatch(/violat|illegal|unlawful|must\b/i);
      expect(authority.length, rule).toBeGreaterThan(0);
      expect(suggestion, rule).toBeTruthy();
    }
  });

  it('keeps its fingerprint when text is put before it', () => {
    const one = reported('The Parties should allow relief.').findings[0];
    const two = reported('The Parties shall meet.\n\nThe Parties should allow relief.').findings[0];
    expect(two?.fingerprint).toBe(one?.fingerprint);
    expect(two?.span).not.toEqual(one?.span);
  });
});

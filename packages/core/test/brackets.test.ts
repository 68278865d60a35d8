import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { review } from '../src/review.ts';
import { RuleLibrary } from '../src/rule-library.ts';
import type { Span } from '../src/span.ts';
import { type Brackets, findBrackets, hiddenBy } from '../src/structure/brackets.ts';
import { DraftingReader } from '../src/structure/drafting-reader.ts';
import { linesOf, SMALL_RULES } from './small-rules.ts';

/** Milliseconds of processor time, which other work on the machine does not lengthen. */
function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const MEANING = /shall|should|may|protect|civilian|relief|rape|attack|release|statement|document/i;
const words = new DraftingReader(SMALL_RULES.languages);
const bearsMeaning = (text: string) => MEANING.test(text);

function bracketsOf(text: string, stage: 'draft' | 'signed' = 'draft'): Brackets {
  return findBrackets(linesOf(text), stage, words, bearsMeaning);
}

/** `kind "words"` of each bracket, with its tag and alternatives where it has any. */
function described(text: string, stage: 'draft' | 'signed' = 'draft'): string[] {
  return bracketsOf(text, stage).all.map((bracket) => {
    const tag = bracket.tag ? ` by ${bracket.tag}` : '';
    const choices = bracket.alternatives.map((span) => text.slice(span[0], span[1]).trim()).join(' | ');
    return `${bracket.kind} "${text.slice(bracket.span[0], bracket.span[1])}"${tag}${choices ? `: ${choices}` : ''}`;
  });
}

/** The text under a reading; a stretch that is left out is a tilde. */
function readAs(reading: 'accepted' | 'dropped' | 'weakest', text: string): string {
  const strength = (span: Span) => (text.slice(span[0], span[1]).includes('shall') ? 2 : 1);
  let read = '';
  let from = 0;
  for (const [start, end] of hiddenBy(reading, bracketsOf(text), strength)) {
    read += `${text.slice(from, start)}~`;
    from = end;
  }
  return read + text.slice(from);
}

describe('words that are not agreed (taxonomy 7.2)', () => {
  it.each([
    ['a contested insertion', 'They shall protect [all civilians].', ['contested "[all civilians]"']],
    ['one word that changes the duty', 'They shall [not] leave.', ['contested "[not]"']],
    ['a choice of verbs', 'They [shall/should] leave.', ['alternatives "[shall/should]": shall | should']],
    ['a choice with OR', 'They [shall OR should] leave.', ['alternatives "[shall OR should]": shall | should']],
    ['a choice in two brackets', 'They [shall][may] leave.', ['alternatives "[shall][may]": shall | may']],
    [
      'three brackets with spaces between',
      'They [shall] [should] [may] leave.',
      ['alternatives "[shall] [should] [may]": shall | should | may'],
    ],
    ['figures that compete', 'within [30][60] days', ['alternatives "[30][60]": 30 | 60']],
    ['numbers in words', 'within [ten/twenty] days', ['alternatives "[ten/twenty]": ten | twenty']],
    [
      'brackets in brackets',
      'They shall [protect civilians [and relief]].',
      ['contested "[protect civilians [and relief]]"', 'contested "[and relief]"'],
    ],
    [
      'a choice in a contested article',
      '[They [shall/should] leave civilians alone.]',
      ['contested "[They [shall/should] leave civilians alone.]"', 'alternatives "[shall/should]": shall | should'],
    ],
    ['attributed words', '[Party A: shall protect]', ['contested "[Party A: shall protect]" by Party A']],
    [
      'a claim that stands before its words',
      '[GoX proposal] They shall leave.\nArticle 2',
      ['contested "[GoX proposal] They shall leave." by GoX proposal'],
    ],
    [
      'claims of two sides one after the other',
      '[GoX proposal] They shall leave.\n[JEM proposal] They may stay.',
      [
        'alternatives "[GoX proposal] They shall leave.\n[JEM proposal] They may stay." by GoX proposal: They shall leave. | They may stay.',
      ],
    ],
    [
      'options in blocks',
      '[Option 1] They shall leave.\n\n[Option 2] They may stay.\nArticle 2',
      ['alternatives "[Option 1] They shall leave.\n\n[Option 2] They may stay.": They shall leave. | They may stay.'],
    ],
    [
      'options without brackets',
      'Alt 1: They shall leave.\nAlt 2: They may stay.',
      ['alternatives "Alt 1: They shall leave.\nAlt 2: They may stay.": They shall leave. | They may stay.'],
    ],
    [
      'an article over several paragraphs',
      '[Article 6\nThey shall protect civilians.]\nArticle 7',
      ['contested "[Article 6\nThey shall protect civilians.]"'],
    ],
    [
      "parties' tags in round brackets",
      'a (P: document) (I: statement) on rape',
      ['alternatives "(P: document) (I: statement)" by P: document | statement'],
    ],
    [
      'full-width brackets',
      'They ［shall protect］ all 【civilians】.',
      ['contested "［shall protect］"', 'contested "【civilians】"'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(described(text)).toEqual(expected);
  });

  it('brackets that a conversion of right-to-left text turned round are still a pair', () => {
    expect(bracketsOf('المادة ]نص مقترح[ هنا').unbalanced).toEqual([]);
    expect(bracketsOf('a ] b [ c').unbalanced).toEqual([2, 6]);
  });
});

describe('what is no dispute', () => {
  it.each([
    ['an acronym', 'the Organization [OSCE] shall'],
    ['an editor’s note', '[SEE PDF FOR DIAGRAM]'],
    ['sic', 'civillians [sic]'],
    ['an omission', 'They shall […] leave [...] it'],
    ['a footnote’s number', 'as agreed [12] before'],
    ['a remark on the text', '[moved to 4.2] and [agreed ad ref] and [deleted]'],
    ['who sits where', '[Women’s Bloc – one (1) and Youth Union – one (1)]'],
    ['seats by groups', 'nine members [Women’s League: one; Youth Union: one]'],
  ])('%s', (_name, text) => {
    for (const bracket of bracketsOf(text).all) expect(bracket.kind).toBe('editorial');
  });

  it.each(['[date]', '[n]', '[…]'.replace('…', '___'), '[to be discussed]', '[TBD]', '[pending]'])(
    '%s is a blank',
    (text) => {
      expect(bracketsOf(text).all.map(({ kind }) => kind)).toEqual(['placeholder']);
    },
  );

  it('options that a bracket runs across are none', () => {
    const text = 'Alt 1: \u3011\u0646\nAlt 2: [';
    expect(bracketsOf(text).all.map(({ kind }) => kind)).not.toContain('alternatives');
  });

  it('a box to tick is one at the head of an item only', () => {
    const markdown = (text: string) =>
      findBrackets({ ...linesOf(text), format: 'markdown' }, 'draft', words, bearsMeaning).all.length;
    expect(markdown('- [x] Release the text\n- [ ] Protect')).toBe(0);
    expect(markdown('They shall release them within [X] days, in [ ] groups.')).toBe(2);
    expect(markdown('- [x] days')).toBe(1);
  });

  it('a figure is open where it counts something', () => {
    expect(described('within [30] days, see [30]')).toEqual(['placeholder "[30]"', 'editorial "[30]"']);
  });

  it('in a signed text a bracket is the editor’s', () => {
    expect(described('They shall protect [all civilians].', 'signed')).toEqual(['editorial "[all civilians]"']);
    expect(described('[GoX proposal] They shall leave.', 'signed')).toEqual(['editorial "[GoX proposal]"']);
  });
});

describe('three readings', () => {
  it.each([
    ['accepted', 'They [shall/should] leave [civilians alone].', 'They ~shall~ leave [civilians alone].'],
    ['dropped', 'They [shall/should] leave [civilians alone].', 'They ~should~ leave ~.'],
    ['weakest', 'They [shall/should] leave [civilians alone].', 'They ~should~ leave [civilians alone].'],
    ['dropped', 'a [b shall [c shall] d] e', 'a ~ e'],
    ['accepted', '[Party A: shall protect] x', '~shall protect] x'],
    ['dropped', '[Option 1] They shall go.\n[Option 2] They may go.', '~ They may go.'],
  ] as const)('%s: %s', (reading, text, expected) => {
    expect(readAs(reading, text)).toBe(expected);
  });

  const library = new RuleLibrary(SMALL_RULES);
  const readingsOf = (text: string) => {
    const { report } = review({ accepted: linesOf(text) }, library, { language: 'en', stage: 'draft' });
    if (report.status !== 'reviewed') throw new Error(report.reason);
    return Object.fromEntries(
      report.coverage
        .filter(({ level }) => level !== 'absent')
        .map(({ topic, readings }) => [topic, `${readings.accepted} ${readings.dropped} ${readings.weakest}`]),
    );
  };

  it.each([
    [
      'an act in brackets falls with them',
      'The Parties shall refrain from attacks on civilians [and from rape].',
      { 'poc-attack-prohibition': 'operative operative operative', 'sgbv-prohibition': 'operative absent operative' },
    ],
    [
      'a verb in dispute binds only in the best case',
      'The Parties [shall/should] allow relief.',
      { 'poc-humanitarian-access': 'operative hortatory hortatory' },
    ],
    [
      'the same in two brackets',
      'The Parties [shall][should] allow relief.',
      { 'poc-humanitarian-access': 'operative hortatory hortatory' },
    ],
    [
      'a whole article in brackets',
      '[Article 1\nThe Parties shall allow relief.]\nArticle 2\nThe Parties shall refrain from rape.',
      { 'poc-humanitarian-access': 'operative absent operative', 'sgbv-prohibition': 'operative operative operative' },
    ],
    [
      'options that say different things',
      '[Option 1] The Parties shall allow relief.\n[Option 2] The Parties may meet.',
      { 'poc-humanitarian-access': 'operative absent absent' },
    ],
    [
      'an acronym changes nothing',
      'The Parties [OSCE] shall allow relief.',
      { 'poc-humanitarian-access': 'operative operative operative' },
    ],
  ])('%s', (_name, text, expected) => {
    expect(readingsOf(text)).toEqual(expected);
  });
});

describe('whatever the text', () => {
  const pieces = [
    '[',
    ']',
    '【',
    '】',
    '(P: ',
    ')',
    'shall',
    '/',
    ' OR ',
    'civilians',
    'Option 1',
    'Alt 2: ',
    'GoX text',
    '\n',
    '\n\n',
    ' ',
    '30',
    'sic',
    'ن',
    '…',
  ];
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((words) => words.join(''));

  it('spans nest, alternatives lie in their bracket, and every bracket is paired or reported', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('draft' as const, 'signed' as const), (text, stage) => {
        const { all, unbalanced } = bracketsOf(text, stage);
        for (const [at, bracket] of all.entries()) {
          const [start, end] = bracket.span;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          for (const [from, to] of [bracket.inner, ...bracket.alternatives]) {
            expect(from).toBeGreaterThanOrEqual(start);
            expect(to).toBeLessThanOrEqual(end);
            expect(from).toBeLessThanOrEqual(to);
          }
          for (const other of all.slice(at + 1)) {
            const apart = other.span[0] >= end;
            const inside = other.span[0] >= start && other.span[1] <= end;
            expect(apart || inside).toBe(true);
          }
        }
        for (const offset of unbalanced) expect('[]【】［］').toContain(text[offset]);
      }),
      { numRuns: 400 },
    );
  });

  it('what a reading hides is ascending and disjoint', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('accepted', 'dropped', 'weakest'), (text, reading) => {
        const hidden = hiddenBy(reading as 'accepted', bracketsOf(text), ([start, end]) => end - start);
        let last = 0;
        for (const [start, end] of hidden) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('thousands of brackets cost no more than their number', () => {
    const start = process.cpuUsage();
    for (const text of [
      '['.repeat(20_000),
      ']'.repeat(20_000),
      '[shall]'.repeat(5_000),
      '[Option 1] a '.repeat(4_000),
      `${'['.repeat(5_000)}shall${']'.repeat(5_000)}`,
    ])
      hiddenBy('dropped', bracketsOf(text), () => 1);
    expect(cpuSince(start)).toBeLessThan(3_000);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { review } from '../src/review.ts';
import { RuleLibrary } from '../src/rule-library.ts';
import { linesOf, SMALL_RULES } from './small-rules.ts';

const WORDS = [
  'The Parties',
  'shall',
  'shall not',
  'refrain from',
  'attack',
  'civilians',
  'allow',
  'relief',
  'rape',
  'should',
  '[',
  ']',
  '[shall/should]',
  'release prisoners',
  'and',
  'who',
  'were',
  ',',
  ';',
  ':',
  '.',
  '\n',
  '\n\n',
  '(a)',
  '(i)',
  '1.',
  '2.1',
  'Article 3',
  'PART II',
  'Annex A',
  'agreed as follows:',
  'Recalling',
  'Done at',
  '"Relief" means',
  '\r\n',
  '\u0000',
  '\u200f',
  '\u00a0',
  '\u00ad',
  '🕊',
  'é',
];
const draft = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
    ),
    { maxLength: 60 },
  )
  .map((words) => words.join(' '));

/** Line breaks that end at or before `offset`. */
function linesBefore(text: string, offset: number): number {
  return [...text.matchAll(/\r\n|\r|\n/g)].filter((match) => match.index + match[0].length <= offset).length;
}

describe('any text', () => {
  const library = new RuleLibrary(SMALL_RULES);

  it('is reviewed without an error, with spans inside the text and quotes that are its words', () => {
    fc.assert(
      fc.property(draft, (text) => {
        const { report, details } = review({ accepted: linesOf(text) }, library, { language: 'en' });
        if (report.status !== 'reviewed' || !details) throw new Error('not reviewed');
        for (const row of report.coverage) {
          for (const piece of row.evidence) {
            expect(piece.span[0]).toBeLessThan(piece.span[1]);
            expect(text.slice(...piece.span)).toBe(piece.quote);
          }
        }
        for (const finding of report.findings) {
          expect(finding.span[0]).toBeLessThanOrEqual(finding.span[1]);
          expect(finding.span[1]).toBeLessThanOrEqual(text.length);
          expect(linesBefore(text, finding.span[0])).toBe(finding.line - 1);
        }
        for (const clause of details.agreement.clauses) {
          if (clause.parent) expect(clause.parent.index).toBeLessThan(clause.index);
          if (clause.chapeau) expect(clause.chapeau.index).toBeLessThan(clause.index);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same report whatever was reviewed before', () => {
    fc.assert(
      fc.property(draft, draft, (first, second) => {
        const context = { language: 'en' } as const;
        const fresh = JSON.stringify(
          review({ accepted: linesOf(second) }, new RuleLibrary(SMALL_RULES), context).report,
        );
        review({ accepted: linesOf(first) }, library, context);
        expect(JSON.stringify(review({ accepted: linesOf(second) }, library, context).report)).toBe(fresh);
      }),
      { numRuns: 60 },
    );
  });

  it('says no more when brackets are dropped than when they are accepted, of words that only protect', () => {
    const text = 'The Parties shall allow relief [and release prisoners].';
    const { report } = review({ accepted: linesOf(text) }, library, { language: 'en' });
    if (report.status !== 'reviewed') throw new Error('not reviewed');
    const detainees = report.coverage.find((row) => row.topic === 'poc-detainees');
    expect(detainees?.readings).toEqual({ accepted: 'operative', weakest: 'operative', dropped: 'absent' });
    expect(detainees?.evidence[0]?.status).toBe('bracketed');
  });
});

describe('size', () => {
  const library = new RuleLibrary(SMALL_RULES);
  const cost = (text: string): number => {
    const source = linesOf(text);
    const before = process.cpuUsage();
    review({ accepted: source }, library, { language: 'en' });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };

  it.each([
    ['a line of a million characters', () => 'The Parties shall allow relief and '.repeat(30_000)],
    [
      'five thousand items',
      () =>
        `The Parties shall:\n${Array.from({ length: 5_000 }, (_, at) => `${at + 1}. release prisoners of camp ${at};`).join('\n')}`,
    ],
    [
      'two hundred levels',
      () =>
        Array.from(
          { length: 200 },
          (_, at) => `${Array.from({ length: at + 1 }, () => '1').join('.')} The Parties shall:`,
        ).join('\n'),
    ],
    ['ten thousand brackets', () => '['.repeat(10_000)],
  ])('%s is reviewed in seconds', (_name, make) => {
    expect(cost(make())).toBeLessThan(8_000);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMarkdownReaderWith } from '../../src/markdown/markdown.ts';
import { readQuickSegment } from '../../src/markdown/quick-segment.ts';
import { readSettings } from '../../src/markdown/settings.ts';
import { readMarkdown } from '../../src/read-text-draft.ts';

// The parser over the whole document is what the two short cuts are held against.
const whole = createMarkdownReaderWith(readSettings, { quick: false, cut: false });

const PHRASES = [
  'The Parties shall refrain from any attack against civilians',
  'Each Party shall release [all] detainees',
  'women, children and persons with disabilities',
  'Neither side may use schools as positions; this includes **mosques**',
  '**Access.** Relief shall pass',
  'safe passage within *seventy-two* (72) hours',
  'as provided in Article 5',
  '_Reaffirming_ their duties',
  'signed ____________ on behalf of',
  'see note[^1] and note[^2]',
  '[bracketed [twice] text]',
  '[Annex A] and [Annex B][b]',
  '[shall](a) and [site](https://example.org/x)',
  'escaped 1\\. and \\[these\\] and \\*',
  'a * b * c and 2*3*4',
  'snake_case_name and **bold**[^1].',
  '***very* odd** emphasis**',
  '`code` and ``more ` code``',
  'a < b and <b>tag</b> and <!-- hidden -->',
  '~~struck~~ and ~ about',
  'المادة 5 حماية المدنيين',
  '(**a**) and **(a)**, *“quoted”*',
  'ends with backslash\\',
  'two spaces  ',
  'A&amp;B & C',
  '![image](x.png) and ![^1]',
  'https://example.org/a_b_c www.example.org',
  '| a | b |',
  'text: more *and',
  'closing* here **and** _there_',
];
const STARTS = [
  '',
  '',
  '',
  '# ',
  '## ',
  '###',
  '#',
  '1. ',
  '2. ',
  '10) ',
  '1) ',
  '- ',
  '* ',
  '+ ',
  '-',
  '1.',
  '(a) ',
  'Article 5 ',
  '> ',
  '>',
  '> > ',
  '- - ',
  '1. - ',
  '- # ',
  '- > ',
  '[^1]: ',
  '[^2]: ',
  '[b]: ',
  '[Annex A]: https://example.org ',
  '[Annex A]: shall',
  '```',
  '~~~',
  '``` text',
  '<div>',
  '</div>',
  '<!-- ',
  '-->',
  '<script>',
  '</script>',
  '<?',
  '***',
  '---',
  '===',
  '- - -',
  '| --- | --- |',
  '|---',
  ':--',
  '--- ',
  '- [ ] ',
  '- [x] ',
  '\t',
  '1.\t',
  '-\t',
  '=',
  '__ ',
  '#\t',
  '99999999999. ',
  '+',
  '-   ',
  '1.      ',
  '# # ',
  '§ 3 ',
  '\u00a0',
  '\ufeff',
  '\u0000',
];
const INDENTS = ['', '', '', '', ' ', '  ', '   ', '    ', '     ', '      ', '        ', '\t'];
const ENDS = [
  '\n',
  '\n',
  '\n',
  '\n\n',
  '\n\n',
  '\n\n',
  '\n \n',
  '\r\n',
  '\r\n\r\n',
  '\r',
  '\n\n\n',
  ' #\n',
  ' ##\n\n',
  '\n\t\n',
];

const line = fc
  .tuple(
    fc.constantFrom(...INDENTS),
    fc.constantFrom(...STARTS),
    fc.constantFrom('', ...PHRASES),
    fc.constantFrom(...ENDS),
  )
  .map((parts) => parts.join(''));
const hostile = fc.array(line, { maxLength: 14 }).map((lines) => lines.join(''));

/** What drafts look like: mostly what the quick way must take. */
const tame = fc
  .array(
    fc
      .tuple(
        fc.constantFrom('', '', '# ', '## ', '1. ', '2. ', '   - ', '- ', '   ', '(a) '),
        fc.constantFrom(...PHRASES.slice(0, 9)),
        fc.constantFrom('\n', '\n\n', '\n\n', '.\n\n', ';\n'),
      )
      .map((parts) => parts.join('')),
    { maxLength: 20 },
  )
  .map((lines) => lines.join(''));

const soup = fc
  .array(
    fc.constantFrom(
      ...'*_[]()<>\\`~#-+1.:|!^ \n\n\r\tab,é«'.split(''),
      '**',
      '](',
      '[^1]',
      '\n\n',
      '  \n',
      '1. ',
      '- ',
      '\n    ',
    ),
    { maxLength: 40 },
  )
  .map((characters) => characters.join(''));

// RUNS=50 holds them against each other for minutes instead of seconds.
const RUNS = Number(process.env.RUNS ?? 1);

describe('reading Markdown by segments', () => {
  for (const [name, documents, runs] of [
    ['drafts', tame, 1000],
    ['hostile lines', hostile, 1500],
    ['soups of special characters', soup, 3000],
  ] as const) {
    it(
      `gives what the parser gives on the whole document: ${name}`,
      () => {
        fc.assert(
          fc.property(documents, (text) => {
            const expected = whole.read('draft.md', text);
            expect(createMarkdownReaderWith(readSettings, { quick: false }).read('draft.md', text)).toEqual(expected);
            expect(createMarkdownReaderWith(readSettings).read('draft.md', text)).toEqual(expected);
          }),
          { numRuns: RUNS * runs },
        );
      },
      RUNS * 30_000,
    );
  }

  it(
    'gives ascending blocks with their labels at their start, and opaque stretches inside them',
    () => {
      fc.assert(
        fc.property(fc.oneof(hostile, soup, fc.string({ unit: 'binary' })), (text) => {
          const { blocks, opaque } = readMarkdown('draft.md', text);
          let end = 0;
          for (const { span, label } of blocks) {
            expect(span[0]).toBeGreaterThanOrEqual(end);
            expect(span[1]).toBeGreaterThan(span[0]);
            const words = text.slice(...span);
            expect(words.trim()).toBe(words);
            if (label !== undefined) expect([label[0], label[1] <= span[1]]).toEqual([span[0], true]);
            end = span[1];
          }
          expect(end).toBeLessThanOrEqual(text.length);
          let last = 0;
          for (const span of opaque) {
            expect(span[0]).toBeGreaterThanOrEqual(last);
            expect(blocks.some((block) => block.span[0] <= span[0] && span[1] <= block.span[1])).toBe(true);
            last = span[1];
          }
        }),
        { numRuns: RUNS * 1500 },
      );
    },
    RUNS * 30_000,
  );

  it('reads drafts the quick way, so that the comparison compares something', () => {
    let quick = 0;
    let all = 0;
    fc.assert(
      fc.property(tame, (text) => {
        for (const part of text.split(/\n\n(?=\S)/)) {
          all++;
          if (readQuickSegment(part) !== undefined) quick++;
        }
      }),
      { seed: 7, numRuns: 300 },
    );
    expect(quick / all).toBeGreaterThan(0.8);
  });
});

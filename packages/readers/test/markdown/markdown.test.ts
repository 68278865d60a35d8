import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementMarkdown } from '../../bench/text-drafts.ts';
import { createMarkdownReaderWith } from '../../src/markdown/markdown.ts';
import { readSettings } from '../../src/markdown/settings.ts';
import { readMarkdown } from '../../src/read-text-draft.ts';

/** Milliseconds of processor time, which other work on the machine does not lengthen. */
function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Blocks as their words and what is known of them, for reading. */
function blocks(text: string): [string, object][] {
  return readMarkdown('draft.md', text).blocks.map(({ span, label, ...rest }) => [
    text.slice(...span),
    label === undefined ? rest : { ...rest, label: text.slice(...label) },
  ]);
}

function opaque(text: string): string[] {
  return readMarkdown('draft.md', text).opaque.map((span) => text.slice(...span));
}

describe('blocks', () => {
  it('are headings with their level, without their marks', () => {
    expect(blocks('# One #\n\n## **Two**\nText\n\nThree\n===\n\nFour\n---\n')).toEqual([
      ['One', { role: 'heading', level: 1 }],
      ['**Two**', { role: 'heading', level: 2 }],
      ['Text', { role: 'paragraph' }],
      ['Three', { role: 'heading', level: 1 }],
      ['Four', { role: 'heading', level: 2 }],
    ]);
  });

  it('are paragraphs where a rule is typed right under a sentence', () => {
    expect(blocks('The Parties shall protect civilians.\n---\n')).toEqual([
      ['The Parties shall protect civilians.', { role: 'paragraph' }],
    ]);
  });

  it('are items with their marker and depth, and the paragraphs that belong to them', () => {
    expect(blocks('1. One\n   - inner\n2. Two\n\n   more\n\n- three\n')).toEqual([
      ['1. One', { role: 'item', depth: 0, label: '1.' }],
      ['- inner', { role: 'item', depth: 1, label: '-' }],
      ['2. Two', { role: 'item', depth: 0, label: '2.' }],
      ['more', { role: 'paragraph', depth: 0 }],
      ['- three', { role: 'item', depth: 0, label: '-' }],
    ]);
  });

  it('are one for each label that Markdown does not know', () => {
    expect(
      blocks(
        'The Parties shall:\n(a) protect civilians,\n    their homes;\n(b) report.\n\n    (c) The Parties shall rest.\n',
      ),
    ).toEqual([
      ['The Parties shall:', { role: 'paragraph' }],
      ['(a) protect civilians,\n    their homes;', { role: 'paragraph' }],
      ['(b) report.', { role: 'paragraph' }],
      ['(c) The Parties shall rest.', { role: 'paragraph' }],
    ]);
  });

  it('keep a number whose words stand below', () => {
    expect(blocks('1.\n\nProtect.\n')).toEqual([
      ['1.', { role: 'item', depth: 0, label: '1.' }],
      ['Protect.', { role: 'paragraph' }],
    ]);
  });

  it('are cells in their place, parted at line breaks', () => {
    expect(
      blocks('| A | B |\n| - | - |\n| c | (a) d<br>(b) e |\n\nText\n\n| F |\n| - |\n| g |\n').map(
        ([words, { cell }]: [string, { cell?: object }]) => [words, cell],
      ),
    ).toEqual([
      ['A', { table: 0, row: 0, column: 0 }],
      ['B', { table: 0, row: 0, column: 1 }],
      ['c', { table: 0, row: 1, column: 0 }],
      ['(a) d', { table: 0, row: 1, column: 1 }],
      ['(b) e', { table: 0, row: 1, column: 1 }],
      ['Text', undefined],
      ['F', { table: 1, row: 0, column: 0 }],
      ['g', { table: 1, row: 1, column: 0 }],
    ]);
  });

  it('are notes with their mark', () => {
    expect(blocks('Text[^a].\n\n[^a]: The Parties shall report.\n\n    - at once\n')).toEqual([
      ['Text[^a].', { role: 'paragraph' }],
      ['The Parties shall report.', { role: 'note', note: 'a' }],
      ['- at once', { role: 'note', note: 'a', depth: 0, label: '-' }],
    ]);
  });

  it('are the words of quotations and raw HTML, and not of code', () => {
    expect(blocks('> Quoted\n> words\n\n<div>\n<p>One <b>two</b></p><p>three</p>\n</div>\n\n```\ncode\n```\n')).toEqual(
      [
        ['Quoted\n> words', { role: 'paragraph' }],
        ['One <b>two</b>', { role: 'paragraph' }],
        ['three', { role: 'paragraph' }],
      ],
    );
  });

  it('break at hard breaks, unless the sentence goes on', () => {
    expect(blocks('For the Government  \nGeneral Orban\\\nMinister\n').map(([words]) => words)).toEqual([
      'For the Government',
      'General Orban\\',
      'Minister',
    ]);
    expect(blocks('The Parties shall  \nprotect civilians.')).toHaveLength(1);
  });
});

describe('opaque stretches', () => {
  it('are the marks and targets around words', () => {
    expect(
      opaque('**Bold** and _more_, [Annex](https://example.org/a) `code` <b>tag</b> \\[shall\\] ![map](m.png)'),
    ).toEqual([
      '**',
      '**',
      '_',
      '_',
      '[',
      '](https://example.org/a)',
      '`code`',
      '<b>',
      '</b>',
      '\\',
      '\\',
      '![map](m.png)',
    ]);
  });

  it('are calls of notes, and not brackets of negotiators', () => {
    expect(opaque('The Parties [shall] [should] report[^1] [^2].\n\n[^1]: Note.\n')).toEqual(['[^1]']);
    expect(opaque('The Parties [shall](a) report, [Option A].\n\n[Option A]: text\n')).toEqual([]);
    expect(opaque('- [x] days, - [ ] months')).toEqual([]);
  });

  it('are the marks of a quotation inside a block', () => {
    expect(opaque('> > one\n> > two\n')).toEqual(['>', '>']);
  });
});

it('reads strikethrough as a typographic mark and HTML comments as comments', () => {
  const text = 'The Parties ~~may~~ shall <!-- inline --> act.\n\n<!--\nin the\n\nmargin\n-->\n';
  const source = readMarkdown('draft.md', text);
  expect(source.marks.map(({ span, kind }) => [text.slice(...span), kind])).toEqual([['~~may~~', 'strike']]);
  expect(source.comments.map((comment) => comment.text)).toEqual(['inline', 'in the\n\nmargin']);
  expect(source.blocks).toHaveLength(1);
});

describe('front matter', () => {
  it('is the settings, and no words', () => {
    const source = readMarkdown('draft.md', '---\ntype: ceasefire\nlanguage: fr\n---\n# One\n');
    expect(source.settings).toEqual({ type: 'ceasefire', language: 'fr' });
    expect(source.language).toBe('fr');
    expect(source.blocks).toEqual([{ span: [39, 42], role: 'heading', level: 1 }]);
  });

  it('that is broken is a notice with its line', () => {
    const text = '---\ntype: ceasefire\nparties: [a, b\n---\nWords.\n';
    const { notices, settings, blocks: found } = readMarkdown('draft.md', text);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({ name: 'broken-front-matter' });
    expect(notices[0]?.message).toMatch(/line [34]/);
    expect(settings).toBeUndefined();
    expect(found.map(({ span }) => text.slice(...span))).toEqual(['Words.']);
  });

  it('is not what only stands between two rules', () => {
    const text = '---\n\nThe Parties shall act.\n\n---\n';
    expect(blocks(text).map(([words]) => words)).toEqual(['The Parties shall act.']);
  });
});

describe('a reader that is kept', () => {
  const PIECES = [
    'The Parties shall protect civilians.',
    'As said in [the annex] and [^1].',
    '[the annex]: https://example.org',
    '[^1]: A note.',
    '| a | b |\n| --- | --- |\n| shall | not |',
    '- one\n- two',
    '```\ncode',
    '```',
    '## Article 2. Access',
    '<!-- a remark',
    '-->',
  ];
  const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 });

  it('reads each of a row of versions as a new one would', () => {
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 2, maxLength: 6 }), fc.constantFrom('\n', '\n\n'), (versions, gap) => {
        const kept = createMarkdownReaderWith(readSettings);
        for (const version of versions) {
          const text = version.join(gap);
          expect(kept.read('draft.md', text)).toEqual(createMarkdownReaderWith(readSettings).read('draft.md', text));
        }
      }),
      { numRuns: 300 },
    );
  });

  const draft = agreementMarkdown(60_000);

  it('gives after an edit what a new one gives', () => {
    const kept = createMarkdownReaderWith(readSettings);
    let text = draft;
    for (const [at, typed] of [
      [5000, 'x'],
      [20_000, '\n\n'],
      [30_000, '['],
      [40_000, '\n\n```\n\n'],
      [100, '[^10]: '],
      [45_000, '<!-- '],
    ] as const) {
      text = text.slice(0, at) + typed + text.slice(at);
      expect(kept.read('draft.md', text)).toEqual(createMarkdownReaderWith(readSettings).read('draft.md', text));
    }
  });

  it('takes up a definition that is typed later', () => {
    const kept = createMarkdownReaderWith(readSettings);
    const text = 'See the register[^1].\n\nMore.\n';
    expect(kept.read('draft.md', text).opaque).toEqual([]);
    const defined = `${text}\n[^1]: Note.\n`;
    expect(kept.read('draft.md', defined).opaque.map((span) => defined.slice(...span))).toEqual(['[^1]']);
    expect(kept.read('draft.md', text).opaque).toEqual([]);
  });
});

describe('hostile Markdown', () => {
  const many = 20_000;
  const traps: Record<string, string> = {
    'nested quotes': `${'>'.repeat(many)}a`,
    'nested lists': `${'- '.repeat(many)}a`,
    'crossing emphasis': '*a_ '.repeat(many),
    'long runs of emphasis': `${'*'.repeat(many)}a${'*'.repeat(many)}`,
    'open brackets': '[a]('.repeat(many),
    images: '![['.repeat(many),
    'open tags': '<a '.repeat(many),
    'unclosed fences': '```\n\n'.repeat(many / 10),
    'unclosed comments': '<!-- \n\n'.repeat(many / 10),
    'lists line by line': Array.from({ length: 800 }, (_, depth) => `${' '.repeat(2 * depth)}- <a`).join('\n'),
  };
  for (const [name, text] of Object.entries(traps)) {
    it(`with ${name} is read in time, with every visible word or a notice`, () => {
      const start = process.cpuUsage();
      const source = readMarkdown('draft.md', text);
      expect(cpuSince(start)).toBeLessThan(4000);
      for (const { span } of source.blocks) expect(text.slice(...span).trim()).toBe(text.slice(...span));
      if (/nested|emphasis|brackets|images|line by line/.test(name)) {
        expect(source.notices.map((notice) => notice.name)).toEqual(['intricate-markdown']);
        if (name !== 'lists line by line') expect(source.blocks[0]?.span).toEqual([0, text.trimEnd().length]);
      }
    });
  }

  it('of a paragraph with two hundred thousand escapes keeps them all', () => {
    expect(readMarkdown('draft.md', '\\. a '.repeat(200_000)).opaque).toHaveLength(200_000);
  });

  it('of five thousand items is five thousand blocks', () => {
    const text = Array.from({ length: 5000 }, (_, at) => `${at + 1}. item`).join('\n');
    expect(readMarkdown('draft.md', text).blocks).toHaveLength(5000);
  });
});

import type { Source } from '@poclint/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/html/html.ts';
import { UnreadableDraft } from '../../src/unreadable-draft.ts';

/** Milliseconds of processor time, which other work on the machine does not lengthen. */
function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function read(body: string): Source {
  return readHtml('page.html', body).accepted;
}

function blocks(body: string): [string, object][] {
  const source = read(body);
  return source.blocks.map(({ span, label, ...rest }) => [
    source.text.slice(...span),
    label === undefined ? rest : { ...rest, label: source.text.slice(...label) },
  ]);
}

function words(body: string): string[] {
  return blocks(body).map(([text]) => text);
}

describe('words', () => {
  it('are what a reader sees, with their place in the page', () => {
    const page = '<p>Les  Parties\n prot&egrave;gent &amp; &#x639;&#1604; <b>les</b> civils.\r\n</p>';
    const source = read(page);
    expect(source.text).toBe('Les Parties protègent & عل les civils.');
    const places = source.origins.map(({ span, raw }) => [source.text.slice(...span), page.slice(raw).slice(0, 5)]);
    expect(places).toContainEqual(['gent &', 'gent ']);
    expect(places).toContainEqual(['les', 'les</']);
    // Every letter that the page holds as such is found where the origins say.
    for (const { span, raw = -1 } of source.origins) {
      for (let at = span[0]; at < span[1]; at++) {
        const found = page.charAt(raw + at - span[0]);
        if (!/[&\s]/.test(found)) expect(found).toBe(source.text.charAt(at));
      }
    }
    expect(source.origins[0]).toMatchObject({ span: [0, 4], raw: 3 });
  });

  it('are not those of scripts, styles, navigation, forms or what is hidden', () => {
    expect(
      words(
        '<head><title>t</title></head><nav>n</nav><script>s</script><style>s</style><p>Kept</p><div role="navigation">n</div><p hidden>h</p><span style="display:none">d</span><button>b</button><!-- c -->',
      ),
    ).toEqual(['Kept']);
  });

  it('are preformatted where the page says so', () => {
    expect(words('<pre>Article 5\nThe Parties shall protect.\n\n(a) report\n(b) rest</pre>')).toEqual([
      'Article 5',
      'The Parties shall protect.',
      '(a) report',
      '(b) rest',
    ]);
  });
});

describe('line breaks', () => {
  it('end a paragraph where there are two, and a line where there is one', () => {
    expect(words('One<br>\ntwo<br><br>Three<br/> <br/>Four')).toEqual(['One\ntwo', 'Three', 'Four']);
  });

  it('part the items of a list that is no list to the page', () => {
    expect(words('<p>The Parties shall:<br>(a) protect;<br>(b) report.</p>')).toEqual([
      'The Parties shall:',
      '(a) protect;',
      '(b) report.',
    ]);
  });
});

describe('lists', () => {
  it('are read with the labels that a browser draws', () => {
    expect(
      blocks(
        '<ol type="a" start="3"><li>One<ul><li>Two</li></ul></li><li value="27"><p>Three</p><p>more</p></li></ol><ol reversed><li>Four</li><li>Five</li></ol>',
      ),
    ).toEqual([
      ['c. One', { role: 'item', depth: 0, label: 'c.' }],
      ['• Two', { role: 'item', depth: 1, label: '•' }],
      ['aa. Three', { role: 'item', depth: 0, label: 'aa.' }],
      ['more', { role: 'paragraph', depth: 0 }],
      ['2. Four', { role: 'item', depth: 0, label: '2.' }],
      ['1. Five', { role: 'item', depth: 0, label: '1.' }],
    ]);
  });

  it('are read in the style that the page asks for', () => {
    expect(words('<ol style="list-style-type: lower-roman" start=4><li>x</li></ol>')).toEqual(['iv. x']);
    expect(words('<ol type="I" start=1998><li>x</li></ol>')).toEqual(['MCMXCVIII. x']);
    expect(words('<ol style="list-style:none"><li>x</li></ol>')).toEqual(['x']);
    expect(words('<ol style="list-style-type:arabic-indic" start=12><li>x</li></ol>')).toEqual(['١٢. x']);
  });

  it('give no bullet to an item that has a label of its own', () => {
    expect(words('<ul><li>(a) protect</li><li>report</li></ul>')).toEqual(['(a) protect', '• report']);
  });
});

describe('tables', () => {
  it('of data are cells in their place', () => {
    expect(
      blocks(
        '<table><tr><th colspan=2>A</th><th>B</th></tr><tr><td rowspan=2>c</td><td>d</td><td>e</td></tr><tr><td>f</td></tr></table>',
      ).map(([text, { cell }]: [string, { cell?: object }]) => [text, cell]),
    ).toEqual([
      ['A', { table: 0, row: 0, column: 0 }],
      ['B', { table: 0, row: 0, column: 2 }],
      ['c', { table: 0, row: 1, column: 0 }],
      ['d', { table: 0, row: 1, column: 1 }],
      ['e', { table: 0, row: 1, column: 2 }],
      ['f', { table: 0, row: 2, column: 1 }],
    ]);
  });

  it('that only place clauses on the page are paragraphs', () => {
    for (const table of [
      '<table><tr><td>1.</td><td>Protect.</td></tr><tr><td>2.</td><td>Report.</td></tr></table>',
      '<table role="presentation"><tr><td>1.</td><td>Protect.</td></tr><tr><td>2.</td><td>Report.</td></tr></table>',
      '<table><tr><td><table><tr><td>1.</td></tr></table></td><td>Protect.</td></tr><tr><td>2.</td><td>Report.</td></tr></table>',
    ]) {
      expect(blocks(table)).toEqual(['1.', 'Protect.', '2.', 'Report.'].map((text) => [text, { role: 'paragraph' }]));
    }
  });
});

describe('tracked changes', () => {
  const page =
    '<p>The Parties <del cite="x" title="A. Orban">may</del><ins datetime="2031-05-03">shall</ins> protect civilians.</p>';

  it('are accepted in one view and rejected in the other', () => {
    const { accepted, rejected } = readHtml('page.html', page);
    expect(accepted.text).toBe('The Parties shall protect civilians.');
    expect(accepted.insertions).toEqual([{ span: [12, 17], date: '2031-05-03' }]);
    expect(accepted.deletions).toEqual([{ span: [11, 11], author: 'A. Orban', text: 'may' }]);
    expect(rejected?.text).toBe('The Parties may protect civilians.');
  });

  it('go through paragraphs', () => {
    const { accepted, rejected } = readHtml('page.html', '<p>One</p><ins><p>Two</p><p>Three</p></ins>');
    expect(accepted.insertions.map(({ span }) => accepted.text.slice(...span))).toEqual(['Two', 'Three']);
    expect(rejected?.text).toBe('One');
  });

  it('give no second view where there are none', () => {
    expect(readHtml('page.html', '<p>One</p>').rejected).toBeUndefined();
  });
});

it('reads language, headings, typography, notes and the calls of notes', () => {
  const page =
    '<html lang="fr"><body><h2>Titre</h2><p>Les <mark>civils</mark> <s>non</s> <span style="color:red">oui</span><sup><a href="#fn1">1</a></sup></p><div id="fn1"><p>Note</p></div><footer>Pied</footer></body></html>';
  const source = read(page);
  expect(source.language).toBe('fr');
  expect(blocks(page)).toEqual([
    ['Titre', { role: 'heading', level: 2 }],
    ['Les civils non oui1', { role: 'paragraph' }],
    ['Note', { role: 'note', note: '1' }],
    ['Pied', { role: 'furniture' }],
  ]);
  expect(source.marks.map(({ span, ...mark }) => [source.text.slice(...span), mark])).toEqual([
    ['civils', { kind: 'highlight' }],
    ['non', { kind: 'strike' }],
    ['oui', { kind: 'colour', value: 'red' }],
  ]);
  expect(source.opaque.map((span) => source.text.slice(...span))).toEqual(['1']);
});

describe('hostile pages', () => {
  for (const depth of [450, 3000, 100_000]) {
    it(`of ${depth} nested elements are refused`, () => {
      expect(() => read('<div>'.repeat(depth))).toThrow(UnreadableDraft);
      expect(() => read(`${'<span><em>'.repeat(depth / 2)}x`)).toThrow(expect.objectContaining({ reason: 'too-deep' }));
    });
  }

  it('span a million columns in no time', () => {
    const start = process.cpuUsage();
    expect(words(`<table>${'<tr><td colspan=1000000 rowspan=1000000>x<td>y'.repeat(20)}</table>`)).toHaveLength(40);
    expect(cpuSince(start)).toBeLessThan(2000);
  });

  it('of a hundred thousand line breaks cost no more than their length', () => {
    const start = process.cpuUsage();
    expect(words('(a) x<br>'.repeat(50_000))).toHaveLength(50_000);
    expect(words(`${'<br>'.repeat(200_000)}x`)).toEqual(['x']);
    expect(cpuSince(start)).toBeLessThan(3000);
  });

  it('of any kind give ascending blocks inside the text, the same ones again, or UnreadableDraft', () => {
    const fragment = fc.constantFrom(
      '<p>',
      '</p>',
      '<br>',
      '<ol>',
      '<ul>',
      '<li>',
      '</li>',
      '</ol>',
      '<table>',
      '<tr>',
      '<td>',
      '</table>',
      '<ins>',
      '</ins>',
      '<del>',
      '</del>',
      '<pre>',
      '</pre>',
      '<h1>',
      '<b>',
      '</b>',
      '<script>',
      '<!--',
      '-->',
      '<mark>',
      '</mark>',
      'The Parties shall',
      ' protect ',
      '\n',
      '&eacute;',
      '&amp;',
      '&',
      '&#0;',
      '&NotEqualTilde;',
      '&#x1F600;',
      '\u0000',
      '\r\n',
      '😀',
      '(a) ',
      '1.',
      '<a href="#x">1</a>',
      '<div id="fn2">',
      '</div>',
      '<',
      '>',
      '"',
      "<q x='",
      'المادة',
    );
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 30 }), (parts) => {
        const page = parts.join('');
        const draft = readHtml('page.html', page);
        for (const source of [draft.accepted, ...(draft.rejected ? [draft.rejected] : [])]) {
          let end = 0;
          for (const { span } of source.blocks) {
            expect(span[0]).toBeGreaterThanOrEqual(end);
            expect(span[1]).toBeGreaterThan(span[0]);
            end = span[1];
          }
          expect(end).toBeLessThanOrEqual(source.text.length);
          let origin = 0;
          for (const { span, raw = -1 } of source.origins) {
            expect(span[0]).toBeGreaterThanOrEqual(origin);
            expect(span[1]).toBeGreaterThan(span[0]);
            expect(raw).toBeGreaterThanOrEqual(0);
            expect(raw).toBeLessThanOrEqual(page.length);
            origin = span[1];
          }
        }
        expect(readHtml('page.html', page)).toEqual(draft);
      }),
      { numRuns: 1000 },
    );
  });
});

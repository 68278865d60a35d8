import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainText } from '../../src/plain-text/plain-text.ts';

/** Milliseconds of processor time, which other work on the machine does not lengthen. */
function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function words(text: string): string[] {
  return readPlainText('draft.txt', text).blocks.map(({ span }) => text.slice(...span));
}

function roles(text: string): string[] {
  return readPlainText('draft.txt', text).blocks.map(({ role }) => role);
}

describe('blank lines', () => {
  it('part blocks, whatever ends a line', () => {
    for (const end of ['\n', '\r\n', '\r', '\u2028']) {
      expect(words(`One.${end}${end}Two.${end} \u00a0${end}Three.`)).toEqual(['One.', 'Two.', 'Three.']);
    }
  });

  it('leave no ink-less character at the edge of a block', () => {
    expect(words('\ufeff\u200f\tالمادة 1\u200f \n\n\u00ad\n\n\u0000The end\u0000')).toEqual(['المادة 1', 'The end']);
  });

  it('are all that an empty draft has', () => {
    expect(words('')).toEqual([]);
    expect(words(' \n\u200b\n\u0000')).toEqual([]);
  });
});

describe('hard-wrapped lines', () => {
  const wrapped = [
    'The Parties shall ensure that the civilian population has access to food,',
    'water and medical care, and that no convoy is delayed. The commanders of each',
    'Party shall answer to the Joint Commission for every delay that is reported by',
    'Article 188 or a vote of confidence in the manner that the annex describes.',
  ].join('\n');

  it('are one paragraph', () => {
    expect(words(wrapped)).toEqual([wrapped]);
  });

  it('stay one where a reference to an article begins a line', () => {
    const text = [
      'Detained persons shall be treated in accordance with the guarantees set out in',
      'Article 12',
      'of the protocol and shall be visited by a neutral body at least once each month',
      'until the day on which they are released.',
    ].join('\n');
    expect(words(text)).toEqual([text]);
  });

  it('stay one where a number that is no label begins a line', () => {
    const text = [
      'The forces shall leave the schools that they occupy, as listed in paragraph',
      '5. above, and shall return them to the communities before the thirty-first of',
      '2024. No school shall be used again for any military purpose, and some',
      '1.5 million pupils shall be enabled to return.',
    ].join('\n');
    expect(words(text)).toEqual([text]);
  });

  it('part where the text of one clause ends and a label follows', () => {
    const text = [
      '(a) The Parties shall take every feasible precaution to spare civilians, their',
      'homes and their means of subsistence;',
      '(b) The Parties shall refrain from the recruitment of any person who has not yet',
      'reached the age of eighteen years; and',
      '(c) The Parties shall report.',
    ].join('\n');
    expect(words(text)).toEqual([
      text.slice(0, text.indexOf('\n(b)')),
      text.slice(text.indexOf('(b)'), text.indexOf('\n(c)')),
      '(c) The Parties shall report.',
    ]);
  });

  it('part between items that end in a reference and a conjunction', () => {
    const lines = [
      'b) the date of entry into force under Article 23; and',
      'c) communications received under Article 24.',
    ];
    expect(words(lines.join('\n'))).toEqual(lines);
  });

  it('are recognised where a word needs another, whatever the width', () => {
    expect(words('AGREEMENT ON THE PROTECTION OF\nCIVILIANS')).toHaveLength(1);
    expect(words('Accord relatif à la protection des\nCivils')).toHaveLength(1);
  });
});

describe('one paragraph a line', () => {
  it('is read so where lines end their sentences at any width', () => {
    const lines = [
      'The Parties shall protect civilians at all times and in all places under their control.',
      'They shall report.',
      'Every commander shall instruct the forces under command in the rules that this accord lays down, before deployment.',
      'Schools are not to be used.',
    ];
    expect(words(lines.join('\n'))).toEqual(lines);
  });

  it('is read so on title pages and in signatures', () => {
    const lines = ['CEASEFIRE ACCORD', 'Ras Tabar, 3 May 2031', 'For the Government', 'General A. Orban'];
    expect(words(lines.join('\n'))).toEqual(lines);
  });

  it('is read so in columns of names that fill their lines', () => {
    const lines = [
      'Envoy of the Union of Coastal States',
      'Envoy of the Assembly of Northern Communities',
      'Envoy of the League of the Great River',
    ];
    expect(words(lines.join('\n'))).toEqual(lines);
  });

  it('keeps the conjunction between items with the item before it', () => {
    expect(words('(a) release detainees;\nand\n(b) return the dead.')).toEqual([
      '(a) release detainees;\nand',
      '(b) return the dead.',
    ]);
  });
});

describe('labels', () => {
  const LABELS = [
    '1.',
    '1.1',
    '2.1.10.5',
    '12)',
    '(3)',
    '(a)',
    'a)',
    'a.',
    '(iv)',
    'iv)',
    'IV.',
    'XII.',
    '[(b)',
    '-',
    '–',
    '•',
    '\uf0b7',
    'Article 5',
    'ARTICLE FIVE',
    'Art. 7',
    'Chapter II',
    'CHAPTER II:',
    'Section A',
    'Annex B',
    '§3',
    '§ 3',
    'Artículo 1.º',
    'Capítulo I',
    'PRIMERO.',
    'Article premier',
    'Article 1er',
    'Titre III',
    'Annexe 2',
    'المادة 1',
    'المادة (٢٢)',
    'المادة الأولى',
    'الفصل الثالث',
    '٢١٤.',
    '1-',
    'أ-',
    'ب)',
    'أولاً:',
    'а)',
    'Статья 4',
    'Artigo 2.º',
  ];

  for (const label of LABELS) {
    it(`${label} opens a block`, () => {
      const text = `The Parties agree\n${label} The Parties shall protect civilians`;
      expect(words(text)).toEqual(['The Parties agree', `${label} The Parties shall protect civilians`]);
    });
  }

  for (const opening of [
    'article 5',
    'or. The',
    'mix. The',
    '12.05.2031',
    '2031.',
    '30 days',
    'Articles of',
    'i.e. the',
    '1,500',
  ]) {
    it(`${opening} opens none`, () => {
      const text = `The Parties agree on what follows from the\n${opening} Others`;
      expect(words(text)).toEqual([text]);
    });
  }

  it('alone on a line stay alone: the core joins them to their words', () => {
    expect(words('1.\n\nProtect civilians.\n\n2.\nReport.')).toEqual(['1.', 'Protect civilians.', '2.', 'Report.']);
    expect(words('The Parties shall\n(a)\nprotect civilians\n(b)\nreport')).toEqual([
      'The Parties shall',
      '(a)',
      'protect civilians',
      '(b)',
      'report',
    ]);
  });
});

describe('furniture', () => {
  for (const line of [
    '- 3 -',
    '– 12 –',
    'Page 3 of 21',
    'página 4',
    '3/21',
    '19-02529 2/21',
    '19-02529',
    'S/2031/145',
    '٣ / ٢١',
    'Article 5 ........ 12',
    'Annex A . . . . . iv',
    'Chapter I\t……… 3',
  ]) {
    it(`${line} is furniture`, () => {
      expect(roles(`Before.\n\n${line}\n\nAfter.`)).toEqual(['paragraph', 'furniture', 'paragraph']);
      expect(roles(`Before.\n${line}\nAfter.`)).toEqual(['paragraph', 'furniture', 'paragraph']);
    });
  }

  for (const line of [
    '3.',
    '(3)',
    'Signed: ............',
    'The year 2031',
    '3',
    'COVID-19',
    'UNSCR 2106 (2013)',
    'A/B',
    'within 30',
  ]) {
    it(`${line} is none`, () => {
      expect(roles(`Before.\n\n${line}\n\nAfter.`)).toEqual(['paragraph', 'paragraph', 'paragraph']);
    });
  }

  it('inside a sentence leaves the sentence whole, and is opaque there', () => {
    const text = 'The Parties shall not\n\n- 3 -\n\nattack civilians.';
    const source = readPlainText('draft.txt', text);
    expect(source.blocks).toEqual([{ span: [0, text.length], role: 'paragraph' }]);
    expect(source.opaque.map((span) => text.slice(...span))).toEqual(['- 3 -']);
  });

  it('is a bare number beside a page break, and only there', () => {
    const text = 'shall not be subject to\n\n      14\n\f   arbitrary arrest.\n\n\f15\n\nThe end.\n\n16\n\nMore.';
    const source = readPlainText('draft.txt', text);
    expect(source.blocks.map(({ span, role }) => [text.slice(...span), role])).toEqual([
      [text.slice(0, text.indexOf('\n\n\f15')), 'paragraph'],
      ['15', 'furniture'],
      ['The end.', 'paragraph'],
      ['16', 'paragraph'],
      ['More.', 'paragraph'],
    ]);
    expect(source.opaque.map((span) => text.slice(...span))).toEqual(['14']);
  });

  it('after a whole sentence parts', () => {
    expect(words('The end.\n\n- 3 -\n\nand more')).toEqual(['The end.', '- 3 -', 'and more']);
  });
});

describe('any text', () => {
  const fragments = fc.constantFrom(
    'The Parties shall protect civilians',
    'and',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\t',
    '.',
    ';',
    ':',
    ',',
    '(a) ',
    '1. ',
    '1.1 ',
    '- ',
    'Article 5',
    ' of the',
    'المادة 1',
    '\ufeff',
    '\u0000',
    '\u00ad',
    '\u00a0',
    '\u200f',
    '\u2028',
    '- 3 -',
    '...... 4',
    '19-02529 2/21',
    '😀',
    '\ud800',
    'a'.repeat(70),
    '“',
    '”',
    '[',
    ']',
    '\f',
  );
  const texts = fc.oneof(
    fc.array(fragments, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );

  it('gives ascending blocks that hold every visible word, and the same ones again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const source = readPlainText('draft.txt', text);
        let end = 0;
        let outside = '';
        for (const { span } of source.blocks) {
          expect(span[0]).toBeGreaterThanOrEqual(end);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(span[1]).toBeLessThanOrEqual(text.length);
          outside += text.slice(end, span[0]);
          end = span[1];
        }
        outside += text.slice(end);
        expect(outside).toMatch(/^[\s\p{Cc}\p{Cf}\u115f\u3164]*$/u);
        for (const span of source.opaque) {
          expect(source.blocks.some((block) => block.span[0] <= span[0] && span[1] <= block.span[1])).toBe(true);
        }
        expect(readPlainText('draft.txt', text)).toEqual(source);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('hostile text', () => {
  it('of one line of a million characters is one block', () => {
    const text = 'protect '.repeat(125_000);
    expect(readPlainText('draft.txt', text).blocks).toEqual([{ span: [0, text.length - 1], role: 'paragraph' }]);
  });

  it('of five thousand items is five thousand blocks', () => {
    const text = Array.from({ length: 5000 }, (_, at) => `(${at % 1000}) item ${at}`).join('\n');
    expect(readPlainText('draft.txt', text).blocks).toHaveLength(5000);
  });

  it('costs time in proportion to its length', () => {
    // Each is a trap for patterns that look back or ahead without a bound.
    for (const trap of [
      '. ',
      '.',
      '-',
      '1.',
      '(',
      'a.',
      '§ ',
      ' ',
      'المادة ',
      '1-',
      '… 1 ',
      '\n-',
      '1\n',
      ',\n',
      'and\n',
    ]) {
      const text = trap.repeat(400_000 / trap.length);
      const start = process.cpuUsage();
      readPlainText('draft.txt', text);
      expect(cpuSince(start), JSON.stringify(trap)).toBeLessThan(1500);
    }
  });
});

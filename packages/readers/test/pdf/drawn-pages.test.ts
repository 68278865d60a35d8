import { degrees, rgb } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../src/pdf/reader.ts';
import { blockTexts, boxOf } from './drafts.ts';
import { drawPages, type Pen, prose } from './drawn-pages.ts';
import { writePdf } from './raw-pdf.ts';

async function readDrawn(...pages: readonly ((pen: Pen) => void)[]) {
  return (await readPdf('drawn.pdf', await drawPages(...pages))).accepted;
}

describe('pages as they are drawn', () => {
  it('reads a page that is displayed turned, with boxes as displayed', async () => {
    const source = await readDrawn(({ page, write }) => {
      page.setRotation(degrees(90));
      write('The Parties shall protect every civilian.', 700, 100, { turn: 0 });
      for (let line = 0; line < 12; line++) {
        page.drawText(`Line ${line} of a table that is set along the long side.`, {
          x: 100 + 20 * line,
          y: 80,
          size: 11,
          rotate: degrees(90),
        });
      }
    });
    expect(source.text).toMatch(/^Line 0 of a table[\s\S]*Line 11 of a table/u);
    const box = source.origins[0]?.box as readonly number[];
    // The page is 842 wide as displayed: the first line begins 80 from its left.
    expect(box[0]).toBeCloseTo(80, 0);
    expect(box[3]).toBeCloseTo(100 + 0.25 * 11, 0);
  });

  it('reads a page whose words all run up the page', async () => {
    const source = await readDrawn(({ write }) => {
      for (let line = 0; line < 8; line++) {
        write(`Row ${line}: ${'report '.repeat(line + 1)}due.`, 100 + 30 * line, 700, { turn: 90 });
      }
    });
    expect(source.text.split('\n')).toEqual(
      Array.from({ length: 8 }, (_, line) => `Row ${line}: ${'report '.repeat(line + 1)}due.`),
    );
    const [left, top, right, bottom] = boxOf(source.origins[0]);
    expect(bottom - top).toBeGreaterThan(right - left);
    expect(bottom).toBeCloseTo(700, 0);
  });

  it('leaves a watermark out and says so', async () => {
    const source = await readDrawn(({ write, writeLines }) => {
      writeLines(prose(6), 70, 100);
      write('CONFIDENTIAL', 150, 600, { size: 60, turn: 45, colour: [0.8, 0.8, 0.8] });
    });
    expect(source.text).not.toContain('CONFIDENTIAL');
    expect(source.notices.map(({ name }) => name)).toEqual(['sideways-words']);
  });

  it('takes words that are drawn twice to look bold for words drawn once', async () => {
    const source = await readDrawn(({ write }) => {
      write('Ceasefire well kept', 70, 100);
      write('Ceasefire well kept', 70.4, 100);
    });
    expect(source.text).toBe('Ceasefire well kept');
  });

  it('joins the letters of a spaced-out title', async () => {
    const source = await readDrawn(({ page, bold }) => {
      let x = 100;
      for (const letter of 'PEACE ACCORD') {
        page.drawText(letter, { x, y: 700, size: 14, font: bold });
        x += bold.widthOfTextAtSize(letter, 14) + 3;
      }
    });
    expect(source.text).toBe('PEACE ACCORD');
  });

  it('marks coloured words, and not black or grey ones', async () => {
    const source = await readDrawn(({ roman, write }) => {
      const before = 'The Parties ';
      write(before, 70, 100);
      write('shall endeavour', 70 + roman.widthOfTextAtSize(before, 11), 100, { colour: [1, 0, 0] });
      write('A grey line of the secretariat.', 70, 130, { colour: [0.4, 0.4, 0.4] });
    });
    expect(source.marks.map(({ span, kind, value }) => [source.text.slice(...span), kind, value])).toEqual([
      ['shall endeavour', 'colour', '#ff0000'],
    ]);
  });

  it('marks words that are struck or highlighted, and not underlined ones', async () => {
    const source = await readDrawn(({ page, write, roman }) => {
      const place = (words: string) => 70 + roman.widthOfTextAtSize(words, 11);
      const line = (from: string, to: string, top: number) =>
        page.drawLine({ start: { x: place(from), y: 842 - top }, end: { x: place(to), y: 842 - top }, thickness: 0.6 });
      page.drawRectangle({
        x: place('The Parties '),
        y: 842 - 103,
        width: place('The Parties shall') - place('The Parties '),
        height: 12,
        color: rgb(1, 1, 0),
      });
      write('The Parties shall spare all civilians.', 70, 100);
      write('They may also spare the wells.', 70, 130);
      line('They ', 'They may', 126.8);
      line('They may also ', 'They may also spare', 131.5);
    });
    expect(source.marks.map(({ span, kind, value }) => [source.text.slice(...span), kind, value])).toEqual([
      ['shall', 'highlight', '#ffff00'],
      ['may', 'strike', undefined],
    ]);
  });

  it('keeps the power of a measure, which is no mark of a note', async () => {
    const source = await readDrawn(({ write, roman }) => {
      const before = 'The zone covers 40 km';
      write(before, 70, 100);
      write('2', 70 + roman.widthOfTextAtSize(before, 11), 96, { size: 6 });
      write(' of forest.', 70 + roman.widthOfTextAtSize(before, 11) + 3, 100);
    });
    expect(source.text).toBe('The zone covers 40 km² of forest.');
  });

  it('leaves out layers that are not displayed', async () => {
    const words = (text: string, top: number) => `BT /F 12 Tf 72 ${842 - top} Td (${text}) Tj ET`;
    const layer = (name: string, text: string, top: number) => `/OC /${name} BDC ${words(text, top)} EMC`;
    const bytes = writePdf([
      '<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R 7 0 R]/D<</OFF[7 0 R]>>>>>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R' +
        '/Resources<</Font<</F 4 0 R>>/Properties<</Shown 6 0 R/Hidden 7 0 R>>>>>>',
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      {
        data: new TextEncoder().encode(
          [
            words('Text of the agreement.', 100),
            layer('Shown', 'Shown clause.', 150),
            layer('Hidden', 'Hidden clause.', 200),
          ].join(' '),
        ),
      },
      '<</Type/OCG/Name(Shown)>>',
      '<</Type/OCG/Name(Hidden)>>',
    ]);
    expect((await readPdf('layers.pdf', bytes)).accepted.text).toBe('Text of the agreement.\nShown clause.');
  });

  it('reads two columns one after the other, and a table row by row', async () => {
    const left = prose(12, 0);
    const right = prose(12, 3);
    const columns = await readDrawn(({ writeLines }) => {
      writeLines(left, 60, 100, { size: 9 });
      writeLines(right, 310, 101.5, { size: 9 });
    });
    expect(columns.text.replaceAll('\n', ' ')).toBe([...left, ...right].join(' '));

    const table = await readDrawn(({ write }) => {
      for (let row = 0; row < 12; row++) {
        write(`Measure ${row}`, 60, 100 + 14 * row);
        write(`Party ${row}`, 310, 100 + 14 * row);
      }
    });
    expect(blockTexts(table, 'cell').slice(0, 4)).toEqual(['Measure 0', 'Party 0', 'Measure 1', 'Party 1']);
  });

  it('follows a column that has one line left on its last page', async () => {
    const source = await readDrawn(
      ({ writeLines }) => {
        writeLines(prose(20, 0), 60, 100, { size: 9 });
        writeLines(prose(20, 3), 310, 100, { size: 9 });
      },
      ({ write, writeLines }) => {
        writeLines(prose(6, 5), 60, 100, { size: 9 });
        write('And this is the end.', 310, 100, { size: 9 });
      },
    );
    expect(source.text.endsWith('And this is the end.')).toBe(true);
  });

  it('reads two versions beside one another one after the other, over all pages', async () => {
    const english = Array.from({ length: 8 }, (_, index) => prose(6, index));
    const french = english.map((lines) => lines.map((line) => line.replaceAll('e', 'é')));
    const draw =
      (from: number) =>
      ({ writeLines }: Pen) => {
        for (let index = 0; index < 4; index++) {
          writeLines(english[from + index] as string[], 60, 100 + 110 * index, { size: 9 });
          writeLines(french[from + index] as string[], 310, 100 + 110 * index, { size: 9 });
        }
      };
    const source = await readDrawn(draw(0), draw(4));
    expect(source.text.replaceAll('\n', ' ')).toBe([...english, ...french].flat().join(' '));
  });

  it('joins a paragraph over two pages around the notes and heads between', async () => {
    const body = prose(40, 1);
    const source = await readDrawn(
      ({ roman, write, writeLines }) => {
        write('Draft of the mediators', 70, 40, { size: 9 });
        writeLines(body.slice(0, 38), 70, 90);
        write('1', 70, 780, { size: 5 });
        write('A note at the foot of the first page.', 74, 784, { size: 8 });
        write('1', 70 + roman.widthOfTextAtSize(body[0] as string, 11), 86, { size: 6 });
      },
      ({ write, writeLines }) => {
        write('Draft of the mediators', 70, 40, { size: 9 });
        writeLines(body.slice(38), 70, 90);
      },
    );
    expect(source.blocks.map(({ role }) => role)).toEqual(['furniture', 'paragraph', 'note']);
    expect(blockTexts(source, 'paragraph')).toEqual([body.join(' ')]);
    expect(source.blocks[2]?.note).toBe('1');
  });

  it('keeps contents apart from the agreement', async () => {
    const source = await readDrawn(({ write, writeLines }) => {
      write('Article 1 Protection of civilians ........................................ 3', 70, 100);
      write('Article 2 Humanitarian access ............................................ 5', 70, 120);
      writeLines(prose(5), 70, 160);
    });
    expect(source.blocks.map(({ role }) => role)).toEqual(['furniture', 'furniture', 'paragraph']);
  });

  it('says which pages are pictures, where others have words', async () => {
    const draw = ({ writeLines }: Pen) => writeLines(prose(10), 70, 100);
    const bytes = await drawPages(draw, draw, ({ page }) => {
      // Words as outlines.
      for (let shape = 0; shape < 400; shape++) {
        page.drawSvgPath('M 0 0 L 4 0 L 4 6 Z', {
          x: 70 + (shape % 40) * 10,
          y: 700 - Math.floor(shape / 40) * 12,
          color: rgb(0, 0, 0),
        });
      }
    });
    const { accepted } = await readPdf('drawn.pdf', bytes);
    expect(accepted.notices).toEqual([
      {
        name: 'scanned-pages',
        message: 'The words on page 3 are pictures and were left out; run again with --ocr to have them recognised.',
        facts: { pages: [3] },
      },
    ]);
  });
});

describe('heads and feet', () => {
  const page =
    (number: number, head: string, foot: string) =>
    ({ write, writeLines }: Pen) => {
      write(head, 70, 40, { size: 9 });
      writeLines(prose(30, number), 70, 90);
      write(foot, 290, 810, { size: 9 });
    };

  it('alternate between left and right pages', async () => {
    const heads = ['Ceasefire Agreement', 'Mediation Support'];
    const source = await readDrawn(
      ...[1, 2, 3, 4, 5, 6].map((number) => page(number, heads[number % 2] as string, `– ${number + 4} –`)),
    );
    expect(blockTexts(source, 'furniture').sort()).toEqual([...heads].sort());
    expect([...new Set(source.origins.map(({ page, pageLabel }) => `${page}=${pageLabel}`))]).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `${number}=${number + 4}`),
    );
  });

  it('may name the chapter, and differ on every page', async () => {
    const chapters = ['Definitions', 'Protection', 'Access', 'Monitoring', 'Return of families', 'Final clauses'];
    const source = await readDrawn(...chapters.map((chapter, index) => page(index + 1, chapter, `${index + 1}`)));
    expect(blockTexts(source, 'furniture')).toEqual(chapters);
  });

  it('are not the articles with which pages begin', async () => {
    const source = await readDrawn(
      ...[1, 2, 3, 4, 5].map((number) => page(number, number % 2 === 0 ? `Article ${3 * number}` : '', `${number}`)),
    );
    expect(blockTexts(source, 'heading')).toEqual(['Article 6', 'Article 12']);
  });

  it('count in Roman numerals', async () => {
    const numerals = ['i', 'ii', 'iii'];
    const source = await readDrawn(
      ...numerals.map((numeral, index) => page(index, 'Preface of the mediators', numeral)),
    );
    expect([...new Set(source.origins.map(({ pageLabel }) => pageLabel))]).toEqual(numerals);
  });
});

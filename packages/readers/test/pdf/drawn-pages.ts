import { degrees, PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';

export interface Pen {
  readonly page: PDFPage;
  readonly roman: PDFFont;
  readonly bold: PDFFont;
  /** Draws a line of words; `top` is the distance of its baseline from the top of the page. */
  write(words: string, left: number, top: number, options?: WriteOptions): void;
  /** Draws lines of prose, 14 points apart. */
  writeLines(lines: readonly string[], left: number, top: number, options?: WriteOptions): void;
}

export interface WriteOptions {
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: readonly [number, number, number];
  readonly turn?: number;
}

/** A PDF of A4 pages, one for each function. */
export async function drawPages(...pages: readonly ((pen: Pen) => void)[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const roman = await document.embedFont(StandardFonts.TimesRoman);
  const bold = await document.embedFont(StandardFonts.TimesRomanBold);
  for (const draw of pages) {
    const page = document.addPage([595, 842]);
    const write: Pen['write'] = (
      words,
      left,
      top,
      { size = 11, bold: heavy = false, colour = [0, 0, 0], turn = 0 } = {},
    ) => {
      page.drawText(words, {
        x: left,
        y: 842 - top,
        size,
        font: heavy ? bold : roman,
        color: rgb(colour[0], colour[1], colour[2]),
        rotate: degrees(turn),
      });
    };
    const writeLines: Pen['writeLines'] = (lines, left, top, options) => {
      for (const [index, line] of lines.entries()) write(line, left, top + 14 * index, options);
    };
    draw({ page, roman, bold, write, writeLines });
  }
  return document.save();
}

/** Words enough for lines of prose, each different. */
export function prose(lines: number, seed = 0): string[] {
  const words = [
    'parties',
    'civilians',
    'shall',
    'protect',
    'access',
    'relief',
    'every',
    'without',
    'village',
    'road',
    'women',
    'return',
  ];
  return Array.from({ length: lines }, (_, line) =>
    Array.from({ length: 9 }, (_, word) => words[(line * 5 + word * 7 + seed) % words.length]).join(' '),
  );
}

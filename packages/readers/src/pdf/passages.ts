import type { BlockRole } from '@poclint/core';
import { isContentsLine, isLoneDivision } from './clause-labels.ts';
import type { ClearedPage } from './furniture.ts';
import { type Line, lineOf } from './lines.ts';
import { takeNotes } from './notes.ts';
import { joinLines } from './paragraphs.ts';
import { tableAt } from './tables.ts';
import type { Typography } from './typography.ts';

/** The lines of one block of the source, and what they are. */
export interface Passage {
  readonly role: BlockRole;
  readonly lines: readonly Line[];
  readonly level?: number;
  readonly note?: string;
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
}

/** Larger than the body by this part is a heading. */
const LARGE = 1.1;
const LONGEST_HEADING = 240;
const DEEPEST_LEVEL = 6;

/**
 * The draft as a sequence of passages. Notes and running heads stand behind the paragraph in which their page
 * ends or begins, so that a paragraph that goes on overleaf stays whole.
 */
export function arrangePassages(
  pages: readonly ClearedPage[],
  lines: readonly (readonly Line[])[],
  typography: Typography,
): Passage[] {
  const { body, notes } = takeNotes(lines, typography);
  const paragraphs = joinLines(body, typography);
  const heads = pages.flatMap((page) => page.heads.map((row) => lineOf(row, page.number, 0)));
  const passages: Passage[] = [];
  const headings: { passage: number; line: Line }[] = [];
  let tables = 0;

  const flush = (page: number) => {
    while (notes[0] && (notes[0].lines[0] as Line).page < page) {
      const { mark, lines: noteLines } = notes.shift() as (typeof notes)[number];
      passages.push({ role: 'note', lines: noteLines, ...(mark && { note: mark }) });
    }
    while (heads[0] && heads[0].page <= page) passages.push({ role: 'furniture', lines: [heads.shift() as Line] });
  };

  for (let index = 0; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index] as Line[];
    flush((paragraph[0] as Line).page);
    const table = tableAt(paragraphs, index, typography);
    if (table) {
      for (const { row, column, lines: cellLines } of table.cells) {
        passages.push({ role: 'cell', lines: cellLines, cell: { table: tables, row, column } });
      }
      tables++;
      index = table.end - 1;
    } else if (isContentsLine((paragraph[0] as Line).text)) passages.push({ role: 'furniture', lines: paragraph });
    else if (isHeading(paragraph, typography)) {
      headings.push({ passage: passages.length, line: paragraph[0] as Line });
      passages.push({ role: 'heading', lines: paragraph });
    } else passages.push({ role: 'paragraph', lines: paragraph });
  }
  flush(Number.POSITIVE_INFINITY);

  const rank = rankHeadings(headings.map(({ line }) => line));
  for (const { passage, line } of headings)
    passages[passage] = { ...(passages[passage] as Passage), level: rank(line) };
  return passages.flatMap((passage) => {
    // A raised mark on a line of its own has no words.
    const worded = passage.lines.filter((line) => line.text !== '');
    return worded.length > 0 ? { ...passage, lines: worded } : [];
  });
}

function isHeading(paragraph: readonly Line[], typography: Typography): boolean {
  const text = paragraph.map((line) => line.text).join(' ');
  if (text.length > LONGEST_HEADING || !/\p{L}/u.test(text)) return false;
  if (paragraph.some((line) => line.parts.length > 1)) return false;
  if (isLoneDivision(text)) return true;
  const closed = /[.;:,،؛]$/u.test(text);
  if (paragraph.every((line) => line.size >= LARGE * typography.bodySize)) return !closed || text.length < 80;
  if (paragraph.every((line) => line.bold)) return !closed && paragraph.length <= 4;
  const capitals = /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
  return capitals && !closed && text.length > 3 && paragraph.every((line) => typography.isCentred(line));
}

/** Levels by size, then by weight: the largest heading of the draft is of level 1. */
function rankHeadings(headings: readonly Line[]): (line: Line) => number {
  const keyOf = (line: Line) => 10 * Math.round(2 * line.size) + (line.bold ? 1 : 0);
  const keys = [...new Set(headings.map(keyOf))].sort((a, b) => b - a);
  return (line) => Math.min(DEEPEST_LEVEL, keys.indexOf(keyOf(line)) + 1);
}

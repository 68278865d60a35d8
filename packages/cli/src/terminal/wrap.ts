import { columnsOf } from './columns.ts';
import { balanced } from './isolates.ts';

/**
 * Breaks a text into lines of at most `width` columns, at white space but not at no-break spaces, which become plain
 * ones. A word that is wider stands alone, uncut.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(/[^\S\u00a0]+/)) {
    if (word === '') continue;
    const size = columnsOf(word);
    if (line !== '' && used + 1 + size > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line = line === '' ? word : `${line} ${word}`;
    used += size + (used === 0 ? 0 : 1);
  }
  if (line !== '') lines.push(line);
  return balanced(lines.map((words) => words.replaceAll('\u00a0', ' ')));
}

/** A text of at most `width` columns, its last words replaced by `…` where they do not fit. */
export function shorten(text: string, width: number): string {
  return columnsOf(text) <= width ? text : `${balanced([toLastWord(fitting(text, width - 1), text)])[0]}…`;
}

/** The same with the last word cut in two where it must be: beside another text it may be the word that differs. */
export function cutOff(text: string, width: number): string {
  return columnsOf(text) <= width ? text : `${balanced([fitting(text, width - 1).trimEnd()])[0]}…`;
}

function fitting(text: string, width: number): string {
  let kept = '';
  let used = 0;
  for (const character of text) {
    const size = columnsOf(character);
    if (used + size > width) break;
    kept += character;
    used += size;
  }
  return kept;
}

/** A word is not cut in two, unless most of the line would be lost with it. */
function toLastWord(kept: string, text: string): string {
  const isWhole = /\s/.test(text[kept.length] ?? ' ');
  const space = kept.lastIndexOf(' ');
  return (isWhole || space < kept.length * LEAST_KEPT ? kept : kept.slice(0, space)).trimEnd();
}

const LEAST_KEPT = 0.6;

/** A text filled with spaces to `width` columns, at its right or left end. */
export function pad(text: string, width: number, side: 'left' | 'right' = 'right'): string {
  const fill = ' '.repeat(Math.max(0, width - columnsOf(text)));
  return side === 'right' ? text + fill : fill + text;
}

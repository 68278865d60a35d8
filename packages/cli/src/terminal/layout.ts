import { isRightToLeft, type Locale } from '@poclint/messages';
import { columnsOf } from './columns.ts';

const COLOURS = /\u001b\[[\d;]*m/g;

/**
 * Lines as they go to a terminal, each with its end. In a language that is written from right to left each line is one
 * right-to-left isolate (U+2067, U+2069) that ends at the right edge: a terminal that orders text by direction shows it
 * laid out from there, whatever direction it takes the line itself to have.
 */
export function layOut(lines: readonly string[], width: number, locale: Locale): string {
  if (!isRightToLeft(locale)) return lines.map((line) => `${line.trimEnd()}\n`).join('');
  return lines
    .map((line) => {
      const text = line.trimEnd();
      if (text === '') return '\n';
      const fill = Math.max(0, width - columnsOf(text.replace(COLOURS, '')));
      return `${' '.repeat(fill)}\u2067${text}\u2069\n`;
    })
    .join('');
}

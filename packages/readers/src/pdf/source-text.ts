import type { Block, Origin, Span, TypographicMark } from '@poclint/core';
import { judgeHyphen, type Vocabulary } from './hyphens.ts';
import { type Box, displayedBox, type PageInk } from './ink.ts';
import type { Line } from './lines.ts';
import type { Passage } from './passages.ts';

export interface SourcePage extends Pick<PageInk, 'number' | 'width' | 'height' | 'turn'> {
  readonly label?: string;
}

export interface WrittenText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly origins: readonly Origin[];
  readonly marks: readonly TypographicMark[];
}

/** A letter's height above and below its baseline, in parts of its size. */
const ASCENT = 0.9;
const DESCENT = 0.25;

/** Writes the passages as one text, each in a line of its own, and keeps where every line of the page went. */
export function writeText(
  passages: readonly Passage[],
  pages: ReadonlyMap<number, SourcePage>,
  vocabulary: Vocabulary,
): WrittenText {
  // Pieces, joined once: a growing string would be copied with every divided word.
  const pieces: string[] = [];
  const blocks: Block[] = [];
  const origins: Origin[] = [];
  const marks: TypographicMark[] = [];
  let length = 0;
  const write = (piece: string) => {
    pieces.push(piece);
    length += piece.length;
  };

  for (const { role, lines, level, note, cell } of passages) {
    if (length > 0) write('\n');
    const start = length;
    lines.forEach((line, index) => {
      const next = lines[index + 1];
      const verdict = next ? judgeHyphen(line.text, next.text, vocabulary) : undefined;
      const text = verdict === 'drop' ? line.text.slice(0, -1) : line.text;
      if (text) {
        const from = length;
        write(text);
        origins.push(originOf(line, [from, length], pages.get(line.page)));
        for (const { from: at, to, ...look } of line.marks) {
          const span: Span = [from + at, from + Math.min(to, text.length)];
          if (span[1] > span[0]) marks.push({ span, ...look });
        }
      }
      if (next && verdict === undefined && !/-\s?$/u.test(line.text)) write(' ');
      else if (next && verdict === undefined) write(/\s-$/u.test(line.text) ? ' ' : '');
    });
    blocks.push({
      span: [start, length],
      role,
      ...(level !== undefined && { level }),
      ...(note !== undefined && { note }),
      ...(cell && { cell }),
    });
  }
  return { text: pieces.join(''), blocks, origins, marks };
}

function originOf(line: Line, span: Span, page: SourcePage | undefined): Origin {
  const box: Box = [line.left, line.baseline - ASCENT * line.size, line.right, line.baseline + DESCENT * line.size];
  const displayed = page ? displayedBox(page, box) : box;
  return {
    span,
    page: line.page,
    ...(page?.label !== undefined && { pageLabel: page.label }),
    box: displayed.map((value) => Math.round(10 * value) / 10) as unknown as Box,
    ...(line.confidence !== undefined && { confidence: Math.round(100 * line.confidence) / 100 }),
  };
}

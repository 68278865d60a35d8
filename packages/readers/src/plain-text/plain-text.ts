import { type Block, plainSource, type Source, type Span } from '@poclint/core';
import { enumeratorAt } from './enumerator.ts';
import { dropInvisible, isInvisible, skipInvisible, startsLowerCase } from './letter.ts';
import { LineGroup } from './line-group.ts';

/**
 * Reads a plain text draft. Spans are offsets in `text` itself.
 *
 * Blank lines separate blocks. Inside a run of lines the reader decides, from their width and
 * punctuation, whether they are one hard-wrapped paragraph or one paragraph each, and lets every
 * line with a label of its own open a block. It neither nests nor interprets the labels: numbering
 * is the core's work. One pass, linear in the length of the text.
 */
export function readPlainText(name: string, text: string): Source {
  const blocks: Block[] = [];
  const opaque: Span[] = [];
  const emit = (start: number, end: number, furniture: boolean): void => {
    if (furniture) blocks.push({ span: [start, end], role: 'furniture' });
    else if (!resumeAfterFurniture(text, blocks, opaque, start, end))
      blocks.push({ span: [start, end], role: 'paragraph' });
  };
  scanGroups(text, (group) => group.split(emit));
  return { ...plainSource(name, 'text', text, blocks), opaque };
}

/** Line breaks other than a line feed, with a carriage return before it or without. Few texts have any. */
const OTHER_BREAK = /[\v\f\u0085\u2028\u2029]|\r(?!\n)/;

/** Calls `visit` for each run of lines without a blank line between them. */
function scanGroups(text: string, visit: (group: LineGroup) => void): void {
  const group = new LineGroup();
  group.reset(text);
  const breakAfter = OTHER_BREAK.test(text) ? anyBreakAfter : lineFeedAfter;
  for (let margin = 0; margin < text.length; ) {
    const end = breakAfter(text, margin);
    const start = skipInvisible(text, margin, end);
    if (start < end) group.push(margin, start, dropInvisible(text, start, end));
    else if (group.count > 0) {
      visit(group);
      group.reset(text);
    }
    margin = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
  }
  if (group.count > 0) visit(group);
}

function lineFeedAfter(text: string, start: number): number {
  const at = text.indexOf('\n', start);
  return at < 0 ? text.length : at;
}

function anyBreakAfter(text: string, start: number): number {
  let blank = true;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // A form feed at the start of a line is no break: pages end in mid-sentence.
    if (isLineBreak(code) && (code !== 12 || !blank)) return at;
    if (blank && !isInvisible(code)) blank = false;
  }
  return text.length;
}

/** Line feed, vertical tab, form feed, carriage return, next line, and Unicode's line and paragraph separators. */
function isLineBreak(code: number): boolean {
  return (code >= 10 && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/**
 * A page number may stand in the middle of a sentence. Where the words before it are unfinished and
 * the words after it go on in lower case, they are one block, with the page number opaque inside it.
 */
function resumeAfterFurniture(text: string, blocks: Block[], opaque: Span[], start: number, end: number): boolean {
  if (blocks.at(-1)?.role !== 'furniture') return false;
  let broken = blocks.length - 1;
  while (broken >= 0 && blocks[broken]?.role === 'furniture') broken--;
  const before = blocks[broken];
  if (before === undefined || /[.;:!?؛؟]["'”’»)\]]*$/.test(text.slice(Math.max(0, before.span[1] - 4), before.span[1])))
    return false;
  if (!startsLowerCase(text, start, end) || enumeratorAt(text, start, end) !== undefined) return false;
  for (const furniture of blocks.splice(broken)) {
    if (furniture.role === 'furniture') opaque.push(furniture.span);
  }
  blocks.push({ span: [before.span[0], end], role: 'paragraph' });
  return true;
}

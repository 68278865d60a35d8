import type { Block, BlockRole, MarginComment, Span, TypographicMark } from '@poclint/core';
import { dropInvisible, skipInvisible, startsLowerCase } from '../plain-text/letter.ts';
import { LineGroup } from '../plain-text/line-group.ts';
import { type Definitions, NO_DEFINITIONS, type Segment } from './segment.ts';

/** What the surroundings of a paragraph say about it. */
export interface Setting {
  readonly role: BlockRole;
  readonly depth?: number;
  readonly label?: Span;
  readonly level?: number;
  readonly note?: string;
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
  /** How many block quotes are around: their marks at the start of lines are no words. */
  readonly quotes?: number;
}

export const PARAGRAPH: Setting = { role: 'paragraph' };

/** Collects a segment. Both ways of reading Markdown, quick and parsed, end here, so that they agree on what a block is. */
export class SegmentBuilder {
  readonly text: string;
  readonly marks: TypographicMark[] = [];
  readonly comments: MarginComment[] = [];
  tables = 0;
  readonly #blocks: Block[] = [];
  readonly #opaque: Span[] = [];
  readonly #lines = new LineGroup();

  constructor(text: string) {
    this.text = text;
  }

  /** Adds a stretch that is no words. */
  addOpaque(start: number, end: number): void {
    if (end > start) this.#opaque.push([start, end]);
  }

  /** Adds one block for `[start, end)` as it stands, without its surrounding white space. */
  addBlock(start: number, end: number, setting: Setting): void {
    const first = setting.label === undefined ? skipInvisible(this.text, start, end) : setting.label[0];
    const last = dropInvisible(this.text, first, end);
    if (last > first) this.#blocks.push(toBlock(first, last, setting, true));
  }

  /**
   * Adds a paragraph. Markdown joins its lines, but drafts list "(a) …", "(b) …" on lines of their own,
   * which Markdown knows nothing of: a line with a label in its place opens a block.
   */
  addParagraph(start: number, end: number, setting: Setting = PARAGRAPH): void {
    const text = this.text;
    const lines = this.#lines;
    lines.reset(text);
    const forced: boolean[] = [];
    let breaks = false;
    let first = true;
    for (let margin = start; margin < end; ) {
      const stop = lineEnd(text, margin, end);
      const from = first ? margin : this.#skipQuotes(margin, stop, setting.quotes ?? 0);
      const visible = skipInvisible(text, from, stop);
      const last = dropInvisible(text, visible, stop);
      if (last > visible) {
        forced[lines.count] = breaks && !this.#goesOn(visible, last, lines);
        lines.push(from, visible, last);
        breaks = endsHard(text, visible, stop);
      } else breaks = true;
      first = false;
      margin = afterLineBreak(text, stop);
    }
    const label = setting.label;
    if (lines.count === 0) {
      if (label !== undefined) this.#blocks.push(toBlock(label[0], label[1], setting, true));
      return;
    }
    let opening = true;
    if (lines.count === 1) {
      this.#blocks.push(toBlock(label?.[0] ?? (lines.starts[0] as number), lines.ends[0] as number, setting, true));
      return;
    }
    lines.splitAtLabels(forced, (from, to) => {
      this.#blocks.push(toBlock(opening ? (label?.[0] ?? from) : from, to, setting, opening));
      opening = false;
    });
  }

  finish(definitions: Definitions = NO_DEFINITIONS): Segment {
    const opaque = this.#opaque.length === 0 ? this.#opaque : this.#clip();
    const { marks, comments, tables } = this;
    return { blocks: this.#blocks, opaque, marks, comments, tables, definitions };
  }

  /** Keeps what lies inside blocks, and drops the blocks that hold nothing else. */
  #clip(): Span[] {
    const clipped: Span[] = [];
    const blocks = this.#blocks.splice(0);
    const opaque = merge(this.#opaque);
    let at = 0;
    for (const block of blocks) {
      const [start, end] = block.span;
      while (at < opaque.length && (opaque[at] as Span)[1] <= start) at++;
      const own: Span[] = [];
      for (let next = at; next < opaque.length && (opaque[next] as Span)[0] < end; next++) {
        const [from, to] = opaque[next] as Span;
        own.push([Math.max(from, start), Math.min(to, end)]);
      }
      if (own.length > 0 && block.label === undefined && !this.#hasWords(start, end, own)) continue;
      this.#blocks.push(block);
      for (const span of own) clipped.push(span);
    }
    return clipped;
  }

  #hasWords(start: number, end: number, opaque: readonly Span[]): boolean {
    let from = start;
    for (const [hidden, shown] of opaque) {
      if (skipInvisible(this.text, from, hidden) < hidden) return true;
      from = shown;
    }
    return skipInvisible(this.text, from, end) < end;
  }

  /** Two spaces at the end of a line in mid-sentence are an editor's leftover, not a break. */
  #goesOn(start: number, end: number, lines: LineGroup): boolean {
    if (lines.count === 0) return false;
    const before = this.text.charAt((lines.ends[lines.count - 1] as number) - 1);
    return !'.;:!?؛؟\\'.includes(before) && startsLowerCase(this.text, start, end);
  }

  #skipQuotes(start: number, end: number, quotes: number): number {
    let at = start;
    for (let left = quotes; left > 0; left--) {
      let mark = at;
      while (mark < end && (this.text.charCodeAt(mark) === 32 || this.text.charCodeAt(mark) === 9)) mark++;
      if (mark >= end || this.text.charCodeAt(mark) !== 62) break;
      this.addOpaque(mark, mark + 1);
      at = mark + 1;
    }
    return at;
  }
}

/** Ascending, with touching stretches made one. */
function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last === undefined || last[1] < start) merged.push([start, end]);
    else if (end > last[1]) merged[merged.length - 1] = [last[0], end];
  }
  return merged;
}

function toBlock(start: number, end: number, setting: Setting, opening: boolean): Block {
  const block: { -readonly [Key in keyof Block]: Block[Key] } = { span: [start, end], role: setting.role };
  if (setting.role === 'item' && !opening) block.role = 'paragraph';
  if (setting.level !== undefined) block.level = setting.level;
  if (setting.depth !== undefined) block.depth = setting.depth;
  if (setting.label !== undefined && opening) block.label = setting.label;
  if (setting.cell !== undefined) block.cell = setting.cell;
  if (setting.note !== undefined) block.note = setting.note;
  return block;
}

/** Markdown's line endings: line feed, carriage return, or both. */
export function lineEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) break;
    at++;
  }
  return at;
}

export function afterLineBreak(text: string, at: number): number {
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
}

/** Two spaces or a backslash at the end of a line. */
function endsHard(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(end - 1) === 92) return end - 1 > start;
  return end - start > 2 && text.charCodeAt(end - 1) === 32 && text.charCodeAt(end - 2) === 32;
}

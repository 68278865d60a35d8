import { readQuickInline } from './quick-inline.ts';
import { type Definitions, NO_DEFINITIONS, type Segment } from './segment.ts';
import { afterLineBreak, lineEnd, PARAGRAPH, SegmentBuilder, type Setting } from './segment-builder.ts';

interface OpenItem {
  /** Column at which the item's own content begins. */
  readonly content: number;
  /** The bullet, or the delimiter after the number. Items of one list share it. */
  readonly marker: string;
}

interface OpenParagraph {
  readonly start: number;
  end: number;
  readonly setting: Setting;
}

const HEADING = /(#{1,6})(?:[ \t]+|(?=[\r\n]|$))/y;
const MARKER = /([-+*]|\d{1,9}[.)])( +)(?=[^\s])/y;
const BARE_MARKER = /(?:[-+*]|\d{1,9}[.)])(?=[\t\r\n]|[ ]+[\t\r\n]|[ ]*$)/y;
/** Lines of these alone are breaks, underlines of headings or rows that make a table. */
const RULE = /[-=_*+|: \t]+(?=[\r\n]|$)/y;

/**
 * Reads a segment of headings, paragraphs and lists without a parser, a hundred times faster.
 * Returns undefined as soon as it meets something whose meaning it is not sure of: the parser
 * then reads the segment, and must give the same wherever this function gives anything.
 */
export function readQuickSegment(text: string, definitions: Definitions = NO_DEFINITIONS): Segment | undefined {
  const reader = new QuickReader(text, definitions);
  return reader.read() ? reader.builder.finish() : undefined;
}

class QuickReader {
  readonly builder: SegmentBuilder;
  readonly #text: string;
  readonly #definitions: Definitions;
  readonly #items: OpenItem[] = [];
  #paragraph: OpenParagraph | undefined;

  constructor(text: string, definitions: Definitions) {
    this.#text = text;
    this.#definitions = definitions;
    this.builder = new SegmentBuilder(text);
  }

  read(): boolean {
    const text = this.#text;
    const length = text.length;
    for (let margin = 0; margin < length; ) {
      const end = lineEnd(text, margin, length);
      let start = margin;
      while (start < end && text.charCodeAt(start) === 32) start++;
      if (start === end) {
        if (!this.#close()) return false;
      } else if (!this.#readLine(margin, start, end)) return false;
      margin = afterLineBreak(text, end);
    }
    return this.#close();
  }

  #readLine(margin: number, start: number, end: number): boolean {
    const text = this.#text;
    const code = text.charCodeAt(start);
    // A tab's width depends on its column; quotes, fences, raw HTML and tables need the parser.
    if (code === 9 || code === 62 || code === 96 || code === 126 || code === 60 || code === 124) return false;
    const indent = start - margin;
    const items = this.#items;
    let depth = 0;
    while (depth < items.length && (items[depth] as OpenItem).content <= indent) depth++;
    const digit = code >= 48 && code <= 57;
    if (digit || code === 45 || code === 43 || code === 42 || code === 61 || code === 95 || code === 58) {
      if (!digit && matches(RULE, text, start)) return false;
      if (matches(BARE_MARKER, text, start)) return false;
      if (matches(MARKER, text, start)) return this.#readMarker(start, end, indent, depth);
    } else if (code === 35 && matches(HEADING, text, start)) {
      return items.length === 0 && this.#readHeading(start, end);
    }
    return this.#readWords(start, end, depth);
  }

  #readMarker(start: number, end: number, indent: number, depth: number): boolean {
    const text = this.#text;
    MARKER.lastIndex = start;
    const [whole, label, spaces] = MARKER.exec(text) as unknown as [string, string, string];
    if (spaces.length > 4) return false;
    const marker = label.slice(-1);
    if (this.#paragraph !== undefined) {
      if (depth < this.#items.length) {
        if (this.#items[depth]?.marker !== marker) return false;
      } else if (label.length > 1 && label !== '1.' && label !== '1)') {
        // Only a list that begins at 1 may interrupt a paragraph: this number is part of its sentence.
        return this.#readWords(start, end, depth);
      }
      if (!this.#close()) return false;
    }
    const content = start + whole.length;
    if (mayBeginConstruct(text, content)) return false;
    this.#items.length = depth;
    this.#items.push({ content: indent + whole.length, marker });
    this.#paragraph = {
      start: content,
      end,
      setting: { role: 'item', depth, label: [start, start + label.length] },
    };
    return true;
  }

  #readHeading(start: number, end: number): boolean {
    if (!this.#close()) return false;
    const text = this.#text;
    HEADING.lastIndex = start;
    const level = ((HEADING.exec(text) as RegExpExecArray)[1] as string).length;
    const from = HEADING.lastIndex;
    let to = end;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    let closing = to;
    while (closing > from && text.charCodeAt(closing - 1) === 35) closing--;
    if (closing < to && (closing === from || isSpace(text.charCodeAt(closing - 1)))) {
      to = closing;
      while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    }
    if (!readQuickInline(this.builder, from, to, this.#definitions)) return false;
    this.builder.addBlock(from, to, { role: 'heading', level });
    return true;
  }

  #readWords(start: number, end: number, depth: number): boolean {
    if (this.#paragraph !== undefined) {
      this.#paragraph.end = end;
      return true;
    }
    this.#items.length = depth;
    const setting: Setting = depth === 0 ? PARAGRAPH : { role: 'paragraph', depth: depth - 1 };
    this.#paragraph = { start, end, setting };
    return true;
  }

  #close(): boolean {
    const paragraph = this.#paragraph;
    if (paragraph === undefined) return true;
    this.#paragraph = undefined;
    let end = paragraph.end;
    while (end > paragraph.start && isSpace(this.#text.charCodeAt(end - 1))) end--;
    if (!readQuickInline(this.builder, paragraph.start, end, this.#definitions)) return false;
    this.builder.addParagraph(paragraph.start, end, paragraph.setting);
    return true;
  }
}

/** Whether an item's content may be more than a paragraph: a list in a list, a heading, a quote, a rule. */
function mayBeginConstruct(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 9 || code === 62 || code === 96 || code === 126 || code === 60 || code === 124) return true;
  if (code === 35) return matches(HEADING, text, at);
  return matches(RULE, text, at) || matches(MARKER, text, at) || matches(BARE_MARKER, text, at);
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}

import type { Nodes, Parents, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Construct, Extension, ParseContext } from 'micromark-util-types';
import { readRawHtml } from './raw-html.ts';
import { type Definitions, isAddress, NO_DEFINITIONS, type Segment } from './segment.ts';
import { PARAGRAPH, SegmentBuilder, type Setting } from './segment-builder.ts';

// Task lists are left out: "- [x] days" is an amount still open.
const SYNTAX: Extension[] = [
  gfmTable(),
  gfmFootnote(),
  gfmStrikethrough(),
  // An indented "(a) The Parties shall…" is a clause, not code.
  { disable: { null: ['codeIndented'] } },
];
const TREE = [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown()];

/** Reads a segment with the Markdown parser, under the definitions that the rest of the document makes. */
export function readParsedSegment(text: string, definitions: Definitions = NO_DEFINITIONS): Segment {
  // The parser swallows a byte order mark without counting it.
  const shift = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const tree = fromMarkdown(text.slice(shift), {
    extensions: [...SYNTAX, announce(definitions)],
    mdastExtensions: TREE,
  });
  const reader = new TreeReader(text, shift, definitions);
  for (const node of tree.children) reader.readFlow(node, PARAGRAPH);
  const segment = reader.builder.finish(reader.definitions());
  const unclosed = closerOf(text, tree.children.at(-1), shift);
  return unclosed === undefined ? segment : { ...segment, unclosed };
}

/**
 * Tells the parser of definitions that stand outside of its text, at the first bracket or exclamation mark it meets.
 * A construct that never matches is the one door that micromark leaves to its list of them.
 */
function announce(definitions: Definitions): Extension {
  let told: ParseContext | undefined;
  const announcement: Construct = {
    name: 'outsideDefinitions',
    tokenize(_effects, _ok, nok) {
      if (told !== this.parser) {
        told = this.parser;
        for (const link of definitions.links) told.defined.push(link);
        told.gfmFootnotes ??= [];
        for (const note of definitions.notes) told.gfmFootnotes.push(note);
      }
      return nok;
    },
  };
  return { text: { 33: announcement, 91: announcement } };
}

class TreeReader {
  readonly builder: SegmentBuilder;
  readonly #text: string;
  readonly #shift: number;
  readonly #addresses: ReadonlySet<string>;
  readonly #own = { links: new Set<string>(), addresses: new Set<string>(), notes: new Set<string>() };
  #quotes = 0;

  constructor(text: string, shift: number, definitions: Definitions) {
    this.#text = text;
    this.#shift = shift;
    this.#addresses = definitions.addresses;
    this.builder = new SegmentBuilder(text);
  }

  definitions(): Definitions {
    return this.#own;
  }

  readFlow(node: RootContent, setting: Setting): void {
    switch (node.type) {
      case 'paragraph':
        this.#readParagraph(node, this.#start(node), this.#end(node), setting);
        return;
      case 'heading':
        this.#readHeading(node, setting);
        return;
      case 'list':
        for (const item of node.children) this.#readItem(item, setting);
        return;
      case 'table':
        this.#readTable(node, setting);
        return;
      case 'blockquote':
        this.#quotes++;
        for (const child of node.children) this.readFlow(child, setting);
        this.#quotes--;
        return;
      case 'footnoteDefinition':
        this.#own.notes.add(normalizeIdentifier(node.identifier));
        for (const child of node.children) this.readFlow(child, { role: 'note', note: node.label ?? node.identifier });
        return;
      case 'definition':
        this.#readDefinition(node, setting);
        return;
      case 'html':
        readRawHtml(this.builder, this.#start(node), this.#end(node), { ...setting, quotes: this.#quotes });
        return;
      default:
        // Fenced code and thematic breaks hold no words of an agreement.
        return;
    }
  }

  #readParagraph(node: Parents, start: number, end: number, setting: Setting): void {
    const breaks: [number, number][] = [];
    this.#hideMarkup(node, start, end, breaks);
    let from = start;
    let own: Setting = { ...setting, quotes: this.#quotes };
    for (const [stop, next] of breaks) {
      this.builder.addParagraph(from, stop, own);
      from = next;
      own = continued(own);
    }
    this.builder.addParagraph(from, end, own);
  }

  #readHeading(node: Extract<RootContent, { type: 'heading' }>, setting: Setting): void {
    const first = node.children[0];
    const last = node.children.at(-1);
    if (first === undefined || last === undefined) {
      if (setting.label !== undefined) this.builder.addBlock(setting.label[0], setting.label[1], setting);
      return;
    }
    const start = this.#start(first);
    const end = this.#end(last);
    if (this.#text.charCodeAt(this.#start(node)) !== 35 && isSentence(this.#text.slice(start, end))) {
      // A rule typed under a paragraph makes the paragraph a heading for Markdown, not for its author.
      this.#readParagraph(node, start, end, setting);
      return;
    }
    this.#hideMarkup(node, start, end, []);
    const { label, note, depth } = setting;
    this.builder.addBlock(start, end, {
      role: 'heading',
      level: node.depth,
      ...(label && { label }),
      ...(note !== undefined && { note }),
      ...(depth !== undefined && { depth }),
    });
  }

  #readItem(node: Extract<Nodes, { type: 'listItem' }>, outer: Setting): void {
    const start = this.#start(node);
    const marker = /^(?:[-+*]|\d{1,9}[.)])/.exec(this.#text.slice(start, start + 10))?.[0] ?? '';
    const depth = outer.depth === undefined ? 0 : outer.depth + 1;
    const note = outer.note === undefined ? {} : { note: outer.note };
    const role = outer.note === undefined ? 'item' : 'note';
    let setting: Setting = { role, depth, label: [start, start + marker.length], ...note };
    const first = node.children[0];
    if (first?.type !== 'paragraph' && first?.type !== 'heading') {
      // A number alone is kept: its words may stand below. A bullet alone says nothing.
      if (marker.length > 1) this.builder.addBlock(start, start + marker.length, setting);
      setting = continued(setting);
    }
    for (const child of node.children) {
      this.readFlow(child, setting);
      setting = continued(setting);
    }
  }

  #readTable(node: Extract<RootContent, { type: 'table' }>, setting: Setting): void {
    const table = this.builder.tables++;
    node.children.forEach((line, row) => {
      line.children.forEach((cell, column) => {
        const first = cell.children[0];
        const last = cell.children.at(-1);
        if (first === undefined || last === undefined) return;
        const start = this.#start(first);
        const end = this.#end(last);
        const breaks: [number, number][] = [];
        this.#hideMarkup(cell, start, end, breaks);
        const place: Setting = {
          role: 'cell',
          cell: { table, row, column },
          ...(setting.note !== undefined && { note: setting.note }),
        };
        let from = start;
        for (const [stop, next] of breaks) {
          this.builder.addBlock(from, stop, place);
          from = next;
        }
        this.builder.addBlock(from, end, place);
      });
    });
  }

  #readDefinition(node: Extract<RootContent, { type: 'definition' }>, setting: Setting): void {
    const name = normalizeIdentifier(node.identifier);
    const known = this.#own.links.has(name);
    this.#own.links.add(name);
    if (isAddress(node.url)) {
      if (!known) this.#own.addresses.add(name);
      return;
    }
    this.builder.addParagraph(this.#start(node), this.#end(node), { ...continued(setting), quotes: this.#quotes });
  }

  /** Makes opaque whatever in `[start, end)` is not text, and notes where raw HTML breaks the line. */
  #hideMarkup(node: Parents, start: number, end: number, breaks: [number, number][]): void {
    let at = start;
    const visit = (parent: Parents): void => {
      for (const child of parent.children) {
        const from = this.#start(child);
        const to = this.#end(child);
        if (child.type === 'html' && /^<br\s*\/?>$/i.test(child.value)) breaks.push([from, to]);
        if (child.type === 'html' && child.value.startsWith('<!--')) {
          this.builder.comments.push({ span: [from, to], text: child.value.slice(4, -3).trim() });
        }
        if (child.type === 'delete') this.builder.marks.push({ span: [from, to], kind: 'strike' });
        if (child.type === 'text' || !this.#isMarkup(child)) {
          this.#hide(at, from);
          if (child.type === 'text') this.#hideEscapes(from, to);
          at = to;
        } else if ('children' in child) visit(child);
      }
    };
    visit(node);
    this.#hide(at, end);
  }

  /** Brackets that would link to no address are words: "[shall](a)", or "[Option A]" with a line "[Option A]: text". */
  #isMarkup(node: Nodes): boolean {
    if (node.type === 'link') return node.children.length > 0 && isAddress(node.url);
    if (node.type === 'linkReference') return this.#isDefinedAddress(node.identifier);
    return true;
  }

  #isDefinedAddress(identifier: string): boolean {
    return this.#addresses.has(normalizeIdentifier(identifier));
  }

  /** Hides line by line: the space between lines keeps words apart. */
  #hide(start: number, end: number): void {
    let from = start;
    for (let at = start; at <= end; at++) {
      const code = at < end ? this.#text.charCodeAt(at) : 10;
      if (code !== 10 && code !== 13) continue;
      let to = at;
      while (from < to && this.#text.charCodeAt(from) <= 32) from++;
      while (to > from && this.#text.charCodeAt(to - 1) <= 32) to--;
      this.builder.addOpaque(from, to);
      from = at + 1;
    }
  }

  #hideEscapes(start: number, end: number): void {
    for (let at = this.#text.indexOf('\\', start); at >= 0 && at < end - 1; at = this.#text.indexOf('\\', at + 1)) {
      if (!/[!-/:-@[-`{-~]/.test(this.#text.charAt(at + 1))) continue;
      this.builder.addOpaque(at, at + 1);
      at++;
    }
  }

  #start(node: Nodes): number {
    return (node.position?.start.offset ?? 0) + this.#shift;
  }

  #end(node: Nodes): number {
    return (node.position?.end.offset ?? 0) + this.#shift;
  }
}

/** The setting of what follows an item's first words. */
function continued(setting: Setting): Setting {
  const { label: _, ...rest } = setting;
  return rest.role === 'item' ? { ...rest, role: 'paragraph' } : rest;
}

function isSentence(words: string): boolean {
  return /[.;:,؛،]["'”’»)\]*_]*\s*$/.test(words) || words.split(/\r\n?|\n/).length > 2;
}

/** The closer that the segment's last construct still waits for, if it waits for any. */
function closerOf(text: string, node: RootContent | undefined, shift: number): string | undefined {
  if (node?.type === 'code') {
    const source = text.slice((node.position?.start.offset ?? 0) + shift, (node.position?.end.offset ?? 0) + shift);
    const fence = /^(?:`{3,}|~{3,})/.exec(source)?.[0] ?? '```';
    const lines = source.split(/\r\n?|\n/);
    const last = (lines.at(-1) ?? '').trim();
    const closed = lines.length > 1 && last.length >= fence.length && last === (fence[0] as string).repeat(last.length);
    return closed ? undefined : fence;
  }
  return node?.type === 'html' ? htmlCloserOf(node.value.trimStart()) : undefined;
}

/** Raw HTML that does not end at a blank line, as CommonMark lists it: how it begins, what ends it, what to wait for. */
const LONG_HTML: readonly (readonly [begins: RegExp, ends: RegExp, closer: string])[] = [
  [/^<!--/, /-->/, '-->'],
  [/^<\?/, /\?>/, '?>'],
  [/^<!\[CDATA\[/, /\]\]>/, ']]>'],
  [/^<![a-z]/i, />/, '>'],
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i, '</'],
];

function htmlCloserOf(value: string): string | undefined {
  for (const [begins, ends, closer] of LONG_HTML) {
    if (begins.test(value)) return ends.test(value) ? undefined : closer;
  }
  return undefined;
}

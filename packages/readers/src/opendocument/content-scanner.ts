import { looksOf } from '../manuscript/looks.ts';
import type { Anchor, Note, Tracked } from '../manuscript/manuscript.ts';
import { seenStretches } from '../manuscript/widthless.ts';
import { rawOffset } from '../xml/raw-text.ts';
import { type Handlers, scanXml, type Tag } from '../xml/scan.ts';
import type { Limits } from '../zip/limits.ts';
import { CellCounter } from './cell-counter.ts';
import {
  type Building,
  type Container,
  type Content,
  contents,
  ignored,
  type OpenComment,
  type OpenParagraph,
  type Region,
  runningHead,
} from './content.ts';
import { ListStack } from './list-stack.ts';
import type { OpenDocumentStyles, StyleProperties } from './styles.ts';
import { openDocumentVocabulary } from './vocabulary.ts';
import { shownStretches } from './white-space.ts';

/** Reads the body, or the running heads, of one part. */
export function scanContent(part: string, xml: string, styles: OpenDocumentStyles, limits: Limits): Content {
  const scanner = new ContentScanner(part, xml, styles);
  scanXml(xml, openDocumentVocabulary, limits, scanner);
  return scanner.content;
}

class ContentScanner implements Handlers {
  readonly content: Content & { pictures: number };
  readonly #part: string;
  readonly #xml: string;
  readonly #styles: OpenDocumentStyles;
  readonly #lists: ListStack;
  readonly #body: Building[] = [];
  readonly #furniture: Building[] = [];
  readonly #notes = new Map<string, Note>();
  readonly #comments: OpenComment[] = [];
  readonly #languages = new Map<string, number>();
  readonly #regions = new Map<string, Region>();
  readonly #containers: Container[] = [];
  readonly #open: OpenParagraph[] = [];
  readonly #outside: OpenParagraph[][] = [];
  readonly #tables = new CellCounter();
  #changes: Region[] = [];
  #region: Region | undefined;
  #comment: OpenComment | undefined;
  /** In a paragraph of a comment. */
  #inComment = false;
  #field: 'creator' | 'date' | undefined;
  #flows = 0;
  #paragraphs = 0;
  #contents = 0;
  readonly #hiddenSections: boolean[] = [];
  #skipped = 0;

  constructor(part: string, xml: string, styles: OpenDocumentStyles) {
    this.#part = part;
    this.#xml = xml;
    this.#styles = styles;
    this.#lists = new ListStack(styles);
    this.content = {
      body: this.#body,
      furniture: this.#furniture,
      notes: this.#notes,
      comments: this.#comments,
      languages: this.#languages,
      pictures: 0,
    };
  }

  open(tag: Tag): void {
    if (this.#skipped > 0 || ignored.has(tag.name)) {
      this.#skipped++;
      return;
    }
    if (tag.name === 'office:text') this.#enter(this.#body);
    else if (runningHead.test(tag.name)) this.#enter(this.#furniture);
    else if (this.#containers.length > 0 && !this.#openChange(tag) && !this.#openStructure(tag)) this.#openInline(tag);
  }

  close(name: string, _start: number, _end: number): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    if (this.#containers.length === 0) return;
    switch (name) {
      case 'text:p':
      case 'text:h':
        if (!this.#comment) this.#closeParagraph();
        this.#inComment = false;
        break;
      case 'text:span':
      case 'text:a':
        this.#current?.properties.pop();
        break;
      case 'text:list':
        if (!this.#comment) this.#lists.closeList();
        break;
      case 'table:table':
        this.#tables.closeTable();
        this.#container.flow = this.#flows++;
        break;
      case 'office:text':
      case 'table:table-cell':
        this.#containers.pop();
        break;
      case 'text:note-body':
      case 'draw:text-box':
        this.#leave();
        break;
      case 'text:changed-region':
        this.#leave();
        this.#region = undefined;
        break;
      case 'office:annotation':
        this.#comment = undefined;
        break;
      case 'dc:creator':
      case 'dc:date':
        this.#field = undefined;
        break;
      case 'text:section':
        this.#hiddenSections.pop();
        break;
      default:
        if (contents.test(name)) this.#contents--;
        else if (runningHead.test(name)) this.#containers.pop();
    }
  }

  text(text: string, start: number, end: number, literal: boolean): void {
    if (this.#skipped > 0 || this.#containers.length === 0) return;
    if (this.#field) {
      const target = this.#comment ?? this.#region?.change;
      if (target) Object.assign(target, { [this.#field === 'creator' ? 'author' : 'date']: text });
    } else if (this.#comment) {
      if (this.#inComment) this.#comment.text += text;
    } else if (this.#current) {
      this.#addWords(text, start, end, literal);
    }
  }

  get #current(): OpenParagraph | undefined {
    return this.#open.at(-1);
  }

  get #container(): Container {
    return this.#containers.at(-1) as Container;
  }

  /** Paragraphs from here on go elsewhere, and belong to nothing around them. */
  #enter(paragraphs: Building[]): void {
    this.#containers.push({ paragraphs, flow: this.#flows++ });
  }

  #enterAside(paragraphs: Building[]): void {
    this.#enter(paragraphs);
    this.#lists.enter();
    this.#outside.push(this.#open.splice(0));
  }

  #leave(): void {
    this.#containers.pop();
    this.#lists.leave();
    this.#open.push(...(this.#outside.pop() ?? []));
  }

  #openChange(tag: Tag): boolean {
    const region = this.#regions.get(tag.get('text:change-id') ?? '');
    switch (tag.name) {
      case 'text:changed-region': {
        this.#region = { kind: undefined, change: {}, paragraphs: [] };
        this.#regions.set(tag.get('text:id') ?? tag.get('xml:id') ?? '', this.#region);
        this.#enterAside(this.#region.paragraphs);
        return true;
      }
      case 'text:insertion':
      case 'text:deletion':
        if (this.#region) this.#region.kind = tag.name === 'text:insertion' ? 'insertion' : 'deletion';
        return true;
      case 'text:change-start':
        if (region) this.#changes.push(region);
        return true;
      case 'text:change-end':
        this.#changes = this.#changes.filter((one) => one !== region);
        return true;
      case 'text:change':
        if (region?.kind === 'deletion') this.#restoreDeletion(region);
        return true;
      default:
        return false;
    }
  }

  /**
   * Puts deleted words back where they stood. Where a deletion ran over the ends of paragraphs, the one
   * around it is what was left of several: it comes apart again, each part with its own end deleted.
   */
  #restoreDeletion({ change, paragraphs }: Region): void {
    const current = this.#current;
    if (!current) return;
    const tracked: Tracked = { ...this.#trackedHere(), deleted: change };
    const { paragraph } = current;
    for (const [index, part] of paragraphs.entries()) {
      paragraph.pieces.push(...part.pieces.map((piece) => ({ ...piece, tracked })));
      if (index === paragraphs.length - 1) continue;
      const before: Building = {
        ...paragraph,
        number: part.number,
        pieces: paragraph.pieces.splice(0),
        form: part.form,
        mark: tracked,
      };
      const siblings = this.#container.paragraphs;
      siblings.splice(siblings.lastIndexOf(paragraph), 0, before);
    }
  }

  #openStructure(tag: Tag): boolean {
    if (contents.test(tag.name)) {
      this.#contents++;
      return true;
    }
    switch (tag.name) {
      case 'text:p':
      case 'text:h':
        if (!this.#comment) this.#openParagraph(tag);
        else if (this.#comment.text !== '') this.#comment.text += '\n';
        this.#inComment = this.#comment !== undefined;
        return true;
      case 'text:list':
        if (!this.#comment) this.#lists.openList(tag);
        return true;
      case 'text:list-item':
      case 'text:list-header':
        if (!this.#comment) this.#lists.openItem(tag);
        return true;
      case 'text:section':
        this.#hiddenSections.push(tag.get('text:display') === 'none');
        return true;
      case 'table:table':
        this.#container.flow = this.#flows++;
        this.#tables.openTable();
        return true;
      case 'table:table-row':
        this.#tables.openRow();
        return true;
      case 'table:table-cell':
        this.#tables.openCell(tag);
        this.#enter(this.#container.paragraphs);
        return true;
      case 'draw:text-box':
        this.#enterAside(this.#container.paragraphs);
        return true;
      case 'text:note-body':
        this.#enterAside((this.#notes.get(`note ${this.#notes.size}`)?.paragraphs ?? []) as Building[]);
        return true;
      default:
        return false;
    }
  }

  #openInline(tag: Tag): void {
    switch (tag.name) {
      case 'text:span':
      case 'text:a':
        this.#current?.properties.push(this.#styles.properties('text', tag.get('text:style-name')));
        break;
      case 'text:s':
        this.#add(' '.repeat(Math.min(Math.max(Number(tag.get('text:c') ?? 1) || 1, 1), 100)), tag.start, tag.end);
        break;
      case 'text:tab':
        this.#add('\t', tag.start, tag.end);
        break;
      case 'text:line-break':
        this.#add('\n', tag.start, tag.end);
        break;
      case 'text:note':
        this.#openNote(tag);
        break;
      case 'office:annotation':
        this.#openComment(tag);
        break;
      case 'office:annotation-end':
        this.#anchor({ kind: 'comment-end', id: tag.get('office:name') ?? '' }, tag.start);
        break;
      case 'dc:creator':
      case 'dc:date':
        this.#field = tag.name === 'dc:creator' ? 'creator' : 'date';
        break;
      case 'draw:image':
        this.content.pictures++;
        break;
    }
  }

  #openNote(tag: Tag): void {
    const id = `note ${this.#notes.size + 1}`;
    const series = tag.get('text:note-class') ?? 'footnote';
    // The citation that the file shows follows the tag, before the note's words.
    const citation = /<text:note-citation\b[^>]*>([^<]*)</.exec(this.#xml.slice(tag.end, tag.end + 400))?.[1];
    this.#notes.set(id, { paragraphs: [], series, mark: citation || ((ordinal) => String(ordinal)) });
    this.#anchor({ kind: 'note', id }, tag.start);
  }

  #openComment(tag: Tag): void {
    const id = tag.get('office:name') ?? `unnamed ${this.#comments.length}`;
    this.#comment = { id, text: '' };
    this.#comments.push(this.#comment);
    this.#anchor({ kind: 'comment-start', id }, tag.start);
    this.#anchor({ kind: 'comment', id }, tag.start);
  }

  #openParagraph(tag: Tag): void {
    const style = tag.get('text:style-name');
    const names = this.#styles.names(style);
    const level = tag.name === 'text:h' ? Number(tag.get('text:outline-level') ?? 1) || 1 : undefined;
    const numbering =
      this.#lists.numberingOf(style) ?? (level === undefined ? undefined : this.#lists.headingNumbering(level, tag));
    const heading = level ?? (names[0] === 'Title' || names[1] === 'Title' ? 1 : undefined);
    const isFurniture =
      this.#contents > 0 || names.some((name) => /^(?:contents \d|caption|illustration)$/i.test(name));
    const cell = this.#outside.length > 0 ? undefined : this.#tables.cell;
    const paragraph: Building = {
      part: this.#part,
      number: ++this.#paragraphs,
      flow: this.#container.flow,
      pieces: [],
      form: {
        ...(heading !== undefined && { heading }),
        ...(isFurniture && { furniture: true }),
        ...(numbering && { numbering }),
      },
      ...(cell && { cell }),
    };
    this.#container.paragraphs.push(paragraph);
    const own = this.#styles.properties('paragraph', style);
    const { hidden, language } = own;
    // A paragraph style's colour is how such paragraphs look, not how negotiators mark words.
    const inherited: StyleProperties = { ...(hidden && { hidden }), ...(language && { language }) };
    this.#open.push({ paragraph, properties: [inherited], afterSpace: true });
  }

  #closeParagraph(): void {
    const closed = this.#open.pop();
    const change = this.#trackedHere();
    if (closed && change) closed.paragraph.mark = change;
  }

  /** A deletion can be kept aside before the text, or stand in it like an insertion. */
  #trackedHere(): Tracked | undefined {
    const last = (kind: Region['kind']): Region['change'] | undefined =>
      this.#changes.findLast((region) => region.kind === kind)?.change;
    const inserted = last('insertion');
    const deleted = last('deletion');
    return inserted || deleted ? { ...(inserted && { inserted }), ...(deleted && { deleted }) } : undefined;
  }

  #anchor(anchor: Anchor, raw: number): void {
    const tracked = this.#trackedHere();
    this.#current?.paragraph.pieces.push({ text: '', raw, rawEnd: raw, anchor, ...(tracked && { tracked }) });
  }

  #addWords(text: string, start: number, end: number, literal: boolean): void {
    const current = this.#current as OpenParagraph;
    for (const [from, to] of shownStretches(text, current.afterSpace)) {
      for (const [begin, stop] of seenStretches(text, from, to)) {
        const raw = begin === 0 ? start : rawOffset(this.#xml, start, end, begin, literal);
        const rawEnd = stop === text.length ? end : rawOffset(this.#xml, start, end, stop, literal);
        this.#add(text.slice(begin, stop).replace(/[\t\r\n]/g, ' '), raw, rawEnd);
      }
    }
    if (text !== '') current.afterSpace = /\s$/.test(text);
  }

  #add(text: string, raw: number, rawEnd: number): void {
    const current = this.#current;
    if (!current || this.#comment) return;
    const properties = Object.assign({}, ...current.properties) as StyleProperties;
    const look = looksOf(properties);
    const tracked = this.#trackedHere();
    const language = properties.language ?? this.#styles.defaultLanguage;
    if (language) this.#languages.set(language, (this.#languages.get(language) ?? 0) + text.length);
    current.afterSpace = /\s$/.test(text);
    current.paragraph.pieces.push({
      text,
      raw,
      rawEnd,
      ...(tracked && { tracked }),
      ...((properties.hidden || this.#hiddenSections.includes(true)) && { hidden: true }),
      ...(text === '\n' && { breaks: true }),
      ...(look.length > 0 && { look }),
    });
  }
}

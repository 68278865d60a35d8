import type { Revision } from '@poclint/core';
import type { Element, Parents, RootContent } from 'hast';
import { UnreadableDraft } from '../unreadable-draft.ts';
import { originsOf } from './character-origin.ts';
import { listLabel, listStyle } from './list-label.ts';
import type { ItemLabel, PageWriter, Place } from './page-writer.ts';
import { shapeOf, wordsOf } from './table-shape.ts';

/** Deeper pages are machine-made and would take the stack with them. */
const MOST_NESTED = 400;

const SILENT = new Set(
  'script style template noscript nav head iframe svg math object embed audio video canvas select button input textarea datalist map'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const NOTE_TARGET = /^_?(?:ftn|fn|edn|en|foot-?note|end-?note|note)[-_:.]?(\w{1,6})$/i;

/** Which tracked changes stand in the text. */
export type View = 'accepted' | 'rejected';

/** Walks a page's tree and writes what a reader of it sees. */
export class PageWalk {
  /** Whether the page has tracked changes at all. */
  revised = false;
  readonly #raw: string;
  readonly #writer: PageWriter;
  readonly #view: View;
  #label: ItemLabel | undefined;
  #tables = 0;
  #nested = 0;

  constructor(raw: string, writer: PageWriter, view: View) {
    this.#raw = raw;
    this.#writer = writer;
    this.#view = view;
  }

  read(root: Parents): void {
    this.#readAll(root.children, { role: 'paragraph' }, false);
    this.#end({ role: 'paragraph' });
  }

  #readAll(nodes: readonly RootContent[], place: Place, preformatted: boolean): void {
    for (const node of nodes) {
      if (node.type === 'element') this.#readElement(node, place, preformatted);
      else if (node.type === 'text') {
        const start = node.position?.start.offset ?? 0;
        const end = node.position?.end.offset ?? start;
        this.#writer.addText(node.value, originsOf(this.#raw, start, end, node.value), preformatted);
      }
    }
  }

  #readElement(element: Element, place: Place, preformatted: boolean): void {
    if (isSilent(element)) return;
    if (++this.#nested > MOST_NESTED) throw tooDeep();
    const { tagName } = element;
    if (tagName === 'br') this.#breakLine(place);
    else if (tagName === 'ins' || tagName === 'del') this.#readRevision(element, place, preformatted);
    else if (BLOCKS.has(tagName)) {
      this.#end(place);
      this.#readBlock(element, place, preformatted || tagName === 'pre');
    } else this.#readInline(element, place, preformatted);
    this.#nested--;
  }

  #readBlock(element: Element, outer: Place, preformatted: boolean): void {
    const { tagName } = element;
    if (tagName === 'ol' || tagName === 'ul' || tagName === 'menu') {
      this.#readList(element, outer);
      return;
    }
    if (tagName === 'table') {
      this.#readTable(element, outer);
      return;
    }
    const place = placeOf(element, outer);
    this.#readAll(element.children, place, preformatted);
    this.#end(place);
  }

  #readList(list: Element, outer: Place): void {
    const style = listStyle(list);
    const depth = (outer.depth ?? -1) + 1;
    const items = list.children.filter((child) => child.type === 'element' && child.tagName === 'li').length;
    const reversed = list.properties.reversed === true;
    let ordinal = integer(list.properties.start) ?? (reversed ? items : 1);
    for (const child of list.children) {
      if (child.type !== 'element' || child.tagName !== 'li') {
        // Lists stand in lists without an item around them in what word processors write.
        this.#readAll([child], { ...outer, depth }, false);
        this.#end({ ...outer, depth });
        continue;
      }
      if (isSilent(child)) continue;
      ordinal = integer(child.properties.value) ?? ordinal;
      const own = /list-style/i.test(String(child.properties.style ?? ''))
        ? listStyle({ ...child, tagName: list.tagName })
        : style;
      const text = listLabel(own, ordinal);
      ordinal += reversed ? -1 : 1;
      this.#label = text === '' ? undefined : { text, bullet: text === '•' };
      const place: Place = { ...placeOf(child, outer), depth };
      const item: Place = place.role === 'paragraph' ? { ...place, role: 'item' } : place;
      this.#readAll(child.children, item, false);
      this.#end(item);
      this.#label = undefined;
    }
  }

  #readTable(table: Element, outer: Place): void {
    for (const child of table.children) {
      if (child.type === 'element' && child.tagName === 'caption')
        this.#readBlock(child, { ...outer, role: 'furniture' }, false);
    }
    const { layout, cells } = shapeOf(table);
    const number = layout ? -1 : this.#tables++;
    for (const { element, row, column } of cells) {
      if (isSilent(element)) continue;
      const place: Place = layout ? outer : { ...outer, role: 'cell', cell: { table: number, row, column } };
      this.#readAll(element.children, place, false);
      this.#end(place);
    }
  }

  #readRevision(element: Element, place: Place, preformatted: boolean): void {
    this.revised = true;
    const revision = revisionOf(element);
    if (element.tagName === 'del' && this.#view === 'accepted') {
      const text = wordsOf(element).replace(/\s+/g, ' ').trim();
      if (text !== '') this.#writer.addDeletion({ ...revision, text });
    } else if (element.tagName === 'ins' && this.#view === 'accepted') {
      this.#writer.open({ kind: 'insertion', revision });
      this.#readAll(element.children, place, preformatted);
      this.#writer.close();
    } else if (element.tagName === 'del') this.#readAll(element.children, place, preformatted);
  }

  #readInline(element: Element, place: Place, preformatted: boolean): void {
    const extents = [...extentsOf(element)];
    for (const extent of extents) this.#writer.open(extent);
    this.#readAll(element.children, place, preformatted);
    for (const _ of extents) this.#writer.close();
  }

  /** One break ends a line, two end a paragraph. */
  #breakLine(place: Place): void {
    if (this.#writer.afterLineBreak) this.#end(place);
    else this.#writer.addLineBreak();
  }

  #end(place: Place): void {
    const taken = place.role === 'item' && this.#label === undefined ? { ...place, role: 'paragraph' as const } : place;
    // A note's number in the list of notes is its mark, not a label of its words.
    const label = place.role === 'note' ? undefined : this.#label;
    if (this.#writer.endBlock(taken, label)) this.#label = undefined;
  }
}

function placeOf(element: Element, outer: Place): Place {
  const { tagName, properties } = element;
  const note = typeof properties.id === 'string' ? NOTE_TARGET.exec(properties.id)?.[1] : undefined;
  if (note !== undefined) return { ...outer, role: 'note', note };
  const level = /^h([1-6])$/.exec(tagName)?.[1];
  if (level !== undefined)
    return {
      ...outer,
      role: outer.role === 'paragraph' || outer.role === 'item' ? 'heading' : outer.role,
      level: Number(level),
    };
  if (tagName === 'footer' || tagName === 'figcaption' || tagName === 'caption') return { ...outer, role: 'furniture' };
  return outer;
}

type Extents = Parameters<PageWriter['open']>[0];

function* extentsOf({ tagName, properties, children }: Element): Generator<Extents> {
  const style = String(properties.style ?? '').toLowerCase();
  if (tagName === 's' || tagName === 'strike' || /text-decoration[^;]*line-through/.test(style)) {
    yield { kind: 'mark', mark: { kind: 'strike' } };
  }
  const background = /background(?:-color)?\s*:\s*([^;]+)/.exec(style)?.[1]?.trim();
  if (
    tagName === 'mark' ||
    (background !== undefined && !/^(?:white|transparent|none|#fff(?:fff)?|inherit|initial)$/.test(background))
  ) {
    yield { kind: 'mark', mark: { kind: 'highlight', ...(background !== undefined && { value: background }) } };
  }
  const colour =
    /(?:^|[;\s])color\s*:\s*([^;]+)/.exec(style)?.[1]?.trim() ?? (tagName === 'font' ? properties.color : undefined);
  if (typeof colour === 'string' && !/^(?:black|windowtext|inherit|initial|#000(?:000)?|auto)$/i.test(colour)) {
    yield { kind: 'mark', mark: { kind: 'colour', value: colour } };
  }
  // The call of a footnote would run into the word before it.
  if (tagName === 'a' && typeof properties.href === 'string' && properties.href.includes('#')) {
    if (/^\s*[[(]?(?:\d{1,4}|[ivx]{1,5}|[*†‡]{1,3})[\])]?\s*$/.test(children.map(wordsOf).join('')))
      yield { kind: 'opaque' };
  }
}

function revisionOf({ properties }: Element): Omit<Revision, 'span'> {
  const author = properties.dataAuthor ?? properties.title;
  const date = properties.dateTime;
  return { ...(typeof author === 'string' && { author }), ...(typeof date === 'string' && { date }) };
}

function isSilent({ tagName, properties }: Element): boolean {
  if (SILENT.has(tagName) || properties.hidden === true || properties.role === 'navigation') return true;
  return (
    typeof properties.style === 'string' &&
    /(?:display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden)/i.test(properties.style)
  );
}

function integer(value: unknown): number | undefined {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
  return Number.isInteger(number) ? number : undefined;
}

export function tooDeep(): UnreadableDraft {
  return new UnreadableDraft(
    'too-deep',
    'The page nests its elements too deeply to be a draft: save it as Word or plain text.',
  );
}

/** The language that the page declares on its outermost elements. */
export function languageOf(root: Parents): string | undefined {
  for (const node of root.children) {
    if (node.type !== 'element' || (node.tagName !== 'html' && node.tagName !== 'body')) continue;
    const { lang, xmlLang } = node.properties;
    const language = lang ?? xmlLang;
    if (typeof language === 'string' && language.trim() !== '') return language.trim();
    const inner = languageOf(node);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

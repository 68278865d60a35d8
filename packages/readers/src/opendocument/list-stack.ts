import { formatNumber } from '../manuscript/number-format.ts';
import type { Counters, Label, Numbering } from '../manuscript/numbering.ts';
import type { Tag } from '../xml/scan.ts';
import type { LevelStyle, ListStyle, OpenDocumentStyles } from './styles.ts';
import { outlineStyle } from './styles.ts';

interface OpenList {
  /** Which lists count together. */
  readonly key: string;
  readonly style: string | undefined;
  readonly level: number;
  /** The item has begun, and no paragraph of it has taken its number. */
  fresh: boolean;
  start: number | undefined;
}

/** The lists around the place that a scanner has come to. */
export class ListStack {
  #lists: OpenList[] = [];
  readonly #outside: OpenList[][] = [];
  /** Keys by the list's own id and by its style, for lists that go on with an earlier one. */
  readonly #keys = new Map<string, string>();
  readonly #styles: OpenDocumentStyles;
  #count = 0;

  constructor(styles: OpenDocumentStyles) {
    this.#styles = styles;
  }

  /** A note, a text box or a deletion kept aside has lists of its own. */
  enter(): void {
    this.#outside.push(this.#lists);
    this.#lists = [];
  }

  leave(): void {
    this.#lists = this.#outside.pop() ?? [];
  }

  openList(tag: Tag): void {
    const around = this.#lists.at(-1);
    const style = tag.get('text:style-name') ?? around?.style;
    const key = around?.key ?? this.#keyOf(tag, style);
    this.#keys.set(`style ${style}`, key);
    const id = tag.get('xml:id') ?? tag.get('text:id');
    if (id !== undefined) this.#keys.set(`id ${id}`, key);
    this.#lists.push({ key, style, level: this.#lists.length + 1, fresh: false, start: undefined });
  }

  closeList(): void {
    this.#lists.pop();
  }

  openItem(tag: Tag): void {
    const list = this.#lists.at(-1);
    if (!list) return;
    const start = Number(tag.get('text:start-value') ?? Number.NaN);
    list.fresh = tag.name === 'text:list-item';
    list.start = Number.isSafeInteger(start) ? start : undefined;
  }

  /** How a paragraph that begins here is numbered: the first of its item only. */
  numberingOf(style: string | undefined): Numbering | undefined {
    const list = this.#lists.at(-1);
    if (!list?.fresh) return undefined;
    for (const one of this.#lists) one.fresh = false;
    const levels = this.#styles.list(list.style ?? this.#styles.listOf(style));
    return levels && new OpenDocumentNumbering(levels, list.key, list.level, list.start);
  }

  /** How a heading outside all lists is numbered. */
  headingNumbering(level: number, tag: Tag): Numbering | undefined {
    const levels = this.#styles.list(outlineStyle);
    const own = levels?.get(level);
    if (this.#lists.length > 0 || !levels || !own || tag.get('text:is-list-header') === 'true') return undefined;
    if (own.format === 'none' && !own.template && own.prefix === '' && own.suffix === '') return undefined;
    const restarts = tag.get('text:restart-numbering') === 'true';
    const start = Number(tag.get('text:start-value') ?? own.start);
    return new OpenDocumentNumbering(levels, outlineStyle, level, restarts ? start : undefined);
  }

  #keyOf(tag: Tag, style: string | undefined): string {
    const continued = tag.get('text:continue-list');
    const earlier =
      (continued !== undefined && this.#keys.get(`id ${continued}`)) ||
      (tag.get('text:continue-numbering') === 'true' && this.#keys.get(`style ${style}`));
    return earlier || `list ${this.#count++}`;
  }
}

class OpenDocumentNumbering implements Numbering {
  readonly #styles: ListStyle;
  readonly #key: string;
  readonly #level: number;
  readonly #start: number | undefined;

  constructor(styles: ListStyle, key: string, level: number, start: number | undefined) {
    this.#styles = styles;
    this.#key = key;
    this.#level = level;
    this.#start = start;
  }

  next(counters: Counters): Label | undefined {
    const style = this.#styles.get(this.#level);
    if (!style) return undefined;
    const depth = this.#level - 1;
    if (style.bullet !== undefined) return { text: style.bullet, gap: style.gap, depth };
    const counts = counters.levels(this.#key);
    for (let above = 1; above < this.#level; above++) counts[above] ??= this.#styles.get(above)?.start ?? 1;
    const before = counts[this.#level];
    counts[this.#level] = this.#start ?? (before === undefined ? style.start : before + 1);
    counts.length = this.#level + 1;
    const text = this.#write(style, counts).replace(/\s+/g, ' ').trim();
    return { text, gap: style.gap, depth };
  }

  #write(style: LevelStyle, counts: readonly (number | undefined)[]): string {
    const one = (level: number): string =>
      formatNumber(this.#styles.get(level)?.format ?? 'decimal', counts[level] ?? 1);
    if (style.template !== undefined) {
      return style.template.replace(/%(\d{1,2})%/g, (_, level: string) => one(Number(level)));
    }
    const numbers: string[] = [];
    for (let level = Math.max(1, this.#level - style.levels + 1); level <= this.#level; level++) {
      const number = one(level);
      if (number !== '') numbers.push(number);
    }
    return numbers.length === 0 && style.format === 'none'
      ? `${style.prefix}${style.suffix}`
      : `${style.prefix}${numbers.join('.')}${style.suffix}`;
  }
}

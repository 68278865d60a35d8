import type { Block, BlockRole, Origin, Revision, Span, TypographicMark } from '@poclint/core';
import { enumeratorAt } from '../plain-text/enumerator.ts';
import { dropInvisible, skipInvisible } from '../plain-text/letter.ts';
import { LineGroup } from '../plain-text/line-group.ts';

/** What the elements around a stretch of words say about it. */
export interface Place {
  readonly role: BlockRole;
  readonly level?: number;
  readonly depth?: number;
  readonly note?: string;
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
}

/** A list item's label, which waits for the item's first words. */
export interface ItemLabel {
  readonly text: string;
  /** A bullet gives way to a label that the author typed. */
  readonly bullet: boolean;
}

type Extent =
  | { readonly kind: 'opaque' }
  | { readonly kind: 'insertion'; readonly revision: Omit<Revision, 'span'> }
  | { readonly kind: 'mark'; readonly mark: Omit<TypographicMark, 'span'> };

interface Stretch {
  readonly at: number;
  readonly raw: number;
  length: number;
}

/** Writes the words of a page as a reader sees them, and remembers where in the page they stand. */
export class PageWriter {
  text = '';
  readonly blocks: Block[] = [];
  readonly opaque: Span[] = [];
  readonly origins: Origin[] = [];
  readonly insertions: Revision[] = [];
  readonly deletions: Revision[] = [];
  readonly marks: TypographicMark[] = [];
  /** The words of the block that is being collected, and where each run of them stands in the page. */
  #words = '';
  #stretches: Stretch[] = [];
  /** Where white space stands that becomes one space if another word comes; -1 for none. */
  #space = -1;
  /** Kept apart: to look at the end of a string that grows makes the engine copy it. */
  #breaks = false;
  /** Elements that are open, by the offset in `#words` from which they hold, and those that were closed. */
  readonly #open: { readonly extent: Extent; start: number }[] = [];
  #closed: { readonly extent: Extent; readonly start: number; readonly end: number }[] = [];
  #cuts: { readonly at: number; readonly revision: Omit<Revision, 'span'> }[] = [];
  #lastCell: Place['cell'];

  /** Adds the words of a text node. White space folds as it does on a page, unless it is preformatted. */
  addText(value: string, rawOf: (index: number) => number, preformatted: boolean): void {
    for (const match of value.matchAll(/[ \t\n\f\r]+|[^ \t\n\f\r]+/g)) {
      const [piece] = match;
      if (preformatted || piece.charCodeAt(0) > 32) {
        if (this.#space >= 0) this.#append(' ', this.#space);
        this.#space = -1;
        this.#addPiece(piece, match.index, rawOf);
      } else if (this.#space < 0 && this.#words !== '' && !this.#breaks) {
        this.#space = rawOf(match.index);
      }
    }
  }

  /** A line break inside a block. */
  addLineBreak(): void {
    this.#space = -1;
    this.#breaks = true;
    this.#words += '\n';
  }

  /** Whether the last thing added was a line break: a second one ends the paragraph. */
  get afterLineBreak(): boolean {
    return this.#breaks;
  }

  addDeletion(revision: Omit<Revision, 'span'>): void {
    this.#cuts.push({ at: this.#words.length, revision });
  }

  /** From here on the words are this, until `close`. */
  open(extent: Extent): void {
    this.#open.push({ extent, start: this.#words.length });
  }

  close(): void {
    const last = this.#open.pop();
    if (last !== undefined) this.#closed.push({ ...last, end: this.#words.length });
  }

  /** Ends the block. Returns whether it had words, and so took the label. */
  endBlock(place: Place, label?: ItemLabel): boolean {
    for (const one of this.#open) {
      this.#closed.push({ ...one, end: this.#words.length });
      one.start = 0;
    }
    const words = this.#words;
    const first = skipInvisible(words, 0, words.length);
    const last = dropInvisible(words, first, words.length);
    const written = last > first;
    if (written) this.#write(words, first, last, place, label);
    else
      for (const { revision } of this.#cuts)
        this.deletions.push({ span: [this.text.length, this.text.length], ...revision });
    this.#words = '';
    this.#breaks = false;
    this.#stretches = [];
    this.#space = -1;
    this.#closed = [];
    this.#cuts = [];
    return written;
  }

  #write(words: string, first: number, last: number, place: Place, label: ItemLabel | undefined): void {
    const sameRow = place.cell?.row === this.#lastCell?.row && place.cell?.table === this.#lastCell?.table;
    if (this.text !== '') this.text += place.cell !== undefined && sameRow ? '\t' : '\n\n';
    this.#lastCell = place.cell;
    const typed = label?.bullet === true && enumeratorAt(words, first, last) !== undefined;
    const labelText = label === undefined || typed ? '' : label.text;
    const labelSpan: Span = [this.text.length, this.text.length + labelText.length];
    this.text += labelText === '' ? '' : `${labelText} `;
    const shift = this.text.length - first;
    this.text += words.slice(first, last);
    this.#writeBlocks(words, first, last, shift, place, labelText === '' ? undefined : labelSpan);
    for (const { at, raw, length } of this.#stretches) {
      const start = Math.max(at, first);
      const end = Math.min(at + length, last);
      if (start < end) this.origins.push({ span: [start + shift, end + shift], raw: raw + start - at });
    }
    for (const { extent, start, end } of this.#closed) {
      const from = skipInvisible(words, Math.max(start, first), Math.min(end, last));
      const to = dropInvisible(words, from, Math.min(end, last));
      if (from >= to) continue;
      const span: Span = [from + shift, to + shift];
      if (extent.kind === 'opaque') this.opaque.push(span);
      else if (extent.kind === 'insertion') this.insertions.push({ span, ...extent.revision });
      else this.marks.push({ span, ...extent.mark });
    }
    for (const { at, revision } of this.#cuts) {
      const place = Math.min(Math.max(at, first), last) + shift;
      this.deletions.push({ span: [place, place], ...revision });
    }
  }

  /** Line breaks inside a block may part list items, the lines of a signature or nothing at all. */
  #writeBlocks(words: string, first: number, last: number, shift: number, place: Place, label: Span | undefined): void {
    const lines = new LineGroup();
    lines.reset(words);
    let opening = true;
    const emit = (start: number, end: number, furniture: boolean): void => {
      const { role, ...rest } = place;
      const own = furniture && role === 'paragraph' ? 'furniture' : role === 'item' && !opening ? 'paragraph' : role;
      const from = opening && label !== undefined ? label[0] : start + shift;
      this.blocks.push({
        span: [from, end + shift],
        role: own,
        ...rest,
        ...(opening && label !== undefined && { label }),
      });
      opening = false;
    };
    for (let margin = first; margin < last; ) {
      const feed = words.indexOf('\n', margin);
      const end = feed < 0 || feed > last ? last : feed;
      const start = skipInvisible(words, margin, end);
      if (start < end) lines.push(margin, start, dropInvisible(words, start, end));
      else {
        lines.split(emit);
        lines.reset(words);
      }
      margin = end + 1;
    }
    lines.split(emit);
  }

  #addPiece(piece: string, index: number, rawOf: (index: number) => number): void {
    const raw = rawOf(index);
    if (rawOf(index + piece.length - 1) - raw === piece.length - 1) this.#append(piece, raw);
    else for (let unit = 0; unit < piece.length; unit++) this.#append(piece[unit] as string, rawOf(index + unit));
  }

  #append(words: string, raw: number): void {
    const last = this.#stretches.at(-1);
    if (last !== undefined && last.raw + last.length === raw && last.at + last.length === this.#words.length) {
      last.length += words.length;
    } else this.#stretches.push({ at: this.#words.length, raw, length: words.length });
    this.#words += words;
    this.#breaks = false;
  }
}

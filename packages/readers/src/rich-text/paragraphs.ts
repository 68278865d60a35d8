import type { Anchor, Paragraph, Piece, Tracked } from '../manuscript/manuscript.ts';
import type { Numbering } from '../manuscript/numbering.ts';
import type { FileTables } from './file-tables.ts';
import type { ParagraphState } from './state.ts';

type Building = { -readonly [K in keyof Paragraph]: Paragraph[K] } & { readonly pieces: Piece[] };
type OpenPiece = { -readonly [K in keyof Piece]: Piece[K] };

/** Paragraphs of the body, a note, a text box or a running head, as they come in. */
export class ParagraphBuilder {
  readonly paragraphs: Paragraph[];
  readonly #numbers: { next: number };
  readonly #flows: { next: number };
  #flow: number;
  #pieces: OpenPiece[] = [];
  /** The formatting of the last piece: the next characters join it only if theirs is the same. */
  #lastFormat = -1;
  #label = '';
  #table: { readonly ordinal: number; row: number; column: number } | undefined;
  #tables = 0;

  /** @param numbers the paragraph and flow numbers that builders of one file draw from */
  constructor(paragraphs: Paragraph[], numbers: { next: number }, flows: { next: number }) {
    this.paragraphs = paragraphs;
    this.#numbers = numbers;
    this.#flows = flows;
    this.#flow = flows.next++;
  }

  addLabel(text: string): void {
    this.#label += text;
  }

  /** @param format a number that changes whenever formatting may have */
  addWords(piece: Piece, format: number): void {
    const last = this.#pieces.at(-1);
    if (last && format === this.#lastFormat && !last.breaks && !piece.breaks && last.text !== '') {
      last.text += piece.text;
      last.rawEnd = piece.rawEnd;
      return;
    }
    this.#pieces.push({ ...piece });
    this.#lastFormat = format;
  }

  addAnchor(anchor: Anchor, raw: number, tracked: Tracked | undefined): void {
    this.#pieces.push({ text: '', raw, rawEnd: raw, anchor, ...(tracked && { tracked }) });
    this.#lastFormat = -1;
  }

  /** Ends the paragraph, by its own end or by that of a cell, a row or the story. */
  end(
    by: 'paragraph' | 'cell' | 'row' | 'story',
    state: ParagraphState,
    tables: FileTables,
    contents: boolean,
    mark: Tracked | undefined,
  ): void {
    const inTable = state.inTable || by === 'cell';
    if (inTable && by !== 'row') this.#enterTable();
    else if (!inTable && by === 'paragraph') this.#leaveTable();
    const isEmpty = this.#pieces.length === 0 && this.#label === '';
    if (!isEmpty || by === 'paragraph' || by === 'cell') this.#push(state, tables, contents, mark);
    if (by === 'cell' && this.#table) {
      this.#table.column++;
      this.#flow = this.#flows.next++;
    } else if (by === 'row' && this.#table) {
      this.#table.row++;
      this.#table.column = 0;
    }
  }

  #enterTable(): void {
    if (this.#table) return;
    this.#table = { ordinal: this.#tables++, row: 0, column: 0 };
    this.#flow = this.#flows.next++;
  }

  #leaveTable(): void {
    if (!this.#table) return;
    this.#table = undefined;
    this.#flow = this.#flows.next++;
  }

  #push(state: ParagraphState, tables: FileTables, contents: boolean, mark: Tracked | undefined): void {
    const style = state.style === undefined ? undefined : tables.styles.get(state.style);
    const name = style?.name.toLowerCase() ?? '';
    const outline = state.outline ?? style?.outline ?? headingOf(name);
    const heading =
      name === 'title' ? 1 : outline !== undefined && outline >= 0 && outline < 9 ? outline + 1 : undefined;
    const numbering = this.#takeLabel(state.depth);
    const paragraph: Building = {
      number: this.#numbers.next++,
      flow: this.#flow,
      pieces: this.#pieces,
      ...(mark && { mark }),
      ...(this.#table && { cell: cellOf(this.#table) }),
      form: {
        ...(heading !== undefined && { heading }),
        ...((contents || /^(?:toc \d|toc heading|caption|table of figures)$/.test(name)) && { furniture: true }),
        ...(numbering && { numbering }),
      },
    };
    this.paragraphs.push(paragraph);
    this.#pieces = [];
    this.#lastFormat = -1;
  }

  /** The file writes each number out, so that it is the same in every view. */
  #takeLabel(depth: number): Numbering | undefined {
    const text = this.#label.replace(/\s+/g, ' ').trim();
    this.#label = '';
    if (text === '') return undefined;
    const label = { text, gap: ' ', depth };
    return { next: () => label };
  }
}

function headingOf(styleName: string): number | undefined {
  const level = /^heading ([1-9])$/.exec(styleName)?.[1];
  return level === undefined ? undefined : Number(level) - 1;
}

function cellOf(table: { ordinal: number; row: number; column: number }): NonNullable<Paragraph['cell']> {
  return { table: table.ordinal, row: table.row, column: table.column };
}

import type { Paragraph } from '../manuscript/manuscript.ts';
import type { Tag } from '../xml/scan.ts';

/** Counts the cells of the tables around the place that a scanner has come to. */
export class CellCounter {
  readonly #tables: { readonly ordinal: number; row: number; column: number; span: number }[] = [];
  #count = 0;

  openTable(): void {
    this.#tables.push({ ordinal: this.#count++, row: -1, column: 0, span: 0 });
  }

  closeTable(): void {
    this.#tables.pop();
  }

  openRow(): void {
    const table = this.#tables.at(-1);
    if (table) Object.assign(table, { row: table.row + 1, column: 0, span: 0 });
  }

  openCell(tag: Tag): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    table.column += table.span;
    table.span = Math.min(Number(tag.get('table:number-columns-spanned') ?? 1) || 1, 1000);
  }

  /** The cell that a paragraph beginning here is in. */
  get cell(): Paragraph['cell'] {
    const table = this.#tables.at(-1);
    return table && { table: table.ordinal, row: Math.max(table.row, 0), column: table.column };
  }
}

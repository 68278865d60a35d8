import type { Paragraph, Tracked } from '../manuscript/manuscript.ts';
import type { Tag } from '../xml/scan.ts';
import { changeOf } from './changes.ts';
import { integer } from './vocabulary.ts';

interface Table {
  readonly ordinal: number;
  row: number;
  column: number;
  /** Grid columns that the cell takes. */
  span: number;
  rowChange: Tracked | undefined;
  cellChange: Tracked | undefined;
}

/** More columns than Word itself allows are a hostile figure. */
const widest = 63;

/** The tables around the place that a scanner has come to. */
export class TableStack {
  readonly #tables: Table[] = [];
  #count = 0;

  openTable(): void {
    const fresh = { row: -1, column: 0, span: 0, rowChange: undefined, cellChange: undefined };
    this.#tables.push({ ordinal: this.#count++, ...fresh });
  }

  closeTable(): void {
    this.#tables.pop();
  }

  openRow(): void {
    const table = this.#tables.at(-1);
    if (table)
      Object.assign(table, { row: table.row + 1, column: 0, span: 0, rowChange: undefined, cellChange: undefined });
  }

  openCell(): void {
    const table = this.#tables.at(-1);
    if (table) Object.assign(table, { column: table.column + table.span, span: 1, cellChange: undefined });
  }

  /** Takes what a row's or cell's properties say. True where the tag was one of them. */
  takeProperty(tag: Tag): boolean {
    const table = this.#tables.at(-1);
    switch (tag.name) {
      case 'w:gridBefore':
        if (table) table.span = Math.min(integer(tag, 'w:val') ?? 0, widest);
        return true;
      case 'w:gridSpan':
        if (table) table.span = Math.min(Math.max(integer(tag, 'w:val') ?? 1, 1), widest);
        return true;
      case 'w:cellIns':
        if (table) table.cellChange = { inserted: changeOf(tag) };
        return true;
      case 'w:cellDel':
        if (table) table.cellChange = { deleted: changeOf(tag) };
        return true;
      default:
        return false;
    }
  }

  changeRow(tracked: Tracked): void {
    const table = this.#tables.at(-1);
    if (table) table.rowChange = { ...table.rowChange, ...tracked };
  }

  /** The cell that a paragraph beginning here is in. */
  get cell(): Paragraph['cell'] {
    const table = this.#tables.at(-1);
    return table && { table: table.ordinal, row: Math.max(table.row, 0), column: table.column };
  }

  /** The tracked changes of all rows and cells around a paragraph that ends here. */
  get changes(): Tracked[] {
    const changes = this.#tables.flatMap(({ rowChange, cellChange }) => [rowChange, cellChange]);
    return changes.filter((change) => change !== undefined);
  }
}

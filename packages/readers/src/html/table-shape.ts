import type { Element, ElementContent } from 'hast';
import { enumeratorAt } from '../plain-text/enumerator.ts';

export interface TableCell {
  readonly element: Element;
  readonly row: number;
  readonly column: number;
}

export interface TableShape {
  /** Whether the table only places words on the page: its cells are then read as paragraphs. */
  readonly layout: boolean;
  readonly cells: readonly TableCell[];
}

/** More columns than any table has: what spans more is a mistake or an attack. */
const MOST_COLUMNS = 1000;

/** The cells of a table in reading order, in their columns, and whether the table is one of data. */
export function shapeOf(table: Element): TableShape {
  const rows = rowsOf(table);
  const cells: TableCell[] = [];
  /** For each column, how many rows are still taken by a cell from above. */
  const taken: number[] = [];
  let widest = 0;
  for (const [row, line] of rows.entries()) {
    let column = 0;
    for (const element of line.children) {
      if (!isCell(element)) continue;
      while ((taken[column] ?? 0) > 0) column++;
      cells.push({ element, row, column });
      const columns = Math.min(span(element, 'colSpan'), MOST_COLUMNS);
      for (let step = 0; step < columns; step++) taken[column + step] = span(element, 'rowSpan');
      column += columns;
    }
    widest = Math.max(widest, column);
    for (const [at, left] of taken.entries()) if (left > 0) taken[at] = left - 1;
  }
  return { layout: isLayout(table, rows.length, widest, cells), cells };
}

function isLayout(table: Element, rows: number, columns: number, cells: readonly TableCell[]): boolean {
  const { role } = table.properties;
  if (role === 'presentation' || role === 'none') return true;
  if (cells.some(({ element }) => element.tagName === 'th')) return false;
  if (rows < 2 || columns < 2) return true;
  if (cells.some(({ element }) => holds(element, 'table'))) return true;
  // Numbers in a column of their own are how word processors place the labels of clauses.
  return cells.every(({ element, column }) => column > 0 || isLabel(wordsOf(element).trim()));
}

function isLabel(words: string): boolean {
  if (words === '') return true;
  return enumeratorAt(words, 0, words.length)?.end === words.length;
}

function rowsOf(table: Element): Element[] {
  const rows: Element[] = [];
  for (const child of table.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'tr') rows.push(child);
    else if (child.tagName === 'tbody' || child.tagName === 'thead' || child.tagName === 'tfoot') {
      for (const row of child.children) if (row.type === 'element' && row.tagName === 'tr') rows.push(row);
    }
  }
  return rows;
}

function isCell(node: ElementContent): node is Element {
  return node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th');
}

function span(element: Element, name: 'colSpan' | 'rowSpan'): number {
  const value = Number(element.properties[name] ?? 1);
  return Number.isInteger(value) && value > 0 ? value : 1;
}

function holds(element: Element, tagName: string): boolean {
  return element.children.some(
    (child) => child.type === 'element' && (child.tagName === tagName || holds(child, tagName)),
  );
}

/** The words inside a node, as they are written. */
export function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(wordsOf).join('') : '';
}

import type { Archive, Row } from './archive.ts';
import { LEGEND, lookOf } from './cell.ts';
import { el, quoted, shown } from './elements.ts';
import { WORDS } from './words.ts';

/** Heights in CSS pixels, which the style sheet repeats. */
const ROW_HEIGHT = 24;
const OVERSCAN = 5;
const MOST_PRINTED = 500;

export interface HeatMapActions {
  /** Opens a document, at its evidence on a topic where one is named. */
  open(row: Row, topic?: string): void;
  sort(by: string): void;
}

interface DrawnRow {
  readonly element: HTMLElement;
  readonly head: HTMLElement;
  readonly title: Text;
  readonly year: Text;
  /** One for each topic of the archive, whether or not it is among those shown. */
  readonly cells: readonly HTMLElement[];
  readonly signs: readonly Text[];
  /** Which row of the list it shows, or -1. */
  at: number;
  /** The cells as they are drawn: what is the same need not be touched. */
  drawn: string;
}

/**
 * The heat map: an ARIA grid of which only the rows in sight exist. Scrolling fills the same elements with other rows, so the
 * number of documents does not matter. One cell at a time can be reached with Tab; arrow keys move it.
 */
export class HeatMap {
  readonly element: HTMLElement;
  private readonly archive: Archive;
  private readonly actions: HeatMapActions;
  private readonly scroller: HTMLElement;
  private readonly body: HTMLElement;
  private readonly note: HTMLElement;
  private readonly empty: HTMLElement;
  private readonly printed: HTMLElement;
  private readonly heads: HTMLElement;
  private headCells: readonly HTMLElement[] = [];
  private rows: readonly Row[] = [];
  private topics: readonly number[] = [];
  private drawn: DrawnRow[] = [];
  private sort = '';
  /** The active cell: row -1 is the row of headings, column 0 the document. */
  private active = { row: 0, column: 0 };

  constructor(archive: Archive, actions: HeatMapActions) {
    this.archive = archive;
    this.actions = actions;
    this.heads = el('div', { role: 'row', class: 'heads', 'aria-rowindex': 1 });
    this.body = el('div', { role: 'presentation', class: 'body' });
    this.empty = el('p', { class: 'empty', hidden: true }, WORDS.map.none);
    this.scroller = el(
      'div',
      { role: 'grid', class: 'grid', 'aria-label': WORDS.map.label, 'aria-describedby': 'grid-help', tabindex: -1 },
      this.heads,
      this.body,
    );
    this.note = el('p', { class: 'note', 'aria-hidden': 'true' }, WORDS.map.hint);
    this.printed = el('div', { class: 'printed' });
    this.element = el(
      'div',
      { class: 'heat-map' },
      el('p', { id: 'grid-help', class: 'spoken' }, WORDS.map.help),
      legend(),
      this.note,
      this.scroller,
      this.empty,
      this.printed,
    );
    this.listen();
  }

  /** Draws other documents or topics. The scroll stays where it was unless told. */
  show(rows: readonly Row[], topics: readonly number[], sort: string, fromTop: boolean): void {
    this.rows = rows;
    this.sort = sort;
    this.topics = topics;
    if (this.headCells.length === 0) this.drawHeads();
    const families = new Set(topics.map((at) => this.archive.topic(at).family));
    // Topics that are not shown are not drawn anew, which would take long, but hidden by the style sheet.
    this.scroller.dataset.family = families.size === 1 ? [...families][0] : 'all';
    this.scroller.style.setProperty('--topics', String(topics.length));
    this.markSort();
    this.scroller.setAttribute('aria-rowcount', String(rows.length + 1));
    this.scroller.setAttribute('aria-colcount', String(this.archive.head.topics.length + 1));
    this.body.style.height = `${rows.length * ROW_HEIGHT}px`;
    this.empty.hidden = rows.length > 0;
    if (fromTop) this.scroller.scrollTop = 0;
    this.active = {
      row: Math.min(Math.max(this.active.row, -1), rows.length - 1),
      column: Math.min(this.active.column, topics.length),
    };
    if (fromTop && this.active.row > 0) this.active.row = 0;
    for (const row of this.drawn) row.at = -1;
    this.draw();
  }

  /** Fills the rows in sight. Called again when the map comes into view, since nothing has a size before. */
  draw(): void {
    const { clientHeight, scrollTop } = this.scroller;
    const headHeight = this.heads.offsetHeight;
    const inSight = Math.ceil(Math.max(clientHeight - headHeight, 0) / ROW_HEIGHT) + 2 * OVERSCAN;
    const first = Math.max(0, Math.floor(scrollTop / ROW_HEIGHT) - OVERSCAN);
    while (this.drawn.length < inSight) this.drawn.push(this.createRow());
    const size = this.drawn.length;
    for (let at = first; at < first + size; at++) {
      const row = this.drawn[at % size] as DrawnRow;
      if (at < this.rows.length) this.fill(row, at);
      else {
        row.element.hidden = true;
        row.at = -1;
      }
    }
    this.markActive();
  }

  /** Builds a plain table for the printer, which has no use for rows that come and go. */
  print(): void {
    const rows = this.rows.slice(0, MOST_PRINTED);
    const heads = this.topics.map((at) => el('th', { scope: 'col' }, el('span', {}, this.archive.topic(at).title)));
    const lines = rows.map((row) => {
      const cells = this.topics.map((at) => {
        const look = lookOf(row.cells.charCodeAt(at));
        return el('td', { class: look.kind }, look.sign);
      });
      return el('tr', {}, el('th', { scope: 'row' }, quoted(row.title)), ...cells);
    });
    this.printed.replaceChildren(
      el('p', {}, WORDS.map.printed(rows.length, this.rows.length)),
      el(
        'table',
        {},
        el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, WORDS.map.document), ...heads)),
        el('tbody', {}, ...lines),
      ),
    );
  }

  printingEnded(): void {
    this.printed.replaceChildren();
  }

  private listen(): void {
    let waiting = false;
    this.scroller.addEventListener('scroll', () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        this.draw();
      });
    });
    new ResizeObserver(() => this.draw()).observe(this.scroller);
    this.scroller.addEventListener('keydown', (event) => this.onKey(event));
    this.scroller.addEventListener('click', (event) => {
      const place = this.placeOf(event.target);
      if (!place) return;
      this.active = place;
      this.act();
    });
    this.scroller.addEventListener('pointerover', (event) => this.tell(this.placeOf(event.target)));
    this.scroller.addEventListener('focusin', (event) => this.tell(this.placeOf(event.target)));
  }

  private drawHeads(): void {
    const cells = this.archive.head.topics.map(({ title, family }, at) =>
      el(
        'div',
        {
          role: 'columnheader',
          class: this.startsFamily(at) ? 'topic starts' : 'topic',
          'data-family': family,
          'aria-colindex': at + 2,
          'aria-label': WORDS.map.sortBy(title),
          title,
          tabindex: -1,
        },
        el('span', {}, title),
      ),
    );
    const document = el('div', { role: 'columnheader', class: 'document', 'aria-colindex': 1, tabindex: -1 });
    document.append(WORDS.map.document);
    this.headCells = [document, ...cells];
    this.heads.replaceChildren(...this.headCells);
  }

  private startsFamily(at: number): boolean {
    return at === 0 || this.archive.topic(at - 1).family !== this.archive.topic(at).family;
  }

  private markSort(): void {
    this.headCells.forEach((cell, at) => {
      const isSorted = at === 0 ? this.sort === 'title' : this.archive.topic(at - 1).id === this.sort;
      if (isSorted) cell.setAttribute('aria-sort', at === 0 ? 'ascending' : 'descending');
      else cell.removeAttribute('aria-sort');
    });
  }

  private createRow(): DrawnRow {
    const [title, year] = [new Text(), new Text()];
    const head = el(
      'div',
      { role: 'rowheader', class: 'document', 'aria-colindex': 1, tabindex: -1 },
      el('bdi', { dir: 'auto' }, title),
      el('span', { class: 'year' }, year),
    );
    const signs = this.archive.head.topics.map(() => new Text());
    const cells = this.archive.head.topics.map(({ family }, at) =>
      el(
        'div',
        {
          role: 'gridcell',
          'data-family': family,
          'aria-colindex': at + 2,
          tabindex: -1,
          'data-starts': this.startsFamily(at),
        },
        signs[at],
      ),
    );
    const element = el('div', { role: 'row', class: 'row', hidden: true }, head, ...cells);
    this.body.append(element);
    return { element, head, title, year, cells, signs, at: -1, drawn: '' };
  }

  private fill(drawn: DrawnRow, at: number): void {
    if (drawn.at === at) return;
    const row = this.rows[at] as Row;
    // Whoever stood on this element stays on the grid; the element becomes another row.
    if (drawn.at >= 0 && drawn.element.contains(document.activeElement)) this.scroller.focus({ preventScroll: true });
    drawn.at = at;
    drawn.element.hidden = false;
    drawn.element.style.transform = `translateY(${at * ROW_HEIGHT}px)`;
    drawn.element.setAttribute('aria-rowindex', String(at + 2));
    drawn.title.data = shown(row.title);
    drawn.year.data = row.year === 0 ? '' : String(row.year);
    drawn.head.title = shown([row.title, row.country, row.date].filter(Boolean).join(' · '));
    for (let topic = 0; topic < drawn.cells.length; topic++) {
      const code = row.cells.charCodeAt(topic);
      if (code === drawn.drawn.charCodeAt(topic)) continue;
      const look = lookOf(code);
      const cell = drawn.cells[topic] as HTMLElement;
      cell.className = look.kind;
      (drawn.signs[topic] as Text).data = look.sign;
      cell.setAttribute('aria-label', `${this.archive.topic(topic).title}: ${look.words}`);
    }
    drawn.drawn = row.cells;
  }

  private cellAt({ row, column }: { readonly row: number; readonly column: number }): HTMLElement | undefined {
    const topic = this.topics[column - 1];
    if (row < 0) return this.headCells[topic === undefined ? 0 : topic + 1];
    const drawn = this.drawn.find(({ at }) => at === row);
    return topic === undefined ? drawn?.head : drawn?.cells[topic];
  }

  private placeOf(target: EventTarget | null): { row: number; column: number } | undefined {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[aria-colindex]') : null;
    if (!cell) return undefined;
    const index = Number(cell.getAttribute('aria-colindex'));
    const column = index === 1 ? 0 : this.topics.indexOf(index - 2) + 1;
    const row = Number(cell.parentElement?.getAttribute('aria-rowindex')) - 2;
    return { row, column };
  }

  /** Lets Tab reach the active cell, or the grid where the cell is out of sight. */
  private markActive(): void {
    for (const cell of this.scroller.querySelectorAll('[tabindex="0"]')) cell.setAttribute('tabindex', '-1');
    const cell = this.cellAt(this.active);
    if (cell) cell.setAttribute('tabindex', '0');
    this.scroller.setAttribute('tabindex', cell ? '-1' : '0');
  }

  private onKey(event: KeyboardEvent): void {
    const { row, column } = this.active;
    const page = Math.max(1, Math.floor((this.scroller.clientHeight - this.heads.offsetHeight) / ROW_HEIGHT) - 1);
    const [lastRow, lastColumn] = [this.rows.length - 1, this.topics.length];
    const ends = event.ctrlKey || event.metaKey;
    const onward = isRightToLeft() ? -1 : 1;
    const moves: Readonly<Record<string, readonly [row: number, column: number]>> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - onward],
      ArrowRight: [row, column + onward],
      PageUp: [Math.max(0, row - page), column],
      PageDown: [row + page, column],
      Home: [ends ? 0 : row, 0],
      End: [ends ? lastRow : row, lastColumn],
    };
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      this.active = {
        row: Math.min(Math.max(move[0], -1), lastRow),
        column: Math.min(Math.max(move[1], 0), lastColumn),
      };
      this.reveal();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.act();
    }
  }

  /** Scrolls the active cell into sight, below the headings and beside the titles, and focuses it. */
  private reveal(): void {
    const { row, column } = this.active;
    const { scroller } = this;
    if (row >= 0) {
      const room = scroller.clientHeight - this.heads.offsetHeight;
      const top = row * ROW_HEIGHT;
      if (top < scroller.scrollTop) scroller.scrollTop = top;
      else if (top + ROW_HEIGHT > scroller.scrollTop + room) scroller.scrollTop = top + ROW_HEIGHT - room;
    }
    this.draw();
    const cell = this.cellAt(this.active);
    const titles = this.headCells[0]?.offsetWidth ?? 0;
    if (cell && column > 0) {
      const [box, all] = [cell.getBoundingClientRect(), scroller.getBoundingClientRect()];
      const [left, right] = isRightToLeft()
        ? [all.right - scroller.clientWidth, all.right - titles]
        : [all.left + titles, all.left + scroller.clientWidth];
      if (box.left < left) scroller.scrollLeft -= left - box.left;
      else if (box.right > right) scroller.scrollLeft += box.right - right;
    }
    cell?.focus({ preventScroll: true });
  }

  private act(): void {
    const { row, column } = this.active;
    const topic = column === 0 ? undefined : this.archive.topic(this.topics[column - 1] as number).id;
    if (row < 0) this.actions.sort(topic ?? 'title');
    else if (this.rows[row]) this.actions.open(this.rows[row] as Row, topic);
  }

  private tell(place: { readonly row: number; readonly column: number } | undefined): void {
    const row = place && this.rows[place.row];
    if (!row || place.column === 0) {
      this.note.replaceChildren(row ? quoted(row.title) : WORDS.map.hint);
      return;
    }
    const topic = this.topics[place.column - 1] as number;
    const look = lookOf(row.cells.charCodeAt(topic));
    this.note.replaceChildren(
      quoted(row.title),
      ` · ${this.archive.topic(topic).title}: `,
      el('strong', {}, look.words),
    );
  }
}

function isRightToLeft(): boolean {
  return document.documentElement.dir === 'rtl';
}

function legend(): HTMLElement {
  return el(
    'ul',
    { class: 'legend', 'aria-label': WORDS.map.legend },
    ...LEGEND.map(([sign, kind, words]) =>
      el('li', {}, el('span', { class: `swatch ${kind}`, 'aria-hidden': 'true' }, sign), words),
    ),
  );
}

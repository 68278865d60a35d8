import { Archive, type Row } from './archive.ts';
import { coverageView } from './coverage-view.ts';
import { DocumentView } from './document-view.ts';
import { el, quoted } from './elements.ts';
import { FilterBar } from './filter-bar.ts';
import { findingsView } from './findings-view.ts';
import { HeatMap } from './heat-map.ts';
import { addressOf, type Filter, filtered, type State, stateOf, type View } from './state.ts';
import { topicsView } from './topics-view.ts';
import { WORDS } from './words.ts';

/** The report page: views of one archive, of which the address says which is shown. */
class ReportPage {
  private readonly archive: Archive;
  private readonly root: HTMLElement;
  private readonly heatMap: HeatMap;
  private readonly filterBar: FilterBar;
  private readonly navigation: HTMLElement;
  private readonly heading = el('h2', { id: 'view', tabindex: -1 });
  private readonly content = el('div', { class: 'content' });
  private readonly count = el('p', { class: 'count', role: 'status' });
  private readonly live = el('p', { class: 'spoken', 'aria-live': 'polite' });
  private state: State = stateOf('');
  private rows: readonly Row[] = [];
  private documentView: { readonly at: number; readonly view: DocumentView } | undefined;

  constructor(archive: Archive, root: HTMLElement) {
    this.archive = archive;
    this.root = root;
    this.heatMap = new HeatMap(archive, {
      open: (row, topic) => this.go({ ...this.state, view: 'document', document: row.at, focus: topic ?? '' }),
      sort: (by) => this.setFilter({ ...this.state.filter, sort: this.state.filter.sort === by ? '' : by }),
    });
    this.filterBar = new FilterBar(archive, (filter) => this.setFilter(filter));
    this.navigation = el('nav', { 'aria-label': WORDS.navigation });
    this.build();
    addEventListener('hashchange', () => this.show(stateOf(location.hash)));
    addEventListener('beforeprint', () => this.heatMap.print());
    addEventListener('afterprint', () => this.heatMap.printingEnded());
    this.state = stateOf(location.hash);
    this.filterBar.fill(this.state.filter);
    this.rows = filtered(archive, this.state.filter);
    this.draw(true);
  }

  private build(): void {
    const { head } = this.archive;
    const rows = this.archive.rows.length + this.archive.unreadable.length;
    const remarks = [
      head.documents > rows && WORDS.notShown(head.documents - rows),
      head.redacted && WORDS.redacted,
      head.withoutDetails > 0 && WORDS.detailsLeftOut(head.withoutDetails),
      !head.redacted &&
        head.withoutText > head.withoutDetails &&
        WORDS.textsLeftOut(head.withoutText - head.withoutDetails),
    ];
    const skip = el('a', { class: 'skip', href: '#view' }, WORDS.skip);
    skip.addEventListener('click', (event) => {
      event.preventDefault();
      this.heading.focus();
    });
    this.root.replaceChildren(
      skip,
      el(
        'header',
        {},
        el('h1', {}, quoted(WORDS.title(head.name))),
        ...remarks.filter((remark) => remark !== false).map((remark) => el('p', { class: 'remark' }, remark)),
        this.navigation,
      ),
      el('main', {}, this.filterBar.element, this.count, this.heading, this.content),
      this.live,
      el('footer', {}, el('p', {}, WORDS.footer(head.tool.version, head.tool.rules))),
    );
  }

  /** Goes somewhere by the page's address, so that the way back works. */
  private go(state: State): void {
    const address = addressOf(state);
    if (address === location.hash) this.show(state);
    else location.hash = address;
  }

  private setFilter(filter: Filter): void {
    const view = this.state.view === 'document' ? 'map' : this.state.view;
    this.state = { ...this.state, view, filter };
    history.replaceState(null, '', addressOf(this.state));
    this.filterBar.fill(filter);
    this.rows = filtered(this.archive, filter);
    this.draw(true);
  }

  private show(state: State): void {
    const before = this.state;
    this.state = state;
    if (addressOf({ ...state, view: 'map', focus: '' }) !== addressOf({ ...before, view: 'map', focus: '' })) {
      this.filterBar.fill(state.filter);
      this.rows = filtered(this.archive, state.filter);
    }
    const isOther = state.view !== before.view || state.document !== before.document;
    if (isOther || state.view !== 'document') this.draw(false);
    else this.documentView?.view.show(state.focus);
    if (isOther && (state.view !== 'document' || state.focus === '')) {
      scrollTo(0, 0);
      this.heading.focus({ preventScroll: true });
    }
  }

  private draw(fromTop: boolean): void {
    const { archive, rows, state } = this;
    const { view, filter, focus } = state;
    this.drawNavigation();
    this.count.textContent = WORDS.shown(rows.length, archive.rows.length);
    this.root.dataset.view = view;
    if (view !== 'document') this.setHeading(WORDS.views[view]);
    switch (view) {
      case 'map':
        if (!this.content.contains(this.heatMap.element)) this.content.replaceChildren(this.heatMap.element);
        this.heatMap.show(rows, archive.topicsOf(filter.family), filter.sort, fromTop);
        break;
      case 'coverage':
        this.content.replaceChildren(
          coverageView(archive, rows, filter.family, focus, (topic) => this.refocus(topic, 'coverage-topic')),
        );
        break;
      case 'topics':
        this.content.replaceChildren(
          topicsView(archive, rows, filter.family, (topic) =>
            this.go({ ...state, view: 'map', focus: '', filter: { ...filter, topic, level: '', sort: topic } }),
          ),
        );
        break;
      case 'findings':
        this.content.replaceChildren(
          findingsView(
            archive,
            rows,
            focus,
            (rule) => this.refocus(rule, 'chosen-rule'),
            (row, own) => addressOf({ ...state, view: 'document', document: row.at, focus: own }),
          ),
        );
        break;
      case 'unreadable':
        this.content.replaceChildren(this.unreadable());
        break;
      case 'document':
        void this.drawDocument();
    }
  }

  /** Looks at another topic or rule within the view, and leaves the keyboard where it was used. */
  private refocus(focus: string, id: string): void {
    this.state = { ...this.state, focus };
    history.replaceState(null, '', addressOf(this.state));
    this.draw(false);
    document.getElementById(id)?.focus();
  }

  private async drawDocument(): Promise<void> {
    const { state } = this;
    const row = this.archive.document(state.document);
    if (!row) {
      this.setHeading(WORDS.views.document);
      this.content.replaceChildren(el('p', {}, WORDS.document.noSuch));
      return;
    }
    this.setHeading(row.title);
    if (this.documentView?.at !== row.at) {
      this.content.replaceChildren(el('p', {}, WORDS.document.loading));
      const view = await DocumentView.open(this.archive, row, {
        addressOf: (focus) => addressOf({ ...this.state, view: 'document', document: row.at, focus }),
        announce: (words) => {
          this.live.textContent = words;
        },
      });
      this.documentView = { at: row.at, view };
    }
    // Meanwhile something else may have been asked for.
    if (this.state.view !== 'document' || this.state.document !== row.at) return;
    this.content.replaceChildren(this.neighbours(row), this.documentView.view.element);
    this.documentView.view.show(this.state.focus);
  }

  /** The way back, and to the documents before and after in the list as it is filtered and sorted. */
  private neighbours(row: Row): HTMLElement {
    const at = this.rows.findIndex((one) => one.at === row.at);
    const link = (to: Row | undefined, label: string) =>
      to && el('a', { href: addressOf({ ...this.state, document: to.at, focus: '' }) }, label);
    return el(
      'p',
      { class: 'neighbours' },
      el('a', { href: addressOf({ ...this.state, view: 'map', focus: '' }) }, WORDS.document.back),
      at > 0 && link(this.rows[at - 1], WORDS.document.previous),
      at >= 0 && link(this.rows[at + 1], WORDS.document.next),
    );
  }

  private unreadable(): HTMLElement {
    const rows = this.archive.unreadable.map(({ title, reason }) =>
      el('tr', {}, el('th', { scope: 'row' }, quoted(title)), el('td', { class: 'words' }, quoted(reason))),
    );
    const heads = [WORDS.unreadable.document, WORDS.unreadable.reason];
    return el(
      'div',
      {},
      el('p', {}, WORDS.unreadable.intro),
      el(
        'table',
        { class: 'figures' },
        el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
        el('tbody', {}, ...rows),
      ),
    );
  }

  private setHeading(title: string): void {
    this.heading.replaceChildren(quoted(title));
    document.title = WORDS.windowTitle(title, this.archive.head.name);
  }

  private drawNavigation(): void {
    const views: View[] = ['map', 'coverage', 'topics', 'findings'];
    if (this.archive.unreadable.length > 0) views.push('unreadable');
    const { state } = this;
    this.navigation.replaceChildren(
      ...views.map((view) => {
        const label =
          view === 'unreadable'
            ? `${WORDS.views[view]} (${WORDS.number(this.archive.unreadable.length)})`
            : WORDS.views[view];
        const isCurrent = view === state.view && 'page';
        return el('a', { href: addressOf({ ...state, view, focus: '' }), 'aria-current': isCurrent }, label);
      }),
    );
  }
}

const root = document.getElementById('page') as HTMLElement;
root.textContent = WORDS.loading;
Archive.open().then(
  (archive) => new ReportPage(archive, root),
  (error: Error) => {
    root.textContent = WORDS.broken(error.message);
  },
);

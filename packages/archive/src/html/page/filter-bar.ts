import type { Archive, Row } from './archive.ts';
import { el, onClick, option, shown } from './elements.ts';
import { type Filter, NO_FILTER, UNKNOWN } from './state.ts';
import { WORDS } from './words.ts';

/** The controls that choose documents, topics and order. They apply to every view. */
export class FilterBar {
  readonly element: HTMLElement;
  private readonly controls = new Map<keyof Filter, HTMLInputElement | HTMLSelectElement>();
  private readonly change: (filter: Filter) => void;

  constructor(archive: Archive, change: (filter: Filter) => void) {
    this.change = change;
    const { rows, head } = archive;
    const years = rows.map(({ year }) => year).filter((year) => year > 0);
    const { filter } = WORDS;
    const reset = onClick(el('button', { type: 'button' }, filter.reset), () => {
      this.fill(NO_FILTER);
      this.change(NO_FILTER);
    });
    const topics = Object.keys(WORDS.families).map((family) =>
      el(
        'optgroup',
        { label: WORDS.families[family as keyof typeof WORDS.families] },
        ...head.topics.filter((topic) => topic.family === family).map(({ id, title }) => option(id, title, false)),
      ),
    );
    const byTopic = topics.map((group) => group.cloneNode(true));
    const yearBounds = { min: minimum(years), max: maximum(years), inputmode: 'numeric', size: 5 };
    this.element = el(
      'form',
      { class: 'filter', role: 'search', 'aria-label': filter.heading },
      this.field('text', filter.text, el('input', { type: 'search', autocomplete: 'off', spellcheck: 'false' })),
      this.field(
        'family',
        filter.family,
        this.choice(
          filter.allFamilies,
          Object.entries(WORDS.families).map(([id, title]) => [id, title]),
        ),
      ),
      this.field('type', filter.type, this.choice(filter.all, typesOf(rows))),
      this.values('country', filter.country, rows),
      this.values('region', filter.region, rows),
      this.values('language', filter.language, rows),
      years.length > 0 && this.field('from', filter.from, el('input', { type: 'number', ...yearBounds })),
      years.length > 0 && this.field('to', filter.to, el('input', { type: 'number', ...yearBounds })),
      this.field('topic', filter.topic, el('select', {}, option('', filter.anyTopic, true), ...topics)),
      this.field(
        'level',
        filter.level,
        el(
          'select',
          {},
          ...[1, 2, 3].map((level) => option(level === 1 ? '' : String(level), WORDS.levels[level] as string, false)),
        ),
      ),
      this.field(
        'sort',
        filter.sort,
        el(
          'select',
          {},
          option('', WORDS.sorts.order, true),
          ...(['title', 'newest', 'oldest', 'most', 'fewest'] as const).map((by) => option(by, WORDS.sorts[by], false)),
          ...byTopic,
        ),
      ),
      reset,
    );
    this.element.addEventListener('submit', (event) => event.preventDefault());
    this.element.addEventListener('input', () => this.change(this.read()));
  }

  /** Lets the controls show a filter that came from elsewhere. */
  fill(filter: Filter): void {
    for (const [name, control] of this.controls) if (control.value !== filter[name]) control.value = filter[name];
  }

  private read(): Filter {
    return { ...NO_FILTER, ...Object.fromEntries([...this.controls].map(([name, { value }]) => [name, value])) };
  }

  private field(name: keyof Filter, label: string, control: HTMLInputElement | HTMLSelectElement): HTMLElement {
    control.name = name;
    this.controls.set(name, control);
    return el('label', { class: `field ${name}` }, el('span', {}, label), control);
  }

  private choice(all: string, values: readonly (readonly [value: string, label: string])[]): HTMLSelectElement {
    return el('select', {}, option('', all, true), ...values.map(([value, label]) => option(value, label, false)));
  }

  /** A choice among the values that documents have; none where the archive says nothing. */
  private values(
    name: 'country' | 'region' | 'language',
    label: string,
    rows: readonly Row[],
  ): HTMLElement | undefined {
    const values = [...new Set(rows.map((row) => row[name]))].sort(WORDS.compare);
    if (values.every((value) => value === '')) return undefined;
    const labelled = values.map((value) =>
      value === ''
        ? ([UNKNOWN, WORDS.filter.unknown] as const)
        : ([value, name === 'language' ? WORDS.languageName(value) : shown(value)] as const),
    );
    return this.field(name, label, this.choice(WORDS.filter.all, labelled));
  }
}

function typesOf(rows: readonly Row[]): readonly (readonly [string, string])[] {
  const present = new Set(rows.map(({ type }) => type));
  return Object.entries(WORDS.types).filter(([id]) => present.has(id));
}

function minimum(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}

function maximum(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

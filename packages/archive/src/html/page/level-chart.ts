import { axisBottom, axisLeft } from 'd3-axis';
import { scaleBand, scaleLinear } from 'd3-scale';
import { type Selection, select } from 'd3-selection';
import { el, shown, spoken } from './elements.ts';
import { WORDS } from './words.ts';

/** How a group of documents treats what is looked at: how many times each level, weakest first. */
export interface LevelBar {
  readonly label: string;
  readonly documents: number;
  readonly counts: readonly number[];
}

/** The levels from the axis outwards: what binds stands on the ground, what is not found ends the bar. */
const STACK = [3, 2, 1, 0] as const;
const WIDTH = 960;
const COLUMN_CHART_HEIGHT = 280;
const BAR_HEIGHT = 26;

type Drawing = Selection<SVGSVGElement, undefined, null, undefined>;

/**
 * A chart of levels by group, with the same figures as a table below it. Bars stand for years and lie for everything that has
 * a name.
 */
export function levelChart(
  title: string,
  bars: readonly LevelBar[],
  kind: 'standing' | 'lying',
  nothing: string,
): HTMLElement {
  if (bars.length === 0) return el('figure', {}, el('figcaption', {}, title), el('p', {}, nothing));
  const svg = kind === 'standing' ? standing(bars) : lying(bars);
  svg.attr('role', 'img').attr('aria-label', WORDS.coverage.summary(title, bars.length));
  return el('figure', {}, el('figcaption', {}, title), svg.node() as unknown as HTMLElement, table(title, bars, kind));
}

function create(height: number): Drawing {
  return select<SVGSVGElement, undefined>(document.createElementNS('http://www.w3.org/2000/svg', 'svg')).attr(
    'viewBox',
    `0 0 ${WIDTH} ${height}`,
  );
}

/** Each level of each bar with where it begins and ends, as shares of the whole bar. */
function stretches(bars: readonly LevelBar[]) {
  return bars.flatMap((bar) => {
    const all = bar.counts.reduce((sum, count) => sum + count, 0) || 1;
    let from = 0;
    return STACK.map((level) => {
      const share = (bar.counts[level] as number) / all;
      const stretch = { bar, level, from, to: from + share, share };
      from += share;
      return stretch;
    });
  });
}

function standing(bars: readonly LevelBar[]): Drawing {
  const margin = { top: 22, right: 8, bottom: 28, left: 48 };
  const x = scaleBand(
    bars.map(({ label }) => label),
    [margin.left, WIDTH - margin.right],
  ).padding(0.12);
  const y = scaleLinear([0, 1], [COLUMN_CHART_HEIGHT - margin.bottom, margin.top]);
  const svg = create(COLUMN_CHART_HEIGHT);
  const every = Math.ceil(bars.length / 16);
  svg
    .append('g')
    .attr('class', 'axis')
    .attr('transform', `translate(0 ${COLUMN_CHART_HEIGHT - margin.bottom})`)
    .call(
      axisBottom(x)
        .tickValues(x.domain().filter((_, at) => at % every === 0))
        .tickSizeOuter(0),
    );
  svg
    .append('g')
    .attr('class', 'axis')
    .attr('transform', `translate(${margin.left} 0)`)
    .call(axisLeft(y).ticks(5, '%'));
  svg
    .append('g')
    .selectAll('rect')
    .data(stretches(bars))
    .join('rect')
    .attr('class', ({ level }) => `level-${level}`)
    .attr('x', ({ bar }) => x(bar.label) as number)
    .attr('width', x.bandwidth())
    .attr('y', ({ to }) => y(to))
    .attr('height', ({ from, to }) => y(from) - y(to))
    .append('title')
    .text(tip);
  if (x.bandwidth() > 18) {
    svg
      .append('g')
      .attr('class', 'numbers')
      .selectAll('text')
      .data(bars)
      .join('text')
      .attr('x', ({ label }) => (x(label) as number) + x.bandwidth() / 2)
      .attr('y', margin.top - 7)
      .text(({ documents }) => documents);
  }
  return svg;
}

function lying(bars: readonly LevelBar[]): Drawing {
  const margin = { top: 6, right: 180, bottom: 28, left: 200 };
  const height = margin.top + bars.length * BAR_HEIGHT + margin.bottom;
  const x = scaleLinear([0, 1], [margin.left, WIDTH - margin.right]);
  const y = scaleBand(
    bars.map(({ label }) => label),
    [margin.top, height - margin.bottom],
  ).padding(0.22);
  const svg = create(height);
  svg
    .append('g')
    .attr('class', 'axis')
    .attr('transform', `translate(0 ${height - margin.bottom})`)
    .call(axisBottom(x).ticks(5, '%'));
  svg
    .append('g')
    .attr('class', 'names')
    .selectAll('text')
    .data(bars)
    .join('text')
    .attr('x', margin.left - 10)
    .attr('y', ({ label }) => (y(label) as number) + y.bandwidth() / 2)
    .text(({ label }) => cut(shown(label)));
  svg
    .append('g')
    .selectAll('rect')
    .data(stretches(bars))
    .join('rect')
    .attr('class', ({ level }) => `level-${level}`)
    .attr('y', ({ bar }) => y(bar.label) as number)
    .attr('height', y.bandwidth())
    .attr('x', ({ from }) => x(from))
    .attr('width', ({ from, to }) => x(to) - x(from))
    .append('title')
    .text(tip);
  svg
    .append('g')
    .attr('class', 'sums')
    .selectAll('text')
    .data(bars)
    .join('text')
    .attr('x', WIDTH - margin.right + 10)
    .attr('y', ({ label }) => (y(label) as number) + y.bandwidth() / 2)
    .text(({ documents, counts }) => `${percent(counts, 3)} · ${WORDS.documents(documents)}`);
  return svg;
}

/** The legend of all charts. */
export function chartLegend(): HTMLElement {
  return el(
    'ul',
    { class: 'legend', 'aria-label': WORDS.map.legend },
    ...STACK.map((level) =>
      el('li', {}, el('span', { class: `swatch level-${level}`, 'aria-hidden': 'true' }), WORDS.levels[level]),
    ),
  );
}

function table(title: string, bars: readonly LevelBar[], kind: 'standing' | 'lying'): HTMLElement {
  const heads = [kind === 'standing' ? WORDS.coverage.year : WORDS.coverage.group, WORDS.coverage.documents];
  const rows = bars.map(({ label, documents, counts }) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, el('bdi', { dir: 'auto' }, shown(label))),
      el('td', {}, WORDS.number(documents)),
      ...STACK.map((level) => el('td', {}, percent(counts, level))),
    ),
  );
  return el(
    'details',
    {},
    el('summary', {}, WORDS.coverage.table, spoken(`: ${title}`)),
    el(
      'table',
      { class: 'figures' },
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          ...[...heads, ...STACK.map((level) => WORDS.levels[level] as string)].map((head) =>
            el('th', { scope: 'col' }, head),
          ),
        ),
      ),
      el('tbody', {}, ...rows),
    ),
  );
}

function tip({ bar, level }: { readonly bar: LevelBar; readonly level: number }): string {
  return `${shown(bar.label)} · ${WORDS.levels[level]}: ${percent(bar.counts, level)} · ${WORDS.documents(bar.documents)}`;
}

function percent(counts: readonly number[], level: number): string {
  const all = counts.reduce((sum, count) => sum + count, 0) || 1;
  return `${Math.round((100 * (counts[level] as number)) / all)} %`;
}

function cut(label: string): string {
  return label.length > 32 ? `${label.slice(0, 31)}…` : label;
}

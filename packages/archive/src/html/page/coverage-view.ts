import type { Archive, Row } from './archive.ts';
import { el, option } from './elements.ts';
import { chartLegend, type LevelBar, levelChart } from './level-chart.ts';
import { WORDS } from './words.ts';

const MOST_COUNTRIES = 20;

/** Coverage over time and by kinds of documents, for one topic or for all topics of the families shown. */
export function coverageView(
  archive: Archive,
  rows: readonly Row[],
  family: string,
  chosen: string,
  choose: (topic: string) => void,
): HTMLElement {
  const inFamily = archive.topicsOf(family);
  const one = archive.head.topics.findIndex(({ id }) => id === chosen);
  const topics = one < 0 ? inFamily : [one];
  const bars = (groupOf: (row: Row) => string) => levelBars(rows, topics, groupOf);
  const years = bars(({ year }) => (year === 0 ? '' : String(year))).toSorted((a, b) => a.label.localeCompare(b.label));
  const byCount = (groupOf: (row: Row) => string) =>
    bars(groupOf).toSorted((a, b) => b.documents - a.documents || (a.label < b.label ? -1 : 1));
  const regions = byCount(({ region }) => region);
  const countries = byCount(({ country }) => country).slice(0, MOST_COUNTRIES);
  const languages = byCount(({ language }) => language).map((bar) => ({
    ...bar,
    label: WORDS.languageName(bar.label),
  }));
  const select = el(
    'select',
    { id: 'coverage-topic' },
    option(
      '',
      family === '' ? WORDS.filter.allFamilies : WORDS.families[family as keyof typeof WORDS.families],
      one < 0,
    ),
    ...inFamily.map((at) => option(archive.topic(at).id, archive.topic(at).title, at === one)),
  );
  select.addEventListener('change', () => choose(select.value));
  const { coverage } = WORDS;
  const type = (id: string) => WORDS.types[id as keyof typeof WORDS.types] ?? id;
  const types = byCount(({ type }) => type).map((bar) => ({ ...bar, label: type(bar.label) }));
  return el(
    'div',
    { class: 'charts' },
    el('p', { class: 'choose' }, el('label', { for: 'coverage-topic' }, coverage.over), ' ', select),
    el('p', {}, coverage.explained(one >= 0)),
    chartLegend(),
    levelChart(coverage.time, allYears(years), 'standing', coverage.noYears),
    levelChart(coverage.type, types, 'lying', coverage.noGroups),
    levelChart(coverage.region, regions, 'lying', coverage.noGroups),
    levelChart(coverage.country, countries, 'lying', coverage.noGroups),
    languages.length > 1 && levelChart(coverage.language, languages, 'lying', coverage.noGroups),
  );
}

/** Documents whose group is empty are left out: the archive says nothing on them. */
function levelBars(rows: readonly Row[], topics: readonly number[], groupOf: (row: Row) => string): LevelBar[] {
  const groups = new Map<string, { documents: number; counts: number[] }>();
  for (const row of rows) {
    const label = groupOf(row);
    if (label === '') continue;
    let group = groups.get(label);
    if (!group) {
      group = { documents: 0, counts: [0, 0, 0, 0] };
      groups.set(label, group);
    }
    group.documents++;
    for (const topic of topics) (group.counts[row.levels[topic] as number] as number)++;
  }
  return [...groups].map(([label, group]) => ({ label, ...group }));
}

/** Years without a document have a place of their own, so that time runs evenly. */
function allYears(bars: readonly LevelBar[]): readonly LevelBar[] {
  const first = Number(bars[0]?.label ?? 0);
  const last = Number(bars.at(-1)?.label ?? -1);
  const known = new Map(bars.map((bar) => [bar.label, bar]));
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const label = String(first + at);
    return known.get(label) ?? { label, documents: 0, counts: [0, 0, 0, 0] };
  });
}

import { PAGE_LEVELS } from '../page-data.ts';
import type { Archive, Row } from './archive.ts';
import { el, onClick, spoken } from './elements.ts';
import { WORDS } from './words.ts';

/** Topics by how rarely anybody is bound to them. */
export function topicsView(
  archive: Archive,
  rows: readonly Row[],
  family: string,
  show: (topic: string) => void,
): HTMLElement {
  const counts = archive.topicsOf(family).map((at) => {
    const levels = PAGE_LEVELS.map(() => 0);
    for (const row of rows) (levels[row.levels[at] as number] as number)++;
    return { at, levels };
  });
  counts.sort((a, b) => (a.levels[3] as number) - (b.levels[3] as number) || a.at - b.at);
  const all = rows.length || 1;
  const lines = counts.map(({ at, levels }) => {
    const topic = archive.topic(at);
    const bar = el('span', { class: 'bar', 'aria-hidden': 'true' });
    for (const level of [3, 2, 1]) {
      const part = el('span', { class: `level-${level}` });
      part.style.width = `${(100 * (levels[level] as number)) / all}%`;
      bar.append(part);
    }
    const button = onClick(
      el('button', { type: 'button', class: 'link', 'aria-label': WORDS.topics.show(topic.title) }, topic.title),
      () => show(topic.id),
    );
    return el(
      'tr',
      {},
      el('th', { scope: 'row' }, button),
      el('td', { class: 'words' }, WORDS.families[topic.family]),
      el('td', { class: 'share' }, bar, `${((100 * (levels[3] as number)) / all).toFixed(1)} %`),
      ...[3, 2, 1, 0].map((level) => el('td', {}, WORDS.number(levels[level] as number))),
    );
  });
  const heads = [WORDS.topics.topic, WORDS.topics.family, WORDS.topics.share];
  return el(
    'div',
    {},
    el('p', {}, WORDS.topics.intro),
    el(
      'table',
      { class: 'figures topics' },
      el('caption', {}, spoken(WORDS.views.topics)),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          ...heads.map((head) => el('th', { scope: 'col' }, head)),
          ...[3, 2, 1, 0].map((level) => el('th', { scope: 'col' }, WORDS.levels[level])),
        ),
      ),
      el('tbody', {}, ...lines),
    ),
  );
}

import { PAGE_SEVERITIES, type PageRule } from '../page-data.ts';
import type { Archive, Row, RowFinding } from './archive.ts';
import { el, onClick, quoted, spoken } from './elements.ts';
import { WORDS } from './words.ts';

const PER_PAGE = 100;

interface Place {
  readonly row: Row;
  readonly finding: RowFinding;
  /** The finding's place among those of its document. */
  readonly at: number;
}

/** Findings of the documents in sight: counted by rule, and those of one rule as a list. */
export function findingsView(
  archive: Archive,
  rows: readonly Row[],
  chosen: string,
  choose: (rule: string) => void,
  addressOf: (row: Row, focus: string) => string,
): HTMLElement {
  const byRule = new Map<number, Place[]>();
  for (const row of rows)
    row.findings.forEach((finding, at) => {
      const list = byRule.get(finding.rule);
      if (list) list.push({ row, finding, at });
      else byRule.set(finding.rule, [{ row, finding, at }]);
    });
  if (byRule.size === 0) return el('p', {}, WORDS.findings.none);
  const rules = [...byRule].map(([rule, places]) => ({
    rule: archive.head.rules[rule] as PageRule,
    number: rule,
    places,
    documents: new Set(places.map(({ row }) => row.at)).size,
  }));
  rules.sort((a, b) => b.documents - a.documents || a.number - b.number);
  const lines = rules.map(({ rule, places, documents }) => {
    const button = onClick(
      el('button', { type: 'button', class: 'link', 'aria-pressed': String(rule.id === chosen) }, rule.title),
      () => choose(rule.id),
    );
    return el(
      'tr',
      rule.id === chosen ? { class: 'chosen' } : {},
      el('th', { scope: 'row' }, button, el('span', { class: 'id' }, rule.id)),
      el('td', {}, WORDS.number(documents)),
      ...PAGE_SEVERITIES.map((_, severity) =>
        el('td', {}, WORDS.number(places.filter(({ finding }) => finding.severity === severity).length)),
      ).reverse(),
    );
  });
  const table = el(
    'table',
    { class: 'figures rules' },
    el('caption', {}, spoken(WORDS.views.findings)),
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        ...[WORDS.findings.rule, WORDS.findings.documents, ...WORDS.severityHeads.toReversed()].map((head) =>
          el('th', { scope: 'col' }, head),
        ),
      ),
    ),
    el('tbody', {}, ...lines),
  );
  const own = rules.find(({ rule }) => rule.id === chosen);
  return el(
    'div',
    { class: 'findings' },
    el('p', {}, WORDS.findings.intro),
    own && new FindingList(archive, own.rule, own.places, addressOf).element,
    table,
  );
}

/** The findings of one rule, a hundred at a time. What they say is unpacked for those in sight only. */
class FindingList {
  readonly element: HTMLElement;
  private readonly archive: Archive;
  private readonly places: readonly Place[];
  private readonly addressOf: (row: Row, focus: string) => string;
  private readonly list = el('ol', { class: 'list' });
  private readonly range = el('p', { class: 'range', 'aria-live': 'polite' });
  private readonly previous: HTMLButtonElement;
  private readonly next: HTMLButtonElement;
  private from = 0;

  constructor(
    archive: Archive,
    rule: PageRule,
    places: readonly Place[],
    addressOf: (row: Row, focus: string) => string,
  ) {
    this.archive = archive;
    this.places = places.toSorted((a, b) => b.finding.severity - a.finding.severity);
    this.addressOf = addressOf;
    this.previous = onClick(el('button', { type: 'button' }, WORDS.findings.previous), () => this.turn(-PER_PAGE));
    this.next = onClick(el('button', { type: 'button' }, WORDS.findings.next), () => this.turn(PER_PAGE));
    this.element = el(
      'section',
      { class: 'chosen-rule' },
      el('h3', { id: 'chosen-rule', tabindex: -1 }, WORDS.findings.listOf(rule.title)),
      rule.authority.length > 0 && el('p', { class: 'soft' }, rule.authority.join('; ')),
      this.range,
      this.list,
      el('p', { class: 'pager' }, this.previous, ' ', this.next),
    );
    this.turn(0);
  }

  private turn(by: number): void {
    this.from = Math.max(0, this.from + by);
    const places = this.places.slice(this.from, this.from + PER_PAGE);
    const all = this.places.length;
    this.range.textContent = WORDS.findings.range(this.from + 1, this.from + places.length, all);
    this.list.start = this.from + 1;
    this.previous.disabled = this.from === 0;
    this.next.disabled = this.from + PER_PAGE >= all;
    this.list.replaceChildren(...places.map((place) => this.line(place)));
  }

  private line({ row, finding, at }: Place): HTMLElement {
    const message = el('span', { class: 'message' });
    void this.archive.details(row).then((details) => {
      const words = details?.findings[at]?.[5];
      message.replaceChildren(words === undefined ? WORDS.findings.missing : quoted(words));
    });
    return el(
      'li',
      { class: `severity-${finding.severity}` },
      el('span', { class: 'severity' }, WORDS.severities[finding.severity]),
      el('a', { href: this.addressOf(row, `finding-${at}`) }, quoted(row.title)),
      finding.clause !== '' && el('span', { class: 'cite' }, quoted(WORDS.cite(finding.clause))),
      message,
    );
  }
}

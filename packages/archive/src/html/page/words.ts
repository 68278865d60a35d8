import { archiveMessagesIn, cite, numeral, row } from '@poclint/messages/archive';
import { PAGE_LEVELS, PAGE_SEVERITIES, PAGE_STATUSES } from '../page-data.ts';

/** Every sentence that the report page says, in the language that its document element names. */
const LOCALE = document.documentElement.lang;
const said = archiveMessagesIn(LOCALE);

type Group = Readonly<Record<string, () => string>>;
type Said<Members extends Group> = { readonly [Key in keyof Members]: string };

/** The messages of a group that take no words, as strings. */
function strings<Members extends Group>(group: Members): Said<Members> {
  return Object.fromEntries(Object.entries(group).map(([key, say]) => [key, say()])) as Said<Members>;
}

const {
  title,
  windowTitle,
  footer,
  broken,
  documents,
  shown,
  notShown,
  textsLeftOut,
  detailsLeftOut,
  noScript: _,
  ...page
} = said.page;
const { sortBy, printed, ...map } = said.map;
const { explained, explainedForAll, summary, ...chart } = said.chart;
const { show, ...topics } = said.topics;
const { listOf, range, ...findings } = said.findings;
const { notFound, evidence, toClause, accepted, jumped, ...whole } = said.document;

export const WORDS = {
  ...strings(page),
  title: (name: string) => title({ name }),
  windowTitle: (view: string, name: string) => windowTitle({ view, name }),
  footer: (version: string, rules: string) => footer({ version, rules }),
  broken: (reason: string) => broken({ reason }),
  documents: (count: number) => documents({ count }),
  shown: (some: number, all: number) => (some === all ? documents({ count: all }) : shown({ shown: some, all })),
  notShown: (count: number) => notShown({ count }),
  textsLeftOut: (count: number) => textsLeftOut({ count }),
  detailsLeftOut: (count: number) => detailsLeftOut({ count }),

  views: strings(said.view),
  filter: strings(said.filter),
  sorts: strings(said.sort),
  families: strings(said.family),
  types: strings(said.type),
  meta: strings(said.meta) as Readonly<Record<string, string>>,
  levels: PAGE_LEVELS.map((level) => said.level[level]()),
  levelExplained: PAGE_LEVELS.map((level) => said.treatment[level]()),
  /** By the place in `PAGE_LOCATIONS`; of the operative part nothing is said. */
  locations: ['', said.location.preamble(), said.location.annex()],
  inBrackets: said.location.brackets(),
  statuses: PAGE_STATUSES.map((status) => said.status[status]()),
  severities: PAGE_SEVERITIES.map((severity) => said.severity[severity]()),
  severityHeads: PAGE_SEVERITIES.map((severity) => said.severities[severity]()),

  map: {
    ...strings(map),
    sortBy: (topic: string) => sortBy({ topic }),
    printed: (some: number, all: number) => (some < all ? printed({ printed: some, all }) : ''),
  },
  coverage: {
    ...strings(chart),
    explained: (isOne: boolean) => (isOne ? explained() : explainedForAll()),
    summary: (of: string, bars: number) => summary({ title: of, bars }),
  },
  topics: { ...strings(topics), show: (topic: string) => show({ topic }) },
  findings: {
    ...strings(findings),
    listOf: (rule: string) => listOf({ title: rule }),
    range: (from: number, to: number, all: number) => range({ from, to, all }),
  },
  unreadable: strings(said.unreadable),
  document: {
    ...strings(whole),
    notFound: (count: number) => notFound({ count }),
    evidence: (number: number, of: string) => evidence({ number, topics: of }),
    toClause: (clause: string) => toClause({ clause }),
    accepted: (reason: string) => accepted({ reason }),
    jumped: (clause: string) => jumped({ clause }),
  },

  /** A citation of the report as it is written in the page's language. */
  cite: (clause: string): string => cite(clause, LOCALE),
  number: (value: number): string => numeral(value, LOCALE),
  row: (parts: readonly string[]): string => row(parts, LOCALE),
  compare: new Intl.Collator(LOCALE).compare,
  languageName: (tag: string): string => {
    try {
      return new Intl.DisplayNames([LOCALE], { type: 'language' }).of(tag) ?? tag;
    } catch {
      return tag;
    }
  },
} as const;

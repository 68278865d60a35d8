import type { AgreementType, Family } from '@poclint/core';

/** Every sentence that the report page says, in one place so that it can be said in another language. */

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export const WORDS = {
  language: 'en',
  title: (name: string) => `Protection in ${name}`,
  pageTitle: (view: string, name: string) => `${view} · ${name}`,
  footer: (version: string, rules: string) =>
    `poclint ${version}, rules ${rules}. It says what was found and not found in texts; it is no legal advice and ranks nobody. This page loads nothing and sends nothing.`,
  loading: 'Opening the archive …',
  broken: (reason: string) => `This page cannot be shown: ${reason} Use a browser of 2023 or later.`,
  skip: 'Go to the content',
  views: {
    map: 'Heat map',
    coverage: 'Coverage',
    topics: 'Rarest protections',
    findings: 'Findings',
    unreadable: 'Not readable',
    document: 'Document',
  },
  navigation: 'Views',
  documents: (count: number) => counted(count, 'document', 'documents'),
  shown: (shown: number, all: number) =>
    shown === all
      ? `${counted(all, 'document', 'documents')}`
      : `${shown.toLocaleString('en')} of ${counted(all, 'document', 'documents')}`,
  notShown: (count: number) =>
    `${counted(count, 'document is', 'documents are')} not in this page, which holds no more rows; the tables beside it hold them all.`,
  textsLeftOut: (count: number) =>
    `The texts of ${counted(count, 'document', 'documents')} are left out because the page would grow too large; their quotes are here, and the tables beside it.`,
  detailsLeftOut: (count: number) =>
    `${counted(count, 'document has', 'documents have')} a row only because the page would grow too large; the tables beside it hold the evidence.`,
  redacted: 'Texts and quotations are left out of this page.',

  filter: {
    heading: 'Filter',
    text: 'Title, country or id',
    family: 'Topics',
    allFamilies: 'All topics',
    type: 'Agreement type',
    country: 'Country',
    region: 'Region',
    language: 'Language',
    from: 'From year',
    to: 'To year',
    topic: 'Says something on',
    anyTopic: 'Any topic',
    level: 'At least',
    all: 'All',
    unknown: 'Not stated',
    reset: 'Clear filters',
    sort: 'Sort by',
  },
  sorts: {
    order: 'Order of the archive',
    title: 'Title',
    newest: 'Newest first',
    oldest: 'Oldest first',
    most: 'Most topics binding',
    fewest: 'Fewest topics binding',
  },

  families: {
    poc: 'Protection of civilians',
    groups: 'Protection of groups',
    sgbv: 'Sexual violence',
  } satisfies Record<Family, string>,
  types: {
    ceasefire: 'Ceasefire',
    'pre-negotiation': 'Pre-negotiation',
    framework: 'Framework',
    comprehensive: 'Comprehensive',
    implementation: 'Implementation',
    local: 'Local',
    humanitarian: 'Humanitarian',
  } satisfies Record<AgreementType, string>,
  /** What the archive says of a document, by the name under which it says it. */
  meta: {
    country: 'Country',
    region: 'Region',
    date: 'Date',
    year: 'Year',
    stage: 'Stage',
    type: 'Type',
    parties: 'Parties',
    language: 'Language',
  } as Readonly<Record<string, string>>,
  languageName: (tag: string): string => {
    try {
      return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
    } catch {
      return tag;
    }
  },
  levels: ['Not found', 'Mentioned', 'Urged', 'Binding'],
  levelExplained: ['not found', 'only mentioned', 'urged or aimed at', 'binding'],
  locations: ['', 'in the preamble', 'in an annex'],
  inBrackets: 'only while brackets or tracked changes stand',
  statuses: ['agreed', 'in brackets', 'tracked insertion'],
  severities: ['note', 'warning', 'error'],
  severityHeads: ['Notes', 'Warnings', 'Errors'],

  map: {
    label: 'Documents and topics',
    document: 'Document',
    help: 'Arrow keys move, Enter opens the document or sorts by the topic, Page Up and Page Down scroll, Home and End go to the ends of a row.',
    hint: 'Point at a cell, or move to it with the arrow keys.',
    legend: 'Legend',
    none: 'No document passes the filters.',
    sortBy: (topic: string) => `${topic}. Sort by this topic`,
    bracketed: 'Falls with the brackets',
    preamble: 'Only in the preamble',
    printed: (printed: number, all: number) =>
      printed < all
        ? `The first ${printed.toLocaleString('en')} of ${counted(all, 'document', 'documents')} are printed. Filter to print others.`
        : '',
  },

  coverage: {
    over: 'Shown for',
    time: 'By year',
    type: 'By agreement type',
    region: 'By region',
    country: 'By country (the 20 with most documents)',
    language: 'By language',
    explained: (whole: boolean) =>
      whole
        ? 'Each bar is all documents of its group, by how they treat the topic.'
        : 'Each bar is all documents of its group times all topics shown, by how the documents treat the topics.',
    table: 'The same as a table',
    year: 'Year',
    group: 'Group',
    documents: 'Documents',
    noYears: 'The archive does not say when the documents were made.',
    noGroups: 'The archive does not say this of its documents.',
    summary: (title: string, bars: number) =>
      `${title}: ${counted(bars, 'bar', 'bars')}. The table below has the figures.`,
  },

  topics: {
    intro: 'Topics by the share of documents that bind somebody to them, rarest first.',
    topic: 'Topic',
    family: 'Family',
    share: 'Binding, share',
    show: (topic: string) => `Show the documents that say something on: ${topic}`,
  },

  findings: {
    intro: 'What was found or not found, by rule. Choose a rule to list its findings.',
    rule: 'Rule',
    documents: 'Documents',
    listOf: (title: string) => `Findings: ${title}`,
    range: (from: number, to: number, all: number) =>
      `${from.toLocaleString('en')} to ${to.toLocaleString('en')} of ${counted(all, 'finding', 'findings')}`,
    previous: 'Previous 100',
    next: 'Next 100',
    none: 'No finding passes the filters.',
    missing: 'Its details are not in this page.',
    whole: 'whole text',
  },

  unreadable: {
    intro: 'These documents could not be read. They count nowhere else.',
    document: 'Document',
    reason: 'Reason',
  },

  document: {
    back: 'Back to the archive',
    previous: 'Previous document',
    next: 'Next document',
    about: 'About',
    id: 'Id',
    type: 'Agreement type (as reviewed)',
    language: 'Language (as reviewed)',
    coverage: 'Evidence by topic',
    notFound: (count: number) => `Not found: ${counted(count, 'topic', 'topics')}`,
    findings: 'Findings',
    noFindings: 'There are no findings.',
    text: 'Text',
    noText: 'The text is not in this page.',
    noDetails: 'The details of this document are not in this page.',
    highlight: 'Mark',
    allTopics: 'All topics',
    evidence: (number: number, topics: string) => `Evidence ${number}: ${topics}`,
    toClause: (clause: string) => `Show ${clause} in the text`,
    model: 'A model clause',
    authority: 'Authority',
    accepted: (reason: string) => `Left standing deliberately: ${reason}`,
    belongs: 'where such a clause would belong',
    notices: 'Notices',
    loading: 'Opening the document …',
    jumped: (clause: string) => `Shown in the text: ${clause}`,
    noSuch: 'There is no such document in this page.',
  },
} as const;

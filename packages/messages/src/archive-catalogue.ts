// Made by tools/messages from the catalogue; change that and run "pnpm messages".

/** What the tool says, in one language. */
export interface ArchiveCatalogue {
  readonly page: {
    title: (words: { readonly name: string }) => string;
    windowTitle: (words: { readonly name: string; readonly view: string }) => string;
    footer: (words: { readonly rules: string; readonly version: string }) => string;
    loading: () => string;
    broken: (words: { readonly reason: string }) => string;
    noScript: () => string;
    skip: () => string;
    navigation: () => string;
    documents: (words: { readonly count: number }) => string;
    shown: (words: { readonly all: number; readonly shown: number }) => string;
    notShown: (words: { readonly count: number }) => string;
    textsLeftOut: (words: { readonly count: number }) => string;
    detailsLeftOut: (words: { readonly count: number }) => string;
    redacted: () => string;
  };
  readonly view: {
    map: () => string;
    coverage: () => string;
    topics: () => string;
    findings: () => string;
    unreadable: () => string;
    document: () => string;
  };
  readonly filter: {
    heading: () => string;
    text: () => string;
    family: () => string;
    allFamilies: () => string;
    type: () => string;
    country: () => string;
    region: () => string;
    language: () => string;
    from: () => string;
    to: () => string;
    topic: () => string;
    anyTopic: () => string;
    level: () => string;
    all: () => string;
    unknown: () => string;
    reset: () => string;
    sort: () => string;
  };
  readonly sort: {
    order: () => string;
    title: () => string;
    newest: () => string;
    oldest: () => string;
    most: () => string;
    fewest: () => string;
  };
  readonly family: {
    poc: () => string;
    groups: () => string;
    sgbv: () => string;
  };
  readonly type: {
    ceasefire: () => string;
    'pre-negotiation': () => string;
    framework: () => string;
    comprehensive: () => string;
    implementation: () => string;
    local: () => string;
    humanitarian: () => string;
  };
  readonly meta: {
    country: () => string;
    region: () => string;
    date: () => string;
    year: () => string;
    stage: () => string;
    type: () => string;
    process: () => string;
    parties: () => string;
    language: () => string;
  };
  readonly level: {
    absent: () => string;
    mention: () => string;
    hortatory: () => string;
    operative: () => string;
  };
  readonly treatment: {
    absent: () => string;
    mention: () => string;
    hortatory: () => string;
    operative: () => string;
  };
  readonly location: {
    preamble: () => string;
    annex: () => string;
    brackets: () => string;
  };
  readonly status: {
    agreed: () => string;
    bracketed: () => string;
    inserted: () => string;
  };
  readonly severity: {
    info: () => string;
    warning: () => string;
    error: () => string;
  };
  readonly severities: {
    info: () => string;
    warning: () => string;
    error: () => string;
  };
  readonly map: {
    label: () => string;
    document: () => string;
    help: () => string;
    hint: () => string;
    legend: () => string;
    none: () => string;
    sortBy: (words: { readonly topic: string }) => string;
    bracketed: () => string;
    preamble: () => string;
    printed: (words: { readonly all: number; readonly printed: number }) => string;
  };
  readonly chart: {
    over: () => string;
    time: () => string;
    type: () => string;
    region: () => string;
    country: () => string;
    language: () => string;
    explained: () => string;
    explainedForAll: () => string;
    table: () => string;
    year: () => string;
    group: () => string;
    documents: () => string;
    noYears: () => string;
    noGroups: () => string;
    summary: (words: { readonly bars: number; readonly title: string }) => string;
  };
  readonly topics: {
    intro: () => string;
    topic: () => string;
    family: () => string;
    share: () => string;
    show: (words: { readonly topic: string }) => string;
  };
  readonly findings: {
    intro: () => string;
    rule: () => string;
    documents: () => string;
    listOf: (words: { readonly title: string }) => string;
    range: (words: { readonly all: number; readonly from: number; readonly to: number }) => string;
    previous: () => string;
    next: () => string;
    none: () => string;
    missing: () => string;
    whole: () => string;
  };
  readonly unreadable: {
    intro: () => string;
    document: () => string;
    reason: () => string;
  };
  readonly document: {
    back: () => string;
    previous: () => string;
    next: () => string;
    about: () => string;
    id: () => string;
    type: () => string;
    language: () => string;
    coverage: () => string;
    notFound: (words: { readonly count: number }) => string;
    findings: () => string;
    noFindings: () => string;
    text: () => string;
    noText: () => string;
    noDetails: () => string;
    highlight: () => string;
    allTopics: () => string;
    evidence: (words: { readonly number: number; readonly topics: string }) => string;
    toClause: (words: { readonly clause: string }) => string;
    model: () => string;
    authority: () => string;
    accepted: (words: { readonly reason: string }) => string;
    belongs: () => string;
    notices: () => string;
    loading: () => string;
    jumped: (words: { readonly clause: string }) => string;
    noSuch: () => string;
  };
  readonly precedents: {
    title: (words: { readonly title: string }) => string;
    none: () => string;
    all: (words: { readonly found: number }) => string;
    best: (words: { readonly found: number; readonly shown: number }) => string;
    says: (words: { readonly slots: readonly string[] }) => string;
    saysNothing: () => string;
    alike: (words: { readonly percent: number }) => string;
    also: (words: { readonly clauses: readonly string[] }) => string;
    alsoMore: (words: { readonly clauses: readonly string[] }) => string;
  };
  readonly slot: {
    bearer: () => string;
    obligation: () => string;
    protected: () => string;
    act: () => string;
    mechanism: () => string;
    time: () => string;
    consequence: () => string;
  };
  readonly summary: {
    documents: (words: { readonly documents: number; readonly reviewed: number; readonly unreadable: number }) => string;
    unchanged: () => string;
    known: (words: { readonly known: number }) => string;
    written: (words: { readonly folder: string; readonly time: string }) => string;
  };
}

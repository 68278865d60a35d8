// Made by tools/messages from the catalogue; change that and run "pnpm messages".

/** What the tool says, in one language. */
export interface UsageCatalogue {
  readonly hint: {
    name: (words: { readonly name: string; readonly sentence: string }) => string;
  };
  readonly file: {
    report: (words: { readonly code: string; readonly path: string }) => string;
    copy: (words: { readonly code: string; readonly name: string }) => string;
    notAtHand: (words: { readonly name: string }) => string;
    neither: (words: { readonly name: string }) => string;
    exists: (words: { readonly name: string }) => string;
  };
  readonly draft: {
    because: (words: { readonly name: string; readonly reason: string }) => string;
    nameAny: () => string;
    nameOne: () => string;
    stdinFilename: () => string;
    recognised: (words: { readonly known: readonly string[]; readonly value: string }) => string;
    notRecognisable: (words: { readonly known: readonly string[]; readonly language: string }) => string;
  };
  readonly annotate: {
    nameDraftAndCopy: () => string;
    nameCopy: (words: { readonly name: string; readonly proposed: string }) => string;
    suggest: () => string;
    extension: (words: { readonly proposed: string }) => string;
    isFolder: (words: { readonly output: string; readonly proposed: string }) => string;
    isDraft: (words: { readonly output: string; readonly proposed: string }) => string;
  };
  readonly accept: {
    reason: () => string;
    already: (words: { readonly reason: string }) => string;
    severalFit: (words: { readonly choices: readonly string[]; readonly count: string; readonly mark: string; readonly name: string }) => string;
    choice: (words: { readonly clause: string; readonly fingerprint: string }) => string;
    choiceWholeText: (words: { readonly fingerprint: string }) => string;
    noFinding: (words: { readonly mark: string; readonly name: string }) => string;
    listed: (words: { readonly sentence: string }) => string;
  };
  readonly diff: {
    nameBoth: () => string;
    nameNew: () => string;
    oneFromInput: () => string;
    noWords: () => string;
    languages: (words: { readonly newName: string; readonly now: string; readonly old: string; readonly oldName: string }) => string;
    noTrackedChanges: (words: { readonly name: string }) => string;
  };
  readonly baseline: {
    unreadable: (words: { readonly code: string; readonly name: string }) => string;
    notJson: (words: { readonly name: string }) => string;
    otherVersion: (words: { readonly name: string; readonly schema: string }) => string;
  };
  readonly parity: {
    nameVersions: () => string;
    oneFromInput: () => string;
    sameLanguage: (words: { readonly language: string; readonly one: string; readonly other: string }) => string;
    oneVersion: (words: { readonly file: string; readonly name: string }) => string;
    manyVersions: (words: { readonly languages: readonly string[]; readonly name: string }) => string;
  };
  readonly rule: {
    none: (words: { readonly name: string }) => string;
    listed: (words: { readonly sentence: string }) => string;
    noneIn: (words: { readonly folder: string }) => string;
    noneNamed: (words: { readonly names: string }) => string;
    named: (words: { readonly name: string }) => string;
    or: (words: { readonly name: string; readonly names: string }) => string;
    noModel: (words: { readonly rule: string }) => string;
    noModelIn: (words: { readonly known: readonly string[]; readonly language: string; readonly rule: string }) => string;
    wording: (words: { readonly rule: string }) => string;
    noVocabulary: (words: { readonly known: readonly string[]; readonly language: string }) => string;
    cannotName: (words: { readonly id: string }) => string;
    catalogueCheck: () => string;
    noFolder: (words: { readonly folder: string }) => string;
    noConcept: (words: { readonly concept: string; readonly path: string }) => string;
    defineConcept: (words: { readonly sentence: string }) => string;
  };
  readonly completion: {
    none: (words: { readonly shell: string }) => string;
    choose: (words: { readonly sentence: string; readonly shells: readonly string[] }) => string;
  };
  readonly configuration: {
    exists: (words: { readonly name: string }) => string;
    none: (words: { readonly path: string }) => string;
    broken: (words: { readonly place: string; readonly reason: string }) => string;
    notLoaded: (words: { readonly path: string; readonly reason: string }) => string;
    typescript: (words: { readonly path: string }) => string;
    program: (words: { readonly path: string }) => string;
  };
  readonly profile: {
    none: (words: { readonly profile: string }) => string;
    known: (words: { readonly sentence: string; readonly types: readonly string[] }) => string;
    unreadable: (words: { readonly path: string }) => string;
  };
  readonly option: {
    wholeNumber: (words: { readonly option: string; readonly value: string }) => string;
    wholeNumberBetween: (words: { readonly least: string; readonly most: string; readonly option: string; readonly value: string }) => string;
    positive: (words: { readonly option: string; readonly value: string }) => string;
    shard: (words: { readonly value: string }) => string;
    codesFile: () => string;
  };
  readonly archive: {
    neitherKind: (words: { readonly name: string }) => string;
    none: (words: { readonly name: string }) => string;
    empty: (words: { readonly name: string }) => string;
    noColumn: (words: { readonly name: string; readonly option: string; readonly table: string }) => string;
    noTextColumn: (words: { readonly table: string }) => string;
    columns: (words: { readonly names: readonly string[]; readonly sentence: string }) => string;
    firstColumns: (words: { readonly more: string; readonly names: readonly string[]; readonly sentence: string }) => string;
    noJoin: (words: { readonly column: string; readonly file: string; readonly names: readonly string[] }) => string;
    zipTooLarge: (words: { readonly name: string; readonly size: string }) => string;
    zipNotReviewed: (words: { readonly name: string; readonly reason: string }) => string;
    tooMany: (words: { readonly most: string }) => string;
    noInput: () => string;
  };
  readonly folder: {
    isFile: (words: { readonly out: string }) => string;
    notWritable: (words: { readonly code: string; readonly out: string }) => string;
    noLongerWritable: (words: { readonly code: string; readonly out: string }) => string;
    diskFull: (words: { readonly out: string }) => string;
    notEmpty: (words: { readonly out: string }) => string;
    otherSchema: (words: { readonly here: string; readonly out: string; readonly schema: string }) => string;
    interrupted: (words: { readonly out: string }) => string;
    otherRules: (words: { readonly out: string; readonly rules: string; readonly version: string }) => string;
    otherOptions: (words: { readonly out: string }) => string;
    notFinished: (words: { readonly folder: string }) => string;
    damaged: (words: { readonly path: string }) => string;
    otherVersion: (words: { readonly folder: string; readonly here: string; readonly schema: string }) => string;
  };
  readonly merge: {
    nameParts: () => string;
    noPart: (words: { readonly folder: string }) => string;
    differ: (words: { readonly first: string; readonly folder: string }) => string;
    missing: (words: { readonly missing: readonly string[]; readonly total: string }) => string;
    twice: (words: { readonly part: string }) => string;
  };
  readonly queue: {
    notInstalled: () => string;
    noServer: (words: { readonly address: string }) => string;
    address: (words: { readonly address: string }) => string;
    givenBack: (words: { readonly reason: string }) => string;
  };
}

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { ReviewedDocument } from '@poclint/core';
import { messagesIn } from '@poclint/messages';
import { ACCEPTED_NAME, type Acceptance, type AcceptedFile, parseAccepted } from './accepted-file.ts';

/** All accepted.yaml files that a run meets, and which of their entries matched a finding. */
export class Acceptances {
  private readonly ruleIds: ReadonlySet<string>;
  private readonly locale: string | undefined;
  private readonly files = new Map<string, Promise<AcceptedFile | undefined>>();
  private readonly governing = new Set<AcceptedFile>();
  private readonly matched = new Set<Acceptance>();

  /** @param locale - The language of the sentences, BCP 47; English unless it is one of the tool's */
  constructor(ruleIds: ReadonlySet<string>, locale?: string) {
    this.ruleIds = ruleIds;
    this.locale = locale;
  }

  /** What is accepted in a draft: the entries in its own folder and beside its configuration. */
  async for(draft: string, configurationFolder: string | undefined): Promise<AcceptedInDraft> {
    const folders = new Set([...(configurationFolder ? [configurationFolder] : []), dirname(draft)]);
    const files = (await Promise.all([...folders].map((folder) => this.read(folder)))).filter(
      (file) => file !== undefined,
    );
    for (const file of files) this.governing.add(file);
    const entries = files.flatMap((file) =>
      file.entries.filter((entry) => entry.draft === undefined || entry.draft === nameIn(file, draft)),
    );
    return {
      reasons: new Map(entries.map((entry) => [entry.fingerprint, entry.reason])),
      settle: (report) => this.settle(report, entries, files, draft),
    };
  }

  /** Sentences on files and entries that cannot be used, each once. */
  get problems(): string[] {
    return [...this.governing].flatMap((file) => file.problems);
  }

  /** Sentences on entries for no draft in particular that no reviewed draft has a finding for. */
  get unmatched(): string[] {
    return [...this.governing].flatMap((file) =>
      file.entries
        .filter((entry) => entry.draft === undefined && !this.matched.has(entry))
        .map((entry) => unmatchedNotice(file, entry, this.locale)),
    );
  }

  private settle(
    report: ReviewedDocument,
    entries: readonly Acceptance[],
    files: readonly AcceptedFile[],
    draft: string,
  ): string[] {
    const found = new Set(report.findings.map((finding) => finding.fingerprint));
    for (const entry of entries) if (found.has(entry.fingerprint)) this.matched.add(entry);
    return files.flatMap((file) =>
      file.entries
        .filter((entry) => entry.draft === nameIn(file, draft) && !found.has(entry.fingerprint))
        .map((entry) => unmatchedNotice(file, entry, this.locale)),
    );
  }

  private read(folder: string): Promise<AcceptedFile | undefined> {
    const known = this.files.get(folder) ?? readAccepted(folder, this.ruleIds, this.locale);
    this.files.set(folder, known);
    return known;
  }
}

export interface AcceptedInDraft {
  /** Reasons by fingerprint. */
  readonly reasons: ReadonlyMap<string, string>;
  /** Notes which entries the review matched; gives a sentence for each entry for this draft that it did not. */
  settle(report: ReviewedDocument): string[];
}

function nameIn(file: AcceptedFile, draft: string): string {
  return relative(dirname(file.path), draft).split(sep).join('/');
}

function unmatchedNotice(file: AcceptedFile, entry: Acceptance, locale: string | undefined): string {
  const { line, rule, fingerprint } = entry;
  return messagesIn(locale).draft.acceptanceUnmatched({ file: file.path, line: String(line), rule, fingerprint });
}

/** Reads the accepted.yaml of a folder, or gives undefined where there is none. */
async function readAccepted(
  folder: string,
  ruleIds: ReadonlySet<string>,
  locale: string | undefined,
): Promise<AcceptedFile | undefined> {
  const path = join(folder, ACCEPTED_NAME);
  if (!existsSync(path)) return undefined;
  return parseAccepted(path, readFileSync(path, 'utf8'), ruleIds, locale);
}

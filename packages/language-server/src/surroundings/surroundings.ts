import type { AgreementType, ReadDraft, Reading, ReviewContext, ReviewedDocument, RuleLibrary } from '@poclint/core';
import type { Settings } from '@poclint/project/configuration/fields';
import type { Incorporated } from '@poclint/project/incorporation';
import type { PrecedentsByTopic } from '../service/precedents.ts';

/** What an editor's user may set, besides what a configuration file may state. */
export interface EditorSettings extends Settings {
  /** Folders of own rules, relative to the workspace. */
  readonly rules?: readonly string[];
  /** A folder that `poclint review` wrote, relative to the workspace: how its agreements worded a topic is offered. */
  readonly precedents?: string;
  /** Which texts are reviewed: those that look like agreements, all that are open, or none unless asked. */
  readonly review: 'agreements' | 'all' | 'none';
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
  /** Whether findings that were accepted are still shown, as hints. */
  readonly showAccepted: boolean;
  /** Whether drafts that are not open are reviewed too. */
  readonly workspaceDiagnostics: boolean;
  /** Texts longer than this are not judged, which is said. */
  readonly maxCharacters: number;
}

export const DEFAULT_SETTINGS: EditorSettings = {
  review: 'agreements',
  codeLens: true,
  inlayHints: false,
  showAccepted: false,
  workspaceDiagnostics: true,
  maxCharacters: 4_000_000,
};

/** What the user chose for one draft, for as long as it is open. It wins over everything. */
export interface Choice {
  readonly type?: AgreementType;
  readonly reading?: Reading;
  /** Review this text whatever it looks like. */
  readonly asked?: boolean;
}

/** Which agreements of an archive are looked at, and which of two good ones is the better. */
export interface ArchiveQuery {
  readonly language: string;
  readonly preferredType: AgreementType;
}

/** All that bears on the review of one draft besides its text. */
export interface Plan {
  readonly library: RuleLibrary;
  readonly context: ReviewContext;
  /** What the draft makes part of itself. */
  readonly others: readonly Incorporated[];
  readonly notices: readonly string[];
  /** Whether somebody said that drafts lie here: a configuration in force, a front matter, a choice. */
  readonly isStated: boolean;
  /** Notices on acceptances that the review did not meet. */
  unmatched(report: ReviewedDocument): readonly string[];
}

/** Something wrong with a configuration, a rule or an acceptance: one sentence, and the place in it where there is one. */
export interface Problem {
  readonly message: string;
  readonly uri?: string;
  /** Counted from 0. */
  readonly line?: number;
}

/** What lies around drafts: files where there is a file system, what the editor hands over where there is none. */
export interface Surroundings {
  plan(uri: string, draft: ReadDraft, settings: EditorSettings, choice: Choice): Promise<Plan>;
  /** Problems met since the last call, each once for as long as it lasts. */
  takeProblems(): readonly Problem[];
  /** Whether a change to that file bears on reviews. What was read is then read again. */
  changed(uris: readonly string[]): boolean;
  forget(): void;
  /** The name of a draft in reports. */
  nameOf(uri: string): string;
  /** The page of a rule, where it has one that an editor can open. */
  pageOf(rule: string): string | undefined;
  /**
   * By topic, how the agreements of the archive that is configured for a draft worded it, best first. Undefined where none
   * is configured or it cannot be read, which is a problem to tell.
   */
  precedents(uri: string, settings: EditorSettings, query: ArchiveQuery): Promise<PrecedentsByTopic | undefined>;
  readText(uri: string): Promise<string | undefined>;
  /** The drafts below the folders of the workspace, in the order of their names. */
  listDrafts(stopped: () => boolean): AsyncIterable<string>;
  readBytes(uri: string): Promise<Uint8Array>;
  /** Reads a draft of any format. Throws an UnreadableDraft where the bytes are none. */
  readDraft(name: string, bytes: Uint8Array): Promise<ReadDraft>;
}

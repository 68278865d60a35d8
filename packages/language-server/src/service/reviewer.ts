import type { ReadDraft, ReviewedDocument } from '@poclint/core';
import { reviewAnyLanguage } from '@poclint/project/foreign-draft';
import { withIncorporated } from '@poclint/project/incorporation';
import { OpenDraftReader } from '@poclint/readers/open-draft';
import { UnreadableDraft } from '@poclint/readers/unreadable-draft';
import type { Choice, EditorSettings, Plan, Surroundings } from '../surroundings/surroundings.ts';
import { looksLikeAgreement } from './agreement-likeness.ts';
import { DraftReview, type NoReview, type ReviewState } from './draft-review.ts';
import { sentenceOn } from './sentences.ts';
import type { Words } from './words.ts';

/** A text as an editor has it now. */
export interface OpenText {
  readonly uri: string;
  readonly version: number;
  readonly languageId: string;
  getText(): string;
}

/** One of several drafts to be compared. */
export interface DraftToCompare {
  readonly uri: string;
  readonly draft: ReadDraft;
  /** The language of the version, for a draft that holds several. */
  readonly language?: string;
}

interface Remembered {
  readonly reader: OpenDraftReader;
  choice: Choice;
  /** Counts changes to the choice. */
  chosen: number;
  /** What a Word or PDF file was read as; its text then stands in the editor for reading only. */
  readonly rendered?: ReadDraft;
  latest: { readonly key: string; readonly state: Promise<ReviewState> } | undefined;
}

/** Reviews open texts, each at most once for every version, and whatever happens to one leaves the others alone. */
export class Reviewer {
  settings: EditorSettings;
  private readonly surroundings: Surroundings;
  private readonly words: Words;
  private readonly remembered = new Map<string, Remembered>();
  /** Counts changes to what lies around the drafts. */
  private rounds = 0;

  constructor(surroundings: Surroundings, settings: EditorSettings, words: Words) {
    this.surroundings = surroundings;
    this.words = words;
    this.settings = settings;
  }

  /** Changes whenever anything around the drafts did. */
  get round(): number {
    return this.rounds;
  }

  /** The review of a text as it stands. Never throws: a failure is a state too. */
  review(document: OpenText): Promise<ReviewState> {
    const own = this.recall(document.uri);
    const key = `${document.version} ${this.rounds} ${own.chosen}`;
    if (own.latest?.key === key) return own.latest.state;
    const state = this.reviewText(document.uri, document.version, document.getText(), document.languageId, own);
    own.latest = { key, state };
    return state;
  }

  /** Equal for two reviews of one text exactly where nothing changed between them. */
  keyOf(state: ReviewState): string {
    return this.recall(state.uri).latest?.key ?? String(state.version);
  }

  /** Reviews a text that no editor has open, and keeps nothing of it. */
  async reviewOnce(uri: string, text: string): Promise<ReviewState> {
    const own: Remembered = { reader: new OpenDraftReader(), choice: {}, chosen: 0, latest: undefined };
    return this.reviewText(uri, 0, text, '', own);
  }

  async reviewDraft(uri: string, draft: ReadDraft): Promise<ReviewState> {
    return this.guarded(uri, 0, draft.accepted.text, () => this.judge(uri, 0, draft, { asked: true }));
  }

  /**
   * Reviews drafts that are to be compared: all by the rules that govern the last, for two sets of rules would make
   * differences of their own, and as drafts, for what is compared is under negotiation, closing formula or not.
   */
  async reviewTogether(drafts: readonly DraftToCompare[]): Promise<ReviewState[]> {
    const last = drafts.at(-1);
    if (!last) return [];
    const { library } = await this.planFor(last.uri, last.draft, { asked: true });
    const states: ReviewState[] = [];
    for (const { uri, draft, language } of drafts)
      states.push(
        await this.guarded(uri, 0, draft.accepted.text, async () => {
          const plan = await this.planFor(uri, draft, { asked: true });
          const context = { stage: 'draft' as const, ...plan.context, ...(language !== undefined && { language }) };
          return this.judgeBy({ ...plan, library, context }, uri, 0, draft, { asked: true });
        }),
      );
    return states;
  }

  /** Lets a read-only text stand for a file that was read. */
  render(uri: string, draft: ReadDraft): void {
    this.remembered.set(uri, {
      reader: new OpenDraftReader(),
      choice: { asked: true },
      chosen: 0,
      rendered: draft,
      latest: undefined,
    });
  }

  choiceFor(uri: string): Choice {
    return this.recall(uri).choice;
  }

  choose(uri: string, choice: Choice): void {
    const own = this.recall(uri);
    own.choice = choice;
    own.chosen++;
  }

  /** Everything is reviewed anew from here on. */
  renew(): void {
    this.rounds++;
    this.surroundings.forget();
  }

  forget(uri: string): void {
    this.remembered.delete(uri);
  }

  private recall(uri: string): Remembered {
    let own = this.remembered.get(uri);
    if (!own) {
      own = { reader: new OpenDraftReader(), choice: {}, chosen: 0, latest: undefined };
      this.remembered.set(uri, own);
    }
    return own;
  }

  private async reviewText(
    uri: string,
    version: number,
    text: string,
    languageId: string,
    own: Remembered,
  ): Promise<ReviewState> {
    const none = (status: NoReview['status'], reason: string): NoReview => ({ uri, version, text, status, reason });
    if (this.settings.review === 'none' && !own.choice.asked) return none('off', this.words.switchedOff);
    if (text.length > this.settings.maxCharacters)
      return none('unjudged', this.words.tooLong(text.length, this.settings.maxCharacters));
    return this.guarded(uri, version, text, async () => {
      const draft = own.rendered ?? (await this.read(uri, text, languageId, own));
      return this.judge(uri, version, draft, own.choice);
    });
  }

  /** A failure is a state too: one draft's never takes the others along. */
  private async guarded(
    uri: string,
    version: number,
    text: string,
    make: () => Promise<ReviewState>,
  ): Promise<ReviewState> {
    try {
      return await make();
    } catch (error) {
      const status = error instanceof UnreadableDraft ? 'other' : 'failed';
      return { uri, version, text, status, reason: sentenceOn(error, this.words.locale) };
    }
  }

  private planFor(uri: string, draft: ReadDraft, choice: Choice): Promise<Plan> {
    return this.surroundings.plan(uri, draft, this.settings, choice);
  }

  private read(uri: string, text: string, languageId: string, own: Remembered): Promise<ReadDraft> {
    const isUntitled = uri.startsWith('untitled:');
    const format = isUntitled && languageId === 'markdown' ? 'markdown' : undefined;
    return own.reader.read(this.surroundings.nameOf(uri), text, format);
  }

  private async judge(uri: string, version: number, draft: ReadDraft, choice: Choice): Promise<ReviewState> {
    return this.judgeBy(await this.planFor(uri, draft, choice), uri, version, draft, choice);
  }

  private async judgeBy(
    plan: Plan,
    uri: string,
    version: number,
    draft: ReadDraft,
    choice: Choice,
  ): Promise<ReviewState> {
    const { text } = draft.accepted;
    const none = (status: NoReview['status'], reason: string): NoReview => ({ uri, version, text, status, reason });
    const { report, details } = await reviewAnyLanguage(draft, plan.library, plan.context);
    const isWanted = plan.isStated || choice.asked || this.settings.review === 'all';
    if (report.status === 'unreadable' || !details)
      return none(isWanted ? 'unjudged' : 'other', report.status === 'unreadable' ? report.reason : '');
    if (!isWanted && !looksLikeAgreement(details)) return none('other', this.words.noAgreement);
    const complete: ReviewedDocument = {
      ...withIncorporated(report, plan.others, plan.context.locale),
      notices: [...report.notices, ...plan.notices, ...plan.unmatched(report)],
    };
    return new DraftReview(uri, version, complete, details);
  }
}

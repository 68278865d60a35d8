import { type Catalogue, messagesIn } from '@poclint/messages';
import type { Effect } from './comparison.ts';
import type { ChangeKind } from './loss.ts';

/** What a sentence on a change is made from. */
interface ChangeWording {
  readonly kind: ChangeKind;
  readonly effect: Effect;
  readonly titles: readonly string[];
  /** The words that were there, and those that are there now. */
  readonly old: readonly string[];
  readonly new: readonly string[];
  /** Where the clause stands now, for `place`. */
  readonly place?: string;
  /** Whether words on the subject are left at all. */
  readonly stays: boolean;
}

/** The sentence on a change, in a language of the tool. Neutral: it says what was found, never whose doing it is. */
export function sentenceOn(wording: ChangeWording, locale?: string): string {
  const { lost, gained } = messagesIn(locale);
  const isLoss = wording.effect === 'lost' || wording.effect === 'weakened';
  return isLoss ? LOST[wording.kind](lost, wording) : GAINED[wording.kind](gained, wording);
}

type Sentences<Group extends 'lost' | 'gained'> = Readonly<
  Record<ChangeKind, (messages: Catalogue[Group], wording: ChangeWording) => string>
>;

const LOST: Sentences<'lost'> = {
  topic: (messages, wording) => messages.topic(wording),
  clause: (messages, wording) =>
    wording.stays
      ? messages.clauseRemains(wording)
      : wording.old.length === 0
        ? messages.clauseGone(wording)
        : messages.clauseWords(wording),
  verb: (messages, wording) => (hasBoth(wording) ? messages.verbWords(wording) : messages.verb()),
  place: (messages, { place }) =>
    place === 'annex'
      ? messages.placeAnnex()
      : place === 'preamble'
        ? messages.placePreamble()
        : messages.placePrinciples(),
  brackets: (messages, wording) => (wording.new.length > 0 ? messages.bracketsWords(wording) : messages.brackets()),
  addressee: (messages, wording) =>
    wording.new.length > 0 && !areSame(wording)
      ? messages.addresseeWords(wording)
      : wording.old.length > 0
        ? messages.addresseeGone(wording)
        : messages.addressee(),
  bearer: (messages, wording) => (wording.old.length > 0 ? messages.bearerWords(wording) : messages.bearer()),
  deadline: (messages, wording) => (wording.old.length > 0 ? messages.deadlineWords(wording) : messages.deadline()),
  time: (messages, wording) => (wording.old.length > 0 ? messages.timeWords(wording) : messages.time()),
  mechanism: (messages, wording) => (wording.old.length > 0 ? messages.mechanismWords(wording) : messages.mechanism()),
  consequence: (messages, wording) =>
    wording.old.length > 0 ? messages.consequenceWords(wording) : messages.consequence(),
  qualifier: (messages, wording) => (wording.new.length > 0 ? messages.qualifierWords(wording) : messages.qualifier()),
  condition: (messages, wording) => (wording.new.length > 0 ? messages.conditionWords(wording) : messages.condition()),
  item: (messages, wording) => (wording.old.length === 0 ? messages.item(wording) : messages.itemWords(wording)),
};

const GAINED: Sentences<'gained'> = {
  topic: (messages, wording) => messages.topic(wording),
  clause: (messages, wording) => (wording.new.length === 0 ? messages.clause(wording) : messages.clauseWords(wording)),
  verb: (messages, wording) => (hasBoth(wording) ? messages.verbWords(wording) : messages.verb()),
  place: (messages) => messages.place(),
  brackets: (messages, wording) => (wording.old.length > 0 ? messages.bracketsWords(wording) : messages.brackets()),
  addressee: (messages, wording) =>
    wording.old.length > 0 && !areSame(wording)
      ? messages.addresseeWords(wording)
      : wording.new.length > 0
        ? messages.addresseeNew(wording)
        : messages.addressee(),
  bearer: (messages, wording) => (wording.new.length > 0 ? messages.bearerWords(wording) : messages.bearer()),
  deadline: (messages, wording) => (wording.new.length > 0 ? messages.deadlineWords(wording) : messages.deadline()),
  time: (messages, wording) => (wording.new.length > 0 ? messages.timeWords(wording) : messages.time()),
  mechanism: (messages, wording) => (wording.new.length > 0 ? messages.mechanismWords(wording) : messages.mechanism()),
  consequence: (messages, wording) =>
    wording.new.length > 0 ? messages.consequenceWords(wording) : messages.consequence(),
  qualifier: (messages, wording) => (wording.old.length > 0 ? messages.qualifierWords(wording) : messages.qualifier()),
  condition: (messages, wording) => (wording.old.length > 0 ? messages.conditionWords(wording) : messages.condition()),
  item: (messages, wording) => (wording.new.length === 0 ? messages.item(wording) : messages.itemWords(wording)),
};

function hasBoth({ old, new: now }: ChangeWording): boolean {
  return old.length > 0 && now.length > 0;
}

function areSame({ old, new: now }: ChangeWording): boolean {
  return old.length === now.length && old.every((words, at) => words === now[at]);
}

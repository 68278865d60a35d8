import type { Effect } from './comparison.ts';
import type { ChangeKind } from './loss.ts';

/** What a sentence on a change is made from. */
export interface ChangeWording {
  readonly kind: ChangeKind;
  readonly effect: Effect;
  readonly titles: readonly string[];
  /** The words that were there, and those that are there now. */
  readonly old: string;
  readonly new: string;
  /** Where the clause stands now, for `place`. */
  readonly place?: string;
  /** Whether words on the subject are left at all. */
  readonly stays: boolean;
}

/** The sentences of a comparison in one language of the tool. Neutral: they say what was found, never whose doing it is. */
export interface ChangeMessages {
  sentence(wording: ChangeWording): string;
}

/** A sentence with the words that it is about, where there are any. */
function sentence(statement: string, words: string): string {
  return words === '' ? `${statement}.` : `${statement}: ${words}.`;
}

const LOST: Readonly<Record<ChangeKind, (wording: ChangeWording) => string>> = {
  topic: ({ titles }) => `Covered in the previous draft, not found in this one: ${titles.join('; ')}.`,
  clause: ({ titles, old, stays }) =>
    stays
      ? `What remains of the clause says less on: ${titles.join('; ')}.`
      : old === ''
        ? `A clause was left out, and what remains says less on: ${titles.join('; ')}.`
        : `A clause was left out, and these words are not found in any other: ${old}.`,
  verb: ({ old, new: now }) =>
    old && now ? `The wording binds less: ${old} became ${now}.` : 'The wording binds less than before.',
  place: ({ place }) =>
    place === 'annex'
      ? 'Moved from the operative text to an annex.'
      : place === 'preamble'
        ? 'Moved to the preamble, where it binds nobody.'
        : 'Moved among aims and principles, where it binds nobody.',
  brackets: ({ new: now }) =>
    now ? `Not agreed any more, now in brackets: ${now}.` : 'Not agreed any more, now in brackets.',
  addressee: ({ old, new: now }) =>
    now && now !== old
      ? `Fewer are bound: ${old} became ${now}.`
      : old
        ? `Fewer are bound: ${old} not found any more.`
        : 'Fewer are bound than before.',
  bearer: ({ old }) =>
    old ? `Who has to act is not said any more: ${old} not found.` : 'Who has to act is not said any more.',
  deadline: ({ old, new: now }) =>
    old ? `More time is given: ${old} became ${now}.` : 'More time is given than before.',
  time: ({ old }) => sentence('A time is not found any more', old),
  mechanism: ({ old }) => sentence('Who watches or receives reports is not found any more', old),
  consequence: ({ old }) => sentence('What follows a breach is not found any more', old),
  qualifier: ({ new: now }) => sentence('The duty now depends on a condition that its bearer judges', now),
  condition: ({ new: now }) => sentence('The duty now has an exception, a condition or a reservation', now),
  item: ({ old, titles }) =>
    old === ''
      ? `A member of the list was left out, on: ${titles.join('; ')}.`
      : `Named before, not found in this clause any more: ${old}.`,
};

const GAINED: Readonly<Record<ChangeKind, (wording: ChangeWording) => string>> = {
  topic: ({ titles }) => `Newly covered: ${titles.join('; ')}.`,
  clause: ({ titles, new: now }) =>
    now === '' ? `A new clause says more on: ${titles.join('; ')}.` : `A new clause names what no other did: ${now}.`,
  verb: ({ old, new: now }) =>
    old && now ? `The wording binds more: ${old} became ${now}.` : 'The wording binds more than before.',
  place: () => 'Moved to a place where it binds more.',
  brackets: ({ old }) => (old ? `No longer in brackets: ${old}.` : 'No longer in brackets.'),
  addressee: ({ old, new: now }) =>
    old && now !== old
      ? `More are bound: ${old} became ${now}.`
      : now
        ? `More are bound: ${now}.`
        : 'More are bound than before.',
  bearer: ({ new: now }) => (now ? `Who has to act is now said: ${now}.` : 'Who has to act is now said.'),
  deadline: ({ old, new: now }) =>
    now ? `Less time is given: ${old} became ${now}.` : 'Less time is given than before.',
  time: ({ new: now }) => sentence('A time is now set', now),
  mechanism: ({ new: now }) => sentence('Who watches or receives reports is now said', now),
  consequence: ({ new: now }) => sentence('What follows a breach is now said', now),
  qualifier: ({ old }) => sentence('A condition that the bearer judges is gone', old),
  condition: ({ old }) => sentence('An exception, condition or reservation is gone', old),
  item: ({ new: now, titles }) =>
    now === '' ? `A member was added to the list, on: ${titles.join('; ')}.` : `Newly named in this clause: ${now}.`,
};

export const ENGLISH_CHANGES: ChangeMessages = {
  sentence: (wording) =>
    (wording.effect === 'lost' || wording.effect === 'weakened' ? LOST : GAINED)[wording.kind](wording),
};

import { type Catalogue, messagesIn } from '@poclint/messages';

/** What a reader throws for a file that it does not read. */
export type Unreadable = Error & { readonly reason: string };

export function isUnreadable(error: unknown): error is Unreadable {
  return error instanceof Error && error.name === 'UnreadableDraft';
}

/**
 * Why a file cannot be read, in one sentence: in English in the reader's own words, which are more exact than a translation
 * for each reason.
 *
 * @param locale - BCP 47; English unless it is one of the tool's
 */
export function unreadableSentence({ reason, message }: Unreadable, locale = 'en'): string {
  if (locale === 'en') return message;
  const { unreadable } = messagesIn(locale);
  return isKnown(reason, unreadable) ? unreadable[reason]() : message;
}

function isKnown(reason: string, unreadable: Catalogue['unreadable']): reason is keyof Catalogue['unreadable'] {
  return Object.hasOwn(unreadable, reason);
}

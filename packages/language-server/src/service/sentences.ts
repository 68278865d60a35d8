import { type Catalogue, messagesIn } from '@poclint/messages';

/**
 * Why something failed, in one sentence without a word of the draft: messages of unforeseen errors may quote it. What
 * reads drafts says it in English, more exactly than a translation for each of its reasons could.
 */
export function sentenceOn(error: unknown, locale: string): string {
  const { name, message, reason } = error as Error & { readonly reason?: unknown };
  if (name === 'UnreadableDraft') {
    const { unreadable } = messagesIn(locale);
    return locale !== 'en' && isKnown(reason, unreadable) ? unreadable[reason]() : message;
  }
  if (name === 'UsageError' || name === 'RuleFileError' || name === 'FileProblem') return message;
  return messagesIn(locale).draft.fault({ name: error instanceof Error ? name : 'unknown' });
}

function isKnown(reason: unknown, unreadable: Catalogue['unreadable']): reason is keyof Catalogue['unreadable'] {
  return typeof reason === 'string' && Object.hasOwn(unreadable, reason);
}

/** A file that cannot be read from here, as one sentence. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
}

import { messagesIn } from '@poclint/messages';
import { isUnreadable, unreadableSentence } from '@poclint/project/unreadable-sentence';

/**
 * Why something failed, in one sentence without a word of the draft: messages of unforeseen errors may quote it. What
 * configuration and rules get wrong is told apart, see `ProblemList`.
 */
export function sentenceOn(error: unknown, locale: string): string {
  if (isUnreadable(error)) return unreadableSentence(error, locale);
  const { name, message } = error as Error;
  if (name === 'RuleFileError' || name === 'FileProblem') return message;
  return messagesIn(locale).draft.fault({ name: error instanceof Error ? name : 'unknown' });
}

/** A file that cannot be read from here, as one sentence. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
}

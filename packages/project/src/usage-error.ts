import type { Locale } from '@poclint/messages';
import type { UsageCatalogue } from '@poclint/messages/usage';

/** What is wrong, given the words of a language and which that is. */
export type Complaint = (words: UsageCatalogue, locale: Locale) => string;

/**
 * A wrong use of the command: exit code 2. It says what is wrong in the words of whichever language it is printed in, see
 * `usageSentence`. Those words are not loaded before there is an error to print, so that `message` only names the message
 * and what goes into it: for stack traces, not for users.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly complaint: Complaint;

  constructor(complaint: Complaint) {
    super(complaint(NAMES, 'en'));
    this.complaint = complaint;
  }
}

/** One sentence for the user, in a language of the tool: English unless said. */
export async function usageSentence({ complaint }: UsageError, locale: Locale = 'en'): Promise<string> {
  const { usageMessagesIn } = await import('@poclint/messages/usage');
  return complaint(usageMessagesIn(locale), locale);
}

/** The name of the one that was probably meant, after a sentence; the sentence alone where none is near. */
export function withHint(sentence: string, name: string | undefined, { hint }: UsageCatalogue): string {
  return name === undefined ? sentence : hint.name({ sentence, name });
}

/** Stands in for a catalogue: each message is its name and what it is given. */
const NAMES = new Proxy({} as UsageCatalogue, {
  get: (_, group) =>
    new Proxy(
      {},
      {
        get: (_, key) => (words?: object) =>
          `${String(group)}.${String(key)}${words ? ` ${JSON.stringify(words)}` : ''}`,
      },
    ),
});

import { UsageError, usageSentence } from '@poclint/project/usage-error';

/** What the user is told in English of something that fails because it was asked for wrongly. */
export async function complaintOf(failing: Promise<unknown>): Promise<string> {
  const error = await failing.then(
    () => new Error('nothing failed'),
    (reason: unknown) => reason,
  );
  if (error instanceof UsageError) return usageSentence(error);
  throw error;
}

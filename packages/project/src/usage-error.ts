/** A wrong use of the command: exit code 2. The message is one sentence for the user. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * A draft that cannot be reviewed, and why. It is a result like any other: the
 * message is one full sentence for the user, the reason a stable kebab-case name for programs.
 */
export class UnreadableDraft extends Error {
  readonly reason: string;

  constructor(reason: string, message: string) {
    super(message);
    this.name = 'UnreadableDraft';
    this.reason = reason;
  }
}

/** A draft of any format in which nothing stands. */
export function withoutWords(): UnreadableDraft {
  return new UnreadableDraft('empty', 'The draft has no words in it; check which file was sent.');
}

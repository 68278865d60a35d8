import type { Field } from './story.ts';

/** More fields in one another than any author has written. */
const deepest = 64;

/** The fields around the place that a scanner has come to: what they are, and whether their result has begun. */
export class FieldStack {
  #fields: Field[] = [];
  readonly #outside: Field[][] = [];

  /** A text box is a story of its own, inside a field or not. */
  enterBox(): void {
    this.#outside.push(this.#fields);
    this.#fields = [];
  }

  leaveBox(): void {
    this.#fields = this.#outside.pop() ?? [];
  }

  /** Takes a `w:fldChar`. The field that it ended, where it did. */
  turn(kind: string): Field | undefined {
    const field = this.#fields.at(-1);
    if (kind === 'begin' && this.#fields.length < deepest) {
      this.#fields.push({ instruction: '', state: 'instruction', ended: false });
    } else if (kind === 'separate' && field) {
      field.state = 'result';
    } else if (kind === 'end' && field) {
      field.ended = true;
      return this.#fields.pop();
    }
    return undefined;
  }

  instruct(text: string): void {
    const field = this.#fields.at(-1);
    if (field && field.instruction.length < 200) field.instruction += text;
  }

  /** The field in whose instruction, rather than result, words here would be. */
  get instructed(): Field | undefined {
    return this.#fields.findLast((field) => field.state === 'instruction');
  }

  /** Whether words here are a table of contents or an index. */
  get inContents(): boolean {
    return this.#fields.some((field) => field.state === 'result' && /^\s*(?:TOC|TOA|INDEX)\b/i.test(field.instruction));
  }
}

import type { Span } from '@poclint/core';
import type { View } from '../manuscript/manuscript.ts';
import type { Limits } from '../zip/limits.ts';

/** Something to say in the margin of a draft. */
export type Annotation = WordingAnnotation | MissingClauseAnnotation;

interface AnnotationText {
  /** The rule's id. It is the last word of the comment, by which a later run knows it again. */
  readonly rule: string;
  /** What is to be said, in full sentences. */
  readonly message: string;
  /** The law or guidance it rests on. */
  readonly authority?: readonly string[];
  /** Wording that would answer it. Line breaks separate paragraphs. */
  readonly modelClause?: string;
}

/** A remark on words that are there. */
interface WordingAnnotation extends AnnotationText {
  /** The words, in the text of the view that is annotated. */
  readonly span: Span;
}

/** A remark on words that are not there. */
interface MissingClauseAnnotation extends AnnotationText {
  /** The words after which they would best stand, in the text of the view that is annotated. */
  readonly afterSpan: Span;
}

/** The words that a remark is on, or comes after. */
export function spanOf(annotation: Annotation): Span {
  return 'span' in annotation ? annotation.span : annotation.afterSpan;
}

export interface AnnotateOptions {
  /** Which text the spans are places in: with all tracked changes accepted, unless given, or rejected. */
  readonly view?: View;
  /** Who the comments and insertions are by. `poclint` unless given. */
  readonly author?: string;
  /** The author's initials. The first two letters of the author unless given. */
  readonly initials?: string;
  /** When they were made (ISO 8601, seconds). Left out unless given, so that the output does not depend on the clock. */
  readonly date?: string;
  /** False: the comments name nobody and no time, as Word writes them once personal information is removed. */
  readonly authors?: boolean;
  /** True: words of the draft that a message quotes are left out of the comment. */
  readonly redact?: boolean;
  /** True: the model clause of a missing clause is written into the draft as a tracked insertion. */
  readonly suggest?: boolean;
  /** The words that introduce the parts of a comment, for a draft in another language. */
  readonly captions?: Partial<Captions>;
  readonly limits?: Partial<Limits>;
}

export interface Captions {
  readonly authority: string;
  readonly modelClause: string;
  /** Said instead of the model clause where it is in the draft as a tracked insertion. */
  readonly suggested: string;
  readonly rule: string;
}

export const englishCaptions: Captions = {
  authority: 'Authority:',
  modelClause: 'Model clause:',
  suggested: 'A model clause is suggested below as a tracked insertion.',
  rule: 'Rule:',
};

/** The author's name as the file will carry it, and the attributes that say who and when. */
export interface Signature {
  readonly author: string;
  readonly initials: string;
  readonly date?: string;
}

export function signatureOf(options: AnnotateOptions): Signature {
  // The name that Word itself writes when it removes personal information.
  if (options.authors === false) return { author: 'Author', initials: 'A' };
  const author = options.author ?? 'poclint';
  const initials = options.initials ?? author.slice(0, 2);
  return { author, initials, ...(options.date !== undefined && { date: options.date }) };
}

/** The span with the two halves of a character outside the basic plane kept together: a mark between them would break it. */
export function wholeCharacters(text: string, [start, end]: Span): Span {
  const splits = (at: number) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
  return [splits(start) ? start - 1 : start, splits(end) ? end + 1 : end];
}

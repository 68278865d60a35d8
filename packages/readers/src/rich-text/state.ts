import type { Change } from '../manuscript/manuscript.ts';

/** What a group is for. Words in a destination of another name than these are not read. */
type Destination =
  | 'text'
  | 'skipped'
  | 'label'
  | 'font-table'
  | 'colour-table'
  | 'style-sheet'
  /** Words kept for the reader's own use: an author's name, a field's instruction. */
  | 'captured';

/** What holds from here to the end of the group. A group begins with a copy of what holds around it. */
export interface GroupState {
  destination: Destination;
  /** What is captured, where the destination is. */
  capture: string;
  /** The destination outside a pair of ANSI and Unicode versions of the same words. */
  outer: Destination;
  font: number | undefined;
  /** How many characters after a `\u` stand in for it in old programs. */
  fallbackLength: number;
  hidden: boolean;
  strike: boolean;
  highlight: number;
  colour: number;
  language: number | undefined;
  rightToLeftLanguage: number | undefined;
  insertion: OpenChange | undefined;
  deletion: OpenChange | undefined;
  /** Inside the result of a table of contents. */
  contents: boolean;
}

export interface OpenChange {
  author: number | undefined;
  date: number | undefined;
}

export function initialState(): GroupState {
  return {
    destination: 'text',
    capture: '',
    outer: 'text',
    fallbackLength: 1,
    rightToLeftLanguage: undefined,
    contents: false,
    ...plainCharacters(),
  };
}

/** What `\plain` sets back. */
export function plainCharacters(): Pick<
  GroupState,
  'font' | 'hidden' | 'strike' | 'highlight' | 'colour' | 'language' | 'insertion' | 'deletion'
> {
  return {
    font: undefined,
    hidden: false,
    strike: false,
    highlight: 0,
    colour: 0,
    language: undefined,
    insertion: undefined,
    deletion: undefined,
  };
}

/** What holds for a paragraph, until `\pard`. */
export interface ParagraphState {
  style: number | undefined;
  outline: number | undefined;
  inTable: boolean;
  depth: number;
}

/** An author's name and a date in Word's packed form, as a change. */
export function changeOf({ author, date }: OpenChange, authors: readonly string[]): Change {
  const name = author === undefined ? undefined : authors[author];
  return { ...(name && { author: name }), ...(date && { date: unpackDate(date) }) };
}

/** Minute, hour, day, month and years since 1900, in 6, 5, 5, 4 and 9 bits: local time without a zone. */
export function unpackDate(packed: number): string {
  const part = (shift: number, bits: number): string => String((packed >> shift) & ((1 << bits) - 1)).padStart(2, '0');
  const year = 1900 + ((packed >> 20) & 0x1ff);
  return `${year}-${part(16, 4)}-${part(11, 5)}T${part(6, 5)}:${part(0, 6)}:00`;
}

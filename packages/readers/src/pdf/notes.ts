import { endsSentence } from './clause-labels.ts';
import type { Line } from './lines.ts';
import type { Typography } from './typography.ts';

export interface Footnote {
  /** Empty where the note's beginning was not found. */
  readonly mark: string;
  readonly lines: readonly Line[];
}

/** Footnotes are set smaller than this part of the body. */
const NOTE_SIZE = 0.95;
const WRITTEN_MARK = /^(?:(\p{Nd}{1,3})[.)]?|\[(\p{Nd}{1,3})\]|([*†‡§]{1,3}))\s+(?=\S)/u;

/** Takes the footnotes from the foot of each column. A note may go on at the foot of the next. */
export function takeNotes(
  pages: readonly (readonly Line[])[],
  typography: Typography,
): { readonly body: Line[]; readonly notes: Footnote[] } {
  const body: Line[] = [];
  const notes: { mark: string; lines: Line[] }[] = [];
  let isOpen = false;
  for (const lines of pages) {
    const referenced = new Set(
      lines.flatMap((line) => line.references.filter(({ at }) => at > 0).map(({ mark }) => mark)),
    );
    for (const column of columnsOf(lines)) {
      const start = noteStart(column, typography, referenced, isOpen);
      body.push(...column.slice(0, start));
      if (start === column.length) continue;
      for (const line of column.slice(start)) {
        const begun = beginNote(line, referenced);
        if (begun) notes.push({ mark: begun.mark, lines: [begun.line] });
        else if (isOpen || notes.at(-1)?.lines[0]?.page === line.page) notes.at(-1)?.lines.push(line);
        else notes.push({ mark: '', lines: [line] });
      }
      isOpen = !endsSentence(notes.at(-1)?.lines.at(-1)?.text ?? '.');
    }
  }
  return takeEndnotes(body, notes);
}

/**
 * Takes the notes that stand at the end of the draft as a numbered list, as web pages have them: those that raised marks
 * call and that no page has at its foot, all of them, in the order of their calls.
 */
function takeEndnotes(
  lines: readonly Line[],
  footnotes: readonly Footnote[],
): { readonly body: Line[]; readonly notes: Footnote[] } {
  const found = new Set(footnotes.map(({ mark }) => mark));
  const called = lines.flatMap(({ references }) => references.filter(({ at }) => at > 0).map(({ mark }) => mark));
  const wanted = [...new Set(called)].filter((mark) => !found.has(mark));
  const endnotes: { mark: string; lines: Line[] }[] = [];
  let end = lines.length;
  for (const mark of wanted.toReversed()) {
    const start = lines.findLastIndex((line, index) => index < end && writtenMark(line) === mark);
    const begun = start < 0 ? undefined : beginNote(lines[start] as Line, new Set(wanted));
    if (!begun || lines.slice(start, end).some((line) => line.references.some(({ at }) => at > 0))) break;
    endnotes.unshift({ mark, lines: [begun.line, ...lines.slice(start + 1, end)] });
    end = start;
  }
  if (wanted.length === 0 || endnotes.length < wanted.length) return { body: [...lines], notes: [...footnotes] };
  return { body: lines.slice(0, end), notes: [...footnotes, ...endnotes] };
}

function writtenMark(line: Line): string | undefined {
  const written = WRITTEN_MARK.exec(line.text);
  return written?.[1] ?? written?.[2] ?? written?.[3];
}

function columnsOf(lines: readonly Line[]): Line[][] {
  const columns: Line[][] = [];
  for (const line of lines) {
    if (columns.at(-1)?.[0]?.column === line.column) columns.at(-1)?.push(line);
    else columns.push([line]);
  }
  return columns;
}

/** The index of the first line of the column's notes; the column's length where it has none. */
function noteStart(
  column: readonly Line[],
  typography: Typography,
  referenced: ReadonlySet<string>,
  noteIsOpen: boolean,
): number {
  let small = column.length;
  while (small > 0 && (column[small - 1] as Line).size < NOTE_SIZE * typography.bodySize) small--;
  if (small > 0 || noteIsOpen || referenced.size > 0) {
    if (small < column.length && small > 0 && noteIsOpen) return small;
    for (let index = small; index < column.length; index++) {
      const line = column[index] as Line;
      // Where the whole column is small, "1." is a clause of an annex in small print, and only a raised mark tells.
      if (small === 0 && line.references[0]?.at !== 0) continue;
      if (beginNote(line, referenced)) return index;
    }
  }
  // Notes in the size of the body are known by a raised mark that the page refers to.
  const middle = Math.floor(column.length / 2);
  for (let index = middle; index < column.length; index++) {
    const [first] = (column[index] as Line).references;
    if (first?.at === 0 && referenced.has(first.mark) && standsApart(column, index, typography)) return index;
  }
  return column.length;
}

function standsApart(column: readonly Line[], index: number, typography: Typography): boolean {
  const [before, line] = [column[index - 1], column[index] as Line];
  return before === undefined || line.baseline - before.baseline > 1.2 * typography.leading(line);
}

/** The mark and the words of a line that begins a note. */
function beginNote(line: Line, referenced: ReadonlySet<string>): { mark: string; line: Line } | undefined {
  const [raised] = line.references;
  if (raised?.at === 0) return { mark: raised.mark, line: { ...line, references: line.references.slice(1) } };
  const written = WRITTEN_MARK.exec(line.text);
  const mark = writtenMark(line);
  if (!written || mark === undefined || (referenced.size > 0 && !referenced.has(mark))) return undefined;
  const cut = written[0].length;
  return {
    mark,
    line: {
      ...line,
      text: line.text.slice(cut),
      references: line.references.map((reference) => ({ ...reference, at: Math.max(0, reference.at - cut) })),
      marks: line.marks.map(({ from, to, ...look }) => ({
        from: Math.max(0, from - cut),
        to: Math.max(0, to - cut),
        ...look,
      })),
    },
  };
}

import type { Block, Source, Span } from '@poclint/core';
import { type AnnotateOptions, type Annotation, spanOf } from './annotation.ts';
import { commentLines } from './comment-text.ts';

/** The mark of a remark in the text, and of the note at its end that says what is remarked. */
const MARK = /\[\^poclint-\d+\](?!:)/g;
/** A note: its mark at the start of a line, and the indented lines below it. */
const NOTE = /^\[\^poclint-\d+\]: [^\r\n]*(?:(?:\r?\n)+ {4}[^\r\n]*)*/gm;

/**
 * A copy of a Markdown or plain text draft with a footnote for each annotation, at the end of its words. The notes stand
 * at the end of the draft, in the form that Markdown has for footnotes.
 *
 * @param text - The draft without remarks of an earlier run: `withoutRemarks` takes them away.
 */
export function annotateText(
  text: string,
  format: 'markdown' | 'text',
  annotations: readonly Annotation[],
  options: AnnotateOptions = {},
): string {
  if (annotations.length === 0) return text;
  const newline = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const ordered = [...annotations].sort((a, b) => spanOf(a)[1] - spanOf(b)[1] || spanOf(a)[0] - spanOf(b)[0]);
  const parts: string[] = [];
  const notes: string[] = [];
  let at = 0;
  ordered.forEach((annotation, index) => {
    const end = spanOf(annotation)[1];
    const mark = `[^poclint-${index + 1}]`;
    parts.push(text.slice(at, end), mark);
    at = end;
    const lines = commentLines(annotation, text, options, false).map(({ caption, words }) =>
      format === 'markdown'
        ? `${caption === undefined ? '' : `**${caption}** `}${escapeMarkdown(words)}`
        : `${caption === undefined ? '' : `${caption} `}${words}`,
    );
    notes.push(`${mark}: ${lines.join(`${newline}${format === 'markdown' ? newline : ''}    `)}`);
  });
  parts.push(text.slice(at));
  const body = parts.join('');
  const gap = body.endsWith(newline) ? newline : newline + newline;
  return `${body}${gap}${notes.join(newline)}${newline}`;
}

/** The draft as it was before remarks were written into it. */
export function withoutRemarks(text: string): string {
  if (!text.includes('[^poclint-')) return text;
  const [first] = noteSpans(text);
  const body = text.replace(NOTE, '').replace(MARK, '');
  if (first === undefined) return body;
  // The empty line before the notes was written with them, the line break before it may have been the draft's.
  return body.replace(/(\r\n|\n|\r)[\r\n]+$/, '$1');
}

/** A source in which remarks of an earlier run are no words of the agreement. */
export function setRemarksApart(source: Source): Source {
  const { text } = source;
  if (!text.includes('[^poclint-')) return source;
  const notes = noteSpans(text);
  const marks = [...text.matchAll(MARK)].map(({ index, 0: mark }): Span => [index, index + mark.length]);
  const blocks = source.blocks.map((block): Block => {
    const isRemark = notes.some(([start, end]) => block.span[0] >= start && block.span[0] < end);
    return isRemark ? { span: block.span, role: 'furniture' } : block;
  });
  const isInBlock = (mark: Span): boolean => blocks.some(({ span }) => span[0] <= mark[0] && mark[1] <= span[1]);
  return { ...source, blocks, opaque: joined([...source.opaque, ...marks.filter(isInBlock)]) };
}

function noteSpans(text: string): Span[] {
  return [...text.matchAll(NOTE)].map(({ index, 0: note }): Span => [index, index + note.length]);
}

/** Ascending and disjoint. */
function joined(spans: readonly Span[]): Span[] {
  const all: [number, number][] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = all.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else all.push([start, end]);
  }
  return all;
}

function escapeMarkdown(words: string): string {
  return words.replace(/[\\`*_[\]<>|]/g, '\\$&');
}

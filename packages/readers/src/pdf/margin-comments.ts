import type { MarginComment, Origin, TypographicMark } from '@poclint/core';
import type { PDFPageProxy } from './engine.ts';
import type { Box } from './ink.ts';

/** A reviewer's annotation in the file. */
export interface Annotation {
  readonly page: number;
  readonly kind: string;
  readonly box: Box;
  readonly text: string;
  readonly author: string;
  readonly colour?: string;
}

const REMARKS = new Set([
  'Text',
  'FreeText',
  'Highlight',
  'Underline',
  'Squiggly',
  'StrikeOut',
  'Caret',
  'Square',
  'Ink',
]);
const MARK_KINDS: Readonly<Record<string, TypographicMark['kind']>> = { Highlight: 'highlight', StrikeOut: 'strike' };

/** A note in the margin belongs to the line beside it: at most so far above or below, in points. */
const NEAREST_LINE = 36;

interface EngineAnnotation {
  readonly subtype?: string;
  readonly rect?: readonly number[];
  readonly contentsObj?: { readonly str?: string };
  readonly titleObj?: { readonly str?: string };
  readonly color?: ArrayLike<number> | null;
}

/** The annotations of a page, by their places as displayed. */
export async function readAnnotations(page: PDFPageProxy, number: number): Promise<Annotation[]> {
  const found: readonly EngineAnnotation[] = await page.getAnnotations().catch(() => []);
  const viewport = page.getViewport({ scale: 1 });
  return found.flatMap(({ subtype, rect, contentsObj, titleObj, color }) => {
    if (!subtype || !rect || !REMARKS.has(subtype)) return [];
    const text = contentsObj?.str?.trim() ?? '';
    if (!text && !(subtype in MARK_KINDS)) return [];
    const [x0, y0] = viewport.convertToViewportPoint(rect[0] ?? 0, rect[1] ?? 0) as [number, number];
    const [x1, y1] = viewport.convertToViewportPoint(rect[2] ?? 0, rect[3] ?? 0) as [number, number];
    return {
      page: number,
      kind: subtype,
      box: [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)] as const,
      text,
      author: titleObj?.str?.trim() ?? '',
      ...(color && { colour: hexadecimal(color) }),
    };
  });
}

/** Gives annotations their places in the text: the lines that they cover, or the line beside them. */
export function placeAnnotations(
  annotations: readonly Annotation[],
  origins: readonly Origin[],
): { readonly comments: MarginComment[]; readonly marks: TypographicMark[] } {
  const byPage = new Map<number, Origin[]>();
  for (const origin of origins) {
    if (origin.page === undefined) continue;
    const lines = byPage.get(origin.page);
    if (lines) lines.push(origin);
    else byPage.set(origin.page, [origin]);
  }
  const comments: MarginComment[] = [];
  const marks: TypographicMark[] = [];
  for (const { page, kind, box, text, author, colour } of annotations) {
    const span = coveredSpan(byPage.get(page) ?? [], box);
    if (!span) continue;
    if (text) comments.push({ span, text, ...(author && { author }) });
    const mark = MARK_KINDS[kind];
    if (mark) marks.push({ span, kind: mark, ...(colour && { value: colour }) });
  }
  return { comments, marks };
}

function coveredSpan(lines: readonly Origin[], [left, top, right, bottom]: Box): MarginComment['span'] | undefined {
  let nearest: Origin | undefined;
  let distance = NEAREST_LINE;
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const line of lines) {
    const [lineLeft, lineTop, lineRight, lineBottom] = line.box as Box;
    const middle = (lineTop + lineBottom) / 2;
    if (middle > top && middle < bottom && left < lineRight && right > lineLeft) {
      start = Math.min(start, line.span[0]);
      end = Math.max(end, line.span[1]);
    }
    const apart = Math.abs(middle - (top + bottom) / 2);
    if (apart < distance) {
      nearest = line;
      distance = apart;
    }
  }
  return end > 0 ? [start, end] : nearest?.span;
}

function hexadecimal(channels: ArrayLike<number>): string {
  return `#${Array.from(channels, (channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

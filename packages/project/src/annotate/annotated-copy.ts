import type { ReviewDetails, ReviewedDocument, SourceFormat } from '@poclint/core';
import { type Locale, messagesIn } from '@poclint/messages';
import type { AnnotateOptions } from '@poclint/readers/annotation';
import { annotationsOf } from './annotations.ts';

/** A copy with remarks: the file's bytes, and how many remarks were added to what stood there. */
export interface AnnotatedCopy {
  readonly bytes: Uint8Array;
  readonly count: number;
}

/** What a reviewed draft is, by the formats that a copy can be made of. */
export type Annotated = 'docx' | 'pdf' | 'markdown' | 'text';

export const EXTENSIONS: Readonly<Record<Annotated, readonly string[]>> = {
  docx: ['.docx', '.docm', '.dotx', '.dotm'],
  pdf: ['.pdf'],
  markdown: ['.md', '.markdown', '.mdown', '.mkd'],
  text: ['.txt'],
};

/** The format of a file's copy, or one sentence on why none can be annotated. */
export function annotatedFormat(
  format: SourceFormat,
  bytes: Uint8Array,
  name: string,
  locale: Locale,
): { readonly format: Annotated } | { readonly refusal: string } {
  const said = messagesIn(locale).annotate;
  // Read through a converter: what lies there is not what was reviewed.
  const isLegacy = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (isLegacy) return { refusal: said.oldWord() };
  if (format === 'html' || format === 'odt' || format === 'rtf') return { refusal: said[format]({ name }) };
  return { format };
}

/** The words that introduce the parts of a remark. */
export function captionsIn(locale: Locale): NonNullable<AnnotateOptions['captions']> {
  const { authority, modelClause, rule, suggested } = messagesIn(locale).annotate;
  return { authority: authority(), modelClause: modelClause(), rule: rule(), suggested: suggested() };
}

/** Makes the annotated copy; the writer of each format is loaded when it is needed. */
export async function annotatedCopy(
  format: Annotated,
  bytes: Uint8Array,
  report: ReviewedDocument,
  details: ReviewDetails,
  options: AnnotateOptions,
  locale: Locale,
): Promise<AnnotatedCopy> {
  const annotations = annotationsOf(report, details, locale);
  if (format === 'docx') {
    const { makeAnnotatedWord } = await import('@poclint/readers/annotate-word');
    const copy = makeAnnotatedWord(bytes, annotations, options);
    return { bytes: copy.bytes, count: copy.comments };
  }
  if (format === 'pdf') return (await import('./pdf-copy.ts')).annotatedPdf(bytes, report, details, options, locale);
  const { annotateText } = await import('@poclint/readers/annotate-text');
  const text = annotateText(details.source.text, format, annotations, options);
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\uFEFF' : '';
  return { bytes: new TextEncoder().encode(mark + text), count: annotations.length };
}

import type { Finding, MarginComment, ReviewDetails, ReviewedDocument, Severity } from '@poclint/core';
import type { Locale } from '@poclint/messages';
import { annotatePdf, type PdfAnnotation, placesOf } from '@poclint/readers/annotate-pdf';
import { type AnnotateOptions, type Annotation, signatureOf, spanOf } from '@poclint/readers/annotation';
import { remarkText } from '@poclint/readers/remark';
import { annotationsOf } from './annotations.ts';

/** The graver, the warmer; light enough that the words under it can be read and printed. */
const COLOURS: Readonly<Record<Severity, readonly [number, number, number]>> = {
  error: [1, 0.72, 0.66],
  warning: [1, 0.92, 0.4],
  info: [0.75, 0.88, 1],
};

/** A copy of a PDF with the words of each finding highlighted, and what is to be said in a note that opens from them. */
export async function annotatedPdf(
  bytes: Uint8Array,
  report: ReviewedDocument,
  details: ReviewDetails,
  options: AnnotateOptions,
  locale: Locale,
): Promise<{ readonly bytes: Uint8Array; readonly count: number }> {
  const { source } = details;
  const { author } = signatureOf(options);
  const severities = new Map(report.findings.map(({ rule, severity }: Finding) => [rule, severity]));
  const standing = countStanding(source.comments);
  const remarks = annotationsOf(report, details, locale).flatMap((annotation: Annotation): PdfAnnotation[] => {
    const text = remarkText(annotation, source.text, options);
    const places = placesOf(source, spanOf(annotation));
    const left = standing.get(evened(text)) ?? 0;
    standing.set(evened(text), left - 1);
    if (left > 0 || places.length === 0) return [];
    return [{ places, text, author, colour: COLOURS[severities.get(annotation.rule) ?? 'warning'] }];
  });
  return { bytes: remarks.length === 0 ? bytes : await annotatePdf(bytes, remarks), count: remarks.length };
}

/** How often each remark already stands in the PDF, from an earlier run. */
function countStanding(comments: readonly MarginComment[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of comments) counts.set(evened(text), (counts.get(evened(text)) ?? 0) + 1);
  return counts;
}

function evened(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

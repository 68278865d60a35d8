import type { Place } from '@poclint/core';
import { type Locale, messagesIn } from '@poclint/messages';

/**
 * Where words stand in the file, beside the clause that they are cited by: "p. 3", "para. 12", and how surely they were
 * recognised, where they were. Empty for a format that has none of these.
 */
export function whereabouts({ page, paragraph, confidence }: Partial<Place>, locale: Locale): string {
  const { report } = messagesIn(locale);
  const parts = [
    ...(page === undefined ? [] : [report.page({ page })]),
    ...(paragraph === undefined ? [] : [report.paragraph({ paragraph })]),
    ...(confidence === undefined ? [] : [report.recognised({ percent: Math.round(100 * confidence) })]),
  ];
  return parts.length === 0 ? '' : report.row({ parts });
}

/** A citation with the whereabouts behind it: "Art. 3(1) (p. 2)". */
export function withWhereabouts(citation: string, place: Partial<Place>, locale: Locale): string {
  const where = whereabouts(place, locale);
  if (where === '') return citation;
  return citation === '' ? where : `${citation} (${where})`;
}

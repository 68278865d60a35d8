import type { DocumentHead } from './record.ts';

/** The year of a document, however the archive writes its date; 0 where it does not say. */
export function yearOf({ meta }: Pick<DocumentHead, 'meta'>): number {
  const stated = meta.year ?? meta.date ?? '';
  return Number(/(?<!\d)(?:1[89]|20)\d\d(?!\d)/.exec(stated)?.[0] ?? 0);
}

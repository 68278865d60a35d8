import type { ArchiveCatalogue } from './archive-catalogue.ts';
import catalogues from './compiled/archive.js';
import { localeOf } from './locale.ts';

export type { ArchiveCatalogue } from './archive-catalogue.ts';
export { localeOf } from './locale.ts';
export { cite, numeral, row } from './wording.ts';

/** What the review of an archive says in a language, apart from the rest: its page carries this and nothing else. */
export function archiveMessagesIn(tag: string | undefined): ArchiveCatalogue {
  return catalogues[localeOf(tag)]();
}

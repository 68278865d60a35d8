import type { ArchiveCatalogue } from '../archive-catalogue.ts';

declare const catalogues: Readonly<Record<'en' | 'fr' | 'es' | 'ar', () => ArchiveCatalogue>>;
export default catalogues;

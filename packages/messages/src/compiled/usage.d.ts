import type { UsageCatalogue } from '../usage-catalogue.ts';

declare const catalogues: Readonly<Record<'en' | 'fr' | 'es' | 'ar', () => UsageCatalogue>>;
export default catalogues;

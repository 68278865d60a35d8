import type { Catalogue } from '../catalogue.ts';

declare const catalogues: Readonly<Record<'en' | 'fr' | 'es' | 'ar', () => Catalogue>>;
export default catalogues;

import type { Catalogue } from '../catalogue.ts';

declare const messages: Catalogue;
export default messages;

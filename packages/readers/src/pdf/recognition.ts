import { UnreadableDraft } from '../unreadable-draft.ts';
import type { PageInk } from './ink.ts';
export interface RecognitionOptions { readonly languages: readonly ('en' | 'fr' | 'es' | 'ar')[] }
export async function recognisePages(_bytes: Uint8Array, _pages: readonly number[], _options: RecognitionOptions): Promise<Map<number, PageInk>> { throw new UnreadableDraft('ocr-unavailable', 'x'); }

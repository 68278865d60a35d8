import type { Notice } from '@poclint/core';
import { UnreadableDraft } from '../unreadable-draft.ts';
import { type Engine, stopsAtPicture } from './engine.ts';
import { clearFurniture } from './furniture.ts';
import { inOrder, listPages } from './page-lists.ts';
import { isGarbled, layPage, type ReadPage, type ReadPages } from './pages.ts';
import { type RecognitionOptions, recognisePages } from './recognition.ts';
import type { Segment } from './segments.ts';

/** A page with fewer letters than this, running heads apart, may be the picture of a page. */
const FEWEST_LETTERS = 30;
/** A page with more drawn shapes than this may hold its words as outlines. */
const OUTLINED_WORDS = 300;

/**
 * Finds the pages whose words are pictures. They are recognised where that is asked for, and with them the pages whose
 * fonts hide their letters; otherwise a draft that is
 * mostly pictures is unreadable, and one that has some says which.
 */
export async function resolvePictures(
  { pages, unread }: ReadPages,
  engine: Engine,
  bytes: Uint8Array,
  ocr: RecognitionOptions | undefined,
): Promise<{ readonly pages: readonly ReadPage[]; readonly notices: Notice[] }> {
  const notices: Notice[] = [];
  if (unread.length > 0) {
    const message = `${listPages(unread)} could not be read and may hold parts of the draft.`;
    notices.push({ name: 'unread-pages', message, facts: { pages: inOrder(unread) } });
  }
  const pictures = await findPictures(pages, engine, bytes);
  if (ocr) pictures.push(...pages.filter(isGarbled).map((page) => page.number));
  if (pictures.length === 0) {
    if (pages.every((page) => page.glyphs === 0)) {
      throw new UnreadableDraft('empty', 'The PDF has no words in it; check that it is the file you meant.');
    }
    return { pages, notices };
  }
  if (ocr) {
    const recognised = await recognisePages(bytes, [...new Set(pictures)], ocr);
    notices.push({
      name: 'recognised-words',
      message: `The words of ${listPages(pictures, 'page')} were recognised from pictures; compare quotations with the page.`,
      facts: { pages: inOrder(pictures) },
    });
    const read = pages.map((page) => {
      const ink = recognised.get(page.number);
      return ink ? layPage({ ink, noise: 0, shapes: 0, operators: 0 }) : page;
    });
    return { pages: read, notices };
  }
  if (2 * pictures.length > pages.length) {
    throw new UnreadableDraft(
      'scanned',
      'The PDF is a scan, pictures of pages without words; run again with --ocr to have its words recognised.',
    );
  }
  notices.push({
    name: 'scanned-pages',
    message: `The words on ${listPages(pictures, 'page')} are pictures and were left out; run again with --ocr to have them recognised.`,
    facts: { pages: inOrder(pictures) },
  });
  return { pages, notices };
}

async function findPictures(pages: readonly ReadPage[], engine: Engine, bytes: Uint8Array): Promise<number[]> {
  const cleared = clearFurniture(pages);
  const wordless = pages.filter((_, index) => lettersOn(cleared[index]?.segments ?? []) < FEWEST_LETTERS);
  if (wordless.length === 0) return [];
  const pictures: number[] = [];
  const strict = await engine.open(bytes, { strict: true }).catch(() => undefined);
  for (const { number, shapes, operators } of wordless) {
    const page = await strict?.getPage(number).catch(() => undefined);
    const pictured = page !== undefined && (await stopsAtPicture(page, operators));
    if (pictured || shapes > OUTLINED_WORDS) pictures.push(number);
  }
  await strict?.loadingTask.destroy();
  return pictures;
}

function lettersOn(segments: readonly Segment[]): number {
  return segments.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
}

import type { Notice, ReadDraft, Source } from '@poclint/core';
import { UnreadableDraft } from '../unreadable-draft.ts';
import { mirrorBrackets, mirroredPairs } from './bidirectional-order.ts';
import { readColumns } from './columns.ts';
import { checkWholeness } from './damage.ts';
import { damaged, describeFailure, type Engine, loadEngine, type PDFDocumentProxy, stopsAtPicture } from './engine.ts';
import { type ClearedPage, clearFurniture, type LaidPage } from './furniture.ts';
import type { CollectedInk } from './glyphs.ts';
import { countWords } from './hyphens.ts';
import type { PageInk } from './ink.ts';
import { placeAnnotations } from './margin-comments.ts';
import { type ReadPages, readPages } from './page-inks.ts';
import { arrangePassages } from './passages.ts';
import { type RecognitionOptions, recognisePages } from './recognition.ts';
import { joinGlyphs, type Segment } from './segments.ts';
import { type SourcePage, writeText } from './source-text.ts';
import { measureTypography } from './typography.ts';
import { setWrappingApart } from './united-nations.ts';

export interface PdfOptions {
  /** Recognise the words of scanned pages. Without it a scanned draft is unreadable. */
  readonly ocr?: RecognitionOptions;
}

const MOST_PAGES = 10_000;
/** A page with fewer letters than this, running heads apart, may be the picture of a page. */
const FEWEST_LETTERS = 30;
/** A page with more drawn shapes than this may hold its words as outlines. */
const OUTLINED_WORDS = 300;
/** The share of letters without meaning from which a page is garbled. */
const GARBLED = 0.05;

/**
 * Reads a PDF as a reader reads it: columns one after the other, paragraphs whole over pages,
 * running heads set apart, footnotes as notes.
 *
 * @param name the name shown in reports
 * @param bytes the file; they are not changed
 * @throws UnreadableDraft, and nothing else: `password-protected`, `damaged`, `too-large`, `scanned`, `empty`,
 * `garbled`, or with `ocr` also `ocr-unavailable`
 */
export async function readPdf(name: string, bytes: Uint8Array, options: PdfOptions = {}): Promise<ReadDraft> {
  checkWholeness(bytes);
  const engine = await loadEngine();
  const document = await engine.open(bytes);
  try {
    if (document.numPages > MOST_PAGES) {
      throw new UnreadableDraft('too-large', 'The PDF has more than 10,000 pages; check its parts one by one.');
    }
    const read = await readPages(engine, document);
    if (read.pages.length === 0) throw damaged();
    const { pages, notices } = await withPictures(read, engine, bytes, options);
    return { accepted: await compose(name, document, pages, read, notices) };
  } catch (error) {
    throw describeFailure(error);
  } finally {
    await document.loadingTask.destroy();
  }
}

/** Finds the pages that are pictures, and recognises their words where that is asked for. */
async function withPictures(
  { pages, unread }: ReadPages,
  engine: Engine,
  bytes: Uint8Array,
  { ocr }: PdfOptions,
): Promise<{ readonly pages: readonly CollectedInk[]; readonly notices: Notice[] }> {
  const notices: Notice[] = [];
  const wordless = clearFurniture(pages.map(layPage)).filter((page) => lettersOn(page.segments) < FEWEST_LETTERS);
  const pictures = new Set<number>();
  if (wordless.length > 0) {
    const strict = await engine.open(bytes, { strict: true }).catch(() => undefined);
    for (const { number } of wordless) {
      const { shapes, operators } = pages.find(({ ink }) => ink.number === number) as CollectedInk;
      const strictPage = await strict?.getPage(number).catch(() => undefined);
      const pictured = strictPage !== undefined && (await stopsAtPicture(strictPage, operators));
      if (pictured || shapes > OUTLINED_WORDS) pictures.add(number);
    }
    await strict?.loadingTask.destroy();
  }
  if (wordless.length === pages.length && pictures.size === 0) {
    throw new UnreadableDraft('empty', 'The PDF has no words in it; check that it is the file you meant.');
  }
  if (unread.length > 0) {
    notices.push({
      name: 'unread-pages',
      message: `${list(unread)} could not be read and may hold parts of the draft.`,
    });
  }
  if (pictures.size === 0) return { pages, notices };
  if (ocr) {
    const recognised = await recognisePages(bytes, [...pictures], ocr);
    notices.push({
      name: 'recognised-words',
      message: `The words of ${list([...pictures], 'page')} were recognised from pictures; compare quotations with the page.`,
    });
    return { pages: pages.map((page) => replaceInk(page, recognised.get(page.ink.number))), notices };
  }
  if (2 * pictures.size > pages.length) {
    throw new UnreadableDraft(
      'scanned',
      'The PDF is a scan, pictures of pages without words; run again with --ocr to have its words recognised.',
    );
  }
  notices.push({
    name: 'scanned-pages',
    message:
      `${list([...pictures])} ${pictures.size === 1 ? 'is a picture' : 'are pictures'} without words and was left out; run again with --ocr.`.replace(
        'pictures without words and was',
        'pictures without words and were',
      ),
  });
  return { pages, notices };
}

function replaceInk(page: CollectedInk, ink: PageInk | undefined): CollectedInk {
  return ink ? { ...page, ink, noise: 0 } : page;
}

async function compose(
  name: string,
  document: PDFDocumentProxy,
  collected: readonly CollectedInk[],
  { annotations }: ReadPages,
  notices: Notice[],
): Promise<Source> {
  noticeInk(collected, notices);
  const cleared = clearFurniture(withBracketsAsMeant(collected.map(layPage)));
  const lines = readColumns(cleared);
  const typography = measureTypography(lines);
  const { passages, letter } = setWrappingApart(arrangePassages(cleared, lines, typography));
  const vocabulary = countWords(lines.flatMap((page) => page.map((line) => line.text)));
  const written = writeText(passages, await labelPages(document, collected, cleared), vocabulary);
  if (letter) {
    const furniture = written.blocks.slice(letter[0], letter[1] + 1);
    const [first, last] = [furniture[0], furniture.at(-1)];
    notices.push({
      name: 'letter-of-transmittal',
      message: 'The letter that transmits the agreement was left out of the review.',
      ...(first && last && { span: [first.span[0], last.span[1]] as const }),
    });
  }
  const placed = placeAnnotations(annotations, written.origins);
  const language = await declaredLanguage(
    document,
    lines.flat().filter((line) => line.rightToLeft).length > lines.flat().length / 2,
  );
  return {
    name,
    format: 'pdf',
    text: written.text,
    blocks: written.blocks,
    opaque: [],
    ...(language !== undefined && { language }),
    insertions: [],
    deletions: [],
    comments: placed.comments,
    marks: [...written.marks, ...placed.marks].sort((a, b) => a.span[0] - b.span[0]),
    origins: written.origins,
    notices,
  };
}

function layPage({ ink }: CollectedInk): LaidPage {
  return { number: ink.number, width: ink.width, height: ink.height, segments: joinGlyphs(ink) };
}

function withBracketsAsMeant(pages: readonly LaidPage[]): readonly LaidPage[] {
  const fromRight = pages.flatMap((page) => page.segments.filter((segment) => segment.rightToLeft));
  const mirrored = mirroredPairs(fromRight.map((segment) => segment.text));
  if (mirrored.size === 0) return pages;
  const mirror = (segment: Segment): Segment =>
    segment.rightToLeft ? { ...segment, text: mirrorBrackets(segment.text, mirrored) } : segment;
  return pages.map((page) => ({ ...page, segments: page.segments.map(mirror) }));
}

function noticeInk(collected: readonly CollectedInk[], notices: Notice[]): void {
  const garbled = collected.filter(({ ink, noise }) => noise > 3 && noise > GARBLED * ink.glyphs.length);
  if (2 * garbled.length > collected.length) {
    throw new UnreadableDraft(
      'garbled',
      'The fonts of the PDF do not say which letters they show; export it anew, or run again with --ocr on a printed copy.',
    );
  }
  if (garbled.length > 0) {
    notices.push({
      name: 'garbled-pages',
      message: `${list(garbled.map(({ ink }) => ink.number))} in fonts that do not say which letters they show: words may be missing.`,
    });
  }
  const aside = collected.filter(({ ink }) => ink.aside.length > 2);
  if (aside.length > 0) {
    notices.push({
      name: 'sideways-words',
      message: `Words that stand across the text, such as a watermark, were left out on ${list(
        aside.map(({ ink }) => ink.number),
        'page',
      )}.`,
    });
  }
}

function lettersOn(segments: readonly Segment[]): number {
  return segments.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
}

async function labelPages(
  document: PDFDocumentProxy,
  collected: readonly CollectedInk[],
  cleared: readonly ClearedPage[],
): Promise<Map<number, SourcePage>> {
  const declared = await document.getPageLabels().catch(() => null);
  return new Map(
    collected.map(({ ink }, index) => {
      const { number, width, height, turn } = ink;
      const label = cleared[index]?.label ?? declared?.[number - 1];
      return [number, { number, width, height, turn, ...(label && { label }) }];
    }),
  );
}

/** The declared language, unless the script of the words belies it, as where a program writes its default. */
async function declaredLanguage(document: PDFDocumentProxy, fromRight: boolean): Promise<string | undefined> {
  const metadata = await document.getMetadata().catch(() => undefined);
  const language = (metadata?.info as { readonly Language?: unknown } | undefined)?.Language;
  if (typeof language !== 'string' || !/^[a-z]{2,3}(?:-\w+)*$/iu.test(language)) return undefined;
  return /^(?:ar|fa|he|ur|ps|ku|dv|yi)\b/iu.test(language) === fromRight ? language : undefined;
}

/** "Page 3", "Pages 3, 4 and 9 more". */
function list(numbers: readonly number[], word = 'Page'): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const shown = sorted.slice(0, 8).join(', ');
  const more = sorted.length > 8 ? ` and ${sorted.length - 8} more` : '';
  return `${word}${sorted.length > 1 ? 's' : ''} ${shown}${more}`;
}

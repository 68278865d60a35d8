import type { Notice, ReadDraft, Source } from '@poclint/core';
import { UnreadableDraft } from '../unreadable-draft.ts';
import { mirrorBrackets, mirroredPairs } from './bidirectional-order.ts';
import { readColumns } from './columns.ts';
import { checkWholeness } from './damage.ts';
import { damaged, describeFailure, loadEngine, type PDFDocumentProxy } from './engine.ts';
import { type ClearedPage, clearFurniture } from './furniture.ts';
import { countWords } from './hyphens.ts';
import { placeAnnotations } from './margin-comments.ts';
import { inOrder, listPages } from './page-lists.ts';
import { resolvePictures } from './page-pictures.ts';
import { isGarbled, type ReadPage, type ReadPages, readPages } from './pages.ts';
import { arrangePassages } from './passages.ts';
import type { RecognitionOptions } from './recognition.ts';
import type { Segment } from './segments.ts';
import { type SourcePage, writeText } from './source-text.ts';
import { measureTypography } from './typography.ts';
import { setWrappingApart } from './united-nations.ts';

export interface PdfOptions {
  /** Recognise the words of scanned and of garbled pages. Without it such a draft is unreadable. */
  readonly ocr?: RecognitionOptions;
}

const MOST_PAGES = 10_000;

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
    const read = await readPages(engine, document, bytes);
    if (read.pages.length === 0) throw damaged();
    const { pages, notices } = await resolvePictures(read, engine, bytes, options.ocr);
    return { accepted: await compose(name, document, pages, read, notices) };
  } catch (error) {
    throw describeFailure(error);
  } finally {
    await document.loadingTask.destroy();
  }
}

async function compose(
  name: string,
  document: PDFDocumentProxy,
  collected: readonly ReadPage[],
  { annotations }: ReadPages,
  notices: Notice[],
): Promise<Source> {
  noticeInk(collected, notices);
  const cleared = clearFurniture(withBracketsAsMeant(collected));
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

function withBracketsAsMeant(pages: readonly ReadPage[]): readonly ReadPage[] {
  const fromRight = pages.flatMap((page) => page.segments.filter((segment) => segment.rightToLeft));
  const mirrored = mirroredPairs(fromRight.map((segment) => segment.text));
  if (mirrored.size === 0) return pages;
  const mirror = (segment: Segment): Segment =>
    segment.rightToLeft ? { ...segment, text: mirrorBrackets(segment.text, mirrored) } : segment;
  return pages.map((page) => ({ ...page, segments: page.segments.map(mirror) }));
}

function noticeInk(collected: readonly ReadPage[], notices: Notice[]): void {
  const garbled = collected.filter(isGarbled);
  if (2 * garbled.length > collected.length) {
    throw new UnreadableDraft(
      'garbled',
      'The fonts of the PDF do not say which letters they show; export it anew, or run again with --ocr to have its words recognised.',
    );
  }
  if (garbled.length > 0) {
    const pages = garbled.map((page) => page.number);
    notices.push({
      name: 'garbled-pages',
      message: `${listPages(pages)} in fonts that do not say which letters they show: words may be missing.`,
      facts: { pages: inOrder(pages) },
    });
  }
  const aside = collected.filter((page) => page.hasWordsAside);
  if (aside.length > 0) {
    const pages = aside.map((page) => page.number);
    notices.push({
      name: 'sideways-words',
      message: `Words that stand across the text, such as a watermark, were left out on ${listPages(pages, 'page')}.`,
      facts: { pages: inOrder(pages) },
    });
  }
}

async function labelPages(
  document: PDFDocumentProxy,
  collected: readonly ReadPage[],
  cleared: readonly ClearedPage[],
): Promise<Map<number, SourcePage>> {
  const declared = await document.getPageLabels().catch(() => null);
  return new Map(
    collected.map(({ number, width, height, turn }, index) => {
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

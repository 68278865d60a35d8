import { UnreadableDraft } from '../unreadable-draft.ts';
import type { Engine, PDFDocumentProxy, PDFPageProxy } from './engine.ts';
import { type CollectedInk, collectInk, type PageFrame } from './glyphs.ts';
import { type Annotation, readAnnotations } from './margin-comments.ts';

/** Annotations are read apart; their appearance is not the page's text. */
const WITHOUT_ANNOTATIONS = { annotationMode: 0 };

/** A whole library shelf has fewer letters than this. */
const MOST_GLYPHS = 40_000_000;

export interface ReadPages {
  readonly pages: readonly CollectedInk[];
  readonly annotations: readonly Annotation[];
  /** Numbers of pages that could not be read at all. */
  readonly unread: readonly number[];
}

/** Reads page after page, letting go of each before the next. */
export async function readPages(engine: Engine, document: PDFDocumentProxy): Promise<ReadPages> {
  const layers = await document.getOptionalContentConfig().catch(() => undefined);
  const faces = new Map<string, ReturnType<PageFrame['face']>>();
  const pages: CollectedInk[] = [];
  const annotations: Annotation[] = [];
  const unread: number[] = [];
  let glyphs = 0;
  for (let number = 1; number <= document.numPages; number++) {
    try {
      const page = await document.getPage(number);
      const operators = await page.getOperatorList(WITHOUT_ANNOTATIONS);
      const { width, height, transform } = page.getViewport({ scale: 1 });
      const collected = collectInk(operators, engine.codes, {
        number,
        width,
        height,
        transform,
        face: (name) => faceOf(page, name, faces),
        isVisible: (layer) => layers?.isVisible(layer) ?? true,
      });
      pages.push(collected);
      annotations.push(...(await readAnnotations(page, number)));
      glyphs += collected.ink.glyphs.length;
      page.cleanup();
    } catch {
      unread.push(number);
    }
    if (glyphs > MOST_GLYPHS) {
      throw new UnreadableDraft('too-large', 'The PDF holds more text than any draft; check its parts one by one.');
    }
  }
  return { pages, annotations, unread };
}

const BOLD = /bold|black|heavy|demi|-medi(?!um)|cmbx|sfbx/iu;
const ITALIC = /ital|obliq|slant|cmti|sfti/iu;

interface EngineFont {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly italic?: boolean;
  readonly fontMatrix?: ArrayLike<number>;
}

function faceOf(page: PDFPageProxy, name: string, faces: Map<string, ReturnType<PageFrame['face']>>) {
  const known = faces.get(name);
  if (known) return known;
  const font: EngineFont | undefined = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined;
  const face = {
    bold: Boolean(font?.bold || font?.black) || BOLD.test(font?.name ?? ''),
    italic: Boolean(font?.italic) || ITALIC.test(font?.name ?? ''),
    widthUnit: font?.fontMatrix?.[0] || 0.001,
  };
  if (font) faces.set(name, face);
  return face;
}

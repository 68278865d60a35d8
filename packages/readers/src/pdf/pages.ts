import { UnreadableDraft } from '../unreadable-draft.ts';
import { hasClusters, spellClusters } from './actual-text.ts';
import { damaged, type Engine, type PDFDocumentProxy, type PDFPageProxy } from './engine.ts';
import type { LaidPage } from './furniture.ts';
import { type CollectedInk, collectInk, type PageFrame, tooMuchText } from './glyphs.ts';
import type { Turn } from './ink.ts';
import { type Annotation, readAnnotations } from './margin-comments.ts';
import { joinGlyphs } from './segments.ts';

/** Annotations are read apart; their appearance is not the page's text. */
const WITHOUT_ANNOTATIONS = { annotationMode: 0 };

/** A whole library shelf has fewer letters than this. */
const MOST_GLYPHS = 20_000_000;
const MOST_UNREAD = 20;

/** A page whose letters have become words. */
export interface ReadPage extends LaidPage {
  readonly turn: Turn;
  readonly glyphs: number;
  /** Glyphs whose meaning the font does not declare. */
  readonly noise: number;
  readonly shapes: number;
  readonly operators: number;
  /** Whether words stand across the reading direction. */
  readonly hasWordsAside: boolean;
}

export interface ReadPages {
  readonly pages: readonly ReadPage[];
  readonly annotations: readonly Annotation[];
  /** Numbers of pages that could not be read at all. */
  readonly unread: readonly number[];
}

/** Reads page after page, letting go of the letters of each before the next. */
export async function readPages(engine: Engine, document: PDFDocumentProxy, bytes: Uint8Array): Promise<ReadPages> {
  const layers = await document.getOptionalContentConfig().catch(() => undefined);
  const faces = new Map<string, ReturnType<PageFrame['face']>>();
  const pages: ReadPage[] = [];
  const unspelled: CollectedInk[] = [];
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
      if (hasClusters(collected)) unspelled.push(collected);
      else pages.push(layPage(collected));
      annotations.push(...(await readAnnotations(page, number)));
      glyphs += collected.ink.glyphs.length;
      page.cleanup();
    } catch (error) {
      if (error instanceof UnreadableDraft) throw error;
      unread.push(number);
      // A document that claims thousands of pages which it does not have.
      if (unread.length > MOST_UNREAD + pages.length) throw damaged();
    }
    if (glyphs > MOST_GLYPHS) {
      throw tooMuchText();
    }
  }
  for (const collected of await spellClusters(bytes, unspelled)) pages.push(layPage(collected));
  pages.sort((a, b) => a.number - b.number);
  return { pages, annotations, unread };
}

/** The share of letters without meaning from which a page is garbled, and the least number of them. */
const GARBLED = 0.05;
const FEWEST_GARBLED = 4;

/** Whether the page's fonts do not say which letters they show. */
export function isGarbled({ glyphs, noise }: ReadPage): boolean {
  return noise >= FEWEST_GARBLED && noise > GARBLED * glyphs;
}

export function layPage({ ink, noise, shapes, operators }: CollectedInk): ReadPage {
  const { number, width, height, turn, glyphs, aside } = ink;
  return {
    number,
    width,
    height,
    turn,
    segments: joinGlyphs(ink),
    glyphs: glyphs.length,
    noise,
    shapes,
    operators,
    hasWordsAside: aside.length > 2,
  };
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

import { UnreadableDraft } from '../unreadable-draft.ts';
import type { Glyph, PageInk } from './ink.ts';

export type RecognitionLanguage = 'en' | 'fr' | 'es' | 'ar';

export interface RecognitionOptions {
  /** The languages to try, at least one. With several, each page keeps the one that was read most surely. */
  readonly languages: readonly RecognitionLanguage[];
}

/** Optional peers: 70 MB that only readers of scans need. */
const LANGUAGE_PACKAGES: Readonly<Record<RecognitionLanguage, string>> = {
  en: '@tesseract.js-data/eng',
  fr: '@tesseract.js-data/fra',
  es: '@tesseract.js-data/spa',
  ar: '@tesseract.js-data/ara',
};
const RECOGNISER = 'tesseract.js';
const RASTERISER = '@hyzyla/pdfium';

/** Dots per inch: below, small print is lost; above, only time is. */
const RESOLUTION = 200;
const POINTS = 72 / RESOLUTION;
/** Line heights within this part of the page's usual one are the same letter size, measured inexactly. */
const SAME_HEIGHT = 0.2;
/** A line's letter size in parts of the height that the recogniser reports. */
const SIZE_OF_HEIGHT = 1.1;

/** What of the optional packages is used. */
interface Rasteriser {
  readonly PDFiumLibrary: {
    init(): Promise<{
      loadDocument(bytes: Uint8Array): Promise<{
        getPage(index: number): {
          render(options: { scale: number; render: 'bitmap'; colorSpace: 'Gray' }): Promise<Picture>;
        };
        destroy(): void;
      }>;
      destroy(): void;
    }>;
  };
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

interface Recogniser {
  createWorker(
    language: string,
    engine: number,
    options: { langPath: string; gzip: boolean; cacheMethod: 'none' },
  ): Promise<RecogniserWorker>;
}

interface RecogniserWorker {
  recognize(
    picture: Uint8Array,
    options: object,
    output: { blocks: true; text: false },
  ): Promise<{ data: RecognisedPage }>;
  terminate(): Promise<unknown>;
}

interface RecognisedPage {
  readonly confidence: number;
  readonly blocks: readonly { readonly paragraphs: readonly { readonly lines: readonly RecognisedLine[] }[] }[] | null;
}

interface RecognisedLine {
  readonly baseline: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
  readonly rowAttributes: { readonly rowHeight: number };
  readonly words: readonly {
    readonly text: string;
    readonly confidence: number;
    readonly bbox: { readonly x0: number; readonly x1: number };
  }[];
}

interface LanguageData {
  readonly code: string;
  readonly langPath: string;
}

/**
 * Recognises the words of the given pages, without sending anything away. The words take the places of glyphs, so that
 * columns, notes and paragraphs are found as on any other page.
 *
 * @throws UnreadableDraft `ocr-unavailable` where an optional package is not installed
 */
export async function recognisePages(
  bytes: Uint8Array,
  pages: readonly number[],
  { languages }: RecognitionOptions,
  load: LoadPackage = loadInstalled,
): Promise<Map<number, PageInk>> {
  const { rasteriser, recogniser, data } = await loadPackages(languages, load);
  const library = await rasteriser.PDFiumLibrary.init();
  const workers: RecogniserWorker[] = [];
  const recognised = new Map<number, PageInk>();
  try {
    const document = await library.loadDocument(new Uint8Array(bytes));
    for (const { code, langPath } of data) {
      // The faster of the two models that each package holds; both read print equally well.
      const path = langPath.replace(/4\.0\.0$/u, '4.0.0_best_int');
      workers.push(await recogniser.createWorker(code, 1, { langPath: path, gzip: true, cacheMethod: 'none' }));
    }
    for (const number of pages) {
      const picture = await document
        .getPage(number - 1)
        .render({ scale: 1 / POINTS, render: 'bitmap', colorSpace: 'Gray' });
      const map = greyMap(picture);
      let best: RecognisedPage | undefined;
      for (const worker of workers) {
        const { data: page } = await worker.recognize(map, {}, { blocks: true, text: false });
        if (!best || page.confidence > best.confidence) best = page;
      }
      if (best) recognised.set(number, inkOf(best, number, picture));
    }
    document.destroy();
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
    library.destroy();
  }
  return recognised;
}

/** Loads an optional package by its name; fails where it is not installed. */
export type LoadPackage = (name: string) => Promise<unknown>;

/** The name is a value, so that no bundler and no type checker asks for packages that may be absent. */
function loadInstalled(name: string): Promise<unknown> {
  return import(/* @vite-ignore */ name);
}

async function loadPackages(
  languages: readonly RecognitionLanguage[],
  loadPackage: LoadPackage,
): Promise<{ rasteriser: Rasteriser; recogniser: Recogniser; data: LanguageData[] }> {
  const missing: string[] = [];
  const load = async <Module>(name: string): Promise<Module> => {
    try {
      return (await loadPackage(name)) as Module;
    } catch {
      missing.push(name);
      return {} as Module;
    }
  };
  const rasteriser = await load<Rasteriser>(RASTERISER);
  const recogniser = await load<Recogniser>(RECOGNISER);
  const data: LanguageData[] = [];
  for (const language of languages.length > 0 ? languages : (['en'] as const)) {
    const { default: found } = await load<{ default: LanguageData }>(LANGUAGE_PACKAGES[language]);
    if (found) data.push(found);
  }
  if (missing.length > 0) {
    throw new UnreadableDraft(
      'ocr-unavailable',
      `Recognising scanned pages needs packages that are not installed; run npm install ${missing.join(' ')}.`,
    );
  }
  return { rasteriser, recogniser, data };
}

/** A portable grey map: the one format that needs neither an encoder here nor a slow decoder there. */
function greyMap({ width, height, data }: Picture): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const map = new Uint8Array(head.length + width * height);
  map.set(head);
  map.set(data.subarray(0, width * height), head.length);
  return map;
}

function inkOf(page: RecognisedPage, number: number, picture: Picture): PageInk {
  const lines = (page.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  const heights = lines.map((line) => line.rowAttributes.rowHeight).sort((a, b) => a - b);
  const usual = heights[heights.length >> 1] ?? 0;
  const glyphs = lines.flatMap((line) => {
    const { rowHeight } = line.rowAttributes;
    const height = Math.abs(rowHeight - usual) < SAME_HEIGHT * usual ? usual : rowHeight;
    const { x0, y0, x1, y1 } = line.baseline;
    const slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
    const letter = {
      // One baseline for the line, however the scan lies: a slope is the scanner's.
      y: (y0 + (slope * (x1 - x0)) / 2) * POINTS,
      size: height * POINTS * SIZE_OF_HEIGHT,
      face: { bold: false, italic: false },
      colour: '#000000',
      artifact: false,
    };
    return line.words.flatMap(({ text, bbox, confidence }): Glyph[] => [
      { ...letter, text, x: bbox.x0 * POINTS, width: (bbox.x1 - bbox.x0) * POINTS, confidence: confidence / 100 },
      { ...letter, text: ' ', x: bbox.x1 * POINTS, width: 0 },
    ]);
  });
  return {
    number,
    width: picture.width * POINTS,
    height: picture.height * POINTS,
    turn: 0,
    glyphs,
    strokes: [],
    aside: '',
  };
}

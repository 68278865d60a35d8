import { UnreadableDraft } from '../unreadable-draft.ts';
import { readsFromRight } from './bidirectional-order.ts';
import type { Glyph, PageInk } from './ink.ts';
import { mendLabels } from './recognised-labels.ts';

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

/**
 * Dots per inch. Neither is better on all pages: what was read unsurely at the first is read again at the second, and
 * the surer reading of each line stands.
 */
const RESOLUTIONS = [300, 200] as const;
/** A page with a word below this confidence, in percent, is read again. */
const UNSURE = 88;
/** Signs below this confidence that have neither letter nor digit are specks. */
const SPECK = 60;
/** Line heights within this part of the page's usual one are the same letter size, measured inexactly. */
const SAME_HEIGHT = 0.2;
/** Arabic letters hardly rise or hang alike: a short line's height says little. */
const SAME_ARABIC_HEIGHT = 0.55;
/** A line's letter size in parts of the height that the recogniser reports; Arabic letters reach further up and down. */
const SIZE_OF_HEIGHT = 1.1;
const SIZE_OF_ARABIC_HEIGHT = 0.8;

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

/** In the picture's dots. */
interface RecognisedLine {
  readonly confidence: number;
  readonly baseline: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
  readonly rowAttributes: { readonly rowHeight: number };
  readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
  readonly words: readonly {
    readonly text: string;
    readonly confidence: number;
    readonly bbox: { readonly x0: number; readonly x1: number };
  }[];
}

/** A line on the page; lengths are points. */
interface PrintedLine {
  readonly confidence: number;
  readonly baseline: number;
  /** Of the letters. */
  readonly size: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly words: readonly PrintedWord[];
}

interface PrintedWord {
  readonly text: string;
  readonly confidence: number;
  readonly left: number;
  readonly right: number;
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
    const read: { number: number; lines: PrintedLine[]; width: number; height: number }[] = [];
    for (const number of [...pages].sort((a, b) => a - b)) {
      const look = async (resolution: number, worker: RecogniserWorker) => {
        const points = 72 / resolution;
        // A page can be rendered once; then the library lets go of it.
        const page = document.getPage(number - 1);
        const picture = await page.render({ scale: 1 / points, render: 'bitmap', colorSpace: 'Gray' });
        const { data: found } = await worker.recognize(greyMap(picture), {}, { blocks: true, text: false });
        const lines = printedLines(found, points);
        return { found, lines, width: picture.width * points, height: picture.height * points };
      };
      let best: { worker: RecogniserWorker; seen: Awaited<ReturnType<typeof look>> } | undefined;
      for (const worker of workers) {
        const seen = await look(RESOLUTIONS[0], worker);
        if (!best || seen.found.confidence > best.seen.found.confidence) best = { worker, seen };
      }
      if (!best) continue;
      let { lines } = best.seen;
      if (lines.some(({ words }) => words.some(({ confidence }) => confidence < UNSURE))) {
        const again = await look(RESOLUTIONS[1], best.worker);
        lines = surerLines(lines, again.lines);
      }
      read.push({ number, lines, width: best.seen.width, height: best.seen.height });
    }
    const mended = mendLabels(read.flatMap(({ lines }) => lines.map(({ words }) => words[0]?.text ?? '')));
    let first = 0;
    for (const { number, lines, width, height } of read) {
      const labelled = lines.map((line) => withFirstWord(line, mended[first++] as string));
      recognised.set(number, inkOf(labelled, number, width, height));
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

function printedLines({ blocks }: RecognisedPage, points: number): PrintedLine[] {
  const found = (blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  const heights = found.map((line) => line.rowAttributes.rowHeight).sort((a, b) => a - b);
  const usual = heights[heights.length >> 1] ?? 0;
  return found.flatMap((line) => {
    const fromRight = readsFromRight(line.words.map(({ text }) => text));
    const words = line.words.flatMap(({ text, confidence, bbox }): PrintedWord[] => {
      // A mark between brackets may be a label that was not made out.
      const isSpeck = confidence < SPECK && !/[\p{L}\p{N}]|^[([].+[)\]]$/u.test(text);
      const typed = fromRight ? asArabicTyped(text) : text;
      return isSpeck ? [] : [{ text: typed, confidence, left: bbox.x0 * points, right: bbox.x1 * points }];
    });
    if (words.length === 0) return [];
    const { rowHeight } = line.rowAttributes;
    const like = fromRight ? SAME_ARABIC_HEIGHT : SAME_HEIGHT;
    const { x0, y0, x1, y1 } = line.baseline;
    return {
      confidence: meanConfidence(words),
      // One baseline for the line, however the scan lies: a slope is the scanner's.
      baseline: ((y0 + y1) / 2) * points,
      size:
        (Math.abs(rowHeight - usual) < like * usual ? usual : rowHeight) *
        points *
        (fromRight ? SIZE_OF_ARABIC_HEIGHT : SIZE_OF_HEIGHT),
      top: line.bbox.y0 * points,
      bottom: line.bbox.y1 * points,
      left: Math.min(x0, line.bbox.x0) * points,
      right: Math.max(x1, line.bbox.x1) * points,
      words,
    };
  });
}

/**
 * The recogniser sets the comma of Latin print between Arabic words, or reads it as a quotation mark that no word ends
 * with, and adds marks of direction.
 */
function asArabicTyped(text: string): string {
  const plain = text.replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '');
  return /\p{Script=Arabic}/u.test(plain)
    ? plain
        .replace(/,(?!\p{Nd})/gu, '،')
        .replace(/(?<=\p{L}\p{M}*)«$/u, '،')
        .replace(/;/gu, '؛')
        .replace(/\?/gu, '؟')
    : plain.replace(/(["”»)\]]),$/u, '$1،');
}

/** Each line with the surer reading of its words: those of the same line in the other picture, one by one or all. */
function surerLines(lines: readonly PrintedLine[], others: readonly PrintedLine[]): PrintedLine[] {
  return lines.map((line) => {
    const same = others.find(
      (other) =>
        overlap(line.top, line.bottom, other.top, other.bottom) > 0.6 &&
        overlap(line.left, line.right, other.left, other.right) > 0.9,
    );
    if (!same) return line;
    const pairs = pairWords(line.words, same.words);
    if (pairs) {
      const words = pairs.map(([one, other], index) => {
        // What looks like a label at the beginning of a line is one, however surely it was read as something else.
        const labelled = index === 0 ? Number(LABEL.test(other.text)) - Number(LABEL.test(one.text)) : 0;
        return (labelled || other.confidence - one.confidence) > 0 ? other : one;
      });
      return { ...line, words, confidence: meanConfidence(words) };
    }
    return same.confidence > line.confidence ? { ...same, baseline: line.baseline, size: line.size } : line;
  });
}

const LABEL =
  /^(?:[([][\p{L}\p{N}]{1,4}[)\]]|[\p{L}\p{N}]{1,4}\)|\p{N}{1,2}(?:\.\p{N}{1,2})*\.|\p{N}{1,2}(?:\.\p{N}{1,2})+|\p{Lu}\.)$/u;

/** The words of two readings that stand in the same places; undefined where they are parted differently. */
function pairWords(
  words: readonly PrintedWord[],
  others: readonly PrintedWord[],
): (readonly [PrintedWord, PrintedWord])[] | undefined {
  if (words.length !== others.length) return undefined;
  const pairs = words.map((word, index) => [word, others[index] as PrintedWord] as const);
  return pairs.every(([one, other]) => overlap(one.left, one.right, other.left, other.right) > 0.7) ? pairs : undefined;
}

function meanConfidence(words: readonly PrintedWord[]): number {
  return words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
}

/** How much two stretches share, in parts of the longer. */
function overlap(a: number, b: number, c: number, d: number): number {
  return (Math.min(b, d) - Math.max(a, c)) / Math.max(b - a, d - c, 1);
}

function withFirstWord(line: PrintedLine, text: string): PrintedLine {
  const [first, ...rest] = line.words;
  return first && first.text !== text ? { ...line, words: [{ ...first, text }, ...rest] } : line;
}

function inkOf(lines: readonly PrintedLine[], number: number, width: number, height: number): PageInk {
  const gutter = findWhiteGutter(lines);
  const glyphs: Glyph[] = [];
  const beyond: Glyph[] = [];
  for (const { baseline, size, words } of lines) {
    const letter = {
      y: baseline,
      size,
      face: { bold: false, italic: false },
      colour: '#000000',
      artifact: false,
    };
    for (const { text, left, right, confidence } of words) {
      // Words behind a gutter are drawn after all others, as a program that typesets columns draws them.
      (gutter !== undefined && left >= gutter ? beyond : glyphs).push(
        { ...letter, text, x: left, width: right - left, confidence: confidence / 100 },
        { ...letter, text: ' ', x: right, width: 0 },
      );
    }
  }
  return { number, width, height, turn: 0, glyphs: [...glyphs, ...beyond], strokes: [], aside: '' };
}

/** Lines that reach over a gutter must be at least so many, and leave it white so often. */
const FEWEST_OVER_GUTTER = 8;
const WHITE_SHARE = 0.8;
const STEP = 1;
/** The least width of a gutter, in parts of the letter size. */
const NARROWEST_GUTTER = 0.6;

/**
 * The middle of a narrow white strip between two columns that the recogniser read as one: the lines that have words on
 * both sides of it have none in it. Between the words of a single column no strip is white in so many lines.
 */
function findWhiteGutter(lines: readonly PrintedLine[]): number | undefined {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  let best: { from: number; to: number; share: number } | undefined;
  for (let at = left + 0.25 * (right - left); at <= left + 0.75 * (right - left); at += STEP) {
    let over = 0;
    let white = 0;
    for (const line of lines) {
      if (line.left > at - line.size || line.right < at + line.size) continue;
      over++;
      const before = Math.max(...line.words.map((word) => (word.left < at ? word.right : Number.NEGATIVE_INFINITY)));
      const after = Math.min(...line.words.map((word) => (word.left >= at ? word.left : Number.POSITIVE_INFINITY)));
      if (before <= at && after - before > NARROWEST_GUTTER * line.size) white++;
    }
    const share = over >= FEWEST_OVER_GUTTER ? white / over : 0;
    if (share < WHITE_SHARE) continue;
    if (best && share === best.share && at - best.to <= STEP) best.to = at;
    else if (!best || share > best.share) best = { from: at, to: at, share };
  }
  return best && (best.from + best.to) / 2;
}

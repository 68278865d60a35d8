import { startsWithLabel } from './clause-labels.ts';
import { type Row, rowsOf, rowText } from './rows.ts';
import type { Segment } from './segments.ts';

export interface LaidPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly segments: readonly Segment[];
}

export interface ClearedPage extends LaidPage {
  /** The number printed on the page, where it has one. */
  readonly label?: string;
  /** Running heads and feet that stand here for the first time, without page numbers. */
  readonly heads: readonly Row[];
}

/** The part of the page's height at its top and bottom where running heads stand. */
const EDGE = 0.14;
/** At most this many rows at an edge can be running heads. */
const EDGE_ROWS = 4;

const DIGITS = /\p{Nd}+/gu;
const ROMAN = /^[-–—\s]*([ivxlc]+)[-–—\s.]*$/iu;
const PAGE_NUMBER =
  /^[-–—\s|[(]*(?:(?:page|página|pagina|pág\.|p\.|صفحة|الصفحة)\s*)?#(?:\s*(?:\/|\||of|de|sur|من)\s*#)?[-–—\s.|\])]*$/iu;
/** The document numbers of the United Nations: "19-02529", "S/2019/145", "*1902529*". */
const JOB_NUMBER = /^\d{2}-\d{5}\b|^\*\d{7}\*$|\b\d{2}-\d{5}$/u;
const SYMBOL = /^[A-Z]{1,5}(?:\/[A-Z\d.]+)*\/\d{4}\/\d+(?:\/\w+)*$|^[A-Z]{1,5}(?:\/[A-Z\d.]+)+\/\d+$/u;
/** What browsers print around a page. */
const BROWSER_HEAD = /^(?:file|https?):\/\/|^\d{1,2}\/\d{1,2}\/\d{2,4},? \d{1,2}:\d{2}/u;

interface EdgeRow {
  readonly page: LaidPage;
  readonly row: Row;
  readonly atTop: boolean;
  readonly text: string;
  /** The text with its numbers masked, so that page numbers recur. */
  readonly masked: string;
  /** The first or last row of its page. */
  readonly outermost: boolean;
  /** Distance to the next row inwards. */
  readonly apart: number;
}

/**
 * Takes running heads, running feet and page numbers out of the pages. They are rows at the edge
 * that recur with their numbers masked at one height, that count the pages,
 * or that the file itself declares artifacts.
 */
export function clearFurniture(pages: readonly LaidPage[]): ClearedPage[] {
  const edges = pages.flatMap(edgeRows);
  const artifactsTold = artifactsAreTold(pages);
  const recurring = countRecurring(edges);
  const wanted = Math.max(2, Math.min(4, 0.3 * pages.length));
  const heights = usualHeights(edges, pages.length);

  const isFurniture = (edge: EdgeRow): boolean => {
    const { text, masked, row, atTop, outermost, apart } = edge;
    if (artifactsTold && row.segments.every((segment) => segment.artifact)) return true;
    if (BROWSER_HEAD.test(text) && outermost) return true;
    if (row.segments.some((segment) => JOB_NUMBER.test(segment.text)) && !atTop) return true;
    if (row.segments.every((segment) => SYMBOL.test(segment.text)) && atTop) return true;
    if (outermost && (PAGE_NUMBER.test(masked) || ROMAN.test(text)) && apart > 1.4 * row.size) return true;
    const count = recurring.get(keyOf(edge))?.size ?? 0;
    if (startsWithLabel(text) && !PAGE_NUMBER.test(masked)) return count > 0.6 * pages.length && pages.length > 2;
    if (count >= wanted) return true;
    return outermost && heights.has(heightKey(edge)) && apart > 1.6 * row.size;
  };

  const furniture = new Map<LaidPage, Row[]>();
  for (const edge of edges) {
    if (isFurniture(edge)) furniture.set(edge.page, [...(furniture.get(edge.page) ?? []), edge.row]);
  }
  const labels = pageLabels(pages, furniture);
  const seen = new Set<string>();
  return pages.map((page) => {
    const rows = furniture.get(page) ?? [];
    const removed = new Set(rows.flatMap((row) => row.segments));
    const heads = rows.filter((row) => {
      const masked = mask(rowText(row, ' '));
      if (PAGE_NUMBER.test(masked) || ROMAN.test(masked) || seen.has(masked)) return false;
      seen.add(masked);
      return true;
    });
    const label = labels.get(page);
    const segments = page.segments.filter((segment) => !removed.has(segment));
    return { ...page, segments, heads, ...(label !== undefined && { label }) };
  });
}

function mask(text: string): string {
  return text.toLowerCase().replace(DIGITS, '#');
}

function edgeRows(page: LaidPage): EdgeRow[] {
  const rows = rowsOf(page.segments);
  return rows.flatMap((row, index) => {
    const fromEnd = rows.length - 1 - index;
    const atTop = row.baseline < EDGE * page.height && index < EDGE_ROWS;
    const atBottom = row.baseline > (1 - EDGE) * page.height && fromEnd < EDGE_ROWS;
    if (!atTop && !atBottom) return [];
    const inwards = rows[atTop ? index + 1 : index - 1];
    const text = rowText(row, ' ');
    return {
      page,
      row,
      atTop,
      text,
      masked: mask(text),
      outermost: atTop ? index === 0 : fromEnd === 0,
      apart: inwards ? Math.abs(inwards.baseline - row.baseline) : Number.POSITIVE_INFINITY,
    };
  });
}

/** Some programs declare everything an artifact; then the declaration says nothing. */
function artifactsAreTold(pages: readonly LaidPage[]): boolean {
  let artifacts = 0;
  let all = 0;
  for (const { segments } of pages) {
    for (const { artifact, text } of segments) {
      all += text.length;
      if (artifact) artifacts += text.length;
    }
  }
  return artifacts > 0 && artifacts < 0.4 * all;
}

function keyOf({ atTop, masked, row }: EdgeRow): string {
  return `${atTop ? 'top' : 'bottom'} ${Math.round(row.baseline / 4)} ${masked}`;
}

function countRecurring(edges: readonly EdgeRow[]): Map<string, Set<LaidPage>> {
  const pagesByKey = new Map<string, Set<LaidPage>>();
  for (const edge of edges) {
    const found = pagesByKey.get(keyOf(edge)) ?? new Set();
    pagesByKey.set(keyOf(edge), found.add(edge.page));
  }
  return pagesByKey;
}

function heightKey({ atTop, row }: EdgeRow): string {
  return `${atTop ? 'top' : 'bottom'} ${Math.round(row.baseline / 2)}`;
}

/** Heights at which most pages have a row of their own, apart from the text: heads that name the chapter. */
function usualHeights(edges: readonly EdgeRow[], pages: number): Set<string> {
  const counts = new Map<string, number>();
  for (const edge of edges) {
    if (edge.outermost && edge.apart > 1.6 * edge.row.size && !startsWithLabel(edge.text)) {
      counts.set(heightKey(edge), (counts.get(heightKey(edge)) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => pages >= 4 && count >= 0.6 * pages).map(([key]) => key));
}

/** The printed number of each page: a number in its furniture that counts along with the pages. */
function pageLabels(
  pages: readonly LaidPage[],
  furniture: ReadonlyMap<LaidPage, readonly Row[]>,
): Map<LaidPage, string> {
  const numbers = new Map<LaidPage, number[]>();
  const labels = new Map<LaidPage, string>();
  const offsets = new Map<number, number>();
  for (const page of pages) {
    const texts = (furniture.get(page) ?? []).flatMap((row) => row.segments.map((segment) => segment.text));
    const found = [...new Set(texts.flatMap((text) => [...text.matchAll(DIGITS)].map(([digits]) => numberOf(digits))))];
    numbers.set(page, found);
    for (const number of found) {
      const offset = number - page.number;
      offsets.set(offset, (offsets.get(offset) ?? 0) + 1);
    }
    const roman = texts.map((text) => ROMAN.exec(text)?.[1]).find((match) => match !== undefined);
    if (roman) labels.set(page, roman);
  }
  let best: number | undefined;
  for (const [offset, count] of offsets) {
    const better = count - (offsets.get(best ?? Number.NaN) ?? 0) || Number(offset === 0);
    if (better > 0) best = offset;
  }
  if (best === undefined) return labels;
  for (const page of pages) {
    const label = page.number + best;
    if (numbers.get(page)?.includes(label)) labels.set(page, String(label));
  }
  return labels;
}

function numberOf(digits: string): number {
  return Number(digits.replace(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - 0x660)));
}

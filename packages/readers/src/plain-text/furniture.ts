import { isInvisible } from './letter.ts';

const DIGIT = '[0-9٠-٩۰-۹]';
const NUMBER = `${DIGIT}{1,4}`;

const PAGE_NUMBER = new RegExp(
  `^(?:${[
    `[-–—]\\s*${NUMBER}\\s*[-–—]`,
    `(?:page|página|pagina|pág\\.|seite|стр\\.|صفحة|الصفحة)\\s*${NUMBER}(?:\\s*(?:of|de|sur|/|من|из)\\s*${NUMBER})?`,
    `${NUMBER}\\s*(?:/|of|de|sur)\\s*${NUMBER}`,
    `${NUMBER}\\s*\\|\\s*page`,
    // United Nations job numbers, with or without the page: "19-02529 2/21".
    `${DIGIT}{2}-${DIGIT}{5}(?:\\s+\\([A-Z]\\))?(?:\\s+${DIGIT}{6})?(?:\\s+${NUMBER}/${NUMBER})?`,
    `${NUMBER}/${NUMBER}\\s+${DIGIT}{2}-${DIGIT}{5}`,
    // United Nations symbols as running heads: "S/2019/145".
    `[SA](?:/[A-Z0-9.]+){0,4}/${DIGIT}{2,4}(?:/[A-Z0-9.]+){0,3}(?:\\s+page\\s*${NUMBER})?`,
  ].join('|')})$`,
  'i',
);

const LONGEST_PAGE_NUMBER = 48;

/** Whether the visible line `[start, end)` is a page number, a running symbol or a line of a table of contents. */
export function isFurniture(text: string, start: number, end: number): boolean {
  if (end - start <= LONGEST_PAGE_NUMBER && mayBePageNumber(text, start, end)) {
    if (PAGE_NUMBER.test(text.slice(start, end))) return true;
    if (end - start <= 4 && isNumber(text, start, end)) return isBesidePageBreak(text, start, end);
  }
  return isContentsLine(text, start, end);
}

/** Page numbers and symbols end in a digit, a dash, a bracket or the word "page". */
function mayBePageNumber(text: string, start: number, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  if (
    last < 0x80
      ? (last >= 48 && last <= 57) || last === 45 || last === 41
      : last < 0x700 || last === 0x2013 || last === 0x2014
  ) {
    return true;
  }
  const first = text.charCodeAt(start);
  return first >= 48 && first <= 57 && (last === 101 || last === 69);
}

/** A bare number may be a label. Beside a form feed it is the page's. */
function isBesidePageBreak(text: string, start: number, end: number): boolean {
  for (let at = end; at < text.length && isInvisible(text.charCodeAt(at)); at++) {
    if (text.charCodeAt(at) === 12) return true;
  }
  for (let at = start - 1; at >= 0 && isInvisible(text.charCodeAt(at)); at--) {
    if (text.charCodeAt(at) === 12) return true;
  }
  return false;
}

function isNumber(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isPageDigit(text.charCodeAt(at))) return false;
  return true;
}

/** "Article 5 ........ 12": leaders of at least four dots, then a page number. */
function isContentsLine(text: string, start: number, end: number): boolean {
  let at = end;
  while (at > start && end - at < 8 && isPageDigit(text.charCodeAt(at - 1))) at--;
  if (at === end || at === start) return false;
  let dots = 0;
  for (; at > start; at--) {
    const code = text.charCodeAt(at - 1);
    if (code === 46 || code === 0xb7 || code === 95) dots++;
    else if (code === 0x2026) dots += 3;
    else if (code !== 32 && code !== 9 && code !== 0xa0) break;
  }
  return dots >= 4;
}

function isPageDigit(code: number): boolean {
  if (code >= 48 && code <= 57) return true;
  // Roman page numbers of front pages: i, v, x.
  if (code === 105 || code === 118 || code === 120) return true;
  return (code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9);
}

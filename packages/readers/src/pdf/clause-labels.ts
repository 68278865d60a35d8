/**
 * The labels by which agreements number their parts, in the languages that drafts come in.
 * The layout of a page alone does not tell a new clause from a wrapped line.
 */
const DIVISION =
  '(?:article|section|chapter|title|part|annex|appendix|schedule|paragraph|protocol|' +
  'chapitre|titre|partie|annexe|paragraphe|protocole|' +
  'artículo|articulo|sección|capítulo|capitulo|título|anexo|párrafo|protocolo|' +
  'artigo|secção|capítulo|' +
  'المادة|مادة|الباب|الفصل|القسم|الملحق|المرفق|البند|الفقرة|' +
  'статья|глава|раздел|приложение)';

const ORDINAL =
  '(?:[\\p{Nd}]+(?:[.\\-–][\\p{Nd}]+)*|[IVXLC]+|[A-Z]|premier|première|primero|primera|' +
  'one|two|three|four|five|six|seven|eight|nine|ten|الأول|الأولى|الثاني|الثانية|الثالث|الثالثة|الرابع|الرابعة|الخامس|الخامسة)';

const DIVISION_LABEL = new RegExp(`^${DIVISION}\\s+${ORDINAL}(?![\\p{L}\\p{Nd}])`, 'iu');

/** "Article 5", alone on its line or before a title. */
const LONE_DIVISION = new RegExp(`^${DIVISION}\\s+${ORDINAL}\\s*[.:–—-]?$`, 'iu');

const ITEM_LABEL = new RegExp(
  '^(?:[\\p{Nd}IVXLC]{1,5}[.)]$|' + // 5. alone on its line
    [
      '(?:\\p{Nd}{1,3}|[IVXLC]{1,5})[.)]$', // 5. alone on its line
      '[(\\[]?[\\p{Nd}]{1,3}[)\\]]\\s', // (1) 1)
      '[\\p{Nd}]{1,3}(?:\\.[\\p{Nd}]{1,3})*\\.(?=\\s|\\p{Lu})', // 1. 4.2.
      '[\\p{Nd}]{1,3}(?:\\.[\\p{Nd}]{1,3})+\\s', // 4.2
      '\\((?:[a-z]{1,2}|[ivxlc]{1,6}|[A-Z]|\\p{Lo}ـ?)(?:\\s(?:bis|ter|quater))?\\)\\s', // (a) (iv) (أ)
      '(?:[a-z]|[ivxlc]{1,5}|[A-Z]|\\p{Lo}ـ?)\\)\\s', // a)
      '(?:[a-z]|[A-Z]|[IVXLC]{1,5}|\\p{Lo})\\.\\s', // a. IV.
      '(?:\\p{Lo}ـ?|\\p{Nd}{1,2})\\s?[-–—]\\s', // أ-
      '[•●○▪■◦·*–—-]\\s', // bullets
    ].join('|') +
    ')',
  'u',
);

export function startsWithLabel(text: string): boolean {
  return DIVISION_LABEL.test(text) || ITEM_LABEL.test(text);
}

export function startsWithDivision(text: string): boolean {
  return DIVISION_LABEL.test(text);
}

/** Whether a line is nothing but the label of a division. */
export function isLoneDivision(text: string): boolean {
  return LONE_DIVISION.test(text);
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const ARABIC_LETTERS = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ';

/**
 * Whether `label`, at the start of a line, counts on from a label inside `text`: "any of: (a) murder;" before a
 * line that begins with "(b) pillage". Such a list runs on in its paragraph.
 */
export function countsOnInside(text: string, line: string): boolean {
  const label = /^(\(?)(\p{Nd}{1,2}|[a-z]|\p{Lo})ـ?\)/u.exec(line);
  if (!label) return false;
  const [, open, mark] = label as unknown as [string, string, string];
  const alphabet = LETTERS.includes(mark) ? LETTERS : ARABIC_LETTERS;
  const previous = /\p{Nd}/u.test(mark) ? String(Number(mark) - 1) : alphabet.charAt(alphabet.indexOf(mark) - 1);
  return previous !== '' && text.includes(` ${open}${previous})`);
}

/** Whether a line ends so that a clause, a sentence or a chapeau may end with it. */
export function endsClause(text: string): boolean {
  return /(?:[.;:!?؟؛…]["'”’»)\]]*|[;,،]\s+(?:and|or|et|ou|y|o|e|و|أو))$/u.test(text);
}

export function endsSentence(text: string): boolean {
  return /[.!?؟…]["'”’»)\]]*$/u.test(text);
}

/** A line of a table of contents: a leader of dots and a page number. */
export function isContentsLine(text: string): boolean {
  return /(?:\.\s?){5,}\s*[\p{Nd}ivxlc]+$|…{2,}\s*\p{Nd}+$|^\p{Nd}+\s*(?:\.\s?){5,}/iu.test(text);
}

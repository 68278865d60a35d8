import { isLowerCase } from './letter.ts';

/**
 * A label at the start of a line. `word` labels name a division ("Article 5"),
 * `mark` labels are bullets, `number` labels everything else ("1.1", "(a)", "iv)").
 */
export interface Enumerator {
  readonly kind: 'word' | 'number' | 'mark';
  /** Offset after the label. */
  readonly end: number;
}

const DIGIT = '[0-9٠-٩۰-۹]';
const ROMAN = '(?:x{1,4}(?:ix|iv|v?i{0,3})|xl(?:ix|iv|v?i{0,3})|ix|iv|vi{0,3}|i{1,3})';
const ROMAN_CAPITAL = ROMAN.toUpperCase();
const ARABIC_LETTER = '[\\u0621-\\u063a\\u0641-\\u064a]\\u0640?';
/** "aa" comes after "z". Other pairs are words: "(or)", "no.". */
const DOUBLE_LETTER = [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => letter + letter).join('|');
const SPACE = '[ \\t\\u00a0\\u2002-\\u200a\\u202f\\u3000]';
const MARKS = '[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069]*';
const STOP = `(?=${MARKS}(?:\\s|$))`;

// A year ("2017.") or a date ("12.05.2018") is no label: three digits a part.
const NUMBERED = [
  `${DIGIT}{1,3}(?:[.\\-–]${DIGIT}{1,3}){1,7}[.)\\-–:]?${STOP}`,
  `${DIGIT}{1,3}[.)](?:[º°ª])?[\\-–]?${STOP}`,
  `${DIGIT}{1,3}${SPACE}?[\\-–](?=${SPACE}|$|[\\u0621-\\u064a])`,
  `${DIGIT}{1,3}(?=\\t)`,
  `${DIGIT}{1,3}(?:[º°ª]|er|ère|ème|e)[.)]?(?=\\s*[-–—.:]|$)`,
  `\\[?\\((?:${DIGIT}{1,3}|${ROMAN}|${ROMAN_CAPITAL}|[A-Za-z]|${DOUBLE_LETTER}|[а-яёА-ЯЁ]|${ARABIC_LETTER})\\)[.:]?`,
  `(?:${ROMAN}|${ROMAN_CAPITAL}|[A-Za-z]|${DOUBLE_LETTER}|[а-яёА-ЯЁ])(?:\\.?\\)|\\.[\\-–]?)${STOP}`,
  `(?:${ROMAN_CAPITAL}|[A-Z])${SPACE}?[\\-–—]${STOP}`,
  `${ARABIC_LETTER}${SPACE}?[\\-–.)]`,
  `(?:أول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)ا?[\\u064b-\\u0652]?ا?[\\u064b-\\u0652]?${SPACE}?[:.\\-–،]`,
  `(?:PRIMER|SEGUND|TERCER|CUART|QUINT|SEXT|S[ÉE]PTIM|OCTAV|NOVEN|D[ÉE]CIM)[OA][.:][\\-–]?`,
  `(?:Primer|Segund|Tercer|Cuart|Quint|Sext|S[ée]ptim|Octav|Noven|D[ée]cim)[oa][.:][\\-–]?`,
  `[§¶]{1,2}${SPACE}?${DIGIT}{1,4}[.)]?`,
].join('|');

const DIVISIONS = [
  'article|art\\.?|chapter|section|sec\\.|part|title|annex|annexe|annexure|appendix|schedule|protocol|clause|rule|principle|paragraph',
  'chapitre|titre|partie|paragraphe|principe',
  'artículo|articulo|capítulo|capitulo|título|titulo|parte|sección|seccion|anexo|apéndice|protocolo|cláusula|numeral|punto',
  'artigo|secção|seção|статья|глава|раздел|приложение|пункт',
  'المادة|مادة|الفصل|الباب|الجزء|القسم|الملحق|ملحق|المرفق|مرفق|البند|بند|الفقرة|المبدأ',
].join('|');

const NUMBER_WORDS = [
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty',
  'premier|première|unique|deux|trois|quatre|cinq|sept|huit|neuf|dix|deuxième|troisième|quatrième|cinquième|sixième',
  'primero|primera|segundo|segunda|tercero|tercera|cuarto|cuarta|quinto|quinta|sexto|sexta|único|única',
  'первая|вторая|третья|первый|второй|третий',
  'ال(?:أول|اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|حادي)[\\u0621-\\u064a]{0,2}(?: عشرة?)?',
].join('|');

const WORDED =
  `(?:${DIVISIONS})${SPACE}{1,4}(?:n[°º]${SPACE}?)?\\(?` +
  `(?:${DIGIT}{1,3}(?:[.\\-]${DIGIT}{1,3}){0,5}(?:[º°ª]|\\.[º°ª]|er|re|bis|ter|[a-z])?|${ROMAN}|[A-Z](?![a-z])|${NUMBER_WORDS})` +
  `(?![\\p{L}\\p{N}])\\)?[.:]?`;

const MARKED = `(?:[-–—*·o](?=${SPACE})|[•●○◦▪▫■□❖➢➤‣⁃∙◆◇✓✔\\uf0b7\\uf0a7])`;

const NUMBERED_LABEL = new RegExp(NUMBERED, 'y');
const WORDED_LABEL = new RegExp(WORDED, 'iuy');
const MARKED_LABEL = new RegExp(MARKED, 'y');

/** The label that begins at `start`, or undefined. `start` is the line's first visible character. */
export function enumeratorAt(text: string, start: number, end: number): Enumerator | undefined {
  if (!mayBegin(text, start, end)) return undefined;
  const numbered = match(NUMBERED_LABEL, text, start);
  if (numbered !== 0 && numbered <= end) return { kind: 'number', end: numbered };
  const marked = match(MARKED_LABEL, text, start);
  if (marked !== 0 && marked <= end) return { kind: 'mark', end: marked };
  // "article 5" in lower case is a reference in a sentence, not a heading.
  if (isLowerCase(text.charCodeAt(start))) return undefined;
  const worded = match(WORDED_LABEL, text, start);
  if (worded !== 0 && worded <= end) return { kind: 'word', end: worded };
  return undefined;
}

function match(label: RegExp, text: string, start: number): number {
  label.lastIndex = start;
  return label.test(text) ? label.lastIndex : 0;
}

/** A cheap look that turns most lines away: those that begin with a lower-case word. */
function mayBegin(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  if (code >= 97 && code <= 122) {
    for (let at = start + 1; at < end && at < start + 9; at++) {
      const next = text.charCodeAt(at);
      if (next === 46 || next === 41) return true;
      if (next < 97 || next > 122) return code === 111 && at === start + 1;
    }
    return false;
  }
  return true;
}

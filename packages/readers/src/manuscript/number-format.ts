const latin = 'abcdefghijklmnopqrstuvwxyz';
const cyrillic = 'абвгдежзиклмнопрстуфхцчшщыэюя';
const arabicAlphabet = 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي';
const arabicAbjad = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ';
const arabicDigits = '٠١٢٣٤٥٦٧٨٩';

const ones =
  'Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen'.split(
    ' ',
  );
const tens = 'Zero Ten Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety'.split(' ');
const ordinals: Readonly<Record<string, string>> = {
  One: 'First',
  Two: 'Second',
  Three: 'Third',
  Five: 'Fifth',
  Eight: 'Eighth',
  Nine: 'Ninth',
  Twelve: 'Twelfth',
};

/**
 * A count as Word's numbering formats write it. A format that is not known here is written in decimal,
 * as Word itself falls back.
 *
 * @param format the name in OOXML's `ST_NumberFormat`
 */
export function formatNumber(format: string, count: number): string {
  if (format === 'none' || format === 'bullet') return '';
  if (count < 1) return String(count);
  switch (format) {
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'lowerLetter':
      return repeatLetter(latin, count);
    case 'upperLetter':
      return repeatLetter(latin.toUpperCase(), count);
    case 'lowerRoman':
      return roman(count).toLowerCase();
    case 'upperRoman':
      return roman(count);
    case 'ordinal':
      return `${count}${ordinalSuffix(count)}`;
    case 'cardinalText':
      return spell(count);
    case 'ordinalText':
      return spellOrdinal(count);
    case 'numberInDash':
      return `- ${count} -`;
    case 'decimalEnclosedParen':
      return `(${count})`;
    case 'decimalEnclosedFullstop':
      return `${count}.`;
    case 'arabicAlpha':
      return repeatLetter(arabicAlphabet, count);
    case 'arabicAbjad':
      return repeatLetter(arabicAbjad, count);
    case 'hindiNumbers':
      return String(count).replace(/\d/g, (digit) => arabicDigits[Number(digit)] as string);
    case 'russianLower':
      return repeatLetter(cyrillic, count);
    case 'russianUpper':
      return repeatLetter(cyrillic.toUpperCase(), count);
    default:
      return String(count);
  }
}

/** Past the last letter Word doubles it (z, aa, bb), unlike a spreadsheet (z, aa, ab). */
function repeatLetter(alphabet: string, count: number): string {
  const letter = alphabet[(count - 1) % alphabet.length] as string;
  // A hostile start value must not become a label of gigabytes.
  const times = Math.ceil(count / alphabet.length);
  return times > 30 ? String(count) : letter.repeat(times);
}

const romanDigits: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(count: number): string {
  if (count > 32767) return String(count);
  let rest = count;
  let written = '';
  for (const [value, digit] of romanDigits) {
    while (rest >= value) {
      written += digit;
      rest -= value;
    }
  }
  return written;
}

function ordinalSuffix(count: number): string {
  if (count % 100 >= 11 && count % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][count % 10] ?? 'th';
}

function spell(count: number): string {
  if (count < 20) return ones[count] as string;
  if (count > 99) return String(count);
  const ten = tens[Math.floor(count / 10)] as string;
  return count % 10 ? `${ten}-${(ones[count % 10] as string).toLowerCase()}` : ten;
}

function spellOrdinal(count: number): string {
  if (count > 99) return `${count}${ordinalSuffix(count)}`;
  if (count >= 20 && count % 10) {
    const ten = tens[Math.floor(count / 10)] as string;
    return `${ten}-${spellOrdinal(count % 10).toLowerCase()}`;
  }
  const cardinal = spell(count);
  return ordinals[cardinal] ?? (cardinal.endsWith('y') ? `${cardinal.slice(0, -1)}ieth` : `${cardinal}th`);
}

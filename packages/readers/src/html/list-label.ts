import type { Element } from 'hast';

/** The label that a browser draws before a list item, without the space after it. */
export function listLabel(style: string, ordinal: number): string {
  switch (style) {
    case 'none':
      return '';
    case 'a':
    case 'lower-alpha':
    case 'lower-latin':
      return `${letters(ordinal)}.`;
    case 'A':
    case 'upper-alpha':
    case 'upper-latin':
      return `${letters(ordinal).toUpperCase()}.`;
    case 'i':
    case 'lower-roman':
      return `${roman(ordinal)}.`;
    case 'I':
    case 'upper-roman':
      return `${roman(ordinal).toUpperCase()}.`;
    case 'arabic-indic':
      return `${String(ordinal).replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] as string)}.`;
    case 'disc':
    case 'circle':
    case 'square':
      return '•';
    default:
      return `${ordinal}.`;
  }
}

/** How a list draws its labels: its own style, else its `type`, else what its tag says. */
export function listStyle(list: Element): string {
  const style =
    /list-style(?:-type)?\s*:[^;]*?\b(none|disc|circle|square|decimal|arabic-indic|(?:lower|upper)-(?:alpha|latin|roman))\b/i.exec(
      String(list.properties.style ?? ''),
    )?.[1];
  if (style !== undefined) return style.toLowerCase();
  const type = list.properties.type;
  if (typeof type === 'string' && type !== '') return type;
  return list.tagName === 'ol' ? '1' : 'disc';
}

function letters(ordinal: number): string {
  let name = '';
  for (let left = ordinal; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(97 + ((left - 1) % 26)) + name;
  }
  return name === '' ? String(ordinal) : name;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(ordinal: number): string {
  if (ordinal < 1 || ordinal > 3999) return String(ordinal);
  let name = '';
  let left = ordinal;
  for (const [value, digits] of ROMAN) {
    for (; left >= value; left -= value) name += digits;
  }
  return name;
}

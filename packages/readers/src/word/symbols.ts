/** Check boxes and list signs of the symbol fonts that drafts use. */
const signs: Readonly<Record<string, string>> = {
  f0b7: '•',
  f0a7: '▪',
  f0a8: '☐',
  f06f: '☐',
  f0fe: '☒',
  f078: '☒',
  f0fc: '✓',
  f02d: '-',
};

/**
 * The character that a `w:sym` stands for. Symbol fonts keep their signs in the private area, where the
 * code point says nothing: unknown ones become a neutral sign.
 *
 * @param code the code point in hexadecimal
 */
export function symbolCharacter(code: string): string {
  const value = /^[0-9a-f]{1,6}$/i.test(code) ? Number.parseInt(code, 16) : 0;
  if (value >= 0xe000 && value <= 0xf8ff) return signs[code.toLowerCase()] ?? '▪';
  return value >= 0x20 && value <= 0x10ffff && (value < 0xd800 || value > 0xdfff) ? String.fromCodePoint(value) : '▪';
}

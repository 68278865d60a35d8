import { eastAsianWidth } from 'get-east-asian-width';

const ASCII = /^[\u0020-\u007e]*$/;
const WIDTHLESS = /^[\p{Mark}\p{Format}]$/u;

/** Nothing below it is wide, which saves most texts the search in the table. */
const FIRST_WIDE = 0x1100;

/** Dashes, quotation marks, arrows and mathematical signs, none of them wide. */
function isPunctuation(code: number): boolean {
  return code >= 0x2000 && code < 0x2300;
}

/** The columns that a text takes in a terminal: two for a wide character, none for an accent of its own or a mark of direction. */
export function columnsOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  let columns = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < FIRST_WIDE || isPunctuation(code)) columns += WIDTHLESS.test(character) ? 0 : 1;
    else if (!WIDTHLESS.test(character)) columns += eastAsianWidth(code);
  }
  return columns;
}

/**
 * White space and characters without ink: controls, soft hyphen, zero-width characters,
 * direction marks, byte order mark. None of them begins or ends a block.
 */
export function isInvisible(code: number): boolean {
  if (code <= 32) return true;
  if (code < 0x7f) return false;
  if (code <= 0xa0) return true;
  if (code < 0x1680) return code === 0xad || code === 0x061c;
  if (code < 0x2000) return code === 0x1680 || code === 0x180e;
  return (
    code <= 0x200f ||
    (code >= 0x2028 && code <= 0x202f) ||
    (code >= 0x205f && code <= 0x206f) ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** The first visible offset in `[start, end)`, or `end`. */
export function skipInvisible(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isInvisible(text.charCodeAt(at))) at++;
  return at;
}

/** The offset after the last visible character in `[start, end)`, or `start`. */
export function dropInvisible(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isInvisible(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Quotation marks, brackets and emphasis that may stand before the first letter of a sentence. */
const OPENERS = '"\'“‘«‹„([{*_';

/** Whether the words at `start` begin with a lower-case letter. Scripts without case never do. */
export function startsLowerCase(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && (OPENERS.includes(text[at] as string) || isInvisible(text.charCodeAt(at)))) at++;
  return at < end && isLowerCase(text.charCodeAt(at));
}

export function isLowerCase(code: number): boolean {
  if (code < 0x80) return code >= 97 && code <= 122;
  const letter = String.fromCharCode(code);
  return letter !== letter.toUpperCase() && letter === letter.toLowerCase();
}

export function isUpperCase(code: number): boolean {
  if (code < 0x80) return code >= 65 && code <= 90;
  const letter = String.fromCharCode(code);
  return letter !== letter.toLowerCase() && letter === letter.toUpperCase();
}

/** Whether `code` belongs to a script that has capitals, so that their absence says something. */
export function hasCase(code: number): boolean {
  if (code < 0x80) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  const letter = String.fromCharCode(code);
  return letter.toUpperCase() !== letter.toLowerCase();
}

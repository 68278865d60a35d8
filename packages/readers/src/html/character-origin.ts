const REFERENCE = /&(?:#x([0-9a-f]+)|#([0-9]+)|[a-z][a-z0-9]*);?/iy;
/** The longest text that one character reference stands for, in code units. */
const LONGEST_REFERENCE = 2;

/**
 * Where each code unit of a decoded text node stands in the raw page. References such as `&eacute;`
 * make the two run apart, and so do line endings, which HTML makes one character.
 */
export function originsOf(raw: string, start: number, end: number, value: string): (index: number) => number {
  if (end - start === value.length) return (index) => start + index;
  const origins = new Uint32Array(value.length);
  let at = start;
  for (let index = 0; index < value.length; ) {
    const character = value.charCodeAt(index);
    const code = raw.charCodeAt(at);
    if (code === 38) {
      REFERENCE.lastIndex = at;
      const reference = REFERENCE.exec(raw);
      const length = reference === null ? 0 : decodedLength(raw, at + reference[0].length, value, index, reference[0]);
      if (reference !== null && length > 0) {
        for (let unit = 0; unit < length; unit++) origins[index++] = at;
        at += reference[0].length;
        continue;
      }
    } else if (code === 13 && character === 10) {
      origins[index++] = at;
      at += raw.charCodeAt(at + 1) === 10 ? 2 : 1;
      continue;
    } else if (code !== character) {
      // The parser drops null characters.
      if (code === 0 && at < end) {
        at++;
        continue;
      }
      // Text that the parser moved out of a table may be of several places: the first one stands for all.
      origins.fill(Math.min(at, end), index);
      break;
    }
    origins[index++] = at++;
  }
  return (index) => origins[index] ?? end;
}

/** How many code units a reference became: 0 where it is only an ampersand, else by what follows it. */
function decodedLength(raw: string, after: number, value: string, index: number, reference: string): number {
  if (value.startsWith(reference, index) && !/^&amp;?$/.test(reference)) return 0;
  const next = raw.charCodeAt(after);
  for (let length = 1; length < LONGEST_REFERENCE; length++) {
    const following = value.charCodeAt(index + length);
    if (Number.isNaN(following) || following === next || next === 38 || (next === 13 && following === 10))
      return length;
  }
  // An astral character, or one that is written with two.
  const code = value.codePointAt(index) ?? 0;
  return code > 0xffff ? 2 : value.charCodeAt(index + 2) === next ? 2 : 1;
}

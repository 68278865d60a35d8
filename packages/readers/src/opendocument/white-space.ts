/**
 * The stretches of a text that are seen: white space in the file is one space however much there is.
 *
 * @param afterSpace whether white space at the beginning would follow white space
 */
export function* shownStretches(text: string, afterSpace: boolean): Generator<readonly [number, number]> {
  let start = -1;
  let after = afterSpace;
  for (let index = 0; index < text.length; index++) {
    const space = isSpace(text.charCodeAt(index));
    if (!(space && after)) {
      if (start < 0) start = index;
    } else if (start >= 0) {
      yield [start, index];
      start = -1;
    }
    after = space;
  }
  if (start >= 0) yield [start, text.length];
}

/** Space, tab, line feed or carriage return: what XML counts as white space. */
function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
}

/**
 * The parser's time grows with the square of the delimiters in one paragraph, and faster with lists and quotes
 * inside one another. No draft comes near these numbers, only text that is not what it seems to be.
 */
const MOST_DELIMITERS = 3000;
const MOST_CONTAINERS = 64;

const DELIMITER = new Uint8Array(128);
for (const character of '*_~[]!`') DELIMITER[character.charCodeAt(0)] = 1;

const CONTAINERS = new RegExp(`(?:[ \\t]*(?:>|(?:[-+*]|\\d{1,9}[.)])(?=[ \\t]))){${MOST_CONTAINERS}}`, 'y');
const NEW_PARAGRAPH = /[ \t]*(?:$|[\r\n]|#{1,6}[ \t]|(?:>[ \t]*)*(?:[-+*]|\d{1,9}[.)])[ \t]|\|)/y;
const MARKER = /([ \t]*)(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)/y;

/** Whether a segment is too intricate for the parser. */
export function isIntricate(text: string): boolean {
  let delimiters = 0;
  /** The indents of the items that may be open. */
  const indents: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const margin = code === 10 || code === 13 ? at + 1 : at;
    if (margin > at || at === 0) {
      if (test(CONTAINERS, text, margin)) return true;
      if (test(NEW_PARAGRAPH, text, margin)) delimiters = 0;
      MARKER.lastIndex = margin;
      const indent = MARKER.exec(text)?.[1]?.length;
      if (indent !== undefined) {
        while (indents.length > 0 && (indents.at(-1) as number) >= indent) indents.pop();
        if (indents.push(indent) > MOST_CONTAINERS) return true;
      }
    }
    if (code < 128 && DELIMITER[code] === 1 && ++delimiters > MOST_DELIMITERS) return true;
  }
  return false;
}

function test(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

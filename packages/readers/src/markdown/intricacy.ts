/**
 * The parser's time grows with the square of the delimiters in one paragraph and of the lists and quotes
 * opened in one line. No draft comes near these numbers, only text that is not what it seems to be.
 */
const MOST_DELIMITERS = 3000;
const MOST_CONTAINERS = 64;

const DELIMITER = new Uint8Array(128);
for (const character of '*_~[]!`') DELIMITER[character.charCodeAt(0)] = 1;

const CONTAINERS = new RegExp(`(?:[ \\t]*(?:>|(?:[-+*]|\\d{1,9}[.)])(?=[ \\t]))){${MOST_CONTAINERS}}`, 'y');
const NEW_PARAGRAPH = /[ \t]*(?:$|[\r\n]|#{1,6}[ \t]|(?:>[ \t]*)*(?:[-+*]|\d{1,9}[.)])[ \t]|\|)/y;

/** Whether a segment is too intricate for the parser. */
export function isIntricate(text: string): boolean {
  let delimiters = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const margin = code === 10 || code === 13 ? at + 1 : at;
    if (margin > at || at === 0) {
      CONTAINERS.lastIndex = margin;
      if (CONTAINERS.test(text)) return true;
      NEW_PARAGRAPH.lastIndex = margin;
      if (NEW_PARAGRAPH.test(text)) delimiters = 0;
    }
    if (code < 128 && DELIMITER[code] === 1 && ++delimiters > MOST_DELIMITERS) return true;
  }
  return false;
}

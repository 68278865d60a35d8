/**
 * The stretches of a text between characters that take no room on the page: soft hyphens, zero-width
 * spaces, direction marks. They are for the typesetter, and would split the words that a reader sees.
 */
export function* seenStretches(text: string, from = 0, to = text.length): Generator<readonly [number, number]> {
  const seen = /[^\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/g;
  seen.lastIndex = from;
  for (let match = seen.exec(text); match && match.index < to; match = seen.exec(text)) {
    yield [match.index, Math.min(to, match.index + match[0].length)];
  }
}

const LONGEST_QUOTED = 120;

/** Words on one line. */
export function evened(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** Words as a message quotes them: on one line, and cut where they are long. */
export function quotable(words: string): string {
  const line = evened(words);
  return line.length > LONGEST_QUOTED ? `${line.slice(0, LONGEST_QUOTED - 1).trimEnd()}…` : line;
}

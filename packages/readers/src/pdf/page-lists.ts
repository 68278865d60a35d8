const MOST_NUMBERS = 8;

/** Numbers of pages, ascending. */
export function inOrder(numbers: Iterable<number>): number[] {
  return [...numbers].sort((a, b) => a - b);
}

/** Names pages in a sentence: "Page 3", "pages 3, 4 and 9 more". */
export function listPages(numbers: Iterable<number>, word: 'Page' | 'page' = 'Page'): string {
  const sorted = inOrder(numbers);
  const shown = sorted.slice(0, MOST_NUMBERS).join(', ');
  const more = sorted.length > MOST_NUMBERS ? ` and ${sorted.length - MOST_NUMBERS} more` : '';
  return `${word}${sorted.length > 1 ? 's' : ''} ${shown}${more}`;
}

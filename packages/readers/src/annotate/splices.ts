/** A stretch of a text, half-open, and what comes in its place. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** The text with all splices made. Those at one place come in the order they are given. */
export function splice(text: string, splices: readonly Splice[]): string {
  const ordered = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, replacement } of ordered) {
    if (start < at) throw new RangeError(`Splices overlap at ${start}.`);
    parts.push(text.slice(at, start), replacement);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

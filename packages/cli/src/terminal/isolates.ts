const ISOLATES = /[\u2066-\u2069]/;
const END = '\u2069';

/** Lines of one text, each with the isolates that run over its ends closed and opened again: a terminal orders every line by itself. */
export function balanced(lines: readonly string[]): string[] {
  if (!lines.some((line) => ISOLATES.test(line))) return [...lines];
  let open = '';
  return lines.map((line) => {
    const before = open;
    for (const character of line) {
      if (character === END) open = open.slice(0, -1);
      else if (ISOLATES.test(character)) open += character;
    }
    return before + line + END.repeat(open.length);
  });
}

const NEWLINE = 10;
const RETURN = 13;

/** A line of a stream; cut, and said to be, where it is longer than allowed. */
export interface Line {
  readonly text: string;
  readonly isCut: boolean;
}

/** The lines of a stream of bytes. What goes beyond `most` bytes in a line is dropped, not held. */
export async function* linesOf(stream: AsyncIterable<Buffer | Uint8Array>, most: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (piece: Uint8Array): void => {
    if (length < most && piece.length > 0) parts.push(piece.subarray(0, most - length));
    length += piece.length;
  };
  const line = (): Line => {
    const bytes = Buffer.concat(parts);
    const text = bytes.toString('utf8', 0, bytes.at(-1) === RETURN ? bytes.length - 1 : bytes.length);
    const isCut = length > most;
    parts = [];
    length = 0;
    return { text, isCut };
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, end));
      yield line();
      from = end + 1;
    }
    take(chunk.subarray(from));
  }
  if (length > 0) yield line();
}

/** How far bytes follow UTF-8's rules. */
export interface Utf8Scan {
  /** Whole sequences of more than one byte. */
  readonly sequences: number;
  /** Bytes that stand where none such may stand. */
  readonly strays: number;
  /** Offset of the first stray, or -1. */
  readonly firstStray: number;
  /** Offset of the first byte above 127, or -1. */
  readonly firstHigh: number;
}

/** Counts sequences and strays. It does not look into overlong forms: the strict decoder does. */
export function scanUtf8(bytes: Uint8Array): Utf8Scan {
  let sequences = 0;
  let strays = 0;
  let firstStray = -1;
  let firstHigh = -1;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte < 0x80) continue;
    if (firstHigh < 0) firstHigh = at;
    const length =
      byte >= 0xc2 && byte <= 0xdf ? 2 : byte >= 0xe0 && byte <= 0xef ? 3 : byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
    let next = at + 1;
    while (next < at + length && ((bytes[next] ?? 0) & 0xc0) === 0x80) next++;
    if (length > 0 && next === at + length) {
      sequences++;
      at = next - 1;
    } else {
      strays++;
      if (firstStray < 0) firstStray = at;
    }
  }
  return { sequences, strays, firstStray, firstHigh };
}

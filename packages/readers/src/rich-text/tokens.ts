import { UnreadableDraft } from '../unreadable-draft.ts';
import type { Limits } from '../zip/limits.ts';

/** What a Rich Text file is made of. All offsets in bytes of the file, half-open. */
export interface TokenHandler {
  openGroup(at: number): void;
  closeGroup(at: number): void;
  /** A control word such as `\revauth2`, with the number it carries. */
  word(name: string, value: number | undefined, start: number, end: number): void;
  /** A control symbol: one character that is not a letter, such as `~`. */
  symbol(sign: string, start: number, end: number): void;
  /** A byte of a character: written as itself, or as `\'e9` (`escaped`). */
  byte(value: number, start: number, end: number, escaped: boolean): void;
}

const sign = { backslash: 0x5c, open: 0x7b, close: 0x7d, quote: 0x27, space: 0x20, minus: 0x2d };

/**
 * Cuts a Rich Text file into its tokens.
 *
 * @throws UnreadableDraft `too-deep` or `too-large`
 */
export function tokenize(bytes: Uint8Array, limits: Limits, handler: TokenHandler): void {
  let at = 0;
  let depth = 0;
  let words = 0;
  while (at < bytes.length) {
    const byte = bytes[at] as number;
    if (byte === sign.open) {
      if (++depth > limits.depth) {
        throw new UnreadableDraft(
          'too-deep',
          `The file nests its groups more than ${limits.depth} deep, which no word processor does: ask its sender for a clean copy.`,
        );
      }
      handler.openGroup(at++);
    } else if (byte === sign.close) {
      depth = Math.max(0, depth - 1);
      handler.closeGroup(at++);
    } else if (byte === sign.backslash) {
      if (++words > limits.nodes) {
        throw new UnreadableDraft('too-large', 'The file holds too many control words to be a draft: split it.');
      }
      at = control(bytes, at, handler);
    } else {
      // Line ends in the file are for the eyes of programmers only.
      if (byte !== 0x0a && byte !== 0x0d && byte !== 0) handler.byte(byte, at, at + 1, false);
      at++;
    }
  }
}

function control(bytes: Uint8Array, start: number, handler: TokenHandler): number {
  const next = bytes[start + 1];
  if (next === undefined) return start + 1;
  if (next === sign.quote) {
    const high = hexDigit(bytes[start + 2]);
    const low = hexDigit(bytes[start + 3]);
    if (high < 0 || low < 0) return start + 2;
    handler.byte(high * 16 + low, start, start + 4, true);
    return start + 4;
  }
  if (!isLetter(next)) {
    handler.symbol(String.fromCharCode(next), start, start + 2);
    return start + 2;
  }
  let at = start + 1;
  let name = '';
  while (at < bytes.length && isLetter(bytes[at] as number) && name.length < 32) {
    name += String.fromCharCode(bytes[at++] as number);
  }
  const [value, afterValue] = number(bytes, at);
  const end = bytes[afterValue] === sign.space ? afterValue + 1 : afterValue;
  handler.word(name, value, start, end);
  // Binary data follow, which would read as anything.
  return name === 'bin' && value !== undefined && value > 0 ? end + value : end;
}

function number(bytes: Uint8Array, start: number): [value: number | undefined, end: number] {
  let at = start;
  const negative = bytes[at] === sign.minus;
  if (negative) at++;
  let value = 0;
  let digits = 0;
  while (digits < 10 && isDigit(bytes[at])) {
    value = value * 10 + (bytes[at++] as number) - 0x30;
    digits++;
  }
  if (digits === 0) return [undefined, start];
  return [negative ? -value : value, at];
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
}

import { UnreadableDraft } from '../unreadable-draft.ts';

/** A part's characters, and the encoding to write them back in. */
export interface PartText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
}

/**
 * Decodes an XML part by its byte order mark. A mark stays the first character of the text, so that
 * writing back gives the same bytes.
 *
 * @throws UnreadableDraft `damaged` where the bytes are not in that encoding
 */
export function decodePart(bytes: Uint8Array): PartText {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
  } catch {
    throw new UnreadableDraft(
      'damaged',
      'The file is damaged (its characters are broken): open it in the program that made it and save it again.',
    );
  }
}

/** The bytes of a part in its own encoding. */
export function encodePart({ text, encoding }: PartText): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) {
    view.setUint16(index * 2, text.charCodeAt(index), encoding === 'utf-16le');
  }
  return bytes;
}

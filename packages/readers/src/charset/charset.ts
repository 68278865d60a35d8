import type { Notice } from '@poclint/core';
import { UnreadableDraft } from '../unreadable-draft.ts';
import { scanUtf8 } from './utf8.ts';

export interface DecodedText {
  readonly text: string;
  /** The charset's name in the WHATWG Encoding Standard, such as `utf-8` or `windows-1256`. */
  readonly charset: string;
  /** Whether neither the file nor the caller said so: the letters may be wrong. */
  readonly guessed: boolean;
}

type Decoder = InstanceType<typeof TextDecoder>;

/** How much is looked at to tell text from other things, and one charset from another. */
const SAMPLE = 65_536;
/** Text has tabs, line and page breaks, and now and then a stray control character. */
const MOST_CONTROLS = 0.02;
/** So many whole UTF-8 sequences to each stray byte are no accident. */
const SEQUENCES_PER_STRAY = 4;

/**
 * Decodes the bytes of a text file: byte order mark, UTF-16 by its pattern, strict UTF-8, the charset that
 * an HTML page declares, else a guess.
 *
 * @param override a charset that the user names; it is then used without question
 * @throws UnreadableDraft `unknown-charset`, `binary` or `invalid-encoding`
 */
export async function decodeText(bytes: Uint8Array, override?: string): Promise<DecodedText> {
  if (override !== undefined) return { ...decode(bytes, named(override)), guessed: false };
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return { ...decode(bytes, new TextDecoder(marked)), guessed: false };
  const wide = wideCharset(bytes);
  if (wide !== undefined) return { ...decode(bytes, new TextDecoder(wide)), guessed: false };
  if (isBinary(bytes)) {
    throw new UnreadableDraft('binary', 'The file holds no text: send the draft as Word, PDF, HTML or plain text.');
  }
  const strict = decodeStrictly(bytes, 'utf-8');
  if (strict !== undefined) return { text: strict, charset: 'utf-8', guessed: false };
  const declared = declaredCharset(bytes);
  if (declared !== undefined && declared !== 'utf-8') {
    const text = decodeStrictly(bytes, declared);
    if (text !== undefined) return { text, charset: declared, guessed: false };
  }
  refuseBrokenUtf8(bytes);
  return { ...decode(bytes, new TextDecoder(await guessCharset(bytes))), guessed: true };
}

/** What a reviewer should know of a charset that was guessed. */
export function charsetNotices({ charset, guessed }: DecodedText): Notice[] {
  if (!guessed) return [];
  return [
    {
      name: 'guessed-charset',
      message: `The file does not say how its letters are encoded. It was read as ${charset}; where letters look wrong, name the charset or save the draft as UTF-8.`,
      facts: { charset },
    },
  ];
}

function decode(bytes: Uint8Array, decoder: Decoder): { text: string; charset: string } {
  return { text: decoder.decode(bytes), charset: decoder.encoding };
}

function decodeStrictly(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function named(charset: string): Decoder {
  try {
    return new TextDecoder(charset);
  } catch {
    throw new UnreadableDraft(
      'unknown-charset',
      `No charset is called "${charset}": try utf-8, windows-1252 or windows-1256.`,
    );
  }
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * UTF-16 without a mark. Spaces and line breaks are 0 and 32 or 10 in any script, and the high halves of
 * letters take a handful of values, where the low halves take many.
 */
function wideCharset(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  if (length < 4) return undefined;
  const even = { zeros: 0, values: new Set<number>() };
  const odd = { zeros: 0, values: new Set<number>() };
  let littleSpaces = 0;
  let bigSpaces = 0;
  for (let at = 0; at < length; at += 2) {
    const [low, high] = [bytes[at] as number, bytes[at + 1] as number];
    even.values.add(low);
    odd.values.add(high);
    if (low === 0) even.zeros++;
    if (high === 0) odd.zeros++;
    if (high === 0 && (low === 32 || low === 10)) littleSpaces++;
    if (low === 0 && (high === 32 || high === 10)) bigSpaces++;
  }
  const pairs = length / 2;
  const plausible = (high: typeof odd, low: typeof odd, spaces: number): boolean =>
    high.zeros > pairs * 0.05 && low.zeros < high.zeros / 8 && spaces > pairs / 100 && high.values.size <= 12;
  if (plausible(odd, even, littleSpaces)) return 'utf-16le';
  if (plausible(even, odd, bigSpaces)) return 'utf-16be';
  return undefined;
}

function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let controls = 0;
  for (const byte of sample) {
    // Escape is left out: it switches alphabets in ISO-2022.
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  }
  return controls > Math.max(8, sample.length * MOST_CONTROLS);
}

/** The charset that an HTML page or an XML declaration names in its first kilobyte. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024));
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head);
  const name = label?.[1] ?? label?.[2];
  if (name === undefined) return undefined;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}

/** UTF-8 with a few wrong bytes: another charset would turn the right letters into wrong ones without a word. */
function refuseBrokenUtf8(bytes: Uint8Array): void {
  const { sequences, strays, firstStray } = scanUtf8(bytes);
  if (sequences < 2 || sequences < strays * SEQUENCES_PER_STRAY) return;
  const byte = (bytes[firstStray] as number | undefined)?.toString(16).toUpperCase();
  throw new UnreadableDraft(
    'invalid-encoding',
    firstStray < 0
      ? 'The file is UTF-8 with sequences that UTF-8 forbids: save it again as UTF-8, or name its charset.'
      : `The file is UTF-8 up to byte ${firstStray}, where 0x${byte} cannot stand: save it again as UTF-8, or name its charset.`,
  );
}

async function guessCharset(bytes: Uint8Array): Promise<string> {
  const { detectAll } = await import('jschardet');
  // The letters that tell charsets apart may stand far into a long English preamble.
  const start = Math.max(0, scanUtf8(bytes).firstHigh - 1024);
  const sample = bytes.subarray(start, start + SAMPLE);
  for (const { encoding } of detectAll(sample)) {
    const charset = encoding === null ? undefined : decoderName(encoding);
    if (charset !== undefined && decodeStrictly(bytes, charset) !== undefined) return charset;
  }
  return 'windows-1252';
}

function decoderName(encoding: string): string | undefined {
  // What calls itself ISO 8859-1 or -15 is nearly always Windows', whose quotation marks drafts are full of.
  if (/^(?:iso-?8859-(?:1|15)|ascii|utf-?(?:7|8|16|32).*)$/i.test(encoding)) return 'windows-1252';
  const label = /^iso8859-\d+$/i.test(encoding) ? encoding.replace(/^iso/i, 'iso-') : encoding;
  for (const name of [label, label === 'MacRoman' ? 'macintosh' : label.replace(/^CP/i, 'windows-')]) {
    try {
      return new TextDecoder(name).encoding;
    } catch {
      // Not a name that the platform decodes: DOS code pages, mostly.
    }
  }
  return undefined;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charsetNotices, decodeText } from '../../src/charset/charset.ts';
import { UnreadableDraft } from '../../src/unreadable-draft.ts';

const FRENCH =
  'Les Parties s’engagent à protéger les écoles, les hôpitaux et les personnes âgées, où qu’elles se trouvent. '.repeat(
    4,
  );
const ARABIC = 'تلتزم الأطراف بحماية المدنيين والمدارس والمستشفيات في جميع الأوقات. '.repeat(6);
const RUSSIAN = 'Стороны обязуются защищать гражданское население и не нападать на школы и больницы. '.repeat(6);

/** Writes text in a charset of one byte a letter, by asking the decoder what each byte means. */
function encode(text: string, charset: string): Uint8Array {
  const letters = new TextDecoder(charset).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from(text, (letter) => {
    const byte = letters.indexOf(letter);
    if (byte < 0) throw new Error(`${charset} has no ${letter}`);
    return byte;
  });
}

function wide(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), little);
  return bytes;
}

async function reasonOf(bytes: Uint8Array, override?: string): Promise<[string, string]> {
  try {
    await decodeText(bytes, override);
  } catch (error) {
    if (error instanceof UnreadableDraft) return [error.reason, error.message];
    throw error;
  }
  throw new Error('The bytes were decoded.');
}

describe('charsets that are known', () => {
  it('are UTF-8 with and without a mark', async () => {
    const bytes = new TextEncoder().encode(FRENCH);
    expect(await decodeText(bytes)).toEqual({ text: FRENCH, charset: 'utf-8', guessed: false });
    expect((await decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]))).text).toBe(FRENCH);
  });

  for (const [script, text] of Object.entries({ FRENCH, ARABIC, RUSSIAN })) {
    for (const little of [true, false]) {
      it(`are UTF-16 ${little ? 'little' : 'big'} endian with and without a mark (${script})`, async () => {
        const expected = { text, charset: little ? 'utf-16le' : 'utf-16be', guessed: false };
        expect(await decodeText(wide(text, little))).toEqual(expected);
        expect(await decodeText(wide(`\ufeff${text}`, little))).toEqual(expected);
      });
    }
  }

  it('are what a page declares', async () => {
    const page = `<html><head><meta charset="windows-1256"></head><body>${ARABIC}</body></html>`;
    expect(await decodeText(encode(page, 'windows-1256'))).toEqual({
      text: page,
      charset: 'windows-1256',
      guessed: false,
    });
  });

  it('are what the user says, even against the bytes', async () => {
    const bytes = new TextEncoder().encode('é');
    expect((await decodeText(bytes, 'latin1')).text).toBe('Ã©');
    expect(await reasonOf(bytes, 'klingon')).toEqual(['unknown-charset', expect.stringContaining('klingon')]);
  });
});

describe('charsets that are guessed', () => {
  for (const [charset, text] of [
    ['windows-1252', FRENCH],
    ['windows-1256', ARABIC],
    ['iso-8859-6', ARABIC],
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
  ] as const) {
    it(`${charset} is found, and reported`, async () => {
      const decoded = await decodeText(encode(text, charset));
      expect(decoded.text).toBe(text);
      expect(decoded.guessed).toBe(true);
      expect(charsetNotices(decoded)).toMatchObject([
        { name: 'guessed-charset', message: expect.stringContaining(decoded.charset) },
      ]);
    });
  }

  it('are found behind a long preamble without accents', async () => {
    const text = 'The Parties shall protect civilians. '.repeat(3000) + FRENCH;
    expect((await decodeText(encode(text, 'windows-1252'))).text).toBe(text);
  });

  it('are not reported where the file says it', () => {
    expect(charsetNotices({ text: '', charset: 'utf-8', guessed: false })).toEqual([]);
  });
});

describe('bytes that are no text', () => {
  it('are binary', async () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, at) => (at * 131 + (at >> 3) * 17) & 255);
    expect((await reasonOf(noise))[0]).toBe('binary');
  });

  it('are broken UTF-8, with the place', async () => {
    const bytes = new TextEncoder().encode(FRENCH);
    bytes[FRENCH.indexOf('Parties')] = 0xe9;
    expect(await reasonOf(bytes)).toEqual(['invalid-encoding', expect.stringMatching(/byte 4, where 0xE9/)]);
  });

  it('are not a text with a stray null character', async () => {
    expect((await decodeText(new TextEncoder().encode('One\u0000 two three'))).text).toBe('One\u0000 two three');
  });
});

it('any bytes give text or an UnreadableDraft', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ unit: 'grapheme' }).map((text) => new TextEncoder().encode(text)),
      ),
      async (bytes) => {
        try {
          expect(typeof (await decodeText(bytes)).text).toBe('string');
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableDraft);
        }
      },
    ),
    { numRuns: 300 },
  );
});

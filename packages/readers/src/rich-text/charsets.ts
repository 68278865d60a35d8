/** Encodings by Windows character set, which is what a font table names. */
const byCharset: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};

const byCodePage: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
};

/** The set whose fonts draw signs instead of letters. */
export const symbolCharset = 2;

/** The encoding of a font, or undefined where the file's own applies. */
export function encodingOfCharset(charset: number): string | undefined {
  return byCharset[charset];
}

/** The encoding of a code page, or undefined where no decoder knows it. */
export function encodingOfCodePage(page: number): string | undefined {
  return byCodePage[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : undefined);
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

export function decode(bytes: Uint8Array, encoding: string): string {
  let decoder = decoders.get(encoding);
  if (!decoder) {
    decoder = new TextDecoder(encoding);
    decoders.set(encoding, decoder);
  }
  return decoder.decode(bytes);
}

/** Languages that drafts are written in, by Windows language number. */
const languages: Readonly<Record<number, string>> = {
  1025: 'ar-SA',
  1028: 'zh-TW',
  1031: 'de-DE',
  1033: 'en-US',
  1034: 'es-ES',
  1036: 'fr-FR',
  1046: 'pt-BR',
  1049: 'ru-RU',
  1089: 'sw-KE',
  2049: 'ar-IQ',
  2052: 'zh-CN',
  2057: 'en-GB',
  2058: 'es-MX',
  2060: 'fr-BE',
  2070: 'pt-PT',
  3073: 'ar-EG',
  3082: 'es-ES',
  3084: 'fr-CA',
  4097: 'ar-LY',
  9226: 'es-CO',
  10241: 'ar-SY',
  12289: 'ar-LB',
};

export function languageOf(number: number | undefined): string | undefined {
  return number === undefined ? undefined : languages[number];
}

import type { PDFDict, PDFPage } from '@cantoo/pdf-lib';
import type { CollectedInk } from './glyphs.ts';
import type { Glyph } from './ink.ts';
import { isRightToLeftLetter, spellGlyph } from './letters.ts';

/** A span of more glyphs than this is a passage with a spoken description, not a cluster of letters. */
const LARGEST_CLUSTER = 6;

/** Whether a page's letters hang on what the file declares for clusters of glyphs. */
export function hasClusters({ ink, noise }: CollectedInk): boolean {
  const clustered = ink.glyphs.some((glyph) => glyph.cluster !== undefined);
  return clustered && (noise > 0 || ink.glyphs.some((glyph) => isRightToLeftLetter(glyph.text)));
}

/**
 * Gives clusters of glyphs the letters that the file declares for them.
 *
 * Browsers and Google's editors name a glyph once for the whole document. Where an Arabic letter shares its glyph
 * with another, or carries a vowel point, only the `ActualText` around it tells which letter is meant. pdf.js does
 * not pass it on, so that those pages' instructions are read a second time, here.
 */
export async function spellClusters(
  bytes: Uint8Array,
  pages: readonly CollectedInk[],
): Promise<readonly CollectedInk[]> {
  if (pages.length === 0) return pages;
  const library = await import('@cantoo/pdf-lib');
  const document = await library.PDFDocument.load(bytes, { updateMetadata: false }).catch(() => undefined);
  if (!document) return pages;
  const { PDFArray, PDFName, PDFRawStream, PDFString, PDFHexString, decodePDFRawStream } = library;

  const instructionsOf = (page: PDFPage): string => {
    const contents = page.node.Contents();
    const streams =
      contents instanceof PDFArray ? contents.asArray().map((ref) => document.context.lookup(ref)) : [contents];
    const decoded = streams.map((stream) =>
      stream instanceof PDFRawStream ? new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode()) : '',
    );
    return decoded.join('\n');
  };
  const named = (page: PDFPage, name: string): string | undefined => {
    const properties = page.node.Resources()?.lookup(PDFName.of('Properties')) as PDFDict | undefined;
    const entry = (properties?.lookup(PDFName.of(name)) as PDFDict | undefined)?.lookup(PDFName.of('ActualText'));
    return entry instanceof PDFString || entry instanceof PDFHexString ? entry.decodeText() : undefined;
  };

  const spelled = new Map<CollectedInk, CollectedInk>();
  for (const collected of pages) {
    try {
      const page = document.getPage(collected.ink.number - 1);
      const texts = clusterTexts(instructionsOf(page)).map((text) =>
        typeof text === 'object' ? named(page, text.name) : text,
      );
      spelled.set(collected, { ...collected, ink: { ...collected.ink, glyphs: respell(collected.ink.glyphs, texts) } });
    } catch {
      // The page keeps the letters that its fonts declare.
    }
  }
  return pages.map((page) => spelled.get(page) ?? page);
}

function respell(glyphs: readonly Glyph[], texts: readonly (string | undefined)[]): Glyph[] {
  const clusters = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    if (glyph.cluster === undefined) continue;
    const cluster = clusters.get(glyph.cluster);
    if (cluster) cluster.push(glyph);
    else clusters.set(glyph.cluster, [glyph]);
  }
  return glyphs.flatMap((glyph) => {
    const cluster = glyph.cluster === undefined ? undefined : clusters.get(glyph.cluster);
    const text = glyph.cluster === undefined ? undefined : texts[glyph.cluster];
    if (!cluster || text === undefined || cluster.length > LARGEST_CLUSTER) return glyph;
    const widest = cluster.reduce((a, b) => (b.width > a.width ? b : a));
    return glyph === widest ? { ...glyph, text: spellGlyph(text) } : [];
  });
}

const TOKEN =
  /%[^\r\n]*|<<|>>|<[\dA-Fa-f\s]*>|\((?:\\[\s\S]|[^()\\]|\((?:\\[\s\S]|[^()\\]|\((?:\\[\s\S]|[^()\\])*\))*\))*\)|\/[^\s<>()[\]{}/%]*|[^\s<>()[\]{}/%]+/gu;

/**
 * The declared letters of each marked `Span` of a page's instructions, in their order: undefined where
 * it declares none, a name where the declaration stands in the page's resources.
 */
export function clusterTexts(instructions: string): (string | { readonly name: string } | undefined)[] {
  const texts: (string | { readonly name: string } | undefined)[] = [];
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(instructions); match; match = TOKEN.exec(instructions)) {
    const [token] = match;
    if (token === 'ID') {
      // An inline picture's data may look like anything.
      const end = /\sEI\s/u.exec(instructions.slice(TOKEN.lastIndex));
      TOKEN.lastIndex += end ? end.index + end[0].length : 0;
    }
    if (token === 'BDC') {
      const tag = tokens.lastIndexOf('/Span');
      if (tag >= 0 && tokens.slice(tag).every((before) => !/^(?:Tj|TJ|EMC|BMC)$/u.test(before))) {
        const properties = tokens.slice(tag + 1);
        const key = properties.indexOf('/ActualText');
        const [only] = properties;
        if (key >= 0) texts.push(decodeText(properties[key + 1] ?? ''));
        else texts.push(properties.length === 1 && only?.startsWith('/') ? { name: only.slice(1) } : undefined);
      }
      tokens.length = 0;
    } else if (/^(?:Tj|TJ|EMC|BMC|ET|Td|Tf|Tm)$/u.test(token)) tokens.length = 0;
    else tokens.push(token);
  }
  return texts;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A PDF string, written in letters or in hexadecimal digits. */
function decodeText(token: string): string {
  let bytes: string;
  if (token.startsWith('<')) {
    const digits = token.replace(/[^\dA-Fa-f]/gu, '');
    bytes = digits.replace(/../gu, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  } else {
    bytes = token.slice(1, -1).replace(/\\(?:([0-7]{1,3})|\r?\n|([\s\S]))/gu, (_, octal?: string, letter?: string) => {
      if (octal) return String.fromCharCode(Number.parseInt(octal, 8));
      return letter === undefined ? '' : (ESCAPES[letter] ?? letter);
    });
  }
  if (!bytes.startsWith('\u00FE\u00FF')) return bytes;
  return new TextDecoder('utf-16be').decode(Uint8Array.from(bytes.slice(2), (letter) => letter.charCodeAt(0)));
}

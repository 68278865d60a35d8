import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../src/pdf/reader.ts';
import { UnreadableDraft } from '../../src/unreadable-draft.ts';
import { pdfBytes } from './drafts.ts';
import { drawPages } from './drawn-pages.ts';
import { garbledPdf, writePdf } from './raw-pdf.ts';

async function refusal(bytes: Uint8Array): Promise<UnreadableDraft> {
  return readPdf('draft.pdf', bytes).then(
    () => expect.fail('it was read'),
    (error) => {
      expect(error).toBeInstanceOf(UnreadableDraft);
      return error;
    },
  );
}

const CASES: [reason: string, what: string, bytes: () => Uint8Array | Promise<Uint8Array>][] = [
  ['scanned', 'a scan', () => pdfBytes('scanned.es')],
  ['password-protected', 'a file that asks for a password', () => pdfBytes('locked')],
  ['damaged', 'a file that is cut short', () => pdfBytes('framework.en.un').subarray(0, 30_000)],
  ['damaged', 'a file whose last update is cut short', cutUpdate],
  ['damaged', 'a file without a structure', () => new TextEncoder().encode('%PDF-1.7\nnothing\nstartxref\n0\n%%EOF')],
  ['damaged', 'something else by the name of a PDF', () => new TextEncoder().encode('<html>not found</html>')],
  ['damaged', 'no bytes at all', () => new Uint8Array()],
  ['empty', 'an empty page', () => drawPages(() => {})],
  ['garbled', 'a font that does not say what its letters are', garbledPdf],
  ['too-large', 'more pages than an archive', () => thousandsOfPages()],
  ['too-large', 'more bytes than any draft', () => new Uint8Array(64 * 2 ** 20 + 1)],
];

describe('a PDF that cannot be read', () => {
  it.each(CASES)('is %s: %s', async (reason, _what, bytes) => {
    const error = await refusal(await bytes());
    expect(error.reason).toBe(reason);
    expect(error.message).toMatch(/^The [^.]*(?:--ocr)?[^.]*\.$/u);
  });

  it('tells the reader of a scan how to go on', async () => {
    expect((await refusal(pdfBytes('scanned.es'))).message).toContain('--ocr');
  });

  it('gives each reason a message of its own', async () => {
    const messages = new Map<string, string>();
    for (const [, what, bytes] of CASES) messages.set(what, (await refusal(await bytes())).message);
    const distinct = new Set(messages.values());
    expect(distinct.size).toBe(8);
  });

  it('is never anything but unreadable, however its bytes are changed', async () => {
    const originals = ['acuerdo.es.reportlab', 'accord.fr.weasyprint'].map(pdfBytes);
    // Without compression a change reaches the instructions rather than a checksum.
    originals.push(openPdf());
    const change = fc.record({
      original: fc.constantFrom(...originals),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
      cut: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ original, at, bytes, cut }) => {
        const start = Math.floor(at * (original.length - bytes.length));
        const changed = original.slice();
        changed.set(bytes, start);
        const input = cut
          ? Uint8Array.from([...changed.subarray(0, start), ...changed.subarray(start + bytes.length)])
          : changed;
        try {
          const { accepted } = await readPdf('changed.pdf', input);
          expect(accepted.blocks.every(({ span }) => span[0] < span[1] && span[1] <= accepted.text.length)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableDraft);
        }
      }),
      { numRuns: 150, seed: 20240517 },
    );
  }, 30_000);
});

it('reads a PDF that only restricts what may be done with it', async () => {
  const { accepted } = await readPdf('restricted.pdf', pdfBytes('restricted'));
  expect(accepted.text).toContain('Respeto de la población civil');
});

/** An update after the end mark, without an end mark of its own. */
function cutUpdate(): Uint8Array {
  const update = `\n9 0 obj\n<</Length 4000>>\nstream\n${'x'.repeat(4000)}`;
  return Uint8Array.from([...pdfBytes('acuerdo.es.reportlab'), ...new TextEncoder().encode(update)]);
}

function thousandsOfPages(): Uint8Array {
  return writePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${'3 0 R '.repeat(10_001)}]/Count 10001>>`,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ]);
}

function openPdf(): Uint8Array {
  const line = '(The Parties shall protect the civilian population.) Tj 0 -14 Td ';
  return writePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    { data: new TextEncoder().encode(`BT /F 12 Tf 72 700 Td ${line.repeat(9)} ET`) },
  ]);
}

import { PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { OpenDraftReader } from '../../src/open-draft.ts';
import { type ReadOptions, readDraft } from '../../src/read-draft.ts';
import { readTextDraft } from '../../src/read-text-draft.ts';
import { UnreadableDraft } from '../../src/unreadable-draft.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function formatOf(name: string, text: string, options?: ReadOptions): Promise<string> {
  return (await readDraft(name, bytes(text), options)).accepted.format;
}

async function reasonOf(content: Uint8Array, options?: ReadOptions, name = 'draft.txt'): Promise<string> {
  try {
    await readDraft(name, content, options);
  } catch (error) {
    if (error instanceof UnreadableDraft) return error.reason;
    throw error;
  }
  throw new Error('The draft was read.');
}

describe('the format', () => {
  it('is what the bytes say, whatever the name says', async () => {
    expect(await formatOf('draft.docx', 'The Parties shall protect civilians.')).toBe('text');
    expect(await formatOf('draft.txt', '<!DOCTYPE html><p>Words</p>')).toBe('html');
    expect(await formatOf('draft.txt', '\ufeff <!-- saved --> <html><body>Words')).toBe('html');
    expect(await formatOf('draft.txt', '<p>The Parties</p>')).toBe('html');
    expect(
      await formatOf(
        'draft.txt',
        '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body>Words</body></html>',
      ),
    ).toBe('html');
    expect(await formatOf('draft.html', 'The <Parties> shall')).toBe('text');
  });

  it('is Markdown by name, front matter or headings', async () => {
    expect(await formatOf('draft.md', 'Words')).toBe('markdown');
    expect(await formatOf('draft.md', '<p align="center">Title</p>\n\nWords')).toBe('markdown');
    expect(await formatOf('-', '---\ntype: ceasefire\n---\nWords')).toBe('markdown');
    expect(await formatOf('-', '# Accord\n\nWords\n\n## Article 1\n\nWords')).toBe('markdown');
    expect(await formatOf('-', 'Article 1\n\n# 3 of the list\n\nArticle 2\n')).toBe('text');
    expect(await formatOf('-', '---\n\nWords\n\n---\n')).toBe('text');
  });

  it('is what a package holds, and what other binary formats begin with', async () => {
    const zip = (parts: Record<string, string>): Uint8Array =>
      zipSync(Object.fromEntries(Object.entries(parts).map(([part, xml]) => [part, [bytes(xml), { level: 0 }]])));
    const word = zip({
      '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      'word/document.xml':
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Words</w:t></w:r></w:p></w:body></w:document>',
    });
    const openDocument = zip({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml':
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>Words</text:p></office:text></office:body></office:document-content>',
    });
    const pdf = await PDFDocument.create();
    pdf.addPage().drawText('The Parties shall protect civilians at all times and in all places.');
    for (const [format, content] of [
      ['docx', word],
      ['odt', openDocument],
      ['pdf', await pdf.save()],
      ['rtf', bytes('{\\rtf1\\ansi Words}')],
    ] as const) {
      const { accepted } = await readDraft('draft.txt', content);
      expect(accepted.format).toBe(format);
      expect(accepted.text).toMatch(/Words|The Parties/);
    }
  });

  it('is what the user says', async () => {
    expect(await formatOf('draft.md', '# One', { format: 'text' })).toBe('text');
    expect(await formatOf('draft.txt', '# One', { format: 'markdown' })).toBe('markdown');
    expect(await formatOf('draft.txt', 'One <b>two</b>', { format: 'html' })).toBe('html');
  });

  it('is found behind UTF-16', async () => {
    const page = '<html><body><p>The Parties shall protect civilians.</p></body></html>';
    const wide = Uint8Array.from([...page].flatMap((letter) => [letter.charCodeAt(0), 0]));
    const { accepted } = await readDraft('x', wide);
    expect([accepted.format, accepted.text]).toEqual(['html', 'The Parties shall protect civilians.']);
  });
});

describe('a draft that cannot be read', () => {
  it('says why', async () => {
    expect(await reasonOf(bytes(''))).toBe('empty');
    expect(await reasonOf(bytes(' \n\u00a0\n'))).toBe('empty');
    expect(await reasonOf(bytes('<html><body><script>x</script></body></html>'))).toBe('empty');
    expect(await reasonOf(bytes('```\nonly code\n```'), {}, 'draft.md')).toBe('empty');
    expect(await reasonOf(bytes('Words'), { limits: { maxBytes: 4 } })).toBe('too-large');
    expect(await reasonOf(bytes('<?xml version="1.0"?><w:doc/>'))).toBe('wrong-format');
    expect(await reasonOf(bytes('Words'), { charset: 'no-such' })).toBe('unknown-charset');
    expect(await reasonOf(bytes('Words'), { format: 'docx' })).toBe('wrong-format');
    expect(
      await reasonOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)])),
    ).toBe('wrong-format');
    expect(
      await reasonOf(
        Uint8Array.from([0x89, 0x50, 0x4e, 0x47, ...Uint8Array.from({ length: 999 }, (_, at) => (at * 7) & 31)]),
      ),
    ).toBe('binary');
    expect(await reasonOf(bytes('PK\u0003\u0004 and no more'))).toMatch(/truncated|damaged/);
    expect(await reasonOf(bytes('%PDF-1.7 and no more'))).toMatch(/damaged|truncated/);
  });

  it('is never more than an UnreadableDraft, whatever the bytes', async () => {
    const heads = fc.constantFrom('', 'PK\u0003\u0004', '{\\rtf1 ', '<html>', '<?xml', '---\n', '# ', '\ufeff');
    await fc.assert(
      fc.asyncProperty(heads, fc.uint8Array({ maxLength: 200 }), async (head, rest) => {
        const content = Uint8Array.from([...bytes(head), ...rest]);
        const outcomes = [];
        for (let time = 0; time < 2; time++) {
          try {
            outcomes.push(await readDraft('x', content));
          } catch (error) {
            if (!(error instanceof UnreadableDraft)) throw error;
            expect(error.message).toMatch(/^[A-Z].*[.]$/s);
            outcomes.push(error.reason);
          }
        }
        expect(outcomes[1]).toEqual(outcomes[0]);
      }),
      { numRuns: 500 },
    );
  });
});

it('a guessed charset is a notice of both views', async () => {
  const page =
    '<p>Les Parties <ins>prot\u00e8gent</ins> les \u00e9coles et les h\u00f4pitaux o\u00f9 se trouvent les bless\u00e9s.</p>';
  const { accepted, rejected } = await readDraft(
    'x.html',
    Uint8Array.from(page, (letter) => letter.charCodeAt(0)),
  );
  expect(accepted.text).toContain('protègent');
  expect(accepted.notices).toMatchObject([{ name: 'guessed-charset' }]);
  expect(rejected?.notices).toMatchObject([{ name: 'guessed-charset' }]);
});

describe('a draft that is text already', () => {
  it('is read as its name and words say', () => {
    expect(readTextDraft('draft.md', '# One').accepted.format).toBe('markdown');
    expect(readTextDraft('-', 'One').accepted).toMatchObject({
      format: 'text',
      text: 'One',
      blocks: [{ span: [0, 3] }],
    });
    expect(readTextDraft('-', '# One', 'text').accepted.format).toBe('text');
  });

  it('is read as its bytes would be', async () => {
    for (const text of ['# One\n\n## Two', 'Article 1\n\nWords', '---\na: 1\n---\nWords']) {
      expect(readTextDraft('draft', text)).toEqual(await readDraft('draft', bytes(text)));
    }
  });

  it('is read again by a reader that is kept, whatever it turns into', async () => {
    const kept = new OpenDraftReader();
    for (const text of ['Words', '# One\n\n## Two', '# One\n\n## Two\n\nMore', 'Words']) {
      expect(await kept.read('-', text)).toEqual(readTextDraft('-', text));
    }
  });

  it('is unreadable without words', () => {
    expect(() => readTextDraft('draft.md', '---\na: 1\n---\n')).toThrow(expect.objectContaining({ reason: 'empty' }));
  });
});

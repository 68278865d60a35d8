import { describe, expect, test } from 'vitest';
import { UnreadableDraft } from '../../src/unreadable-draft.ts';
import { readWord } from '../../src/word/read-word.ts';
import { compoundFile } from '../hostile-drafts.ts';
import { zipBytes } from '../zip/zip-bytes.ts';
import { paragraph, wordFile } from './word-file.ts';

/** Milliseconds of processor time, which other work on the machine does not lengthen. */
function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function refusal(bytes: Uint8Array, limits = {}): UnreadableDraft {
  try {
    readWord('draft.docx', bytes, limits);
  } catch (error) {
    if (error instanceof UnreadableDraft) return error;
    throw error;
  }
  throw new Error('The draft was read.');
}

const withMain = (xml: string | Uint8Array): Uint8Array =>
  wordFile({ body: '', extra: { 'word/document.xml': typeof xml === 'string' ? bytesOf(xml) : xml } });
const nested = (depth: number): string => `${'<w:smartTag>'.repeat(depth)}${'</w:smartTag>'.repeat(depth)}`;
const valid = wordFile({ body: paragraph('Words') });

describe('a file that cannot be read as Word', () => {
  test.each<[string, Uint8Array, string, RegExp]>([
    ['nothing', new Uint8Array(), 'empty', /check where it was copied from/],
    ['a draft without words', wordFile({ body: paragraph('') }), 'empty', /holds no words/],
    [
      'a scan',
      wordFile({ body: paragraph('<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>') }),
      'needs-ocr',
      /text recognition/,
    ],
    ['a protected draft', compoundFile('EncryptedPackage'), 'password-protected', /remove the password/],
    ['an old Word draft', compoundFile('WordDocument'), 'legacy-word', /save it as \.docx/],
    ['an old Excel workbook', compoundFile('Workbook'), 'wrong-format', /old Office document/],
    ['a PDF', bytesOf('%PDF-1.7\n'), 'wrong-format', /is a PDF/],
    ['Rich Text', bytesOf('{\\rtf1 Words}'), 'wrong-format', /is a Rich Text file/],
    ['a web page', bytesOf('<!DOCTYPE html><html>'), 'wrong-format', /is a web page/],
    ['plain text', bytesOf('The Parties agree.'), 'wrong-format', /not a Word file/],
    ['a workbook', zipBytes([{ name: 'xl/workbook.xml', content: '<x/>' }]), 'wrong-format', /Excel workbook/],
    ['slides', zipBytes([{ name: 'ppt/presentation.xml', content: '<x/>' }]), 'wrong-format', /PowerPoint/],
    ['an ODT', zipBytes([{ name: 'content.xml', content: '<x/>' }]), 'wrong-format', /OpenDocument/],
    ['a folder of photographs', zipBytes([{ name: 'a.jpg', content: 'x' }]), 'wrong-format', /something else/],
    ['half a draft', valid.subarray(0, valid.length / 2), 'truncated', /download it again/],
    ['broken XML', withMain('<w:document xmlns:w="x"><w:body>'), 'damaged', /XML is broken/],
    ['an undeclared entity', withMain('<document>&party;</document>'), 'damaged', /XML is broken/],
    ['broken characters', withMain(Uint8Array.of(0x3c, 0xff, 0x3e)), 'damaged', /characters are broken/],
    [
      'XML with entities of its own',
      withMain('<!DOCTYPE d [<!ENTITY a "aaaa">]><document>&a;</document>'),
      'doctype',
      /defines its own XML entities/,
    ],
    ['a tower of elements', wordFile({ body: nested(300) }), 'too-deep', /256 deep/],
  ])('%s is refused with a reason and a next step', (_, bytes, reason, message) => {
    const error = refusal(bytes);
    expect(error.reason).toBe(reason);
    expect(error.message).toMatch(message);
    expect(error.message).toMatch(/^The file .*\.$/);
  });

  test('is refused where it holds more elements than allowed', () => {
    expect(refusal(valid, { nodes: 3 }).reason).toBe('too-large');
  });

  test('is refused in little time where its nesting is huge', () => {
    const started = process.cpuUsage();
    expect(refusal(wordFile({ body: nested(100_000) }), { ratio: Number.POSITIVE_INFINITY }).reason).toBe('too-deep');
    expect(cpuSince(started)).toBeLessThan(2000);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import type { Report } from '@poclint/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { definition, list, numbered, paragraph, run, wordFile } from '../../../readers/test/word/word-file.ts';
import { zipBytes } from '../../../readers/test/zip/zip-bytes.ts';
import { folderWith, runHere, runReally } from '../command.ts';

const PDFS = new URL('../../../readers/test/pdf/fixtures/', import.meta.url);
const hostilePdfs = readdirSync(new URL('hostile/', PDFS)).filter((name) => name.endsWith('.pdf'));
const pdf = (name: string) => new Uint8Array(readFileSync(new URL(name, PDFS)));
const bytesOf = (text: string) => new TextEncoder().encode(text);
const whole = wordFile({ body: paragraph(run('The Parties shall protect civilians.')) });
const withMain = (xml: string) => wordFile({ body: '', extra: { 'word/document.xml': bytesOf(xml) } });
const longLabel = definition(0, [{ text: `${'x'.repeat(100_000)}%1` }]) + list(1, 0);

/** An OLE compound file with one stream in its directory. */
function compoundFile(stream: string): Uint8Array {
  const bytes = new Uint8Array(1536);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const data = new DataView(bytes.buffer);
  for (const [index, letter] of [...stream].entries()) data.setUint16(1152 + index * 2, letter.charCodeAt(0), true);
  data.setUint16(1152 + 64, (stream.length + 1) * 2, true);
  return bytes;
}

/** A PDF whose page tree lists so many pages, all of them one object. */
function pagesWithoutEnd(count: number): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${'3 0 R '.repeat(count)}]/Count ${count}>>`,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ];
  let text = '%PDF-1.7\n';
  const rows = objects.map((object, index) => {
    const row = `${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return row;
  });
  const start = text.length;
  return bytesOf(
    `${text}xref\n0 4\n0000000000 65535 f \n${rows.join('')}trailer <</Size 4/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`,
  );
}

/** Files made to exhaust or mislead, and what must be said of those that give no text. */
const FILES: Readonly<Record<string, { readonly bytes: Uint8Array; readonly says?: RegExp }>> = {
  ...Object.fromEntries(hostilePdfs.map((name) => [name, { bytes: pdf(`hostile/${name}`) }])),
  'bomb.docx': { bytes: withMain(`<document>${' '.repeat(60_000_000)}</document>`), says: /packed more than 200 to 1/ },
  'entities.docx': {
    bytes: withMain('<!DOCTYPE d [<!ENTITY a "aaaa">]><document>&a;</document>'),
    says: /XML entities/,
  },
  'tower.docx': {
    bytes: wordFile({ body: `${'<w:smartTag>'.repeat(5000)}${'</w:smartTag>'.repeat(5000)}` }),
    says: /256 deep/,
  },
  'labels.docx': { bytes: wordFile({ body: numbered(1, 0, run('a')).repeat(50), numbering: longLabel }) },
  'twice.docx': {
    bytes: zipBytes([
      { name: 'word/document.xml', content: '<a/>' },
      { name: 'word/document.xml', content: '<b/>' },
    ]),
    says: /occurs twice|damaged/,
  },
  'truncated.docx': { bytes: whole.subarray(0, whole.length / 2), says: /download it again/ },
  'workbook.docx': { bytes: zipBytes([{ name: 'xl/workbook.xml', content: '<x/>' }]), says: /Excel workbook/ },
  'photographs.docx': { bytes: zipBytes([{ name: 'a.jpg', content: 'x' }]), says: /something else/ },
  'protected.docx': { bytes: compoundFile('EncryptedPackage'), says: /remove the password/ },
  'legacy.doc': { bytes: compoundFile('WordDocument'), says: /old Word format/ },
  'protected.pdf': { bytes: pdf('locked.pdf'), says: /password/ },
  'truncated.pdf': { bytes: pdf('framework.en.un.pdf').subarray(0, 30_000), says: /damaged or cut short/ },
  'scanned.pdf': { bytes: pdf('scanned.es.pdf'), says: /--ocr/ },
  'ten-thousand-pages.pdf': { bytes: pagesWithoutEnd(10_001), says: /more than 10,000 pages/ },
  'groups.rtf': { bytes: bytesOf(`{\\rtf1 ${'{'.repeat(100_000)}a`), says: /deep|nested|groups/ },
  'tower.html': { bytes: bytesOf(`<html><body>${'<div>'.repeat(20_000)}a`) },
  'binary.txt': { bytes: Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 32), says: /holds no text/ },
  'deflated.txt': { bytes: deflateRawSync(Buffer.alloc(100_000, 'The Parties')), says: /./ },
  'empty.docx': { bytes: new Uint8Array(), says: /no words|empty/ },
  'quotes.md': { bytes: bytesOf(`${'> '.repeat(30_000)}a\n\n${'['.repeat(1500)}`) },
};

/** Prints the most memory that the process held, in megabytes, and its processor time in milliseconds, when it ends. */
const WATCH = `--import data:text/javascript,process.on('exit',()=>{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();process.stderr.write('\\npeak\\u0020'+(maxRSS>>10)+'\\ncpu\\u0020'+((userCPUTime+systemCPUTime)/1000|0)+'\\n')})`;

// The first run after a rule was changed compiles the rules, which is no file's fault.
beforeAll(() => {
  runReally(['lint', '-'], { stdin: 'The Parties shall protect civilians.' });
}, 60_000);

describe('hostile files', () => {
  it('are more than twenty', () => {
    expect(Object.keys(FILES).length).toBeGreaterThan(20);
  });

  it.each(Object.entries(FILES))(
    '%s is read or refused in time, with little memory and one sentence',
    (name, { bytes, says }) => {
      const cwd = folderWith({ [name]: bytes });
      const { code, stdout, stderr } = runReally(['lint', name, '--format', 'jsonl'], {
        cwd,
        env: { NODE_OPTIONS: WATCH, PATH: '' },
      });
      // Processor time, which other work on the computer hardly lengthens; the start from TypeScript counts in.
      expect(Number(/^cpu (\d+)$/m.exec(stderr)?.[1])).toBeLessThan(4000);
      expect(Number(/^peak (\d+)$/m.exec(stderr)?.[1])).toBeLessThan(300);
      const [report] = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(stderr).not.toContain('fault in poclint');
      if (says || report.status === 'unreadable') {
        expect(code).toBe(2);
        expect(report.reason).toMatch(says ?? /./);
        expect(report.reason).toMatch(/^[A-Z][^\n]*\.$/);
      }
    },
  );

  it('leave the other files reviewed, each with a sentence of its own', async () => {
    const refused = Object.entries(FILES).filter(([name, { says }]) => says && !name.endsWith('.doc'));
    const cwd = folderWith({
      ...Object.fromEntries(refused.map(([name, { bytes }]) => [name, bytes])),
      'good.md': '# Truce\n\nThe Parties have agreed as follows:\n\n1. The Parties shall protect civilians.\n',
    });
    const { code, stdout } = await runHere(['lint', '.', '--format', 'json'], { cwd });
    const { documents } = JSON.parse(stdout) as Report;
    expect(code).toBe(2);
    expect(documents).toHaveLength(refused.length + 1);
    expect(documents.find(({ path }) => path.endsWith('good.md'))?.status).toBe('reviewed');
    expect(documents.filter(({ status }) => status === 'reviewed')).toHaveLength(1);
  });
});

import { describe, expect, test } from 'vitest';
import { readWord } from '../../src/word/read-word.ts';
import { accepted, wordsOf } from './reading.ts';
import { definition, list, numbered, paragraph, run, styled, wordFile } from './word-file.ts';

/** Milliseconds of processor time, which other work on the machine does not lengthen. */
function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const unpacked = { ratio: Number.POSITIVE_INFINITY };

/** Reads in a time that a quadratic reader would overrun many times. */
function readInTime(parts: Parameters<typeof wordFile>[0]) {
  const bytes = wordFile(parts);
  const started = process.cpuUsage();
  const draft = readWord('', bytes, unpacked);
  expect(cpuSince(started)).toBeLessThan(4000);
  return draft.accepted;
}

describe('a draft built to exhaust a computer', () => {
  test('is read in time with its fields in one another', () => {
    const field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
    const source = readInTime({ body: paragraph((field + run('a')).repeat(20_000)) });
    expect(source.text).toHaveLength(20_000);
  });

  test('is read in time with each style based on the one before', () => {
    const styles = Array.from(
      { length: 5000 },
      (_, index) =>
        `<w:style w:type="paragraph" w:styleId="s${index}"><w:name w:val="s${index}"/><w:basedOn w:val="s${index + 1}"/></w:style>`,
    ).join('');
    expect(readInTime({ body: styled('s0', 'a').repeat(3000), styles }).blocks).toHaveLength(3000);
  });

  test('is read in time with a running head of a book', () => {
    const source = readInTime({
      body: `${paragraph('Words')}<w:sectPr><w:headerReference r:id="h"/></w:sectPr>`,
      headers: { h: paragraph('a') + '<w:p/>'.repeat(150_000) },
    });
    expect(wordsOf(source)).toEqual(['Words', 'a']);
  });

  test('does not repeat a label of a book before each paragraph', () => {
    const numbering = definition(0, [{ text: `${'x'.repeat(100_000)}%1` }]) + list(1, 0);
    const source = accepted({ body: numbered(1, 0, 'a').repeat(10), numbering });
    expect(source.text.length).toBeLessThan(3000);
  });

  test('does not count in letters without end', () => {
    const numbering = definition(0, [{ text: '%1', format: 'lowerLetter', start: 999_999_999 }]) + list(1, 0);
    expect(accepted({ body: numbered(1, 0, 'a'), numbering }).text).toBe('999999999 a');
  });

  test('is read in time with each run in a colour of its own', () => {
    const runs = Array.from({ length: 20_000 }, (_, index) =>
      run('a', `<w:color w:val="${(0x500000 + index).toString(16)}"/>`),
    );
    expect(readInTime({ body: paragraph(runs.join('')) }).marks).toHaveLength(20_000);
  });
});

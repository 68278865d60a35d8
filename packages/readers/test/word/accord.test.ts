import { originAt } from '@poclint/core';
import { describe, expect, test } from 'vitest';
import { readWord } from '../../src/word/read-word.ts';
import { accord, accordAccepted, accordRejected } from './accord.ts';
import { at, labelsOf, rolesOf, wordsOf } from './reading.ts';

const { accepted, rejected } = readWord('accord.docx', accord());

describe('a Word draft with tracked changes', () => {
  test('reads as it will be once all changes are accepted', () => {
    expect(wordsOf(accepted)).toEqual(accordAccepted);
  });

  test('reads as it was before them, with its numbers counted anew', () => {
    expect(wordsOf(rejected!)).toEqual(accordRejected);
  });

  test('separates blocks by one line feed and nothing else', () => {
    expect(accepted.text).toBe(accordAccepted.join('\n'));
  });

  test('marks each automatic number as the label of its block', () => {
    expect(labelsOf(accepted).filter(Boolean)).toEqual(['Article 1', '1.1', '1.2', '(a)', '(b)', '(c)']);
    expect(accepted.blocks.map((block) => block.depth)).toEqual([
      ...[undefined, undefined, 0, 1, 1, 2, 2, 2],
      ...Array(8).fill(undefined),
    ]);
  });

  test('tells headings, items, cells, notes and running heads apart', () => {
    expect(rolesOf(accepted)).toEqual([
      'heading',
      'paragraph',
      ...Array(6).fill('item'),
      'paragraph',
      ...Array(4).fill('cell'),
      'paragraph',
      'note',
      'furniture',
    ]);
    expect(accepted.blocks.filter(({ cell }) => cell).map(({ cell }) => [cell?.row, cell?.column])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
    expect(accepted.blocks.find(({ role }) => role === 'note')?.note).toBe('1');
  });

  test('says who inserted and deleted what, and where', () => {
    const author = { author: 'Ana', date: '2024-03-01T10:00:00Z' };
    expect(accepted.insertions.map((one) => at(accepted, one))).toEqual(['shall', 'the burning of crops;']);
    expect(accepted.insertions[0]).toMatchObject(author);
    expect(accepted.deletions.map(({ text }) => text)).toEqual([
      'may',
      'This paragraph was struck in the last round.\n',
    ]);
    const [may] = accepted.deletions;
    expect(may).toMatchObject(author);
    expect(accepted.text.slice(may!.span[0])).toMatch(/^shall refrain/);
    expect(may!.span[0]).toBe(may!.span[1]);
  });

  test('keeps the margin comment on its words', () => {
    expect(accepted.comments).toEqual([
      { span: accepted.comments[0]!.span, author: 'Ben', date: '2024-03-02T09:00:00Z', text: 'Keep this list open?' },
    ]);
    expect(at(accepted, accepted.comments[0]!)).toBe('sexual violence in any form.');
  });

  test('keeps what negotiators mark by typography', () => {
    expect(accepted.marks.map((mark) => [mark.kind, mark.value, at(accepted, mark)])).toEqual([
      ['highlight', 'yellow', ' refrain'],
      ['colour', 'FF0000', ' from attacks on markets'],
      ['strike', undefined, ' from attacks on markets'],
    ]);
  });

  test('leaves hidden words out and says so', () => {
    expect(accepted.text).not.toContain('drafting note');
    expect(accepted.notices.map(({ name }) => name)).toEqual(['hidden-text']);
    expect(accepted.notices[0]?.message).toContain('13 characters');
  });

  test('knows where in the file each stretch comes from', () => {
    const origin = originAt(accepted, accepted.text.indexOf('hostages'));
    expect(origin).toMatchObject({ part: 'word/document.xml', paragraph: 7 });
    const label = originAt(accepted, accepted.text.indexOf('(a)'));
    expect(label).toMatchObject({ part: 'word/document.xml', paragraph: 7 });
    expect(label).not.toHaveProperty('raw');
    expect(originAt(accepted, accepted.text.indexOf('two days'))).toMatchObject({ part: 'word/footnotes.xml' });
  });

  test('declares the language of most of its words', () => {
    expect(accepted.language).toBe('en-GB');
  });
});

import * as docx from 'docx';
import { describe, expect, test } from 'vitest';
import { annotateWord } from '../../src/annotate/annotate-word.ts';
import { readWord } from '../../src/word/read-word.ts';
import { commentsOf } from '../annotate/reading.ts';
import { fixture } from '../fixtures/fixture.ts';
import { accordAccepted } from './accord.ts';
import { labelsOf, rolesOf, wordsOf } from './reading.ts';

describe('a Word file by another program', () => {
  test('LibreOffice reads as the draft it was made from', () => {
    const { accepted, rejected } = readWord('', fixture('libreoffice-accord.docx'));
    expect(wordsOf(accepted)).toEqual(accordAccepted);
    expect(accepted.comments.map(({ text }) => text)).toEqual(['Keep this list open?']);
    expect(accepted.insertions).toHaveLength(2);
    expect(wordsOf(rejected!)).toContain('(b) sexual violence in any form.');
  });

  test('pandoc reads with its lists, table and note', () => {
    const { accepted, rejected } = readWord('', fixture('pandoc-truce.docx'));
    expect(wordsOf(accepted)).toEqual([
      'Truce of the Upper Valley',
      'Ceasefire',
      '1. The Parties cease all fire at noon.',
      '2. The following acts are prohibited:',
      'a. attacks on wells and granaries;',
      'b. rape and every other form of sexual violence.',
      'Monitoring',
      'The commission reports each week. Its reports are public.',
      ...['Post', 'Observer', 'Ford', 'Two'],
      'In both languages of the valley.',
    ]);
    expect(rolesOf(accepted).filter((role) => role === 'heading')).toHaveLength(3);
    expect(rejected).toBeUndefined();
  });

  test('the docx library reads, and can be annotated', async () => {
    const text = (words: string, more: docx.IParagraphOptions = {}) =>
      new docx.Paragraph({ ...more, children: [new docx.TextRun(words)] });
    const numbering = {
      config: [
        {
          reference: 'articles',
          levels: [
            { level: 0, format: docx.LevelFormat.UPPER_ROMAN, text: 'Chapter %1', alignment: docx.AlignmentType.LEFT },
          ],
        },
      ],
    };
    const chapter = { numbering: { reference: 'articles', level: 0 } };
    const file = new docx.Document({
      numbering,
      sections: [
        {
          headers: { default: new docx.Header({ children: [text('Second draft')] }) },
          children: [
            text('Pact of the Hills', { heading: docx.HeadingLevel.TITLE }),
            text('Shelter', chapter),
            text('Passage', chapter),
            new docx.Paragraph({
              children: [
                new docx.InsertedTextRun({ text: 'Convoys ', id: 1, author: 'Ana', date: '2024-03-01T10:00:00Z' }),
                new docx.DeletedTextRun({ text: 'may ', id: 2, author: 'Ana', date: '2024-03-01T10:00:00Z' }),
                new docx.TextRun('pass.'),
              ],
            }),
          ],
        },
      ],
    });
    const bytes = new Uint8Array(await docx.Packer.toArrayBuffer(file));
    const { accepted, rejected } = readWord('', bytes);
    expect(wordsOf(accepted)).toEqual([
      ...['Pact of the Hills', 'Chapter I Shelter', 'Chapter II Passage', 'Convoys pass.', 'Second draft'],
    ]);
    expect(labelsOf(accepted)).toEqual([undefined, 'Chapter I', 'Chapter II', undefined, undefined]);
    expect(rejected?.text).toContain('may pass.');
    const start = accepted.text.indexOf('voys pa');
    const annotated = annotateWord(bytes, [{ rule: 'r', message: 'When?', span: [start, start + 7] }]);
    expect(commentsOf(annotated).map(({ on }) => on)).toEqual(['voys pa']);
  });
});

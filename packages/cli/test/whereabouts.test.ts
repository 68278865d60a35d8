import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { whereabouts, withWhereabouts } from '../src/format/whereabouts.ts';
import { folderWith, runHere, WORKSPACE } from './command.ts';

const FIXTURES = join(WORKSPACE, 'packages/readers/test');
const draft = (name: string) => new Uint8Array(readFileSync(join(FIXTURES, name)));
/** What is in brackets or asks for a second look in each of the drafts. */
const folder = () =>
  folderWith({
    'draft.pdf': draft('fixtures/formats/truce.libreoffice.pdf'),
    'draft.docx': draft('fixtures/formats/truce.docx.docx'),
  });

describe('where words stand in a file', () => {
  test.each(['pretty', 'json', 'jsonl', 'sarif', 'github', 'junit', 'markdown'])(
    'is told by page for a PDF, and by paragraph for a Word file on request: %s',
    async (format) => {
      const cwd = folder();
      const pdf = await runHere(['lint', 'draft.pdf', '--format', format], { cwd });
      expect(pdf.stdout).toMatch(/p\.[ \u00a0]1\b|"page": ?1\b/);
      const word = await runHere(['lint', 'draft.docx', '--format', format], { cwd });
      expect(word.stdout).not.toMatch(/para\.[ \u00a0]\d|"paragraph": ?\d/);
      const asked = await runHere(['lint', 'draft.docx', '--paragraphs', '--format', format], { cwd });
      expect(asked.stdout).toMatch(/para\.[ \u00a0]\d|"paragraph": ?\d/);
    },
  );

  test('is told with how surely the words were recognised', () => {
    const place = { page: 3, confidence: 0.874 };
    expect(whereabouts(place, 'en')).toBe('p. 3, OCR 87 %');
    expect(withWhereabouts('Art. 2(1)', place, 'en')).toBe('Art. 2(1) (p. 3, OCR 87 %)');
    expect(withWhereabouts('Art. 2(1)', {}, 'en')).toBe('Art. 2(1)');
  });
});

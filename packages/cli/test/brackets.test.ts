import { join } from 'node:path';
import { RuleLibrary, review } from '@poclint/core';
import { readTextDraft } from '@poclint/readers';
import { readRuleFolder } from '@poclint/rules';
import { describe, expect, it, test } from 'vitest';
import { runHere, WORKSPACE } from './command.ts';

test('lint --brackets says what survives if the brackets fall', async () => {
  const { stdout } = await runHere([
    'lint',
    'fixtures/drafts/humanitarian-accord.md',
    '--brackets',
    '--fail-on',
    'never',
  ]);
  expect(stdout).toContain('if the brackets fall');
  expect(stdout).toMatch(/binding\s+not found\s+6\.2/);
  expect(stdout).toMatch(/\d+ topics agreed; \d+ depend on brackets or tracked changes/);
});

describe('brackets, blanks and tags in the language of the draft', () => {
  const library = new RuleLibrary(readRuleFolder(join(WORKSPACE, 'rules')).ruleSet);

  it.each([
    [
      'fr',
      'Les Parties [ne] recrutent [pas] d’enfants à [lieu à préciser], le [à déterminer].',
      'contested [ne]; contested [pas]; placeholder [lieu à préciser]; placeholder [à déterminer]',
    ],
    ['fr', '[Proposition du Front : Les Parties protègent les civils.]', 'contested of Proposition du Front'],
    ['fr', 'Les Parties [doivent/devraient] protéger les civils.', 'alternatives [doivent/devraient]'],
    [
      'es',
      'Las Partes [no] atacarán a los civiles [por acordar] en [lugar].',
      'contested [no]; placeholder [por acordar]; placeholder [lugar]',
    ],
    ['es', 'Liberarán a los detenidos en [30] días, según la nota [30].', 'placeholder [30]; editorial [30]'],
    ['es', '[Propuesta del Gobierno: Las Partes liberarán a los detenidos.]', 'contested of Propuesta del Gobierno'],
    [
      'ar',
      'تلتزم الأطراف بحماية المدنيين في موعد [يحدد لاحقاً] في [المكان].',
      'placeholder [يحدد لاحقاً]; placeholder [المكان]',
    ],
    ['ar', '[مقترح الحكومة: تفرج الأطراف عن الأسرى.]', 'contested of مقترح الحكومة'],
    ['ar', '[لا] يجوز مهاجمة المدنيين.', 'contested [لا]'],
    ['en', 'The Parties shall [not] attack civilians in [No.].', 'contested [not]; placeholder [No.]'],
  ])('%s: %s', (language, text, expected) => {
    const { details } = review(readTextDraft('draft.txt', text), library, { language });
    const found = details?.brackets.all.map(
      ({ kind, tag, span }) => `${kind} ${tag ? `of ${tag}` : text.slice(span[0], span[1])}`,
    );
    expect(found?.join('; ')).toBe(expected);
  });

  it('reads a number in words behind an option', () => {
    const text = 'الخيار الأول: تحمي الأطراف المدنيين.\nالخيار الثاني: تسعى الأطراف إلى حماية المدنيين.';
    const { details } = review(readTextDraft('draft.txt', text), library, { language: 'ar' });
    expect(details?.brackets.all).toMatchObject([{ kind: 'alternatives', alternatives: [{}, {}] }]);
  });
});

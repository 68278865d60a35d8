import { describe, expect, it } from 'vitest';
import { analyse } from '../src/analysis.ts';
import { compileRules } from '../src/rule-library.ts';
import { linesOf, SMALL_RULES } from './small-rules.ts';

const rules = compileRules(SMALL_RULES, 'en');

/** What is found: `topic level "words"`, strongest first. */
function found(text: string): string[] {
  const source = linesOf(text);
  return analyse(source, rules).evidence.flatMap((list, topic) =>
    list.map((piece) => {
      const start = piece.clause.span[0] + piece.span[0];
      const end = piece.clause.span[0] + piece.span[1];
      return `${rules.topics[topic]?.id} ${piece.level} "${text.slice(start, end)}"`;
    }),
  );
}

describe('an operator decides what a conduct amounts to', () => {
  it.each([
    [
      'a prohibition to the left',
      'The Parties shall refrain from attacks on civilians.',
      'poc-attack-prohibition operative "shall refrain from attacks on civilians"',
    ],
    [
      'a prohibition to the right',
      'Attacks on civilians are prohibited.',
      'poc-attack-prohibition operative "Attacks on civilians are prohibited"',
    ],
    [
      'a negative subject',
      'No Party shall attack civilians.',
      'poc-attack-prohibition operative "shall attack civilians"',
    ],
    [
      'protection from harm',
      'The Parties shall protect the village from attack.',
      'poc-attack-prohibition operative "shall protect the village from attack"',
    ],
    ['a duty', 'The Parties shall allow relief.', 'poc-humanitarian-access operative "shall allow relief"'],
    [
      'double polarity',
      'They shall refrain from acts that impede the return of refugees.',
      'grp-return-durable-solutions operative "shall refrain from acts that impede the return of refugees"',
    ],
    ['an order without operator', 'Release all prisoners.', 'poc-detainees operative "Release all prisoners"'],
    ['a soft verb', 'The Parties should allow relief.', 'poc-humanitarian-access hortatory "should allow relief"'],
    [
      '"consideration shall be given", soft despite its shall',
      'Consideration shall be given to allow relief.',
      'poc-humanitarian-access hortatory "Consideration shall be given to allow relief"',
    ],
    [
      'a condemnation',
      'The Parties condemn attacks on civilians.',
      'poc-attack-prohibition hortatory "condemn attacks on civilians"',
    ],
    [
      'a second predicate after a prohibition',
      'They shall refrain from insults and allow relief.',
      'poc-humanitarian-access operative "shall refrain from insults and allow relief"',
    ],
  ])('%s', (_name, text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    ['a permission to harm', 'The Parties may attack civilians.'],
    ['narration', 'In March civilians were killed.'],
    ['harm that is only dealt with', 'The Parties shall investigate attacks on civilians.'],
    ['those who suffered it', 'Survivors of rape shall not be blamed.'],
    ['a masked sense', 'The Parties shall refrain from verbal attacks on civilians.'],
    ['a false friend', 'The Parties shall release the former prisoners party.'],
    ['a definition', '"Relief" means to allow relief.'],
  ])('%s is no evidence', (_name, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('a clause takes over from the words above it', () => {
  it('the prohibition of its chapeau', () => {
    expect(found('The following are prohibited acts:\n(a) attacks on civilians;\n(b) rape.')).toEqual([
      'poc-attack-prohibition operative "attacks on civilians"',
      'sgbv-prohibition operative "rape"',
    ]);
  });

  it('the object that its chapeau names', () => {
    expect(found('The Parties shall not attack:\n(a) any village;')).toEqual([
      'poc-attack-prohibition operative "village"',
    ]);
  });

  it('the second chapeau of a list numbered as one of its items', () => {
    const text = 'The Parties shall refrain from:\n1. rape;\n2. The Parties agree to:\n3. allow relief;';
    expect(found(text)).toEqual([
      'poc-humanitarian-access operative "allow relief"',
      'sgbv-prohibition operative "rape"',
    ]);
  });

  it('items without numbers after a colon', () => {
    expect(found('The following acts are prohibited:\nrape;\nand\nattacks on civilians.')).toHaveLength(2);
  });

  it('nothing where it has a subject and operator of its own', () => {
    expect(found('The Parties shall refrain from:\n(a) rape;\n(b) The Parties shall allow relief.')).toContain(
      'poc-humanitarian-access operative "shall allow relief"',
    );
  });
});

describe('the place of a clause limits its force', () => {
  it('a recital binds nobody', () => {
    expect(
      found(
        'Recalling attacks on civilians,\nThe Parties have agreed as follows:\nArticle 1\nThe Parties shall allow relief.',
      ),
    ).toEqual([
      'poc-attack-prohibition hortatory "Recalling attacks on civilians"',
      'poc-humanitarian-access operative "shall allow relief"',
    ]);
  });

  it('abbreviations, members and signatures are no text', () => {
    expect(found('ABBREVIATIONS\nRC Relief Committee to allow relief')).toEqual([]);
    expect(found('The Board is composed of:\n(a) one member to allow relief;')).toEqual([]);
  });

  it('a list of principles is soft where nothing binds', () => {
    expect(found('Principles\n1. Return of refugees.')).toEqual([
      'grp-return-durable-solutions hortatory "Return of refugees"',
    ]);
  });
});

describe('a table', () => {
  it('that lists articles and annexes opens none of them', () => {
    const text = 'Annex B\nArticle 9\nThe Parties shall allow relief.';
    const source = linesOf(text);
    const cells = source.blocks.map((block, row) => ({
      ...block,
      ...(row < 2 && { role: 'cell' as const, cell: { table: 0, row, column: 0 } }),
    }));
    const { agreement } = analyse({ ...source, blocks: cells }, rules);
    expect(agreement.clauses.map((clause) => [clause.location, clause.parent?.index])).toEqual([
      ['operative', undefined],
      ['operative', undefined],
      ['operative', undefined],
    ]);
  });
});

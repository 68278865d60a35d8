import { describe, expect, it } from 'vitest';
import { makeLanguage } from '../src/language/languages.ts';
import { Tokens, tokenize } from '../src/language/tokens.ts';
import { Automaton } from '../src/vocabulary/automaton.ts';
import { parsePhrases } from '../src/vocabulary/phrase.ts';
import { buildPhraseTrie } from '../src/vocabulary/phrase-trie.ts';

/** The words that a concept of these phrases finds in a text. */
function found(
  text: string,
  phrases: readonly string[],
  masks: readonly string[] = [],
  falseFriends: readonly string[] = [],
): string[] {
  const english = makeLanguage('en', { stemmer: 'english', trailing: ["'s", "'"] });
  const classes = { kill: ['kill', 'slay'] };
  const automaton = new Automaton(
    english,
    buildPhraseTrie(english, { classes, concepts: { sought: { phrases, masks } }, falseFriends }),
  );
  const tokens = new Tokens();
  tokenize(text, false, [], tokens);
  const { count = 0, first = [], last = [] } = automaton.scan(text, tokens) ?? {};
  return first.slice(0, count).map((word, at) => text.slice(tokens.start[word], tokens.end[last[at] as number]));
}

describe('a phrase', () => {
  it.each([
    ['a word by its stem', 'They attacked; attacks; ATTACK.', ['attack'], ['attacked', 'attacks', 'ATTACK']],
    ['an exact form', 'wound wounds wounded', ['=wounds'], ['wounds']],
    ['a beginning', 'sexual, sexually, sex', ['sexual*'], ['sexual', 'sexually']],
    ['alternatives', 'rape or assault', ['rape|assault'], ['rape', 'assault']],
    ['a word class', 'killing and slaying', ['@kill'], ['killing', 'slaying']],
    ['a number', 'within 72 hours', ['within # hours'], ['within 72 hours']],
    ['an optional word', 'the elders and elders', ['the? elder'], ['the elders', 'elders', 'elders']],
    ['a gap', 'persons who have been detained', ['person ..3 detain'], ['persons who have been detained']],
    [
      'a hyphenated word',
      'gender-based violence, gender based violence',
      ['gender-based violence'],
      ['gender-based violence', 'gender based violence'],
    ],
    [
      'a hyphenated alternative',
      're-open the road, open the road',
      ['open|re-open the road'],
      ['re-open the road', 'open the road', 'open the road'],
    ],
  ])('matches %s', (_name, text, phrases, expected) => {
    expect(found(text, phrases).sort()).toEqual([...expected].sort());
  });

  it('does not reach over a comma, a gap does, and neither over a full stop', () => {
    expect(found('sexual, violence', ['sexual violence'])).toEqual([]);
    expect(found('sexual, gender and other violence', ['sexual ..3 violence'])).toHaveLength(1);
    expect(found('sexual. Other violence', ['sexual ..3 violence'])).toEqual([]);
  });

  it('keeps the longest of several matches from one word', () => {
    expect(found('prisoners of war', ['prisoner', 'prisoner of war'])).toEqual(['prisoners of war']);
  });

  it('is hidden by a mask and by a false friend that overlap it', () => {
    expect(found('violation of the ceasefire and violation', ['violation'], ['violation of the? ceasefire'])).toEqual([
      'violation',
    ]);
    expect(found('former detainees and detainees', ['detainee'], [], ['former detainee'])).toEqual(['detainees']);
  });
});

describe('a phrase that cannot be read', () => {
  it.each([
    ['the?', /optional/],
    ['..3 rape', /begins or ends with a gap/],
    ['rape ..30 war', /must be \.\.1 to/],
    ['@unknown', /word class/],
    ['ab*', /too short/],
    ['', /no word/],
  ])('"%s" says why', (notation, message) => {
    expect(() => parsePhrases(notation, {})).toThrow(message);
  });
});

import { RuleLibrary } from '@poclint/core';
import { readRuleFolder } from '@poclint/rules';
import { describe, expect, it } from 'vitest';
import { isLater } from '../../../core/src/compare/time-limit.ts';
import { STANDARD_RULES } from '../../src/rule/load-rules.ts';

const LIBRARY = new RuleLibrary(readRuleFolder(STANDARD_RULES).ruleSet);

const DAY = 24;

/** What is found: `kind value "words"`. */
function found(text: string, language = 'en'): string[] {
  return LIBRARY.in(language)
    .pack.time.find(text)
    .map(({ kind, value, span }) => `${kind} ${value} "${text.slice(span[0], span[1])}"`);
}

describe('times that a clause sets', () => {
  it.each([
    [
      'hours in words and figures',
      'Within seventy-two (72) hours of the signing',
      'limit 72 "Within seventy-two (72) hours"',
    ],
    ['figures before words', 'not later than 30 (thirty) days', `limit ${30 * DAY} "not later than 30 (thirty) days"`],
    [
      'compound numbers',
      'within one hundred and twenty days',
      `limit ${120 * DAY} "within one hundred and twenty days"`,
    ],
    ['working days', 'within three (3) calendar days', `limit ${3 * DAY} "within three (3) calendar days"`],
    [
      'a limit counted from an event',
      'fourteen days after entry into force',
      `limit ${14 * DAY} "fourteen days after"`,
    ],
    ['D-Day', 'no later than D-Day + 30', `limit ${30 * DAY} "D-Day + 30"`],
    ['a date with the day first', 'by 15 March 2026', `date ${Date.UTC(2026, 2, 15) / 864e5} "by 15 March 2026"`],
    ['a date with the month first', 'by March 15, 2026', `date ${Date.UTC(2026, 2, 15) / 864e5} "by March 15, 2026"`],
    ['a date in figures', 'before 2026-03-15', `date ${Date.UTC(2026, 2, 15) / 864e5} "before 2026-03-15"`],
    ['a frequency', 'report every two weeks', `frequency ${14 * DAY} "every two weeks"`],
    ['a frequency in one word', 'report monthly', `frequency ${30 * DAY} "monthly"`],
    ['how long something lasts', 'for a period of six months', `period ${180 * DAY} "for a period of six months"`],
    ['at once', 'shall immediately upon signature release', 'limit 0 "immediately"'],
    ['a time that nobody can check', 'as soon as possible', 'limit Infinity "as soon as possible"'],
    ['figures that compete: the longer', 'within [72/96] hours', 'limit 96 "within [72/96] hours"'],
    ['figures in brackets', 'within [72] hours', 'limit 72 "within [72] hours"'],
  ])('%s', (_name, text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    ['an age', 'persons under 18 years of age'],
    ['a number of people', 'fourteen villages'],
    ['a place in the text', 'Article 14, day care'],
  ])('%s is none', (_name, text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['fr', 'dans un délai de 72 heures', 'limit 72 "dans un délai de 72 heures"'],
    ['es', 'en un plazo de treinta días', `limit ${30 * DAY} "en un plazo de treinta días"`],
    ['ar', 'خلال 72 ساعة', 'limit 72 "خلال 72 ساعة"'],
  ])('in %s', (language, text, expected) => {
    expect(found(text, language)).toEqual([expected]);
  });
});

describe('which of two times gives more room', () => {
  const only = (text: string) => LIBRARY.in('en').pack.time.find(text)[0] ?? expect.fail(`no time in "${text}"`);

  it.each([
    ['within ten days', 'within ninety days'],
    ['within 10 days', 'within 3 weeks'],
    ['immediately', 'within two hours'],
    ['within ninety days', 'as soon as possible'],
    ['by 15 March 2026', 'by 14 April 2026'],
    ['every week', 'every month'],
    ['for six months', 'for three months'],
  ])('"%s" is stricter than "%s"', (strict, loose) => {
    expect(isLater(only(strict), only(loose))).toBe(true);
    expect(isLater(only(loose), only(strict))).toBe(false);
  });

  it('times of different kinds do not compare', () => {
    expect(isLater(only('every day'), only('within ninety days'))).toBe(false);
  });
});

import { join } from 'node:path';
import { LOCALES } from '@poclint/messages';
import { describe, expect, test } from 'vitest';
import { readRuleFolder } from '../src/rule-folder.ts';
import { readTitleFile } from '../src/title-file.ts';

describe('titles in other languages', () => {
  test('stand for every rule, each its own', () => {
    const { rules } = readRuleFolder(join(import.meta.dirname, '..')).ruleSet;
    for (const locale of LOCALES.filter((name) => name !== 'en')) {
      const titles = rules.map((rule) => rule.titles?.[locale]);
      expect(titles.filter((title) => title === undefined)).toEqual([]);
      expect(new Set(titles).size).toBe(rules.length);
      expect(rules.filter((rule) => rule.titles?.[locale] === rule.title)).toEqual([]);
    }
  });

  test.each([
    ['fr.yaml', 'poc-a: Un titre\npoc-c: Un autre\n', /fr\.yaml:2 has a title for "poc-c", and there is no such rule/],
    ['fr.yaml', 'poc-a: Un titre\n', /has no title for "poc-b"; add a line for it/],
    ['fr.yaml', 'poc-a: Un titre\npoc-b: ""\n', /fr\.yaml:2 has no title for "poc-b"/],
    ['fr.yaml', 'poc-a: [Un titre\n', /is not YAML/],
    ['de.yaml', 'poc-a: Ein Titel\n', /is in no language of the tool \("de"\)/],
  ])('are refused in %s: %j', (path, content, sentence) => {
    expect(() => readTitleFile(path, content, ['poc-a', 'poc-b'])).toThrow(sentence);
  });
});

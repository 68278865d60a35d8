import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { argumentsOf, compileCatalogues, declareCatalogue, type Messages, readCatalogue } from '../build/compile.ts';
import { LOCALES } from '../src/index.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** What the tool says, what only the review of an archive says, and what is said where the command is used wrongly. */
const PARTS = ['', 'archive', 'usage'];
const TRANSLATIONS = LOCALES.filter((locale) => locale !== 'en');
const IN_TRANSLATION = PARTS.flatMap((part) => TRANSLATIONS.map((locale) => [locale, part] as const));

/** Every message as `group.key`. */
function keysOf(messages: Messages): string[] {
  return Object.entries(messages).flatMap(([group, members]) => Object.keys(members).map((key) => `${group}.${key}`));
}

/** The program that uses the catalogue, in one text. */
function programText(): string {
  const packages = readdirSync(join(ROOT, 'packages')).filter((name) => name !== 'messages');
  return ['rules/src', 'extension/src', ...packages.map((name) => `packages/${name}/src`)]
    .flatMap((folder) => {
      const base = join(ROOT, folder);
      return readdirSync(base, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    })
    .join('\n');
}

/** Groups that are indexed by words of the report: `messages.level[level]()`. The compiler keeps them complete. */
function isIndexed(group: string, text: string): boolean {
  return new RegExp(`\\b${group}\\[|\\b${group}: \\w+[^}]*\\} = messagesIn`).test(text);
}

describe('the catalogue', () => {
  test.each(IN_TRANSLATION)('has every message in %s, and no other %s', (locale, part) => {
    expect(keysOf(readCatalogue(locale, part)).sort()).toEqual(keysOf(readCatalogue('en', part)).sort());
  });

  test.each(IN_TRANSLATION)('takes the same arguments in %s %s', (locale, part) => {
    const translated = readCatalogue(locale, part);
    const differing = Object.entries(readCatalogue('en', part)).flatMap(([group, members]) =>
      Object.entries(members)
        .filter(([key, message]) => {
          const other = argumentsOf(translated[group]?.[key] ?? '');
          const own = argumentsOf(message);
          return own.size !== other.size || [...own].some(([name, type]) => other.get(name) !== type);
        })
        .map(([key]) => `${group}.${key}`),
    );
    expect(differing).toEqual([]);
  });

  test.each(IN_TRANSLATION)('says nothing in English in %s %s', (locale, part) => {
    const english = readCatalogue('en', part);
    const translated = readCatalogue(locale, part);
    // What is written alike: placeholders alone, and words that the languages share.
    const shared = new Set([
      ...['Error', 'article', 'option', 'configuration', 'clause', 'now', 'mention', 'Document'],
      '{count, plural, one {{count, numeral} document} other {{count, numeral} documents}}',
    ]);
    const same = keysOf(english).filter((path) => {
      const [group = '', key = ''] = path.split('.');
      const words = english[group]?.[key] ?? '';
      return (
        words === translated[group]?.[key] && /[A-Za-z]{3}/.test(words.replace(/\{[^{}]*\}/g, '')) && !shared.has(words)
      );
    });
    expect(same).toEqual([]);
  });

  test.each(PARTS)('uses the plurals of Arabic %s', (part) => {
    const plurals = /\{(\w+), plural,/;
    const lacking = Object.entries(readCatalogue('ar', part)).flatMap(([group, members]) =>
      Object.entries(members)
        .filter(([, message]) => plurals.test(message) && !/two \{.*few \{.*many \{.*other \{/s.test(message))
        .map(([key]) => `${group}.${key}`),
    );
    expect(lacking).toEqual([]);
  });

  test.each(PARTS)('closes every isolate that a message in Arabic opens %s', (part) => {
    const count = (message: string, sign: string) => message.split(sign).length;
    const unbalanced = Object.entries(readCatalogue('ar', part)).flatMap(([group, members]) =>
      Object.entries(members)
        .filter(([, message]) => count(message, '\u2068') !== count(message, '\u2069'))
        .map(([key]) => `${group}.${key}`),
    );
    expect(unbalanced).toEqual([]);
  });

  test.each(PARTS)('has no message that nothing says %s', (part) => {
    const text = programText();
    const unused = keysOf(readCatalogue('en', part)).filter((path) => {
      const [group = '', key = ''] = path.split('.');
      return !isIndexed(group, text) && !new RegExp(`\\b${key}\\b`).test(text);
    });
    expect(unused).toEqual([]);
  });

  test('has a sentence for every reason that a reader gives for not reading a file, and no other', () => {
    const reasons = [...programText().matchAll(/new UnreadableDraft\(\s*'([a-z-]+)'/g)].map(([, reason]) => reason);
    expect(Object.keys(readCatalogue('en').unreadable ?? {}).sort()).toEqual([...new Set(reasons)].sort());
  });

  test('notices a message that nothing says', () => {
    expect(isIndexed('level', 'words.level[piece.level]()')).toBe(true);
    expect(isIndexed('report', 'messages.report.title()')).toBe(false);
  });

  test.each([
    ['', 'catalogues.js'],
    ['archive', 'archive.js'],
    ['usage', 'usage.js'],
  ])('is compiled as it stands %s', (part, name) => {
    const path = join(ROOT, 'packages/messages/src/compiled', name);
    const catalogues = Object.fromEntries(LOCALES.map((locale) => [locale, readCatalogue(locale, part)]));
    expect(readFileSync(path, 'utf8'), 'run "pnpm messages"').toBe(compileCatalogues(catalogues));
  });

  test.each([
    ['', 'Catalogue', 'catalogue.ts'],
    ['archive', 'ArchiveCatalogue', 'archive-catalogue.ts'],
    ['usage', 'UsageCatalogue', 'usage-catalogue.ts'],
  ])('is declared as it stands %s', (part, type, name) => {
    const path = join(ROOT, 'packages/messages/src', name);
    expect(readFileSync(path, 'utf8'), 'run "pnpm messages"').toBe(declareCatalogue(readCatalogue('en', part), type));
  });
});

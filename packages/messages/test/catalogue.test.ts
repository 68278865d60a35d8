import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { argumentsOf, compileCatalogues, declareCatalogue, readCatalogue } from '../build/compile.ts';
import { LOCALES } from '../src/index.ts';

const ROOT = join(import.meta.dirname, '../../..');
const ENGLISH = readCatalogue('en');
const TRANSLATIONS = LOCALES.filter((locale) => locale !== 'en');

/** Every message as `group.key`. */
function keysOf(messages: typeof ENGLISH): string[] {
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
  test.each(TRANSLATIONS)('has every message in %s, and no other', (locale) => {
    expect(keysOf(readCatalogue(locale)).sort()).toEqual(keysOf(ENGLISH).sort());
  });

  test.each(TRANSLATIONS)('takes the same arguments in %s', (locale) => {
    const translated = readCatalogue(locale);
    const differing = Object.entries(ENGLISH).flatMap(([group, members]) =>
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

  test.each(TRANSLATIONS)('says nothing in English in %s', (locale) => {
    const translated = readCatalogue(locale);
    // What is written alike: placeholders alone, and words that the languages share.
    const shared = new Set(['Error', 'article', 'option', 'configuration', 'clause', 'now', 'mention']);
    const same = keysOf(ENGLISH).filter((path) => {
      const [group = '', key = ''] = path.split('.');
      const words = ENGLISH[group]?.[key] ?? '';
      return (
        words === translated[group]?.[key] && /[A-Za-z]{3}/.test(words.replace(/\{[^{}]*\}/g, '')) && !shared.has(words)
      );
    });
    expect(same).toEqual([]);
  });

  test('uses the plurals of Arabic', () => {
    const plurals = /\{(\w+), plural,/;
    const lacking = Object.entries(readCatalogue('ar')).flatMap(([group, members]) =>
      Object.entries(members)
        .filter(([, message]) => plurals.test(message) && !/two \{.*few \{.*many \{.*other \{/s.test(message))
        .map(([key]) => `${group}.${key}`),
    );
    expect(lacking).toEqual([]);
  });

  test('has no message that nothing says', () => {
    const text = programText();
    const unused = keysOf(ENGLISH).filter((path) => {
      const [group = '', key = ''] = path.split('.');
      return !isIndexed(group, text) && !new RegExp(`\\b${key}\\b`).test(text);
    });
    expect(unused).toEqual([]);
  });

  test('has a sentence for every reason that a reader gives for not reading a file, and no other', () => {
    const reasons = [...programText().matchAll(/new UnreadableDraft\(\s*'([a-z-]+)'/g)].map(([, reason]) => reason);
    expect(Object.keys(ENGLISH.unreadable ?? {}).sort()).toEqual([...new Set(reasons)].sort());
  });

  test('notices a message that nothing says', () => {
    expect(isIndexed('level', 'words.level[piece.level]()')).toBe(true);
    expect(isIndexed('report', 'messages.report.title()')).toBe(false);
  });

  test('is compiled as it stands', () => {
    const path = join(ROOT, 'packages/messages/src/compiled/catalogues.js');
    const catalogues = Object.fromEntries(LOCALES.map((locale) => [locale, readCatalogue(locale)]));
    expect(readFileSync(path, 'utf8'), 'run "pnpm messages"').toBe(compileCatalogues(catalogues));
  });

  test('is declared as it stands', () => {
    const path = join(ROOT, 'packages/messages/src/catalogue.ts');
    expect(readFileSync(path, 'utf8'), 'run "pnpm messages"').toBe(declareCatalogue(ENGLISH));
  });
});

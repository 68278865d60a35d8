import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { LOCALES } from '@poclint/messages';
import { compileCatalogues, declareCatalogue, readCatalogue } from '@poclint/messages/compile';

/**
 * Compiles the catalogues of messages into the modules that the command loads, or with `--check` only says whether they
 * are up to date.
 */
const SOURCE = resolve(import.meta.dirname, '../../packages/messages/src');
const inAll = (part = '') =>
  compileCatalogues(Object.fromEntries(LOCALES.map((locale) => [locale, readCatalogue(locale, part)])));
const made: readonly (readonly [path: string, content: string])[] = [
  [join(SOURCE, 'catalogue.ts'), declareCatalogue(readCatalogue('en'))],
  [join(SOURCE, 'compiled/catalogues.js'), inAll()],
  [join(SOURCE, 'archive-catalogue.ts'), declareCatalogue(readCatalogue('en', 'archive'), 'ArchiveCatalogue')],
  [join(SOURCE, 'compiled/archive.js'), inAll('archive')],
  [join(SOURCE, 'usage-catalogue.ts'), declareCatalogue(readCatalogue('en', 'usage'), 'UsageCatalogue')],
  [join(SOURCE, 'compiled/usage.js'), inAll('usage')],
];
const outdated = made.filter(([path, content]) => !existsSync(path) || readFileSync(path, 'utf8') !== content);
if (!process.argv.includes('--check')) for (const [path, content] of outdated) writeFileSync(path, content);
else if (outdated.length > 0) {
  const names = outdated.map(([path]) => relative(process.cwd(), path)).join(', ');
  process.stderr.write(`Not up to date with the catalogue: ${names}. Run "pnpm messages".\n`);
  process.exitCode = 1;
}

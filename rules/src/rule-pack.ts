import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleSet } from '@poclint/core';
import { withPhrases } from './lazy-phrases.ts';

/**
 * The compiled rules, as they lie beside their pages. The compiled phrases of each language are in a file of their own,
 * read when a draft in that language is met.
 */
interface RulePack {
  /** Names, sizes and times of the files that the pack was made from; empty in a published package, which has none to compare. */
  readonly inventory: string;
  readonly ruleSet: RuleSet;
}

const FILE = '.pack.json';

/**
 * The compiled rules of a folder, or undefined where there are none or where a page has changed since. Reads one JSON
 * file and the pages' times, and no page.
 */
export function readRulePack(folder: string): RuleSet | undefined {
  const path = join(folder, FILE);
  if (!existsSync(path)) return undefined;
  const pack = JSON.parse(readFileSync(path, 'utf8')) as RulePack;
  if (pack.inventory !== '' && pack.inventory !== inventoryOf(folder)) return undefined;
  const phrasesOf = (language: string): unknown =>
    JSON.parse(readFileSync(join(folder, phrasesFile(language)), 'utf8'));
  const languages = pack.ruleSet.languages.map((data) => withPhrases(data, () => phrasesOf(data.id)));
  return { ...pack.ruleSet, languages };
}

function phrasesFile(language: string): string {
  return `.pack.${language}.json`;
}

/** Writes the compiled rules of a folder beside its pages, or into `target`. Another process may be reading them: each file is put in its place in one move. */
export function writeRulePack(
  folder: string,
  ruleSet: RuleSet,
  options: { readonly published: boolean; readonly target?: string },
): void {
  const into = options.target ?? folder;
  const languages = ruleSet.languages.map(({ trie, ...data }) => {
    replaceFile(join(into, phrasesFile(data.id)), JSON.stringify(trie));
    return data;
  });
  const pack: RulePack = {
    inventory: options.published ? '' : inventoryOf(folder),
    ruleSet: { ...ruleSet, languages },
  };
  replaceFile(join(into, FILE), JSON.stringify(pack));
}

function replaceFile(path: string, content: string): void {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, path);
}

function inventoryOf(folder: string): string {
  const digest = createHash('sha256');
  for (const path of sourcesOf(folder)) {
    const { size, mtimeMs } = statSync(path);
    digest.update(`${path.slice(folder.length)} ${size} ${mtimeMs}\n`);
  }
  return digest.digest('hex');
}

function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.(?:md|yaml)$/.test(entry.name) && !entry.parentPath.includes('node_modules'),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

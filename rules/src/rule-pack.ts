import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleSet } from '@poclint/core';

/** The compiled rules, as they lie beside their pages. */
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
  return pack.inventory === '' || pack.inventory === inventoryOf(folder) ? pack.ruleSet : undefined;
}

/** Writes the compiled rules of a folder beside its pages, in one move: another process may be reading them. */
export function writeRulePack(
  folder: string,
  ruleSet: RuleSet,
  options: { readonly published: boolean; readonly target?: string },
): void {
  const pack: RulePack = { inventory: options.published ? '' : inventoryOf(folder), ruleSet };
  const path = options.target ?? join(folder, FILE);
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(pack));
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

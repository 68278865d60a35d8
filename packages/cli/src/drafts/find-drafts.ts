import { readdirSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';

/** A draft to review: how the user names it, and where it lies. */
export type FoundDraft =
  | { readonly name: string; readonly path: string }
  /** Standard input. */
  | { readonly name: '-' }
  | { readonly name: string; readonly problem: 'noFile' | 'emptyFolder' };

/** What a draft's name ends in, for the search in folders. A file that is named is read whatever its name. */
export const DRAFT_EXTENSIONS = ['.md', '.markdown', '.txt', '.docx', '.pdf', '.html', '.htm', '.odt', '.rtf', '.doc'];

/** The drafts that arguments name, in the order given; those of a folder by name. No draft comes twice. */
export function findDrafts(names: readonly string[], cwd: string): FoundDraft[] {
  const seen = new Set<string>();
  return names
    .flatMap((name) => findNamed(name, cwd))
    .filter((draft) => {
      const key = 'path' in draft ? draft.path : `${draft.name} `;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

function findNamed(name: string, cwd: string): FoundDraft[] {
  if (name === '-') return [{ name }];
  const path = resolve(cwd, name);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [{ name, problem: 'noFile' }];
  if (!stat.isDirectory()) return [{ name, path }];
  const found = listDrafts(path, name);
  if (found.length > 0) return found;
  return [{ name, problem: 'emptyFolder' }];
}

function listDrafts(path: string, name: string): FoundDraft[] {
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry): FoundDraft[] => {
    const shown = join(name, entry.name).replaceAll('\\', '/');
    const inside = join(path, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    if (entry.isDirectory()) return listDrafts(inside, shown);
    // Word keeps a lock file named "~$draft.docx" beside an open draft.
    const isDraft = DRAFT_EXTENSIONS.includes(extname(entry.name).toLowerCase()) && !entry.name.startsWith('~$');
    return entry.isFile() && isDraft ? [{ name: shown, path: inside }] : [];
  });
}

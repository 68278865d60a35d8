import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { type Archive, type ArchiveDocument, type SourceLimits, tooLarge } from './document.ts';

const EXTENSIONS = new Set(['.md', '.markdown', '.txt', '.docx', '.pdf', '.html', '.htm', '.odt', '.rtf', '.doc']);

/** Whether a file's name says that it holds a draft. Word keeps a lock file named "~$draft.docx" beside an open one. */
export function isDraftName(name: string): boolean {
  const base = basename(name);
  return EXTENSIONS.has(extname(base).toLowerCase()) && !base.startsWith('.') && !base.startsWith('~$');
}

/** A folder with drafts in it and below it, in the order of their names. A link that leads back up is not followed twice. */
export function openFolder(folder: string, limits: SourceLimits, leaveOut?: string): Archive {
  const problems: string[] = [];
  let position = 0;
  return {
    metaNames: [],
    size: 0,
    problems,
    position: () => position,
    async *documents() {
      position = 0;
      problems.length = 0;
      for (const path of walk(folder, '', new Set(), limits, problems, leaveOut)) {
        const document = read(folder, path, limits);
        if (document.content.kind === 'bytes') position += document.content.bytes.length;
        yield document;
      }
    },
  };
}

function* walk(
  root: string,
  below: string,
  above: ReadonlySet<string>,
  limits: SourceLimits,
  problems: string[],
  leaveOut: string | undefined,
): Generator<string> {
  const folder = join(root, below);
  if (folder === leaveOut) return;
  let real: string;
  let entries: { name: string; isFolder: boolean; isFile: boolean }[];
  try {
    real = realpathSync(folder);
    if (above.has(real)) return;
    entries = readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const stat = entry.isSymbolicLink() ? statSync(join(folder, entry.name), { throwIfNoEntry: false }) : entry;
      return { name: entry.name, isFolder: stat?.isDirectory() === true, isFile: stat?.isFile() === true };
    });
  } catch (error) {
    problems.push(`The folder ${folder} could not be looked through (${(error as NodeJS.ErrnoException).code}).`);
    return;
  }
  if (above.size >= limits.depth) {
    problems.push(
      `The folder ${folder} lies deeper than ${limits.depth} folders, which --max-depth sets: it was left out.`,
    );
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, isFolder, isFile } of entries) {
    if (name.startsWith('.') || name === 'node_modules') continue;
    const inside = below === '' ? name : `${below}/${name}`;
    if (isFolder) yield* walk(root, inside, new Set([...above, real]), limits, problems, leaveOut);
    else if (isFile && isDraftName(name)) yield inside;
  }
}

function read(root: string, path: string, limits: SourceLimits): ArchiveDocument {
  const document = { id: path, title: titleOf(path), meta: {}, name: path };
  try {
    const whole = join(root, path);
    if (statSync(whole).size > limits.documentBytes)
      return { ...document, content: { kind: 'problem', reason: tooLarge(limits.documentBytes, '--max-size') } };
    return { ...document, content: { kind: 'bytes', bytes: new Uint8Array(readFileSync(whole)) } };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason =
      code === 'EACCES' || code === 'EPERM'
        ? 'There is no permission to read the file.'
        : `The file could not be read (${code}).`;
    return { ...document, content: { kind: 'problem', reason } };
  }
}

export function titleOf(path: string): string {
  return basename(path, extname(path)).replaceAll('_', ' ');
}

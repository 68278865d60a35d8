import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program and the look of the report page. */
export interface PageCode {
  readonly script: string;
  readonly style: string;
  /** What the packages in it ask to be said wherever they go. */
  readonly licences: string;
}

let made: Promise<PageCode> | undefined;

/**
 * The page's program, bundled from its source on first use. The build of the published command puts the finished text in
 * place of this module, so that nothing is bundled, and no bundler is needed, where it is installed.
 */
export function pageCode(): Promise<PageCode> {
  made ??= bundlePage();
  return made;
}

/** Bundles the page's program from its source. Throws where that does not compile. */
async function bundlePage(): Promise<PageCode> {
  const { build } = await import('esbuild');
  const folder = fileURLToPath(new URL('page/', import.meta.url));
  const { metafile, outputFiles } = await build({
    entryPoints: { page: `${folder}main.ts`, style: `${folder}style.css` },
    outdir: folder,
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome110', 'firefox115', 'safari16.4'],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text.trim() ?? '';
  return { script: textOf('.js'), style: textOf('.css'), licences: await licencesOf(Object.keys(metafile.inputs)) };
}

/** Name, version, licence and its text, of each package that the files belong to. */
async function licencesOf(files: readonly string[]): Promise<string> {
  const folders = files
    .map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(resolve(path))?.[0])
    .filter((folder) => folder !== undefined);
  const parts = [...new Set(folders)].map(async (folder) => {
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
    const { name, version, license } = manifest;
    const text = (await readdir(folder)).find((file) => /^licen[cs]e/i.test(file));
    const words = text === undefined ? '' : `\n${(await readFile(join(folder, text), 'utf8')).trim()}\n`;
    return `${name} ${version} (${license})\n${words}`;
  });
  return (await Promise.all(parts)).sort().join('\n---\n\n');
}

import { fileURLToPath } from 'node:url';

/** The program and the look of the report page. */
export interface PageCode {
  readonly script: string;
  readonly style: string;
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
  const { outputFiles } = await build({
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
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text.trim() ?? '';
  return { script: textOf('.js'), style: textOf('.css') };
}

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { compactRules, readRuleFolder } from '../rules/src/index.ts';
import { writeRulePack } from '../rules/src/rule-pack.ts';

/**
 * Bundles the extension into `dist`: the client for a desktop and for a browser, the server for both, and the rules.
 * Usage: node extension/build.mts
 */
const EXTENSION = import.meta.dirname;
const WORKSPACE = resolve(EXTENSION, '..');
const SERVER = join(WORKSPACE, 'packages/language-server');
const DIST = join(EXTENSION, 'dist');

/** Recognises scanned pages; the command line does that, an editor does not. */
const LEFT_OUT = ['tesseract.js', '@tesseract.js-data/*', '@hyzyla/pdfium'];

/** Large packages that are loaded when needed. The desktop's server and the browser's share one copy of each. */
const PARTS: Readonly<Record<string, { readonly file: string; readonly usedBy: string }>> = {
  jschardet: { file: 'charset.cjs', usedBy: 'readers' },
  'unpdf/pdfjs': { file: 'pdf.cjs', usedBy: 'readers' },
  '@cantoo/pdf-lib': { file: 'pdf-writer.cjs', usedBy: 'readers' },
  franc: { file: 'languages.cjs', usedBy: 'project' },
};

const serverRequire = createRequire(join(SERVER, 'package.json'));
const yaml = join(dirname(serverRequire.resolve('yaml/package.json')), 'browser/index.js');
const shared = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  alias: { yaml },
} satisfies BuildOptions;

rmSync(DIST, { recursive: true, force: true });
mkdirSync(DIST);
const ruleSet = compactRules(readRuleFolder(join(WORKSPACE, 'rules')).ruleSet);
copyRules(join(DIST, 'rules'));

// An editor loads its extensions as CommonJS.
await build({
  ...shared,
  entryPoints: { client: join(EXTENSION, 'src/client-node.ts') },
  outdir: DIST,
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  external: ['vscode'],
});
// In a browser the name has to end in .js, whatever is in it.
await build({
  ...shared,
  entryPoints: { 'client-browser': join(EXTENSION, 'src/client-browser.ts') },
  outdir: DIST,
  format: 'cjs',
  platform: 'browser',
  target: 'es2022',
  external: ['vscode'],
});
const parts = await Promise.all(Object.entries(PARTS).map(([name, { file, usedBy }]) => buildPart(name, file, usedBy)));
const server = await build({
  ...shared,
  // The worker that reads PDFs is started from its own file.
  entryPoints: {
    server: join(SERVER, 'src/node/main.ts'),
    'pdf-worker': join(WORKSPACE, 'packages/readers/src/pdf/node-worker.ts'),
  },
  outdir: join(DIST, 'server'),
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: LEFT_OUT,
  metafile: true,
  plugins: [
    partsApart(
      (file) => `const part = require('../parts/${file}');
export const { ${namesIn(file)} } = part;`,
    ),
  ],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
await build({
  ...shared,
  entryPoints: { 'server-browser': join(SERVER, 'src/browser/main.ts') },
  outdir: DIST,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  external: LEFT_OUT,
  // A worker has no document: some packages keep another build for it.
  conditions: ['worker'],
  define: { 'process.env.NODE_DEBUG': 'undefined' },
  // The page says with its first message where the extension lies.
  banner: {
    js: "addEventListener('message', ({ data }) => { self.poclintParts = { folder: data.parts }; }, { once: true });",
  },
  plugins: [
    partsApart(
      (file) => `importScripts(self.poclintParts.folder + '/${file}'); module.exports = self.poclintParts.loaded;`,
    ),
    withoutNode(),
  ],
});
// The extension itself is CommonJS: a browser's host loads nothing else.
writeFileSync(join(DIST, 'server/package.json'), '{ "type": "module" }\n');
writeFileSync(
  join(DIST, 'licences.txt'),
  licences([server, ...parts].flatMap(({ metafile }) => Object.keys(metafile.inputs))),
);

/** What a part exports. A module of its own has to name each. */
function namesIn(file: string): string {
  const names = Object.keys(createRequire(import.meta.url)(join(DIST, 'parts', file)));
  return names.filter((name) => name !== 'default').join(', ');
}

/** Replaces each large package by code that loads its shared copy. */
function partsApart(load: (file: string) => string): Plugin {
  return {
    name: 'parts-apart',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /.*/ }, ({ path }) => (path in PARTS ? { path, namespace: 'part' } : undefined));
      onResolve({ filter: /^\.\.\/parts\// }, ({ path }) => ({ path, external: true }));
      onLoad({ filter: /.*/, namespace: 'part' }, ({ path }) => ({ contents: load(PARTS[path]?.file ?? '') }));
    },
  };
}

/** One large package, as a script that both Node and a browser's worker load. */
function buildPart(name: string, file: string, usedBy: string) {
  return build({
    ...shared,
    stdin: { contents: `export * from '${name}';`, resolveDir: join(WORKSPACE, 'packages', usedBy), sourcefile: file },
    outfile: join(DIST, 'parts', file),
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    metafile: true,
    define: { 'process.env.NODE_DEBUG': 'undefined' },
    plugins: [withoutNode()],
    banner: { js: '((module) => {' },
    footer: {
      js: "})(typeof module === 'object' ? module : { set exports(loaded) { self.poclintParts.loaded = loaded; } });",
    },
  });
}

/** pdf.js mentions Node's modules on ways that no browser takes. */
function withoutNode(): Plugin {
  return {
    name: 'without-node',
    setup({ onLoad, onResolve }) {
      onResolve(
        {
          filter:
            /^(?:node:)?(?:fs|path|url|module|worker_threads|crypto|process|util|zlib|http|https|canvas)(?:\/.*)?$/,
        },
        ({ path }) => ({ path, namespace: 'without-node' }),
      );
      onLoad({ filter: /.*/, namespace: 'without-node' }, () => ({ contents: 'module.exports = {};' }));
    },
  };
}

function copyRules(target: string): void {
  for (const folder of ['groups', 'poc', 'profiles', 'red-flags', 'sgbv', 'titles', 'vocabulary'])
    cpSync(join(WORKSPACE, 'rules', folder), join(target, folder), { recursive: true });
  writeRulePack(target, ruleSet, { published: true });
}

/** The licences of all packages that are part of the bundle, with their texts, as these licences ask. */
function licences(inputs: readonly string[]): string {
  const folders = inputs
    .map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(resolve(path))?.[0])
    .filter((folder) => folder !== undefined);
  const parts = [...new Set(folders)].map((folder) => {
    const {
      name,
      version: own,
      license,
    } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
    const text = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
    const words = text === undefined ? '' : `\n${readFileSync(join(folder, text), 'utf8').trim()}\n`;
    return `${name} ${own} (${license})\n${words}`;
  });
  return `This extension contains parts of the following packages.\n\n${parts.sort().join('\n---\n\n')}`;
}

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

/** A package written for CommonJS that is loaded when needed: the bundle has to be told which of its names it uses. */
const namedImports: Plugin = {
  name: 'named-imports',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^jschardet$/ }, ({ kind, path, resolveDir }) =>
      kind === 'dynamic-import' ? { path, namespace: 'named', pluginData: resolveDir } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'named' }, ({ path, pluginData }) => ({
      contents: `export { detectAll } from '${path}';`,
      resolveDir: pluginData as string,
    }));
  },
};

const serverRequire = createRequire(join(SERVER, 'package.json'));
const yaml = join(dirname(serverRequire.resolve('yaml/package.json')), 'browser/index.js');
const shared = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [namedImports],
  alias: { yaml },
} satisfies BuildOptions;

rmSync(DIST, { recursive: true, force: true });
mkdirSync(DIST);
const ruleSet = compactRules(readRuleFolder(join(WORKSPACE, 'rules')).ruleSet);
copyRules(join(DIST, 'rules'));
const { version } = JSON.parse(readFileSync(join(EXTENSION, 'package.json'), 'utf8')) as { version: string };

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
const { metafile } = await build({
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
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
await build({
  ...shared,
  stdin: {
    contents: `import { startServer } from './src/browser/start-server.ts';\nimport ruleSet from 'poclint:rules';\nstartServer(ruleSet, ${JSON.stringify(version)});`,
    resolveDir: SERVER,
    sourcefile: 'server-browser.ts',
    loader: 'ts',
  },
  outfile: join(DIST, 'server-browser.js'),
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  external: LEFT_OUT,
  // A worker has no document: some packages keep another build for it.
  conditions: ['worker'],
  define: { 'process.env.NODE_DEBUG': 'undefined' },
  plugins: [namedImports, inlineRules(JSON.stringify(ruleSet)), withoutNode()],
});
// The extension itself is CommonJS: a browser's host loads nothing else.
writeFileSync(join(DIST, 'server/package.json'), '{ "type": "module" }\n');
writeFileSync(join(DIST, 'licences.txt'), licences(Object.keys(metafile.inputs)));

/** A worker loaded from another origin finds no file beside itself: its rules travel inside it. */
function inlineRules(json: string): Plugin {
  return {
    name: 'rules',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^poclint:rules$/ }, ({ path }) => ({ path, namespace: 'rules' }));
      onLoad({ filter: /.*/, namespace: 'rules' }, () => ({ contents: json, loader: 'json' }));
    },
  };
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
  for (const folder of ['groups', 'poc', 'profiles', 'red-flags', 'sgbv', 'vocabulary'])
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

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pageCode } from '@poclint/archive/html/page-code';
import { compactRules, readRuleFolder } from '@poclint/rules';
import { writeRulePack } from '@poclint/rules/pack';
import { build, type Plugin } from 'esbuild';

/**
 * Builds what is published into `dist`: the command in a few files that load each other when needed, and the rules,
 * compiled and as the pages that a user's own rules are joined with.
 */
const PACKAGE = resolve(import.meta.dirname, '..');
const WORKSPACE = resolve(PACKAGE, '../..');
const DIST = join(PACKAGE, 'dist');

/**
 * Large, needed for PDFs or archives only, and better updated by themselves: the published package depends on them. The
 * pool of workers starts a file of its own.
 */
const INSTALLED = ['unpdf', 'unpdf/pdfjs', '@cantoo/pdf-lib', 'piscina'];
/** Recognise scanned pages and share a queue, where the user has installed them. */
const OPTIONAL = ['bullmq', 'ioredis', 'tesseract.js', '@tesseract.js-data/*', '@hyzyla/pdfium'];

/** Packages written for CommonJS that are loaded when needed: the bundle has to be told which of their names it uses. */
const NAMED: Readonly<Record<string, string>> = { jschardet: 'detectAll' };

const namedImports: Plugin = {
  name: 'named-imports',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: new RegExp(`^(?:${Object.keys(NAMED).join('|')})$`) }, ({ kind, path, resolveDir }) =>
      kind === 'dynamic-import' ? { path, namespace: 'named', pluginData: resolveDir } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'named' }, ({ path, pluginData }) => ({
      contents: `export { ${NAMED[path]} } from '${path}';`,
      resolveDir: pluginData as string,
    }));
  },
};

/** The program of the report page is bundled now, so that the published command needs no bundler. */
const reportPage: Plugin = {
  name: 'report-page',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]archive[\\/]src[\\/]html[\\/]page-code\.ts$/ }, async () => ({
      contents: `const code = ${JSON.stringify(await pageCode())}; export const pageCode = async () => code;`,
    }));
  },
};

rmSync(DIST, { recursive: true, force: true });
mkdirSync(DIST);
const { metafile } = await build({
  // The worker that reads PDFs is started from its own file.
  entryPoints: {
    main: join(PACKAGE, 'src/main.ts'),
    // So are those that review archives.
    'review-worker': join(PACKAGE, 'src/archive/review-worker.ts'),
    'parquet-worker': join(PACKAGE, 'src/archive/parquet-worker.ts'),
    'pdf-worker': join(WORKSPACE, 'packages/readers/src/pdf/node-worker.ts'),
  },
  outdir: DIST,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  plugins: [namedImports, reportPage],
  // Its build for browsers is the one of ES modules, of which only what is used is taken.
  alias: { yaml: join(dirname(createRequire(import.meta.url).resolve('yaml/package.json')), 'browser/index.js') },
  external: [...INSTALLED, ...OPTIONAL],
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
  // Modules written for CommonJS ask for `require`, which an ES module has to make.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
writeFileSync(
  join(DIST, 'licences.txt'),
  [licences(Object.keys(metafile.inputs)), (await pageCode()).licences].join('\n---\n\n'),
);
copyRules(join(DIST, 'rules'));

/** The licences of all packages that are part of the bundle, with their texts, as these licences ask. */
function licences(inputs: readonly string[]): string {
  const folders = inputs
    .map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(resolve(path))?.[0])
    .filter((folder) => folder !== undefined);
  const parts = [...new Set(folders)].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
      string,
      string
    >;
    const text = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
    const words = text === undefined ? '' : `\n${readFileSync(join(folder, text), 'utf8').trim()}\n`;
    return `${name} ${version} (${license})\n${words}`;
  });
  return `This package contains parts of the following packages.\n\n${parts.sort().join('\n---\n\n')}`;
}

function copyRules(target: string): void {
  const rules = join(WORKSPACE, 'rules');
  for (const folder of ['groups', 'mappings', 'poc', 'profiles', 'red-flags', 'sgbv', 'titles', 'vocabulary'])
    cpSync(join(rules, folder), join(target, folder), { recursive: true });
  writeRulePack(target, compactRules(readRuleFolder(rules).ruleSet), { published: true });
}

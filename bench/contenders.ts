import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Contender {
  readonly name: string;
  readonly command: (folder: string) => readonly string[];
  /** Exit codes of a run that did its work: linters end with 1 where they found something. */
  readonly codes: readonly number[];
}

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NODE = process.execPath;
const SOURCE = join(ROOT, 'packages/cli/bin/poclint.js');
const BUILD = join(ROOT, 'packages/cli/dist/main.js');
/** The folder whose node_modules holds the peers; they run in it, so that they find their rules. */
export const FOLDER = join(ROOT, 'bench');
const INSTALLED = join(FOLDER, 'node_modules');

export const POCLINT = poclint('poclint, from source', SOURCE);

/** The built command, where it has been built. */
export function builtPoclint(): Contender | undefined {
  return existsSync(BUILD) ? poclint('poclint, built', BUILD) : undefined;
}

export const TEXTLINT: Contender = {
  name: 'textlint + terminology',
  command: (folder) => [
    NODE,
    join(INSTALLED, 'textlint/bin/textlint.js'),
    '--no-color',
    '--config',
    join(FOLDER, 'textlint.json'),
    folder,
  ],
  codes: [0, 1],
};

/** Reads plain text as Markdown, too: it has no other reader. */
export const REMARK: Contender = {
  name: 'remark-cli + lint-recommended',
  command: (folder) => [
    NODE,
    join(INSTALLED, 'remark-cli/cli.js'),
    '--no-color',
    '--no-stdout',
    '--quiet',
    '--ext',
    'md,txt',
    '--use',
    'remark-preset-lint-recommended',
    folder,
  ],
  codes: [0, 1],
};

/** The vocabulary as one alternation, on one thread. */
export function ripgrep(terms: string): Contender {
  return {
    name: 'ripgrep, the vocabulary’s words',
    command: (folder) => [
      'rg',
      '--fixed-strings',
      '--threads',
      '1',
      '--count-matches',
      '--ignore-case',
      '--file',
      terms,
      folder,
    ],
    codes: [0],
  };
}

export function startOf(...words: readonly string[]): Contender {
  return { name: words.join(' '), command: () => [NODE, ...words], codes: [0, 1] };
}

export const VERSION: Contender = {
  ...startOf(existsSync(BUILD) ? BUILD : SOURCE, '--version'),
  name: 'poclint --version',
};

function poclint(name: string, main: string): Contender {
  return { name, command: (folder) => [NODE, main, 'lint', '--no-config', folder], codes: [0, 1] };
}

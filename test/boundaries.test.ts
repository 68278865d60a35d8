import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('..', import.meta.url).pathname;

/** What each package may import of ours (DESIGN 2, ARCHITECTURE.md). */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'packages/messages': [],
  'packages/core': ['@poclint/messages'],
  rules: ['@poclint/core', '@poclint/messages'],
  'packages/readers': ['@poclint/core'],
  'packages/project': ['@poclint/core', '@poclint/rules', '@poclint/messages', '@poclint/readers'],
  'packages/archive': ['@poclint/core', '@poclint/messages', '@poclint/rules', '@poclint/readers', '@poclint/project'],
  'packages/cli': [
    '@poclint/archive',
    '@poclint/core',
    '@poclint/messages',
    '@poclint/rules',
    '@poclint/readers',
    '@poclint/project',
    '@poclint/language-server',
  ],
  'packages/language-server': [
    '@poclint/archive',
    '@poclint/core',
    '@poclint/messages',
    '@poclint/rules',
    '@poclint/readers',
    '@poclint/project',
  ],
  extension: ['@poclint/project'],
};
/** Files that may import node's own modules although their package runs in a browser too. */
const NODE_ADAPTERS = ['packages/readers/src/pdf/node-worker'];

interface SourceFile {
  readonly path: string;
  readonly content: string;
}

function sourcesBelow(folder: string): SourceFile[] {
  const base = join(ROOT, folder, 'src');
  if (!statSync(base, { throwIfNoEntry: false })) return [];
  return readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(ROOT, path), content: readFileSync(path, 'utf8') }));
}

function importsOf(content: string): string[] {
  const pattern =
    /(?:^|[^.\w])(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm;
  return [...content.matchAll(pattern)].map((match) => (match[1] ?? match[2]) as string);
}

/** The rules that a file breaks, as sentences. */
function breaches(file: SourceFile): string[] {
  const owner = Object.keys(ALLOWED).find((folder) => file.path.startsWith(`${folder}/`)) as string;
  const found: string[] = [];
  for (const name of importsOf(file.content)) {
    const ours = /^@poclint\/[a-z-]+/.exec(name)?.[0];
    if (ours && !(ALLOWED[owner] as readonly string[]).includes(ours))
      found.push(`${file.path} may not import ${ours}`);
    if (
      name.startsWith('..') &&
      join(file.path, '..', name).split('/').slice(0, owner.split('/').length).join('/') !== owner
    )
      found.push(`${file.path} reaches into another package: ${name}`);
    if (/^natural(?:\/|$)|^retext/.test(name) && !file.path.startsWith('packages/core/src/language/'))
      found.push(`${file.path} may not import ${name}`);
    if (name === 'natural') found.push(`${file.path} imports natural whole`);
    if (
      name.startsWith('node:') &&
      (owner === 'packages/core' ||
        (owner === 'packages/readers' && !NODE_ADAPTERS.some((adapter) => file.path.startsWith(adapter))))
    ) {
      found.push(`${file.path} may not import ${name}`);
    }
    if (name === 'vscode' && owner !== 'extension') found.push(`${file.path} may not import vscode`);
  }
  return found;
}

describe('boundaries between packages', () => {
  it('are noticed when they are broken', () => {
    const invented = (path: string, content: string) => breaches({ path, content });
    expect(invented('packages/core/src/a.ts', "import { x } from '@poclint/rules';")).toHaveLength(1);
    expect(invented('packages/core/src/a.ts', "import { readFile } from 'node:fs';")).toHaveLength(1);
    expect(
      invented('packages/core/src/match/a.ts', "import stem from 'natural/lib/natural/stemmers/porter_stemmer.js';"),
    ).toHaveLength(1);
    expect(invented('packages/core/src/language/a.ts', "import natural from 'natural';")).toHaveLength(1);
    expect(invented('packages/core/src/a.ts', "const x = await import('@poclint/readers');")).toHaveLength(1);
    expect(invented('packages/readers/src/a.ts', "import { x } from '../../core/src/span.ts';")).toHaveLength(1);
    expect(invented('packages/cli/src/a.ts', "import * as vscode from 'vscode';")).toHaveLength(1);
    expect(
      invented('packages/cli/src/a.ts', "import { x } from './b.ts';\nexport { y } from '@poclint/core';"),
    ).toEqual([]);
  });

  it.each(Object.keys(ALLOWED))('hold in %s', (folder) => {
    expect(sourcesBelow(folder).flatMap(breaches)).toEqual([]);
  });

  it('keep folders with names that say nothing out', () => {
    const paths = Object.keys(ALLOWED)
      .flatMap(sourcesBelow)
      .map((file) => file.path);
    expect(paths.filter((path) => /(?:^|[/-])(?:utils?|helpers?|common|manager|misc)(?:[/.-]|$)/.test(path))).toEqual(
      [],
    );
  });
});

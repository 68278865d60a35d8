import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { codeServer, NODE } from './code-server.ts';

const VSIX = join(import.meta.dirname, '../../dist/poclint.vsix');

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder into which the packed extension is installed. */
    extensions: string;
  }
}

/** Installs the packed extension once for all workbenches. */
export default function install(project: TestProject): () => void {
  const base = mkdtempSync(join(tmpdir(), 'poclint-extension-'));
  const extensions = join(base, 'extensions');
  mkdirSync(join(base, 'home'));
  writeFileSync(join(base, 'config.yaml'), 'auth: none\n');
  const { args, env } = codeServer(base, extensions);
  execFileSync(NODE, [...args, '--install-extension', VSIX], { env, stdio: 'pipe' });
  project.provide('extensions', extensions);
  return () => rmSync(base, { recursive: true, force: true, maxRetries: 5 });
}

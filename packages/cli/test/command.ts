import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../src/run.ts';

export const WORKSPACE = resolve(import.meta.dirname, '../../..');
const COMMAND = resolve(import.meta.dirname, '../bin/poclint.js');

/** What a command left behind. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  /** The width of the terminal on which the command runs; without it there is none. */
  readonly terminal?: number;
}

/** Runs the command in this process. */
export async function runHere(argv: readonly string[], circumstances: Circumstances = {}): Promise<Outcome> {
  const { cwd = WORKSPACE, env = {}, stdin = '', terminal } = circumstances;
  let stdout = '';
  let stderr = '';
  const shape = terminal === undefined ? { isTerminal: false } : { isTerminal: true, columns: terminal };
  const code = await run(argv, {
    cwd,
    env,
    readStdin: async () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    stdout: {
      ...shape,
      write: (text) => {
        stdout += text;
      },
    },
    stderr: {
      ...shape,
      write: (text) => {
        stderr += text;
      },
    },
  });
  return { code, stdout, stderr };
}

/** Runs the real command in a process of its own. */
export function runReally(argv: readonly string[], circumstances: Circumstances = {}): Outcome {
  const { cwd = WORKSPACE, env = {}, stdin } = circumstances;
  const result = spawnSync(process.execPath, [COMMAND, ...argv], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
    ...(stdin !== undefined && { input: stdin }),
  });
  return { code: result.status ?? -1, stdout: result.stdout, stderr: result.stderr };
}

/** A folder with these files in it, which is gone after the test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'poclint-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CEASEFIRE, folderWith } from './drafts.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function hasNeovim(): boolean {
  try {
    execFileSync('nvim', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const isInstalled = hasNeovim();
const title = isInstalled
  ? 'Neovim, a client that nobody adapted'
  : 'Neovim is not installed here and was not tried (Debian: apt-get install neovim)';

describe.skipIf(!isInstalled)(title, () => {
  it('starts the command, shows diagnostics and takes a code action', () => {
    const folder = folderWith({ 'draft.md': CEASEFIRE });
    try {
      const home = {
        HOME: folder,
        XDG_CONFIG_HOME: folder,
        XDG_DATA_HOME: folder,
        XDG_STATE_HOME: folder,
        XDG_CACHE_HOME: folder,
      };
      const command = { POCLINT_NODE: process.execPath, POCLINT: here('../../cli/bin/poclint.js') };
      const printed = execFileSync('nvim', ['--headless', '--clean', '-n', '-S', here('neovim.lua'), 'draft.md'], {
        cwd: folder,
        env: { ...process.env, ...home, ...command },
        encoding: 'utf8',
        timeout: 180_000,
      });
      expect(JSON.parse(printed)).toMatchObject({
        came: true,
        taken: 'Replace “should” by “shall”',
        gone: true,
        message: expect.stringContaining('Stated without binding anybody') as string,
      });
      expect(readFileSync(join(folder, 'draft.md'), 'utf8')).toContain('2. The Parties shall refrain');
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 200_000);
});

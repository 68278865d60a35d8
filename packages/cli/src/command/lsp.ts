import { existsSync } from 'node:fs';
import { join } from 'node:path';
import v8 from 'node:v8';
import { startServer } from '@poclint/language-server';
import { version } from '../installation.ts';
import type { Io } from '../io.ts';

/** Serves an editor on the process's own streams. The server ends the process when its editor leaves. */
export function serveEditor(io: Io): void {
  // The command runs once and keeps its memory small; a server runs for hours, and each keystroke pays for that.
  v8.setFlagsFromString('--semi-space-growth-factor=2');
  if (process.stdin.isTTY)
    io.stderr.write('poclint: This command is for an editor, which starts it and speaks with it. Ctrl+C ends it.\n');
  const rules = join(import.meta.dirname, 'rules');
  startServer({ version: version(), ...(existsSync(rules) && { rules }) });
}

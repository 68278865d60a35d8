import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from '../protocol/server.ts';
import { pathOf } from '../surroundings/file-address.ts';
import { NodeSurroundings } from '../surroundings/node-surroundings.ts';

export interface StartOptions {
  /** The folder of the standard rules, where it is not the one beside this program. */
  readonly rules?: string;
  /** What the server calls its version, where that is not the one of the package around this program. */
  readonly version?: string;
}

/** Serves the client at the other end of this process's streams, or of the channel that its arguments name, until it leaves. */
export function startServer(options: StartOptions = {}): void {
  const given = process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)/.test(argument));
  const connection = given
    ? createConnection(ProposedFeatures.all)
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  // Names only: a message may quote a draft. One draft's failure, however unforeseen, leaves the others alone.
  process.on('unhandledRejection', (error) => {
    connection.console.error(`poclint failed (${error instanceof Error ? error.name : 'unknown'}).`);
  });
  const rules = options.rules ?? findRules();
  serve(connection, options.version ?? version(), (folders, abilities, locale) => {
    const paths = () => folders().flatMap((uri) => pathOf(uri) ?? []);
    return new NodeSurroundings(rules, paths, abilities.trusted !== false, locale);
  });
}

/** The standard rules: beside the bundle, in the workspace of the source, or in a package around this one. */
function findRules(): string {
  const own = dirname(fileURLToPath(import.meta.url));
  const candidates = ['rules', '../rules', '../../../../rules'].map((path) => resolve(own, path));
  const found = candidates.find((path) => existsSync(join(path, '.pack.json')) || existsSync(join(path, 'vocabulary')));
  if (!found) throw new Error('The standard rules are missing from this installation.');
  return found;
}

function version(): string {
  const own = dirname(fileURLToPath(import.meta.url));
  const found = ['package.json', '../package.json', '../../package.json']
    .map((path) => join(own, path))
    .find((path) => existsSync(path));
  return found ? (JSON.parse(readFileSync(found, 'utf8')) as { version: string }).version : '0';
}

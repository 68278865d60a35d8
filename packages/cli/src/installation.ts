import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The package's own folder. This file lies one folder below it, as source and as build.
 */
export const PACKAGE_FOLDER = fileURLToPath(new URL('../', import.meta.url));

/** Whether the command runs from the workspace's source, with the rules' own files at hand. */
export const IS_SOURCE = import.meta.url.endsWith('.ts');

/** The version of the installed package. */
export function version(): string {
  return (JSON.parse(readFileSync(`${PACKAGE_FOLDER}package.json`, 'utf8')) as { version: string }).version;
}

import { fileURLToPath } from 'node:url';

/** The path of a file's address. Undefined for a text that is in no file, and for an address that no file here can have. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

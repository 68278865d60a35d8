import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ReadDraft } from '@poclint/core';
import { readDraft } from '@poclint/readers/draft';

/** A draft that gives no text to review. The message is one sentence for the user. */
export class DraftProblem extends Error {
  override readonly name = 'DraftProblem';
}

const MOST_BYTES = 64 << 20;

/** Reads the draft in a file. Throws a DraftProblem where it cannot be read. */
export async function loadDraft(name: string, path: string): Promise<ReadDraft> {
  let bytes: Uint8Array;
  try {
    // Looked at first: no memory is given to what would be refused, nor to a device that never ends.
    const { size } = await stat(path);
    if (size > MOST_BYTES) throw new DraftProblem('The file is larger than 64 MB: remove its pictures or split it.');
    bytes = await readFile(path);
  } catch (error) {
    if (error instanceof DraftProblem) throw error;
    throw new DraftProblem(systemSentence(error as NodeJS.ErrnoException, basename(path)));
  }
  return parseDraft(name, bytes);
}

/** Reads the draft in some bytes. Throws a DraftProblem where they are none. */
export async function parseDraft(name: string, bytes: Uint8Array): Promise<ReadDraft> {
  try {
    return await readDraft(name, bytes);
  } catch (error) {
    if (error instanceof Error && error.name === 'UnreadableDraft') throw new DraftProblem(error.message);
    throw error;
  }
}

function systemSentence(error: NodeJS.ErrnoException, name: string): string {
  if (error.code === 'EACCES' || error.code === 'EPERM') return `You have no permission to read ${name}.`;
  if (error.code === 'ENOENT') return 'There is no such file or folder.';
  return `The file cannot be read (${error.code ?? error.message}).`;
}

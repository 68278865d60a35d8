import { closeSync, openSync, writeSync } from 'node:fs';
import { UsageError } from '@poclint/project/usage-error';
import type { Output } from '../io.ts';

/** Where a report goes. */
export interface ReportOutput {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  close(): void;
}

/** A report's way to a file, or to standard output where none is named. Throws a UsageError where the file cannot be written. */
export function openOutput(path: string | undefined, stdout: Output): ReportOutput {
  if (path === undefined) {
    return { write: (text) => text !== '' && stdout.write(text), isTerminal: stdout.isTerminal, close: () => {} };
  }
  let file: number;
  try {
    file = openSync(path, 'w');
  } catch (error) {
    throw new UsageError(({ file }) => file.report({ path, code: String((error as NodeJS.ErrnoException).code) }));
  }
  return { write: (text) => void writeSync(file, text), isTerminal: false, close: () => closeSync(file) };
}

import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '@poclint/project/usage-error';
import { REVIEW_SCHEMA } from '../record.ts';
import { type Printed, print } from './output-files.ts';

/** The results that an interrupted or a later run need not find anew. */
export const RESULTS = '.results';
const STATE = '.state.json';

/** What a run leaves for the next: beside the tables, and never a word of a document. */
export interface RunState {
  readonly schema: string;
  readonly version: string;
  readonly rules: string;
  readonly options: string;
  /** Present where the run came to its end. */
  readonly finished?: {
    /** A digest of all documents in their order, with what they were reviewed by. */
    readonly documents: string;
    readonly counts: readonly [reviewed: number, unreadable: number];
    readonly files: readonly Printed[];
  };
}

export interface FolderWishes {
  readonly resume: boolean;
  readonly force: boolean;
  readonly state: RunState;
}

/**
 * Makes the folder ready for a run and says what the last one left.
 *
 * @throws UsageError where the folder is somebody else's, another version's, or holds what would be lost
 */
export function prepareFolder(out: string, { resume, force, state }: FolderWishes): RunState | undefined {
  demandWritable(out);
  const names = readdirSync(out).filter((name) => name !== '.DS_Store');
  const before = readState(out);
  if (!before) {
    if (names.length > 0 && !force) throw new UsageError(({ folder }) => folder.notEmpty({ out }));
    return undefined;
  }
  if (before.schema !== state.schema && !force)
    throw new UsageError(({ folder }) => folder.otherSchema({ out, schema: before.schema, here: state.schema }));
  if (force) {
    rmSync(join(out, RESULTS), { recursive: true, force: true });
    return undefined;
  }
  if (before.finished) return before;
  if (!resume) throw new UsageError(({ folder }) => folder.interrupted({ out }));
  if (before.version !== state.version || before.rules !== state.rules)
    throw new UsageError(({ folder }) => folder.otherRules({ out, version: before.version, rules: before.rules }));
  if (before.options !== state.options) throw new UsageError(({ folder }) => folder.otherOptions({ out }));
  return before;
}

function demandWritable(out: string): void {
  try {
    const stat = statSync(out, { throwIfNoEntry: false });
    if (stat && !stat.isDirectory()) throw new UsageError(({ folder }) => folder.isFile({ out }));
    mkdirSync(out, { recursive: true });
    accessSync(out, constants.W_OK);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = obstacle(out, error);
    throw new UsageError(({ folder }) => folder.notWritable({ out, code }));
  }
}

/** Why a folder cannot be written to: a read-only disk tells of what is missing only, not of why it cannot be made. */
function obstacle(out: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'ENOENT') return code ?? 'unknown';
  try {
    for (let folder = dirname(out); ; folder = dirname(folder))
      if (existsSync(folder)) {
        accessSync(folder, constants.W_OK);
        return code;
      }
  } catch (reason) {
    return (reason as NodeJS.ErrnoException).code ?? code;
  }
}

function readState(out: string): RunState | undefined {
  const path = join(out, STATE);
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as RunState;
  } catch {
    return { schema: 'unknown', version: '', rules: '', options: '' };
  }
}

/** Writes the state in one move: a run that is killed leaves the old or the new one. */
export function writeState(out: string, state: RunState): void {
  const path = join(out, STATE);
  writeFileSync(`${path}.part`, `${JSON.stringify(state)}\n`, { mode: 0o600 });
  renameSync(`${path}.part`, path);
}

/** Whether a finished review still lies there as it was written. */
export function isUntouched(out: string, files: readonly Printed[]): boolean {
  return files.every((file) => {
    const now = print(out, file.name);
    return now.size === file.size && now.time === file.time;
  });
}

export function newState(version: string, rules: string, options: string): RunState {
  return { schema: REVIEW_SCHEMA, version, rules, options };
}

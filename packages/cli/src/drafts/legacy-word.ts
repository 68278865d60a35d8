import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = 'soffice';
/** Milliseconds. LibreOffice takes ten seconds for its very first start, and one or two after that. */
const DEADLINE = 60_000;

const ABSENT =
  'The file is in the old Word format (.doc), which poclint reads where LibreOffice is installed: open it in Word or LibreOffice and save it as .docx.';
const FAILED =
  'The file is in the old Word format (.doc) and LibreOffice could not convert it: open it in Word and save it as .docx.';

/**
 * The draft in an old Word file as a .docx, converted by LibreOffice where that is installed; else the sentence that
 * says what to do. LibreOffice reads and writes files only: they lie in a folder that nobody else may open, with a
 * profile of its own in it, and the folder goes whatever happens.
 */
export async function convertLegacyWord(bytes: Uint8Array): Promise<Uint8Array | string> {
  const folder = await mkdtemp(join(tmpdir(), 'poclint-'));
  try {
    const draft = join(folder, 'draft.doc');
    await writeFile(draft, bytes, { mode: 0o600 });
    const outcome = await runConverter(folder, draft);
    if (outcome !== 'done') return outcome === 'absent' ? ABSENT : FAILED;
    return new Uint8Array(await readFile(join(folder, 'draft.docx')));
  } catch {
    return FAILED;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function runConverter(folder: string, draft: string): Promise<'done' | 'absent' | 'failed'> {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const words = [profile, '--headless', '--norestore', '--convert-to', 'docx', '--outdir', folder, draft];
  return new Promise((resolve) => {
    // A group of its own: `soffice` is a script, and the program behind it has to end with it.
    const converter = spawn(PROGRAM, words, { stdio: 'ignore', detached: true });
    const timer = setTimeout(() => converter.pid !== undefined && process.kill(-converter.pid, 'SIGKILL'), DEADLINE);
    const settle = (outcome: 'done' | 'absent' | 'failed') => {
      clearTimeout(timer);
      resolve(outcome);
    };
    converter.on('error', (error: NodeJS.ErrnoException) => settle(error.code === 'ENOENT' ? 'absent' : 'failed'));
    converter.on('exit', (code) => settle(code === 0 ? 'done' : 'failed'));
  });
}

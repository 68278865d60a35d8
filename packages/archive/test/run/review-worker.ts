import { createWorkerTask } from '@poclint/archive/run/worker-task';
import { readDraft } from '@poclint/readers/draft';

/** A worker whose reader hangs, dies or fills the memory where a text asks for it. */
export default createWorkerTask({
  read: () => async (name, bytes) => {
    const text = Buffer.from(bytes).toString('utf8');
    if (text.startsWith('HANG')) for (;;);
    if (text.startsWith('DIE')) process.exit(3);
    if (text.startsWith('FILL')) for (const held: string[][] = []; ; ) held.push(Array.from({ length: 500 }, String));
    return readDraft(name, bytes);
  },
  redact: (report) => report,
});

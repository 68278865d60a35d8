import { spawnSync } from 'node:child_process';
import { RuleLibrary } from '@poclint/core';
import { reviewDocument } from '../../packages/archive/src/review-document.ts';
import { WAYS } from '../../packages/cli/src/archive/review-worker.ts';
import { loadRules } from '../../packages/cli/src/rule/load-rules.ts';
import { agreement, dice } from '../agreement-text.ts';

/**
 * Whether a worker that reviews one document after the other grows: `node bench/archive/heap.ts`. Says the heap, after
 * everything that is no longer used was cleared, for every two thousand of twenty thousand documents.
 */
const DOCUMENTS = 20_000;
const EVERY = 2_000;
const { gc } = globalThis;

if (gc === undefined) {
  const { status } = spawnSync(process.execPath, ['--expose-gc', import.meta.filename], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else {
  const library = new RuleLibrary(await loadRules());
  const parts = { library, context: {}, read: WAYS.read({ context: {}, redact: false }) };
  for (let index = 1; index <= DOCUMENTS; index++) {
    const roll = dice(index);
    const text = agreement(800 + roll(3_000), 'text', roll);
    await reviewDocument({ name: `${index}`, bytes: Buffer.from(text), isText: true }, parts);
    if (index % EVERY !== 0) continue;
    gc();
    process.stdout.write(`${index} documents: ${(process.memoryUsage().heapUsed / 1e6).toFixed(1)} MB\n`);
  }
}

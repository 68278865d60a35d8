// What a review costs, beside other linters of prose, in one run on one machine.
//   pnpm bench            everything: about ten minutes on two idle processors
//   pnpm bench --quick    smaller drafts and fewer repetitions: about three
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './contenders.ts';
import { measureEdits, measureGrowth, measureStages } from './in-process.ts';
import { measureProcesses, measureStart } from './processes.ts';
import { FULL, QUICK } from './scale.ts';
import { printTable } from './table.ts';
import { judge } from './targets.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, json: { type: 'boolean' } } });
const scale = values.quick ? QUICK : FULL;
const folder = mkdtempSync(join(tmpdir(), 'poclint-bench-'));
process.once('SIGINT', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(130);
});
try {
  // What is published is measured, and it must be what the source is now.
  execFileSync(process.execPath, [join(ROOT, 'packages/cli/build/build.ts')]);
  execFileSync(process.execPath, [join(ROOT, 'rules/src/compile.ts')]);
  const load = loadavg()[0] as number;
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} processors, Node ${process.version.slice(1)}`;
  process.stdout.write(`${machine}; load at the start ${load.toFixed(1)}\n`);
  if (load > 1)
    process.stdout.write('Other work is under way on this machine: expect higher figures than on an idle one.\n');
  const processes = await measureProcesses(folder, scale);
  const start = await measureStart(folder, scale);
  const stages = measureStages(scale);
  const edits = measureEdits(scale);
  const growth = measureGrowth(scale);
  const targets = judge({ processes, start, edits, growth });
  if (values.json)
    process.stdout.write(`${JSON.stringify({ machine, load, processes, start, stages, edits, growth, targets })}\n`);
  else
    for (const table of [processes.table, start.table, stages.table, edits.table, growth.table, targets])
      printTable(table);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

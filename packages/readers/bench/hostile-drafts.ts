/**
 * Reads drafts that are made to exhaust a reader, each in a process of its own, and says what each costs.
 *
 *     node packages/readers/bench/hostile-drafts.ts
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exhaustingPdfs, unreadableDrafts } from '../test/hostile-drafts.ts';

const COMMAND = join(import.meta.dirname, '../../cli/dist/main.js');
/** Runs in the reading process; the memory is at least that of this one, which the system counts in. */
const TELL = `process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write("@" + (userCPUTime + systemCPUTime) / 1e6 + " " + maxRSS / 1024);
})`;

const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
try {
  console.log('file                      seconds  CPU s   MB  code  says');
  for (const [name, bytes] of Object.entries({ ...unreadableDrafts(), ...exhaustingPdfs() })) {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const started = performance.now();
    const result = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(TELL)}`, COMMAND, 'lint', '--format', 'jsonl', path],
      { encoding: 'utf8', env: { PATH: '' } },
    );
    const seconds = (performance.now() - started) / 1000;
    const [, cpu = '0', memory = '0'] = /@([\d.]+) ([\d.]+)/.exec(result.stderr) ?? [];
    const { reason = 'reviewed' } = JSON.parse(result.stdout.split('\n')[0] as string) as { reason?: string };
    console.log(
      `${name.padEnd(24)} ${seconds.toFixed(2).padStart(8)} ${Number(cpu).toFixed(2).padStart(6)} ${Number(memory).toFixed(0).padStart(4)} ${String(result.status).padStart(5)}  ${reason.slice(0, 90)}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}

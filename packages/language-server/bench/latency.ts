// Measures, over the protocol, the server's CPU time from a keystroke to the diagnostics it sends, and its start.
// Usage: node bench/latency.ts [keys | starts]
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CEASEFIRE, CEASEFIRE_URI } from '../test/drafts.ts';
import { dice } from '../test/random-edits.ts';
import { StartedServer } from '../test/started-server.ts';

const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** CPU time of a process in milliseconds; finer than ticks where the kernel tells it. */
function cpuOf(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6 + threadsOf(pid);
  } catch {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return ((Number(fields[11]) + Number(fields[12])) / TICKS) * 1000;
  }
}

function threadsOf(pid: number | undefined): number {
  const threads = execFileSync('ls', [`/proc/${pid}/task`], { encoding: 'utf8' })
    .trim()
    .split('\n');
  return threads
    .filter((thread) => thread !== String(pid))
    .reduce((sum, thread) => {
      try {
        return sum + Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
      } catch {
        return sum;
      }
    }, 0);
}

function draftOf(size: number): string {
  const roll = dice(3);
  const acts = [
    'attacks on civilians',
    'the recruitment of children',
    'rape and other sexual violence',
    'the looting of homes',
  ];
  const parts = [
    '# Ceasefire Agreement\n\nThe Government and the Front, hereinafter "the Parties",\n\nHave agreed as follows:',
  ];
  let length = 0;
  for (let article = 1; length < size; article++) {
    const clause = (number: number) =>
      `${number}. The Parties shall refrain from ${acts[roll(acts.length)]} in district ${roll(9_999)}, and report to the Commission within ${roll(90)} days.`;
    const part = `## Article ${article}. Conduct\n\n${[1, 2, 3, 4].map(clause).join('\n')}`;
    parts.push(part);
    length += part.length;
  }
  return `${parts.join('\n\n')}\n`;
}

function percentile(values: number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number).toFixed(1);
}

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** As it is started from the source, and what users have: the packed command and the extension's server, where they are built. */
const PROGRAMS: readonly (readonly [string, readonly string[]])[] = [
  ['source', [join(ROOT, 'packages/language-server/bin/poclint-server.js')]],
  ['packed command', [join(ROOT, 'packages/cli/dist/main.js'), 'lsp']],
  ['extension', [join(ROOT, 'extension/dist/server/server.js')]],
];

const KEYS = 300;

async function measureKeys(): Promise<void> {
  for (const [name, program] of PROGRAMS) {
    if (!isBuilt(program)) {
      console.log(`keys in the ${name}: not built`);
      continue;
    }
    for (const [label, size] of [
      ['4 KB', 4_000],
      ['850 KB', 850_000],
    ] as const)
      await measureKeysIn(name, program, label, size);
  }
}

async function measureKeysIn(name: string, program: readonly string[], label: string, size: number): Promise<void> {
  const server = await StartedServer.start({ program });
  let text = draftOf(size);
  await server.open(CEASEFIRE_URI, text);
  await server.diagnostics(CEASEFIRE_URI, 1);
  const cpu: number[] = [];
  const wall: number[] = [];
  const place = text.indexOf('The Parties shall', text.length / 2) + 11;
  const line = text.slice(0, place).split('\n').length - 1;
  const column = place - text.lastIndexOf('\n', place) - 1;
  for (let key = 0; key < KEYS; key++) {
    const character = column + key;
    const version = key + 2;
    const before = cpuOf(server.child.pid);
    const began = performance.now();
    await server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: CEASEFIRE_URI, version },
      contentChanges: [{ range: { start: { line, character }, end: { line, character } }, text: 'x' }],
    });
    text = `${text.slice(0, place + key)}x${text.slice(place + key)}`;
    await server.diagnostics(CEASEFIRE_URI, version);
    wall.push(performance.now() - began);
    cpu.push(cpuOf(server.child.pid) - before);
    // A pause as between keystrokes, in which the collector may work.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  console.log(
    `${name}, ${label} (${text.length} characters): keystroke to diagnostics, CPU p50 ${percentile(cpu, 0.5)} ms, p95 ${percentile(cpu, 0.95)} ms; wall p50 ${percentile(wall, 0.5)}, p95 ${percentile(wall, 0.95)}`,
  );
  await server.stop();
}

function isBuilt(program: readonly string[]): boolean {
  return existsSync(program[0] as string);
}

async function measureStarts(): Promise<void> {
  for (const [label, program] of PROGRAMS) {
    if (!isBuilt(program)) {
      console.log(`start of the ${label}: not built`);
      continue;
    }
    for (const cache of [true, false]) {
      const starts: number[] = [];
      // The first start fills the cache of compiled code, and does not count.
      for (let run = 0; run < 6; run++) {
        const server = await StartedServer.start({
          program,
          ...(!cache && { variables: { NODE_DISABLE_COMPILE_CACHE: '1' } }),
        });
        await server.open(CEASEFIRE_URI, CEASEFIRE);
        await server.diagnostics(CEASEFIRE_URI, 1);
        if (run > 0) starts.push(cpuOf(server.child.pid));
        await server.stop();
      }
      console.log(
        `start of the ${label} to first diagnostics on one page, ${cache ? 'with' : 'without'} compiled code of an earlier start: CPU median ${percentile(starts, 0.5)} ms`,
      );
    }
  }
}

const wanted = process.argv[2];
if (wanted !== 'starts') await measureKeys();
if (wanted !== 'keys') await measureStarts();

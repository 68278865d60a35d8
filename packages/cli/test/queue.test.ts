import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folderWith, runHere, WORKSPACE } from './command.ts';

const COMMAND = resolve(WORKSPACE, 'packages/cli/bin/poclint.js');
const HAS_REDIS = spawnSync('redis-server', ['--version']).status === 0;
const MINUTES = 60_000;
/** What a review says, whoever made it. */
const TABLES = ['report.jsonl', 'coverage.csv', 'findings.csv', 'clauses.jsonl', 'texts.jsonl'];

/** A few hundred documents, long enough that workers can be interrupted. */
function archive(): string {
  const article = (at: number) =>
    `${at}. The Parties shall not attack civilians, schools or hospitals in district ${at}, and shall release all prisoners within ${at} days.`;
  const documents = Array.from({ length: 120 }, (_, index) => {
    const text = Array.from({ length: 40 + (index % 30) }, (_, at) => article(index * 100 + at)).join('\n\n');
    return JSON.stringify({ id: `agreement-${index}`, text });
  });
  return folderWith({ 'archive.jsonl': `${documents.join('\n')}\n` });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

/** A Redis server on the loopback that keeps what it holds when it is restarted. */
class Server {
  readonly address: string;
  private readonly port: number;
  private readonly folder = mkdtempSync(join(tmpdir(), 'poclint-redis-'));
  private child: ChildProcess | undefined;

  constructor(port: number) {
    this.port = port;
    this.address = `redis://127.0.0.1:${port}`;
  }

  async start(): Promise<void> {
    this.child = spawn('redis-server', [
      ...['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.folder],
      ...['--save', '', '--appendonly', 'yes', '--appendfsync', 'always'],
    ]);
    const client = new Redis(this.address, { maxRetriesPerRequest: null, retryStrategy: () => 50 });
    client.on('error', () => {});
    await client.ping();
    client.disconnect();
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (!child) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill();
    await ended;
    this.child = undefined;
  }

  async end(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** How many batches have been answered and not yet fetched, or are being worked on. */
  async busy(): Promise<number> {
    const client = new Redis(this.address);
    const counts = await Promise.all([
      client.llen('bull:poclint-review:active'),
      client.zcard('bull:poclint-review:completed'),
    ]);
    client.disconnect();
    return counts[0] + counts[1];
  }
}

function start(argv: readonly string[], cwd: string): ChildProcess {
  const child = spawn(process.execPath, [COMMAND, ...argv], { cwd, stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await wait(20);
}

describe('an archive reviewed through a queue', () => {
  it.skipIf(!HAS_REDIS)(
    'is the same, byte for byte, with a worker killed and the server restarted on the way (needs redis-server)',
    async () => {
      const cwd = archive();
      const plain = await runHere(['review', 'archive.jsonl', '--out', 'plain', '--no-page', '--no-parquet'], { cwd });
      expect(plain.code).toBe(0);
      const server = new Server(await freePort());
      onTestFinished(() => server.end());
      await server.start();
      const first = start(['worker', '--queue', server.address], cwd);
      start(['worker', '--queue', server.address], cwd);
      const queue = ['--queue', server.address, '--workers', '4'];
      const review = start(['review', 'archive.jsonl', '--out', 'queued', '--no-page', '--no-parquet', ...queue], cwd);
      const ended = new Promise<number | null>((done) => review.once('exit', (code) => done(code)));
      await until(async () => (await server.busy()) > 0);
      first.kill('SIGKILL');
      await server.stop();
      await server.start();
      expect(await ended).toBe(0);
      for (const name of TABLES)
        expect(readFileSync(join(cwd, 'queued', name)).equals(readFileSync(join(cwd, 'plain', name))), name).toBe(true);
    },
    3 * MINUTES,
  );

  it('says when no server answers, and when the address is none', async () => {
    const cwd = folderWith({ 'a.txt': 'The Parties shall protect civilians.' });
    const port = await freePort();
    const unanswered = await runHere(['review', '.', '--out', 'out', '--queue', `redis://127.0.0.1:${port}`], { cwd });
    expect(unanswered).toMatchObject({ code: 2 });
    expect(unanswered.stderr).toContain('No Redis server answers at');
    const wrong = await runHere(['worker', '--queue', 'localhost'], { cwd });
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.stderr).toContain('--queue takes the address of a Redis server');
  });
});

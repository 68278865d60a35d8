import { once } from 'node:events';
import type { Io, Output } from './io.ts';
import { run } from './run.ts';

/** Runs the command on this process's streams and leaves its exit code. */
export async function runProcess(argv: readonly string[]): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endQuietlyOnClosedPipe);
  process.exitCode = await run(argv, processIo());
}

/** A reader that has seen enough, such as `head`, closes the pipe: that is no failure of ours. */
function endQuietlyOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

function processIo(): Io {
  const stop = new AbortController();
  return {
    cwd: process.cwd(),
    env: process.env,
    readStdin: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    input: () => process.stdin as AsyncIterable<Buffer>,
    writeOut: async (content) => {
      if (!process.stdout.write(content)) await once(process.stdout, 'drain');
    },
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    get stopped() {
      process.once('SIGINT', () => stop.abort());
      return stop.signal;
    },
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    write: (content) => void stream.write(content),
    isTerminal: stream.isTTY === true,
    ...(stream.columns > 0 && { columns: stream.columns }),
  };
}

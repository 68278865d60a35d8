import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { ReadDraft } from '@poclint/core';
import { UnreadableDraft } from '../unreadable-draft.ts';
import { type PdfOptions, readPdf } from './reader.ts';

/**
 * The reader of PDFs behind a wall, for Node. A PDF of a kilobyte can ask for a gigabyte and for hours; nothing
 * inside a parser can promise that it ends, but a thread can be ended from outside.
 *
 * This is the one file of the PDF reader that knows Node. In a browser the reader runs in a web worker, which
 * its owner ends the same way.
 */
export interface WorkerLimits extends PdfOptions {
  /** Milliseconds until the reading is given up. One minute unless told. */
  readonly deadline?: number;
  /**
   * Bytes by which the process may grow while the PDF is read; 512 MiB unless told. It is measured on the whole
   * process, because a thread's own limits do not count its buffers. Drafts that are read at the same time share it.
   */
  readonly maxResidentMemory?: number;
  /** Where the worker's code is, where this file was bundled into another. */
  readonly entry?: URL;
}

/** A draft needs time and memory by its length; a file of a few kilobytes that asks for more than those is no draft. */
export function limitsFor(size: number): Required<Pick<WorkerLimits, 'deadline' | 'maxResidentMemory'>> {
  const kilobytes = size / 1024;
  return {
    deadline: Math.min(DEADLINE, 1500 + 100 * kilobytes),
    maxResidentMemory: Math.min(512, 150 + kilobytes / 2) * 2 ** 20,
  };
}

type Reply = { readonly draft: ReadDraft } | { readonly reason: string; readonly message: string };

interface Request {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly options: PdfOptions;
}

const MARK = 'poclint-pdf-worker';
const DEADLINE = 60_000;
const MAX_RESIDENT_MEMORY = 512 * 2 ** 20;
/** Milliseconds between two looks at the memory. */
const WATCH = 20;
/** Megabytes for what is short-lived: room for more would be taken, and never given back, by a parser that makes so much. */
const YOUNG_GENERATION = 24;
/** Starting a worker costs as much as reading five pages; this many wait for the next draft. */
const MOST_IDLE = 2;

const idle: Worker[] = [];

/**
 * Reads a PDF in a worker thread and ends the thread when it takes too long or too much memory.
 *
 * @throws UnreadableDraft as `readPdf` does, and `too-slow` or `too-much-memory`
 */
export async function readPdfInWorker(name: string, bytes: Uint8Array, limits: WorkerLimits = {}): Promise<ReadDraft> {
  const { deadline = DEADLINE, maxResidentMemory = MAX_RESIDENT_MEMORY, entry, ...options } = limits;
  const worker = (entry === undefined ? idle.pop() : undefined) ?? startWorker(entry, maxResidentMemory);
  const before = process.memoryUsage.rss();
  worker.ref();
  try {
    const reply = await answer(worker, { name, bytes, options }, deadline, before + maxResidentMemory);
    const grown = process.memoryUsage.rss() - before > maxResidentMemory / 2;
    if (entry === undefined && !grown && idle.length < MOST_IDLE) {
      worker.unref();
      idle.push(worker);
    } else await worker.terminate();
    if ('draft' in reply) return reply.draft;
    throw new UnreadableDraft(reply.reason, reply.message);
  } catch (error) {
    if (!idle.includes(worker)) await worker.terminate();
    throw error;
  }
}

/** The worker's reply, or the reason why none is waited for any longer. */
function answer(worker: Worker, request: Request, deadline: number, mostMemory: number): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      clearInterval(watch);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      finish();
    };
    const onMessage = (reply: Reply) => settle(() => resolve(reply));
    const onError = (error: NodeJS.ErrnoException) =>
      settle(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuchMemory() : stopped()));
    const onExit = () => settle(() => reject(stopped()));
    const timer = setTimeout(() => settle(() => reject(tooSlow(deadline))), deadline);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() > mostMemory) settle(() => reject(tooMuchMemory()));
    }, WATCH);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(request);
  });
}

function startWorker(entry: URL | undefined, maxResidentMemory: number): Worker {
  const worker = new Worker(entry ?? new URL(import.meta.url), {
    workerData: MARK,
    resourceLimits: {
      maxOldGenerationSizeMb: Math.ceil(maxResidentMemory / 2 ** 20),
      maxYoungGenerationSizeMb: YOUNG_GENERATION,
    },
  });
  return worker.once('exit', () => {
    const place = idle.indexOf(worker);
    if (place >= 0) idle.splice(place, 1);
  });
}

function tooSlow(deadline: number): UnreadableDraft {
  const seconds = Math.max(1, Math.round(deadline / 1000));
  return new UnreadableDraft(
    'too-slow',
    `Reading the PDF took longer than ${seconds} ${seconds === 1 ? 'second' : 'seconds'}; export it anew or check its parts one by one.`,
  );
}

function tooMuchMemory(): UnreadableDraft {
  return new UnreadableDraft(
    'too-much-memory',
    'Reading the PDF took more memory than any draft needs; export it anew, without pictures, and check that copy.',
  );
}

function stopped(): UnreadableDraft {
  return new UnreadableDraft(
    'damaged',
    'The reader of PDFs broke down on this file; export it anew and check that copy.',
  );
}

if (workerData === MARK && parentPort) {
  const port = parentPort;
  port.on('message', async ({ name, bytes, options }: Request) => {
    let reply: Reply;
    try {
      reply = { draft: await readPdf(name, bytes, options) };
    } catch (error) {
      const { reason, message } = error instanceof UnreadableDraft ? error : stopped();
      reply = { reason, message };
    }
    port.postMessage(reply);
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { createContext, Script } from 'node:vm';
import type { ReadDraft } from '@poclint/core';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDraft } from '../../src/index.ts';

const FORMATS = new URL('../fixtures/formats/', import.meta.url);
const DRAFTS = readdirSync(FORMATS).filter((name) => name.startsWith('truce.'));
/** What a worker of a browser has, and what of it the readers may use; nothing of Node. */
const WORKER_GLOBALS = [
  ...['AbortController', 'AbortSignal', 'Blob', 'CompressionStream', 'DecompressionStream', 'DOMException', 'Event'],
  ...['EventTarget', 'Headers', 'MessageChannel', 'MessagePort', 'ReadableStream', 'Response', 'TextDecoder'],
  ...['TextEncoder', 'TransformStream', 'URL', 'WritableStream', 'atob', 'btoa', 'clearTimeout', 'console', 'crypto'],
  ...['performance', 'queueMicrotask', 'setTimeout', 'structuredClone'],
] as const;

const asked: string[] = [];
let bundle: Script;

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [new URL('../../src/index.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    platform: 'browser',
    // A worker has no document, in which a library would otherwise look up characters.
    conditions: ['worker', 'browser'],
    format: 'iife',
    globalName: 'readers',
    target: 'es2023',
    logLevel: 'silent',
    plugins: [
      {
        name: 'modules of Node',
        setup(builder) {
          const names = new RegExp(`^(?:node:.*|${builtinModules.join('|')})$`);
          builder.onResolve({ filter: names }, ({ path, importer }) => {
            asked.push(`${path} from ${importer}`);
            return { path, external: true };
          });
        },
      },
    ],
  });
  bundle = new Script((outputFiles?.[0]?.text as string) ?? '');
}, 60_000);

/** The readers as a browser's worker has them: the bundle, in a world of its own without Node's globals. */
function inWorker(): { readDraft: typeof readDraft; global: object } {
  const global: Record<string, unknown> = {};
  for (const name of WORKER_GLOBALS) global[name] = (globalThis as Record<string, unknown>)[name];
  global.self = global;
  global.navigator = { userAgent: 'Worker', platform: 'Linux', language: 'en' };
  global.location = { href: 'https://example.org/worker.js' };
  createContext(global);
  bundle.runInContext(global);
  return { ...(global as { readers: { readDraft: typeof readDraft } }).readers, global };
}

describe("in a browser's worker, the readers", () => {
  it('ask for no module of Node of their own', () => {
    expect(asked.filter((module) => module.includes('/packages/'))).toEqual([]);
  });

  it('find none of its globals', () => {
    const { global } = inWorker();
    for (const name of ['process', 'Buffer', 'require', 'global', 'module'])
      expect(new Script(`typeof ${name}`).runInContext(global as never)).toBe('undefined');
  });

  it.each(DRAFTS)('read as anywhere else: %s', async (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, FORMATS)));
    const read = await inWorker().readDraft(name, bytes);
    expect(plain(read)).toEqual(plain(await readDraft(name, bytes)));
  });
});

/** Without the prototypes of the other world. */
function plain(draft: ReadDraft): unknown {
  return JSON.parse(JSON.stringify(draft));
}

import { UsageError } from '@poclint/project/usage-error';
import type { Redis } from 'ioredis';

export const QUEUE = 'poclint-review';
/** A worker that has not been heard of for so long is taken for dead, and its batch goes to another. */
export const LOCK_MS = 6_000;
/** How often a batch may lose its worker before the review is given up. */
export const MOST_STALLS = 20;
const LONGEST_RETRY_MS = 3_000;

type BullMq = typeof import('bullmq');

/** Loads BullMQ. Throws a UsageError that says how to install it where it is not at hand. */
export async function loadBullMq(): Promise<BullMq> {
  try {
    return await import('bullmq');
  } catch {
    throw missing();
  }
}

function missing(): UsageError {
  return new UsageError(({ queue }) => queue.notInstalled());
}

/**
 * A connection to a Redis server that answers now; later it is waited for where it restarts.
 *
 * @param address - `redis://host:port/database` or `rediss://…`
 * @throws UsageError where the address is none of a Redis server, or none answers there
 */
export async function connectTo(address: string): Promise<Redis> {
  const url = addressOf(address);
  const { Redis } = await import('ioredis').catch(() => {
    throw missing();
  });
  const guest = new Redis(url.href, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 1 });
  guest.on('error', () => {});
  try {
    await guest.connect();
    await guest.ping();
  } catch {
    url.password = '';
    throw new UsageError(({ queue }) => queue.noServer({ address: url.href }));
  } finally {
    guest.disconnect();
  }
  const connection = new Redis(url.href, {
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(200 * times, LONGEST_RETRY_MS),
  });
  // A connection that breaks is taken up again.
  connection.on('error', () => {});
  return connection;
}

function addressOf(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url && (url.protocol === 'redis:' || url.protocol === 'rediss:')) return url;
  throw new UsageError(({ queue }) => queue.address({ address }));
}

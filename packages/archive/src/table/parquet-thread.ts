import { Worker } from 'node:worker_threads';

/** What a thread that writes Parquet files is started with. */
export interface ParquetThreadData {
  readonly folder: string;
}

/** Short-lived objects, in megabytes: rows are held for a group only. */
const YOUNG_GENERATION = 24;

/**
 * Writes the Parquet files of a review's folder in a thread of its own, while others do other things.
 *
 * @param module the module that the thread runs: it calls `writeParquet` with the folder of its `ParquetThreadData`
 * @throws what writing throws, with the file system's code
 */
export function writeParquetInThread(module: URL, folder: string): Promise<void> {
  const thread = new Worker(module, {
    workerData: { folder } satisfies ParquetThreadData,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
  });
  return new Promise((done, fail) => {
    thread.on('error', fail);
    thread.on('exit', () => done());
  });
}

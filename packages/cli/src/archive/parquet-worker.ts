import { workerData } from 'node:worker_threads';
import { writeParquet } from '@poclint/archive/table/parquet';
import type { ParquetThreadData } from '@poclint/archive/table/parquet-thread';

/** What the thread runs that writes the Parquet files of a review. */
await writeParquet((workerData as ParquetThreadData).folder);

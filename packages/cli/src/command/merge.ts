import { basename, resolve } from 'node:path';
import type { Locale } from '@poclint/messages';
import { version } from '../installation.ts';
import type { Io } from '../io.ts';
import { loadRules, STANDARD_RULES } from '../rule/load-rules.ts';

export interface MergeOptions {
  readonly out: string;
  readonly rules: readonly string[];
  readonly codes?: 'pa-x';
  readonly codesFile?: string;
  readonly force?: boolean;
  readonly parquet?: boolean;
  readonly page?: boolean;
  readonly name?: string;
  readonly locale?: Locale;
}

/** Joins the parts of a review. Gives the exit code: 0 all reviewed, 2 something is unreadable. */
export async function merge(folders: readonly string[], options: MergeOptions, io: Io): Promise<number> {
  const { mergeShards } = await import('@poclint/archive/run/merge-shards');
  const { rules } = await loadRules(options.rules.map((folder) => resolve(io.cwd, folder)));
  const out = resolve(io.cwd, options.out);
  const { openPaxCodes, writePaxTables } = await import('@poclint/archive/pa-x/pa-x-tables');
  const codes = options.codes && (await openPaxCodes(STANDARD_RULES, options.codesFile, io.cwd));
  const manifest = await mergeShards({
    folders: folders.map((folder) => resolve(io.cwd, folder)),
    out,
    version: version(),
    force: options.force === true,
    finish: async (folder) => {
      if (options.parquet !== false) await (await import('@poclint/archive/table/parquet')).writeParquet(folder);
      if (codes) await writePaxTables(folder, codes);
      if (options.page !== false) {
        const { writeReviewPage } = await import('@poclint/archive/html/report-page');
        await writeReviewPage(folder, { name: options.name ?? basename(out), rules, locale: options.locale });
      }
    },
  });
  return manifest.unreadable > 0 || manifest.documents === 0 ? 2 : 0;
}

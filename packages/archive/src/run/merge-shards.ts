import { join } from 'node:path';
import { UsageError } from '@poclint/project/usage-error';
import { type ReviewedText, type ReviewManifest, readManifest, readReviewedTexts } from '../record.ts';
import { resultOf } from '../review-document.ts';
import { OutputFiles, publish, UNFINISHED, writeManifest } from './output-files.ts';
import { partsOf } from './result-bytes.ts';
import { newState, prepareFolder, writeState } from './review-folder.ts';

export interface Merge {
  /** The folders of all parts, in any order; absolute. */
  readonly folders: readonly string[];
  readonly out: string;
  readonly version: string;
  readonly force: boolean;
  /** Further tables and the page, made of the finished files in `folder`. */
  readonly finish: (folder: string) => Promise<void>;
}

/**
 * Joins the parts of a review into what one run would have written, byte for byte. Documents pass through one by one.
 *
 * @throws UsageError where a part is missing, twice there, unfinished, or made with other rules or options
 */
export async function mergeShards({ folders, out, version, force, finish }: Merge): Promise<ReviewManifest> {
  const parts = inOrder(folders);
  const first = (parts[0] as Part).manifest;
  prepareFolder(out, { resume: true, force, state: newState(version, first.tool.rules, first.options) });
  const { shard: _, ...manifest } = {
    ...first,
    documents: sum(parts, 'documents'),
    reviewed: sum(parts, 'reviewed'),
    unreadable: sum(parts, 'unreadable'),
  };
  writeState(out, newState(version, manifest.tool.rules, manifest.options));
  const output = new OutputFiles(out, manifest.metaNames, manifest.topics, manifest.redacted);
  const streams = parts.map(({ folder }) => readReviewedTexts(folder));
  // Document k of the archive went to part k modulo the number of parts.
  for (let index = 0, open = streams.length; open > 0; index++) {
    const next: IteratorResult<ReviewedText> = await (
      streams[index % streams.length] as (typeof streams)[number]
    ).next();
    if (next.done) open--;
    else add(output, next.value);
  }
  output.close();
  const folder = join(out, UNFINISHED);
  writeManifest(folder, manifest);
  await finish(folder);
  const files = publish(out);
  const counts = [manifest.reviewed, manifest.unreadable] as const;
  writeState(out, {
    ...newState(version, manifest.tool.rules, manifest.options),
    finished: { documents: '', counts, files },
  });
  return manifest;
}

interface Part {
  readonly folder: string;
  readonly manifest: ReviewManifest;
}

function inOrder(folders: readonly string[]): Part[] {
  const parts = folders.map((folder): Part => ({ folder, manifest: readManifest(folder) }));
  const [first] = parts;
  if (!first) throw new UsageError(({ merge }) => merge.nameParts());
  for (const { folder, manifest } of parts) {
    if (!manifest.shard) throw new UsageError(({ merge }) => merge.noPart({ folder }));
    if (
      manifest.shard[1] !== first.manifest.shard?.[1] ||
      manifest.options !== first.manifest.options ||
      manifest.tool.rules !== first.manifest.tool.rules ||
      manifest.tool.version !== first.manifest.tool.version
    )
      throw new UsageError(({ merge }) => merge.differ({ folder, first: first.folder }));
  }
  const total = first.manifest.shard?.[1] ?? 0;
  const at = (part: Part): number => part.manifest.shard?.[0] ?? 0;
  const found = parts.map(at);
  const missing = Array.from({ length: total }, (_, index) => index + 1).filter((index) => !found.includes(index));
  if (missing.length > 0)
    throw new UsageError(({ merge }) =>
      merge.missing({ total: String(total), missing: missing.map((index) => `${index}/${total}`) }),
    );
  const twice = found.find((index, place) => found.indexOf(index) !== place);
  if (twice !== undefined) throw new UsageError(({ merge }) => merge.twice({ part: `${twice}/${total}` }));
  return parts.sort((a, b) => at(a) - at(b));
}

function add(output: OutputFiles, { record, text }: ReviewedText): void {
  const { id, title, meta, digest, ...report } = record;
  output.add({ id, title, meta, digest }, partsOf(resultOf(report, text)));
}

function sum(parts: readonly Part[], name: 'documents' | 'reviewed' | 'unreadable'): number {
  return parts.reduce((total, { manifest }) => total + manifest[name], 0);
}

import { readFileSync, statSync } from 'node:fs';
import { isUnreadable, unreadableSentence } from '@poclint/project/unreadable-sentence';
import { UsageError } from '@poclint/project/usage-error';
import { openArchive, readEntry } from '@poclint/readers/zip';
import { type Archive, type ArchiveDocument, megabytes, type SourceLimits, tooLarge } from './document.ts';
import { isDraftName, titleOf } from './folder.ts';

/** A zip is held in memory; what it unpacks to is not. */
const MOST_BYTES = 1 << 30;

/**
 * A zip with drafts in it, in the order of their names. Nothing is written anywhere. A zip with a name that points outside,
 * with parts that overlap or that unpacks to more than it may is refused whole, before anything is unpacked.
 *
 * @throws UsageError with what is wrong
 */
export function openZip(path: string, name: string, limits: SourceLimits): Archive {
  const { size } = statSync(path);
  if (size > MOST_BYTES)
    throw new UsageError(({ archive }) => archive.zipTooLarge({ name, size: megabytes(MOST_BYTES) }));
  let archive: ReturnType<typeof openArchive>;
  try {
    archive = openArchive(readFileSync(path), {
      fileBytes: MOST_BYTES,
      entries: Math.min(65_000, limits.documents),
      entryBytes: 1 << 28,
      totalBytes: 16 * 2 ** 30,
      ratio: 200,
      ratioFloor: 1 << 20,
      depth: limits.depth,
      nodes: 5_000_000,
    });
  } catch (error) {
    throw new UsageError((words, locale) =>
      words.archive.zipNotReviewed({
        name,
        reason: isUnreadable(error) ? unreadableSentence(error, locale) : (error as Error).message,
      }),
    );
  }
  const names = [...archive.entries.keys()].filter((entry) => isKept(entry, limits)).sort();
  let position = 0;
  return {
    metaNames: [],
    size,
    problems: [...archive.entries.keys()]
      .filter((entry) => isDraftName(entry) && entry.split('/').length - 1 > limits.depth)
      .map((entry) => `${entry} lies deeper than ${limits.depth} folders, which --max-depth sets: it was left out.`),
    position: () => position,
    async *documents() {
      position = 0;
      for (const entry of names) {
        position += archive.entries.get(entry)?.storedSize ?? 0;
        yield documentOf(entry);
      }
    },
  };

  function documentOf(entry: string): ArchiveDocument {
    const document = { id: entry, title: titleOf(entry), meta: {}, name: entry };
    if ((archive.entries.get(entry)?.size ?? 0) > limits.documentBytes)
      return { ...document, content: { kind: 'problem', reason: tooLarge(limits.documentBytes, '--max-size') } };
    try {
      const bytes = readEntry(archive, entry) as Uint8Array;
      return { ...document, content: { kind: 'bytes', bytes: new Uint8Array(bytes) } };
    } catch (error) {
      return { ...document, content: { kind: 'problem', reason: (error as Error).message } };
    }
  }
}

function isKept(entry: string, limits: SourceLimits): boolean {
  const parts = entry.split('/');
  return (
    isDraftName(entry) &&
    parts.length - 1 <= limits.depth &&
    !parts.some((part) => part.startsWith('.') || part === '__MACOSX' || part === 'node_modules')
  );
}

import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ReadDraft } from '@poclint/core';
import { type Catalogue, type Locale, messagesIn } from '@poclint/messages';
import { isUnreadable, unreadableSentence } from '@poclint/project/unreadable-sentence';
import { type ReadOptions, readDraft } from '@poclint/readers/draft';
import type { RecognitionLanguage } from './recognition-languages.ts';

/** A draft that gives no text to review. The message is one sentence for the user. */
export class DraftProblem extends Error {
  override readonly name = 'DraftProblem';
}

/** What the user says on how files are to be read. */
export interface ReadingOptions {
  readonly charset?: string | undefined;
  /** The language to say in what is wrong. */
  readonly locale?: Locale;
  /** The languages to recognise the words of scanned pages in; without any, scans are not read. */
  readonly recognise?: readonly RecognitionLanguage[] | undefined;
}

const MOST_BYTES = 64 << 20;

/** Recognising takes seconds for each page, and models that are large themselves. */
const RECOGNITION = { deadline: 60 * 60_000, maxResidentMemory: 2 * 2 ** 30 };

/** Reads the draft in a file. Throws a DraftProblem where it cannot be read. */
export async function loadDraft(name: string, path: string, options: ReadingOptions = {}): Promise<ReadDraft> {
  return parseDraft(name, loadBytes(path, options.locale), options);
}

/** The bytes of a draft's file. Throws a DraftProblem where there are none to be had. */
export function loadBytes(path: string, locale?: Locale): Uint8Array {
  const said = messagesIn(locale).draft;
  try {
    // Looked at first: no memory is given to what would be refused, nor to a device that never ends.
    // Synchronous: drafts are reviewed one after the other, and a queue of requests would only cost time.
    const file = statSync(path);
    if (file.size > MOST_BYTES) throw new DraftProblem(said.tooLarge());
    if (file.isCharacterDevice() || file.isBlockDevice()) throw new DraftProblem(said.device());
    return readFileSync(path);
  } catch (error) {
    if (error instanceof DraftProblem) throw error;
    throw new DraftProblem(systemSentence(error as NodeJS.ErrnoException, basename(path), said));
  }
}

/** Reads the draft in some bytes. Throws a DraftProblem where they are none. */
export async function parseDraft(name: string, bytes: Uint8Array, options: ReadingOptions = {}): Promise<ReadDraft> {
  try {
    return await readDraft(name, bytes, readOptions(options));
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    if (error.reason !== 'legacy-word') throw new DraftProblem(unreadableSentence(error, options.locale));
    const { convertLegacyWord } = await import('./legacy-word.ts');
    const converted = await convertLegacyWord(bytes);
    if (typeof converted === 'string') throw new DraftProblem(converted);
    return parseDraft(name, converted, options);
  }
}

function readOptions({ charset, recognise }: ReadingOptions): ReadOptions {
  const isRecognising = recognise !== undefined && recognise.length > 0;
  return {
    ...(charset !== undefined && { charset }),
    ...(isRecognising && { pdf: { ocr: { languages: recognise } } }),
    // A PDF can ask for a gigabyte and for hours; a thread can be ended from outside.
    readPdf: async (name, bytes, options) => {
      const { limitsFor, readPdfInWorker } = await import('@poclint/readers/pdf-worker');
      return readPdfInWorker(name, bytes, { ...options, ...(isRecognising ? RECOGNITION : limitsFor(bytes.length)) });
    },
  };
}

function systemSentence(error: NodeJS.ErrnoException, name: string, said: Catalogue['draft']): string {
  if (error.code === 'EACCES' || error.code === 'EPERM') return said.noPermission({ name });
  if (error.code === 'ENOENT') return said.noFile();
  return said.unreadable({ code: error.code ?? error.message });
}
